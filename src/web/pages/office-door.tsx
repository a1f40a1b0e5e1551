/** `/kantor` before somebody is at work: who is here, the PIN, an invitation, leaving for good. */
import type { Child, PropsWithChildren } from 'hono/jsx';
import type { Seat } from '../../../db/store/seats.ts';
import { OFFICE_PATH } from '../../chat/links.ts';
import { unitName } from '../../chat/wording.ts';
import type { RoleGrant } from '../../shop/roles.ts';
import type { PinProblem } from '../office/pin.ts';
import { documentAlone, Icon, link } from './layout.tsx';
import type { PageInput } from './words.ts';

const SCRIPT = 'office-door.js';

export const OFFICE_STYLE = <link rel="stylesheet" href="/assets/office.css" />;

/** How colleagues read who somebody is. */
export function roleWords(page: PageInput, { role, unitId }: RoleGrant): string {
  const unit = unitId === null ? 'none' : unitName({ ...page, say: page.t }, unitId);
  return page.t('office-role', { role, unit });
}

/** Never empty: a seat without roles is none. */
export function nameOf({ roles }: Pick<Seat, 'roles'>): string {
  return roles[0]?.name ?? '';
}

interface DoorProps {
  readonly page: PageInput;
  readonly title: string;
  readonly path: string;
}

function door({ page, title, path, children }: PropsWithChildren<DoorProps>): string {
  return documentAlone({
    page,
    title,
    description: page.t('office-description'),
    path,
    script: SCRIPT,
    head: OFFICE_STYLE,
    children: <div class="door">{children}</div>,
  });
}

function Problem({ children }: PropsWithChildren) {
  return (
    <p class="problem" role="alert" id="problem">
      {children}
    </p>
  );
}

/* ── who is here ── */

interface PeopleProps {
  readonly page: PageInput;
  readonly seats: readonly Seat[];
  readonly now: number;
}

export function peoplePage({ page, seats, now }: PeopleProps): string {
  const { t } = page;
  return door({
    page,
    title: t('office-title'),
    path: OFFICE_PATH,
    children: (
      <>
        <InvitationForm page={page} />
        <div data-closed role="status">
          <h1 class="title">{t('office-title')}</h1>
          <p class="lead">{t(seats.length === 0 ? 'office-nobody' : 'office-who')}</p>
        </div>
        {seats.length > 0 && (
          <ul class="people">
            {seats.map((seat) => (
              <li>
                <a class="person" href={link(page, `${OFFICE_PATH}/${seat.publicId}`)}>
                  <Icon name="people" />
                  <span class="person-text">
                    <b class="person-name">{nameOf(seat)}</b>
                    {seat.roles.map((grant) => (
                      <span class="per">{roleWords(page, grant)}</span>
                    ))}
                  </span>
                  {(seat.unlockedUntil ?? 0) > now && <span class="chip">{t('office-open')}</span>}
                </a>
              </li>
            ))}
          </ul>
        )}
        <p class="per">{t('office-newcomer')}</p>
        <noscript>
          <p class="note">{t('office-noscript')}</p>
        </noscript>
      </>
    ),
  });
}

/** Brings the code of an invitation, which the script takes from behind the `#`. */
function InvitationForm({ page }: { readonly page: PageInput }) {
  return (
    <form method="post" action={link(page, `${OFFICE_PATH}/masuk`)} data-open={page.t('office-opening')}>
      <input type="hidden" name="code" />
    </form>
  );
}

/* ── a new person ── */

interface ChooseProps {
  readonly page: PageInput;
  readonly token: string;
  readonly code: string;
  readonly grant: RoleGrant;
  readonly problem: PinProblem | null;
}

export function choosePinPage({ page, token, code, grant, problem }: ChooseProps): string {
  const { t } = page;
  return door({
    page,
    title: t('office-choose-title'),
    path: OFFICE_PATH,
    children: (
      <>
        <h1 class="title">{t('office-welcome', { name: grant.name })}</h1>
        <p class="lead">{t('office-welcome-as', { role: roleWords(page, grant) })}</p>
        <p>{t('office-choose')}</p>
        {problem && <Problem>{t('office-pin-problem', { problem })}</Problem>}
        <form class="pin-form" method="post" action={link(page, `${OFFICE_PATH}/mulai`)}>
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="code" value={code} />
          <PinField name="pin" label={t('office-pin-new')} wrong={problem !== null} first />
          <PinField name="again" label={t('office-pin-again')} wrong={problem !== null} />
          <button type="submit" class="button">
            {t('office-begin')}
          </button>
        </form>
      </>
    ),
  });
}

