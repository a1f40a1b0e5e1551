/** `/kantor/:seat`: the work of a unit, or of the stand, on a board, with the chat beside it. */
import type { Child, PropsWithChildren } from 'hono/jsx';
import type { Board } from '../../../db/store/board.ts';
import type { Seat } from '../../../db/store/seats.ts';
import type { TalkView } from '../../chat/facts.ts';
import { OFFICE_PATH, ORDER_LIST_PATH } from '../../chat/links.ts';
import type { Choice } from '../../chat/message.ts';
import { withoutMarks } from '../../chat/render.ts';
import { GROUPS, type OpenPart, openParts, seesManyUnits } from '../../chat/staff/open-parts.ts';
import { firstName } from '../../chat/staff/part-card.ts';
import { type Reader, readersChoices, tooLateText } from '../../chat/staff/part-work.ts';
import { questionText } from '../../chat/visitor/ask-staff.ts';
import { choice, dayText, pickUpText, pricedLineText, unitName } from '../../chat/wording.ts';
import { hasRole } from '../../shop/roles.ts';
import { sessionOf } from '../office/desk.ts';
import { documentOfSeat, Icon, link } from './layout.tsx';
import { nameOf, OFFICE_STYLE, roleWords } from './office-door.tsx';
import type { PageInput } from './words.ts';

interface OfficeProps {
  readonly page: PageInput;
  readonly seat: Seat;
  readonly board: Board;
  readonly token: string;
  /** How long nobody may be there before it locks itself, and how much of that is left. */
  readonly idleMs: number;
  readonly leftMs: number;
}

export function officePage(props: OfficeProps): string {
  const { page, seat, board, token, idleMs, leftMs } = props;
  const { t } = page;
  const at = `${OFFICE_PATH}/${seat.publicId}`;
  return documentOfSeat({
    page,
    title: t('office-title-of', { name: nameOf(seat) }),
    description: t('office-description'),
    path: at,
    script: 'office.js',
    head: OFFICE_STYLE,
    skip: { to: '#main', label: t('whatsapp-skip') },
    dock: t('office-chat'),
    chat: {
      session: sessionOf(seat.publicId),
      token,
      who: t('office-chat-who', { name: nameOf(seat) }),
      welcome: <Welcome page={page} seat={seat} />,
    },
    children: (
      <main
        id="main"
        class="main office"
        tabindex={-1}
        data-at={at}
        data-seat={seat.publicId}
        data-idle={String(idleMs)}
        data-left={String(leftMs)}
      >
        <Head page={page} seat={seat} at={at} />
        <p class="problem" role="alert" data-lost={t('office-lost')}></p>
        {hasRole(board.view.roles, 'keeper', 'admin') && <SlipForm page={page} />}
        <div class="board">
          <BoardParts page={page} board={board} />
        </div>
      </main>
    ),
  });
}

function Head({ page, seat, at }: { readonly page: PageInput; readonly seat: Seat; readonly at: string }) {
  const { t } = page;
  return (
    <header class="office-head">
      <div>
        <h1 class="title">{nameOf(seat)}</h1>
        {seat.roles.map((grant) => (
          <p class="stage">{roleWords(page, grant)}</p>
        ))}
      </div>
      <nav class="tools" aria-label={t('office-tools')}>
        <button type="button" class="tool" data-do="sound" aria-pressed="true">
          <Icon name="bell" />
          <span>{t('office-sound')}</span>
        </button>
        <a class="tool" href={link(page, ORDER_LIST_PATH, { orang: seat.publicId })}>
          <Icon name="print" />
          <span>{t('office-list')}</span>
        </a>
        <button type="button" class="tool" data-do="lock">
          <Icon name="lock" />
          <span>{t('office-lock')}</span>
        </button>
        <button type="button" class="tool" data-do="switch">
          <Icon name="people" />
          <span>{t('office-switch')}</span>
        </button>
        <a class="tool" href={link(page, `${at}/keluar`)}>
          <Icon name="out" />
          <span>{t('office-sign-out')}</span>
        </a>
      </nav>
    </header>
  );
}

