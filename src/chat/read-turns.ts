/** Turns of speech that mean one thing where the conversation stands, whatever they sound like. */
import { cartParts } from '../shop/cart.ts';
import { normalisePhone } from '../shop/phone.ts';
import { type Action, unpack } from './actions.ts';
import type { Meaning } from './flow.ts';
import type { Readable } from './readable.ts';
import { readCorrection } from './understand/corrections.ts';
import { namesDay } from './understand/days.ts';
import { readName } from './understand/names.ts';
import {
  afterThatIsAll,
  asksToConnect,
  asksWhy,
  readLanguageWish,
  readQuoteAnswer,
  saysThatIsAll,
  speaksOfQuote,
} from './understand/on-the-way.ts';
import { asksForOwnData, asksToErase } from './understand/own-data.ts';
import type { Understanding } from './understand/understanding.ts';

export function readTurnOfSpeech(
  { view }: Readable,
  text: string,
  understood: Understanding,
): Meaning | null {
  const { asked } = view.chat.conversation;
  const language = readLanguageWish(text);
  if (language !== null && understood.items.length === 0) return { do: 'language', language };
  if (asksToErase(text)) return { do: 'ask-erase' };
  if (asksForOwnData(text)) return { do: 'my-data' };
  if (asksToConnect(text) && understood.items.length === 0) return { do: 'connect-chat' };
  if ((asked?.what === 'phone' || asked?.what === 'name') && asksWhy(text)) return { do: 'why-asked', asked };
  const full = view.cart.body.lines.length > 0;
  // What still waits for a number is left where it is.
  const leaves = asked?.what === 'quantity' || asked?.what === 'clear-cart';
  if (leaves && full && saysThatIsAll(text)) return { do: 'checkout' };
  if (asked !== null) return null;
  const quote = quoteMeant(view.openNotices, text);
  if (quote) return quote;
  if (
    understood.intent !== 'complaint' &&
    speaksOfQuote(text) &&
    openQuotes(view.openNotices, 'take-quote').length > 0
  )
    return { do: 'my-orders' };
  if (!full) return null;
  const more = afterThatIsAll(text);
  if (more !== null && understood.items.length === 0) return { do: 'checkout-with', text: more };
  return saysThatIsAll(text) ? { do: 'checkout' } : null;
}

/** The one quote that waits for this visitor, taken or declined in words. */
function quoteMeant(notices: Readable['view']['openNotices'], text: string): Meaning | null {
  const answer = readQuoteAnswer(text);
  if (!answer) return null;
  const [one, ...more] = openQuotes(notices, answer === 'take' ? 'take-quote' : 'decline-quote');
  return one && more.length === 0 ? one : null;
}

function openQuotes(
  notices: Readable['view']['openNotices'],
  verb: 'take-quote' | 'decline-quote',
): Action[] {
  return notices
    .flatMap(({ choices }) => choices.flatMap(({ id }) => unpack(id) ?? []))
    .filter((action) => action.do === verb);
}

/** What of the summary is to be another; with the new one already said, that is taken. */
export function readSummaryChange(
  { view, snapshot }: Readable,
  text: string,
  understood: Understanding,
): Meaning | null {
  if (view.chat.conversation.asked?.what !== 'confirm') return null;
  const what = readCorrection(text) ?? (saysOtherDay(text, understood) ? 'pick-up' : null);
  if (!what) return null;
  const answer = (said: string, asked: Extract<Meaning, { do: 'answer' }>['asked']): Meaning => ({
    do: 'answer',
    asked,
    text: said,
    understood,
  });
  if (what === 'name') {
    const name = /(?:jadi|ke|to|dengan)\s+(.+)$/i.exec(text)?.[1];
    return name && readName(name) ? answer(name, { what: 'name' }) : { do: 'change-name' };
  }
  if (what === 'phone') {
    return normalisePhone(text) ? answer(text, { what: 'phone' }) : { do: 'change-phone' };
  }
  const parts = cartParts(view.cart.body, snapshot).filter(({ mode }) => mode !== 'quote');
  const [part] = parts;
  return part && parts.length === 1 && namesDay(text)
    ? answer(text, { what: 'pick-up', part: part.key })
    : { do: 'change-pick-up' };
}

const FETCH = /(?:ambil|jemput|dateng|datang|pick|come|collect)/i;

/** "ambilnya senin aja deh". */
function saysOtherDay(text: string, { items }: Understanding): boolean {
  return items.length === 0 && FETCH.test(text) && !text.includes('?') && namesDay(text);
}