interface PinFieldProps {
  readonly name: string;
  readonly label: string;
  readonly wrong: boolean;
  readonly first?: boolean;
}

/** No browser is to keep it: others sit here, too. */
function PinField({ name, label, wrong, first = false }: PinFieldProps) {
  return (
    <label class="pin">
      <span class="pin-label">{label}</span>
      <input
        class="pin-digits"
        type="password"
        name={name}
        inputmode="numeric"
        autocomplete="off"
        pattern="[0-9]{4,8}"
        minlength={4}
        maxlength={8}
        required
        autofocus={first}
        aria-describedby={wrong ? 'problem' : undefined}
        aria-invalid={wrong ? 'true' : undefined}
      />
    </label>
  );
}

/** Why an invitation does not open the page. */
export type Closed = 'none' | 'used' | 'expired' | 'unknown' | 'curator' | 'outage';

export function closedPage(page: PageInput, why: Closed): string {
  const { t } = page;
  return door({
    page,
    title: t('office-title'),
    path: OFFICE_PATH,
    children: (
      <>
        <h1 class="title">{t('office-closed', { why })}</h1>
        <p class="lead">{t('office-closed-explained', { why })}</p>
        <a class="button second" href={link(page, OFFICE_PATH)}>
          {t('office-people')}
        </a>
      </>
    ),
  });
}

/* ── the PIN ── */

export type LockProblem =
  | { readonly kind: 'wrong'; readonly left: number }
  | { readonly kind: 'wait'; readonly minutes: number }
  | { readonly kind: 'busy' };

interface LockProps {
  readonly page: PageInput;
  readonly seat: Seat;
  readonly token: string;
  readonly problem: LockProblem | null;
}

export function lockPage({ page, seat, token, problem }: LockProps): string {
  const { t } = page;
  const at = `${OFFICE_PATH}/${seat.publicId}`;
  return door({
    page,
    title: t('office-locked-title', { name: nameOf(seat) }),
    path: at,
    children: (
      <div
        class="lock"
        data-news={`${at}/kabar`}
        data-title={t('office-locked-title', { name: nameOf(seat) })}
      >
        <span class="lock-mark">
          <Icon name="lock" />
        </span>
        <h1 class="title">{nameOf(seat)}</h1>
        {seat.roles.map((grant) => (
          <p class="lead">{roleWords(page, grant)}</p>
        ))}
        <p class="news" role="status" data-news-words={t('office-news')} hidden></p>
        {problem && <Problem>{problemWords(page, problem)}</Problem>}
        <form class="pin-form" method="post" action={link(page, `${at}/buka`)}>
          <input type="hidden" name="token" value={token} />
          <PinField name="pin" label={t('office-pin')} wrong={problem !== null} first />
          <button type="submit" class="button">
            {t('office-unlock')}
          </button>
        </form>
        <a class="button second" href={link(page, OFFICE_PATH)}>
          {t('office-somebody-else')}
        </a>
        <details class="forgotten">
          <summary>{t('office-forgotten')}</summary>
          <p>{t('office-forgotten-how')}</p>
        </details>
      </div>
    ),
  });
}

function problemWords({ t }: PageInput, problem: LockProblem): string {
  switch (problem.kind) {
    case 'wrong':
      return t('office-pin-wrong', { left: problem.left });
    case 'wait':
      return t('office-pin-wait', { minutes: problem.minutes });
    case 'busy':
      return t('api-too-many');
  }
}

/* ── leaving for good ── */

interface SignOutProps {
  readonly page: PageInput;
  readonly seat: Seat;
  readonly token: string;
}

export function signOutPage({ page, seat, token }: SignOutProps): string {
  const { t } = page;
  const at = `${OFFICE_PATH}/${seat.publicId}`;
  const back: Child = (
    <a class="button second" href={link(page, at)}>
      {t('office-sign-out-no')}
    </a>
  );
  return door({
    page,
    title: t('office-sign-out-sure', { name: nameOf(seat) }),
    path: `${at}/keluar`,
    children: (
      <>
        <h1 class="title">{t('office-sign-out-sure', { name: nameOf(seat) })}</h1>
        <p class="lead">{t('office-sign-out-explained')}</p>
        <div class="actions">
          <form method="post" action={link(page, `${at}/keluar`)}>
            <input type="hidden" name="token" value={token} />
            <button type="submit" class="button">
              {t('office-sign-out-yes')}
            </button>
          </form>
          {back}
        </div>
      </>
    ),
  });
}
