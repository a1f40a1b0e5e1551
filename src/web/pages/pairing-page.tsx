/** `GET /whatsapp`: the paired phone, for an admin who has never seen a terminal. */
import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { renderSVG } from 'uqr';
import { PAIRING_PATH } from '../../chat/links.ts';
import { whenText } from '../../chat/staff/part-work.ts';
import { documentAlone, link, Term } from './layout.tsx';
import type { PageInput, Tone } from './words.ts';

/** What the page shows of the phone. Times are UTC milliseconds. */
export interface Phone {
  /** A phase of the bridge's supervisor, or `away`. */
  readonly state: string;
  /** Why, by the name that the copy has for it; null: nothing is to be said of it. */
  readonly reason: string | null;
  /** What the phone is to scan. */
  readonly code: string | null;
  /** In digits. */
  readonly number: string | null;
  readonly seenAt: number | null;
  readonly lastInbound: number | null;
  readonly lastConfirmedSend: number | null;
  /** What was sent since then may not have arrived. */
  readonly unacknowledgedSince: number | null;
}

export type Asked = 'restart' | 'unlink';

/** Why the page stays closed. */
export type Closed = 'none' | 'used' | 'expired' | 'unknown' | 'over' | 'outage';

interface PhoneProps {
  readonly page: PageInput;
  readonly phone: Phone;
}

const SCRIPT = 'pairing.js';

/** Without a script the page comes again by itself. */
const REFRESH = (
  <noscript>
    <meta http-equiv="refresh" content="10" />
  </noscript>
);

/* ── the phone ── */

interface OpenProps extends PhoneProps {
  /** Proves that a form is of this page. */
  readonly token: string;
  /** What was just asked for. */
  readonly done: Asked | null;
}

export function pairingPage({ page, phone, token, done }: OpenProps): string {
  const { t } = page;
  return documentAlone({
    page,
    title: t('whatsapp-title'),
    description: t('whatsapp-description'),
    path: PAIRING_PATH,
    script: SCRIPT,
    head: REFRESH,
    children: (
      <div class="phone" data-refresh={link(page, `${PAIRING_PATH}/now`)}>
        <h1 class="title">{t('whatsapp-title')}</h1>
        {done && (
          <p class="note" role="status">
            {t('whatsapp-done', { what: done })} {phone.state === 'away' && t('whatsapp-done-waits')}
          </p>
        )}
        <p class="problem" role="alert" data-lost={t('whatsapp-lost')}></p>
        <PhoneNow page={page} phone={phone} />
        <Actions page={page} token={token} />
      </div>
    ),
  });
}

/** The parts that change, for the script of the page. */
export function phoneNow(props: PhoneProps): string {
  return (<PhoneNow {...props} />).toString();
}

function PhoneNow({ page, phone }: PhoneProps) {
  return (
    <>
      {/* Read out when it changes; the code, which changes every few seconds, is not. */}
      <section class="panel" role="status" data-part="state">
        <State page={page} phone={phone} />
      </section>
      <div data-part="code">{phone.state === 'pairing' && <Pairing page={page} phone={phone} />}</div>
      <section data-part="facts">
        <PhoneFacts page={page} phone={phone} />
      </section>
    </>
  );
}

const TONES: Readonly<Record<string, Tone>> = {
  ready: 'here',
  starting: 'made',
  pairing: 'made',
  connecting: 'made',
};

function State({ page, phone }: PhoneProps) {
  const { t } = page;
  const { state, reason, unacknowledgedSince } = phone;
  return (
    <>
      <h2 class={`state ${TONES[state] ?? 'empty'}`}>{t('whatsapp-state', { state })}</h2>
      {reason !== null && <p>{t('whatsapp-reason', { reason })}</p>}
      <p>{t('whatsapp-todo', { state })}</p>
      {unacknowledgedSince !== null && (
        <p class="problem">{t('whatsapp-unacknowledged', { time: timeWords(page, unacknowledgedSince) })}</p>
      )}
    </>
  );
}

function Pairing({ page, phone }: PhoneProps) {
  const { t } = page;
  return (
    <section class="pairing">
      {phone.code === null ? (
        <p class="code waits">{t('whatsapp-code-waits')}</p>
      ) : (
        <div class="code" role="img" aria-label={t('whatsapp-code')}>
          {raw(renderSVG(phone.code, { border: 4 }))}
        </div>
      )}
      <div>
        <h2 class="heading">{t('whatsapp-how')}</h2>
        <ol class="steps">
          <li>{t('whatsapp-how-screen')}</li>
          <li>{t('whatsapp-how-open')}</li>
          <li>{t('whatsapp-how-link')}</li>
          <li>{t('whatsapp-how-scan')}</li>
        </ol>
      </div>
    </section>
  );
}

