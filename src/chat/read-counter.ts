/** What keepers type at the counter, between everything else. */
import { readOrderCode } from '../shop/code.ts';
import { hasRole } from '../shop/roles.ts';
import type { Asked } from './conversation.ts';
import type { Meaning } from './flow.ts';
import { isAskedFreely } from './read-answers.ts';
import type { Readable } from './readable.ts';
import { readCounterCommand, readCounterLine, readLevelWords } from './understand/counter.ts';

/** Questions of the counter: a new line, or a code that is shown, may come in between. */
const OURS: readonly Asked['what'][] = ['counter', 'low-level', 'count'];

/** null: it is about something else. */
export function readCounter({ view, snapshot }: Readable, text: string): Meaning | null {
  const { conversation } = view.chat;
  const { asked } = conversation;
  const isOurs = asked !== null && OURS.includes(asked.what);
  if (isAskedFreely(conversation) && !isOurs) return null;
  if (!hasRole(view.roles, 'keeper', 'admin')) return staffLine({ view, snapshot }, text);
  const line = readCounterLine(text, snapshot);
  // To a visitor one may say "rusak 1"; nobody tells them a whole sale.
  if (view.talkingTo) return line && isWhole(line) ? { do: 'counter-line', line } : null;
  if (line) return { do: 'counter-line', line };
  const command = readCounterCommand(text);
  if (command) return { do: command };
  const words = readLevelWords(text, snapshot);
  if (words) return { do: 'low-level', words };
  return readShownCode(text, isOurs);
}

/** The unit's staff are told that this is not theirs; what names no product may mean anything. */
function staffLine({ view, snapshot }: Pick<Readable, 'view' | 'snapshot'>, text: string): Meaning | null {
  if (!hasRole(view.roles, 'staff') || view.talkingTo) return null;
  const line = readCounterLine(text, snapshot);
  return line?.items.some(({ product }) => product !== null) ? { do: 'counter-line', line } : null;
}

type Line = NonNullable<ReturnType<typeof readCounterLine>>;

function isWhole({ items, unread }: Line): boolean {
  return (
    unread === null && items.length > 0 && items.every(({ product, qty }) => product !== null && qty !== null)
  );
}

/** The link of a slip, or what looks like a code: whether it is one of ours is told with the slip. */
function readShownCode(text: string, isOurs: boolean): Meaning | null {
  const code = /(?:\/s\/|start=slip_)([\w-]{1,40})\s*$/.exec(text)?.[1];
  if (code !== undefined) return { do: 'slip-link', link: text.trim(), code };
  const typed = text.trim();
  const isCode = /^#?[a-z0-9]{3}-[a-z0-9]{3}$/i.test(typed);
  // To "how many?" six digits are a number.
  const isWord = isOurs && readOrderCode(typed) !== null && /[a-z]/i.test(typed);
  return isCode || isWord ? { do: 'show-slip', code: typed.replace(/^#/, '').replaceAll(' ', '') } : null;
}