/** What the code or name is, the chat finds out. */
function SlipForm({ page }: { readonly page: PageInput }) {
  const { t } = page;
  return (
    <form class="slip-form" data-says>
      <label class="slip-label" for="slip">
        {t('office-slip')}
      </label>
      <input id="slip" class="slip-text" type="text" autocomplete="off" maxlength={60} required />
      <button type="submit" class="button">
        {t('office-slip-open')}
      </button>
    </form>
  );
}

function Welcome({ page, seat }: { readonly page: PageInput; readonly seat: Seat }) {
  const { t } = page;
  const canKeep = hasRole(seat.roles, 'keeper', 'admin');
  const commands = ['/pesanan', ...(canKeep ? ['/tugas'] : []), 'hadir'];
  return (
    <div class="message theirs">
      <p class="said">{t('office-chat-welcome')}</p>
      <div class="choices">
        {commands.map((command) => (
          <button type="button" class="outline" data-text={command}>
            {command}
          </button>
        ))}
      </div>
      <noscript>
        <p class="said">{t('office-noscript')}</p>
      </noscript>
    </div>
  );
}

/* ── the board ── */

interface BoardProps {
  readonly page: PageInput;
  readonly board: Board;
}

/** The parts that change, for the script of the page. */
export function boardParts(props: BoardProps): string {
  return (<BoardParts {...props} />).toString();
}

function BoardParts({ page, board }: BoardProps) {
  const reader: Reader = { ...page, say: page.t, view: board.view };
  const parts = openParts(board.view.roles, board.orders);
  const groups = GROUPS.map((state) => ({ state, open: parts.filter(({ part }) => part.state === state) }));
  const waits = parts.length + board.questions.length + board.talks.length + board.tasks.length > 0;
  const { t } = page;
  return (
    <>
      <Part name="counts">
        <Counts page={page} board={board} groups={groups} />
      </Part>
      <Part name="people">
        <Talks reader={reader} board={board} />
        <Questions reader={reader} board={board} />
        <Tasks page={page} board={board} />
      </Part>
      {groups.map(({ state, open }) => (
        <Part name={state}>
          {open.length > 0 && (
            <Section id={`board-${state}`} title={t('office-group', { state })} count={open.length}>
              {open.map((each) => (
                <PartCard reader={reader} open={each} />
              ))}
            </Section>
          )}
        </Part>
      ))}
      <Part name="empty">{!waits && <p class="empty">{t('office-nothing')}</p>}</Part>
    </>
  );
}

function Part({ name, children }: PropsWithChildren<{ readonly name: string }>) {
  return <div data-part={name}>{children}</div>;
}

interface Group {
  readonly state: string;
  readonly open: readonly OpenPart[];
}