function PhoneFacts({ page, phone }: PhoneProps) {
  const { t } = page;
  const noNumber = phone.state === 'pairing' ? 'whatsapp-phone-none' : 'whatsapp-phone-unknown';
  return (
    <>
      <h2 class="heading">{t('whatsapp-facts')}</h2>
      <dl class="terms">
        <Term name={t('whatsapp-phone')}>{phone.number === null ? t(noNumber) : `+${phone.number}`}</Term>
        <Term name={t('whatsapp-inbound')}>{timeOr(page, phone.lastInbound)}</Term>
        <Term name={t('whatsapp-sent')}>{timeOr(page, phone.lastConfirmedSend)}</Term>
        {phone.state === 'away' && <Term name={t('whatsapp-seen')}>{timeOr(page, phone.seenAt)}</Term>}
      </dl>
    </>
  );
}

function timeWords(page: PageInput, at: number): string {
  return whenText({ ...page, say: page.t }, at);
}

function timeOr(page: PageInput, at: number | null): Child {
  if (at === null) return page.t('whatsapp-not-yet');
  return <time datetime={new Date(at).toISOString()}>{timeWords(page, at)}</time>;
}

/* ── what can be done ── */

function Actions({ page, token }: { readonly page: PageInput; readonly token: string }) {
  const { t } = page;
  return (
    <section class="actions">
      <h2 class="heading">{t('whatsapp-actions')}</h2>
      <Post page={page} token={token} what="restart">
        <button type="submit" class="button second" aria-describedby="restart-help">
          {t('whatsapp-restart')}
        </button>
      </Post>
      <p class="per" id="restart-help">
        {t('whatsapp-restart-help')}
      </p>
      <a class="button second" href={link(page, `${PAIRING_PATH}/unlink`)} aria-describedby="unlink-help">
        {t('whatsapp-unlink')}
      </a>
      <p class="per" id="unlink-help">
        {t('whatsapp-unlink-help')}
      </p>
    </section>
  );
}

interface PostProps {
  readonly page: PageInput;
  readonly token: string;
  readonly what: Asked;
  readonly children: Child;
}

function Post({ page, token, what, children }: PostProps) {
  return (
    <form method="post" action={link(page, `${PAIRING_PATH}/${what}`)}>
      <input type="hidden" name="token" value={token} />
      {children}
    </form>
  );
}

export function unlinkPage({ page, token }: { readonly page: PageInput; readonly token: string }): string {
  const { t } = page;
  return documentAlone({
    page,
    title: t('whatsapp-unlink-sure'),
    description: t('whatsapp-description'),
    path: `${PAIRING_PATH}/unlink`,
    script: SCRIPT,
    children: (
      <div class="phone">
        <h1 class="title">{t('whatsapp-unlink-sure')}</h1>
        <p class="lead">{t('whatsapp-unlink-explained')}</p>
        <div class="actions">
          <Post page={page} token={token} what="unlink">
            <button type="submit" class="button">
              {t('whatsapp-unlink-yes')}
            </button>
          </Post>
          <a class="button second" href={link(page, PAIRING_PATH)}>
            {t('whatsapp-unlink-no')}
          </a>
        </div>
      </div>
    ),
  });
}

/* ── without a session ── */

interface ClosedProps {
  readonly page: PageInput;
  readonly why: Closed;
  /** How long a session lasts. */
  readonly minutes: number;
}

/** The form brings the key of a link, which the script takes from behind the `#`. */
export function closedPage({ page, why, minutes }: ClosedProps): string {
  const { t } = page;
  return documentAlone({
    page,
    title: t('whatsapp-title'),
    description: t('whatsapp-description'),
    path: PAIRING_PATH,
    script: SCRIPT,
    children: (
      <div class="phone">
        <form method="post" action={link(page, `${PAIRING_PATH}/open`)} data-open={t('whatsapp-opening')}>
          <input type="hidden" name="key" />
        </form>
        <div data-closed role="status">
          <h1 class="title">{t('whatsapp-closed', { why })}</h1>
          <p class="lead">{t('whatsapp-closed-explained', { why, minutes })}</p>
          {why !== 'outage' && <p>{t('whatsapp-closed-how')}</p>}
          {why === 'none' && (
            <noscript>
              <p class="note">{t('whatsapp-noscript')}</p>
            </noscript>
          )}
        </div>
      </div>
    ),
  });
}
