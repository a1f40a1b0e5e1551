/** Words, and numbers where there are no buttons, that name what was offered. */
import { type Action, unpack } from './actions.ts';
import { asksOfCurator } from './admin/catalogue/asked.ts';
import { byLabel, byNumber, readNumber, resolveChoice, resolveQuoted } from './choices.ts';
import type { Meaning } from './flow.ts';
import type { Choice } from './message.ts';
import { isAskedFreely, takesNumbers } from './read-answers.ts';
import type { Readable } from './readable.ts';

/** Of the quoted message, of the newest list, of an open notice; null where nothing was named. */
export function readChoice({ inbound, view }: Readable, text: string): Meaning | null {
  const quoted = inbound.body.kind === 'text' && inbound.body.replyTo !== undefined ? view.quoted : null;
  const ofQuoted = quoted && resolveQuoted(text, quoted);
  if (ofQuoted) return action(ofQuoted);
  const { asked, offered, offeredAfter = 0 } = view.chat.conversation;
  const isNumber = readNumber(text) !== null;
  // What was quoted offers no such number, and nothing else was meant.
  if (isNumber && quoted && quoted.choices.length > 0) return null;
  // A number may be said to the visitor, or be the answer.
  if (isNumber && (view.talkingTo !== null || takesNumbers(asked))) {
    const labelled = byLabel(text, offered);
    return labelled ? action(labelled) : null;
  }
  const picked = resolveChoice(text, offered);
  const own = picked && isNumber && isUndo(picked) ? byLabel(text, offered) : picked;
  // Those questions that take no number are answered from the list under them.
  const isAnswer = isNumber && isAskedFreely(view.chat.conversation) && !asksOfCurator(asked);
  if (isAnswer && !own) return null;
  const noticed = view.openNotices.flatMap((notice) => {
    const named = byLabel(text, notice.choices) ?? byNumber(text, notice);
    // The newest list is older than this.
    const may = named && named.id !== own?.id && (!own || notice.id > offeredAfter);
    return may ? [named] : [];
  });
  const [taken] = view.takenNotices.flatMap((notice) => byNumber(text, notice) ?? []);
  // Whoever was quicker is named.
  if (taken && noticed.length === 0 && asked === null) return action(taken);
  // A notice is the newest list then. Between two orders it is asked, and while a question waits for its answer.
  const isLaidAside = own && asked === null && noticed.length > 0 && !isAboutOrder(own);
  const meant = own && !isLaidAside ? [own, ...noticed] : noticed;
  if (meant.length > 1) return { do: 'which-notice', choices: meant };
  const [one] = meant;
  return one && !isAnswer ? action(one) : null;
}

/** Never by a number: the same one, sent twice, would undo what it booked. */
function isUndo({ id }: Choice): boolean {
  return unpack(id)?.do === 'undo-entry';
}

function isAboutOrder({ id }: Choice): boolean {
  const meant = unpack(id);
  return meant !== undefined && 'part' in meant;
}

function action(choice: Choice): Action | { do: 'old-button' } {
  return unpack(choice.id) ?? { do: 'old-button' };
}