/** How much there is of what, and the way there. */
function Counts({ page, board, groups }: BoardProps & { readonly groups: readonly Group[] }) {
  const { t } = page;
  const counts = [
    { to: 'board-talks', title: t('office-talks'), count: board.talks.length },
    { to: 'board-questions', title: t('office-questions'), count: board.questions.length },
    ...groups.map(({ state, open }) => ({
      to: `board-${state}`,
      title: t('office-group', { state }),
      count: open.length,
    })),
  ].filter(({ count }) => count > 0);
  if (counts.length === 0) return null;
  return (
    <nav aria-label={t('office-counts')}>
      <ul class="counts">
        {counts.map(({ to, title, count }) => (
          <li>
            <a class="count" href={`#${to}`}>
              <b class="count-number">{count}</b> {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly count: number;
}

function Section({ id, title, count, children }: PropsWithChildren<SectionProps>) {
  return (
    <section class="group" aria-labelledby={id}>
      <h2 class="heading" id={id}>
        {title} <span class="group-count">{count}</span>
      </h2>
      <ul class="tickets">{children}</ul>
    </section>
  );
}

function Ticket({ tone, children }: PropsWithChildren<{ readonly tone: string }>) {
  return <li class={`ticket ${tone}`}>{children}</li>;
}

/** What the same choice does in the chat it does here. */
function Choices({ choices, about }: { readonly choices: readonly Choice[]; readonly about: string }) {
  if (choices.length === 0) return null;
  return (
    <div class="choices">
      {choices.map(({ id, label }, index) => (
        <button
          type="button"
          class={index === 0 ? 'outline first' : 'outline'}
          data-board-choice={id}
          aria-label={`${label}: ${about}`}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

function PartCard({ reader, open: { order, part } }: { readonly reader: Reader; readonly open: OpenPart }) {
  const { say } = reader;
  const name = firstName(order.name);
  return (
    <Ticket tone={part.state}>
      <h3 class="ticket-head">
        <b class="code-said">{order.code}</b> <span class="ticket-name">{name}</span>
      </h3>
      {seesManyUnits(reader) && <p class="unit">{unitName(reader, part.unitId)}</p>}
      <ul class="lines">
        {part.lines.map((line) => (
          <li>{pricedLineText(reader, line)}</li>
        ))}
      </ul>
      {part.quoteAmount !== null && <p>{plain(say('part-quote', { amount: part.quoteAmount }))}</p>}
      <p class="where">{plain(say('part-where', { where: pickUpText(reader, part) }))}</p>
      {part.pickupDay && !part.fromStock && (
        <p class="where">{plain(say('card-wish', { day: dayText(reader, part.pickupDay) }))}</p>
      )}
      {part.fromStock && <p class="where">{say('office-from-stock')}</p>}
      {part.state !== 'new' && part.lastStep && <p class="by">{tooLateText(reader, part)}</p>}
      <Choices choices={readersChoices(reader, order, part)} about={`${order.code} ${name}`} />
    </Ticket>
  );
}

function plain(text: string): string {
  return withoutMarks(text);
}

/* ── those who wait for words ── */

interface WaitingProps {
  readonly reader: Reader;
  readonly board: Board;
}

function Talks({ reader, board }: WaitingProps) {
  const { say } = reader;
  if (board.talks.length === 0) return null;
  return (
    <Section id="board-talks" title={say('office-talks')} count={board.talks.length}>
      {board.talks.map((talk) => (
        <Ticket tone="new">
          <h3 class="ticket-head">{talkWords(reader, talk)}</h3>
          <Choices choices={[talkChoice(reader, talk)]} about={talkName(reader, talk)} />
        </Ticket>
      ))}
    </Section>
  );
}

function talkName({ say }: Reader, { visitorName }: TalkView): string {
  return visitorName === null ? say('office-visitor') : firstName(visitorName);
}

function talkWords(reader: Reader, talk: TalkView): Child {
  return reader.say('office-talk', {
    name: talkName(reader, talk),
    reason: talk.owner ? 'mine' : talk.reason,
  });
}

function talkChoice({ say }: Reader, { owner, publicId }: TalkView): Choice {
  return owner
    ? choice(say('staff-button-end-talk'), { do: 'end-talk', talk: publicId })
    : choice(say('staff-button-take-talk'), { do: 'take-talk', talk: publicId });
}

function Questions({ reader, board }: WaitingProps) {
  const { say } = reader;
  if (board.questions.length === 0) return null;
  return (
    <Section id="board-questions" title={say('office-questions')} count={board.questions.length}>
      {board.questions.map((question) => {
        const { publicId, number } = question;
        const answer = { do: 'answer-question', question: publicId, number } as const;
        const about = questionText(reader, question);
        return (
          <Ticket tone="new">
            <h3 class="ticket-head">{say('office-question', { number, about })}</h3>
            <Choices choices={[choice(say('staff-button-answer'), answer)]} about={about} />
          </Ticket>
        );
      })}
    </Section>
  );
}

/** Numbers are shown in the chat, where it is written down who has seen them. */
function Tasks({ page, board }: BoardProps) {
  const { t } = page;
  if (board.tasks.length === 0) return null;
  return (
    <Section id="board-tasks" title={t('office-tasks')} count={board.tasks.length}>
      <Ticket tone="new">
        <ul class="lines">
          {board.tasks.map(({ code, name }) => (
            <li>{`${code} · ${firstName(name)}`}</li>
          ))}
        </ul>
        <Choices
          choices={[choice(t('office-tasks-open'), { do: 'keeper-tasks' })]}
          about={t('office-tasks')}
        />
      </Ticket>
    </Section>
  );
}
