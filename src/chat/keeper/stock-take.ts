/**
 * Counting all that lies at the stand. What the book says is shown only when everything is counted, and what differs is
 * booked together. A line on which something moved since it was counted is asked again.
 */
import { type Product, type Snapshot, type Variant, variantById } from '../../shop/catalogue.ts';
import type { EntryView, Needs } from '../facts.ts';
import { type Flow, reply, type Scene, type Turn } from '../flow.ts';
import { readAmount } from '../understand/amounts.ts';
import { saysSkip } from '../understand/counter.ts';
import { isNeverMind } from '../understand/never-mind.ts';
import { choice, variantName, words } from '../wording.ts';
import { counterNeeds, keeperOnly } from './counter.ts';
import { entryTurn } from './counter-book.ts';
import { stockedProducts } from './counter-questions.ts';
import type { Counted, StockTake } from './draft.ts';
import { nameOfActor } from './slips.ts';

const MAX_COUNT = 1_000_000;
const EMPTY: StockTake = { counted: [], later: [] };

interface Line {
  readonly product: Product;
  readonly variant: Variant;
}

function linesToCount(scene: Pick<Scene, 'snapshot'>): Line[] {
  return stockedProducts(scene).flatMap((product) =>
    product.variants.map((variant) => ({ product, variant })),
  );
}

export function stockTakeNeeds(snapshot: Snapshot): Needs {
  const needs = counterNeeds(snapshot);
  return { ...needs, moved: needs.stock ?? [] };
}

/* ── going on ── */

/** The next that is neither counted nor left for later; then those left; then what differs. */
function goOn(scene: Scene, take: StockTake, preface?: string): Turn {
  const lines = linesToCount(scene);
  const open = lines.filter(({ variant }) => !take.counted.some((each) => each.variant === variant.id));
  const next = open.find(({ variant }) => !take.later.includes(variant.id)) ?? open[0];
  const turn = next
    ? ask(scene, next, lines.length - open.length + 1, lines.length, preface)
    : differences(scene, take, preface);
  return { ...turn, conversation: { ...turn.conversation, stockTake: take } };
}

function ask(scene: Scene, { product, variant }: Line, at: number, of: number, preface?: string): Turn {
  const { say } = scene;
  const question = say('stock-take-ask', {
    at,
    of,
    name: variantName(scene, product, variant),
    unit: words(scene, product.saleUnit),
  });
  return {
    ...reply([preface, question].filter(Boolean).join('\n\n'), {
      // A number that is typed is the count, and no place in a list.
      choices: scene.numbered
        ? []
        : [
            ...(of - at > 0
              ? [choice(say('stock-take-button-later'), { do: 'count-later', variant: variant.id })]
              : []),
            choice(say('stock-take-button-leave'), { do: 'stock-take-leave' }),
          ],
      inPlace: true,
    }),
    conversation: { asked: { what: 'count', variant: variant.id } },
  };
}

function start(scene: Scene, take: StockTake): Turn {
  const lines = linesToCount(scene);
  if (lines.length === 0) return { ...reply(scene.say('stock-list-none')), conversation: { asked: null } };
  const known = take.counted.filter((each) => lines.some(({ variant }) => variant.id === each.variant));
  const resumes = known.length > 0;
  const key = resumes ? 'stock-take-resumed' : 'stock-take-start';
  return goOn(scene, { ...take, counted: known }, scene.say(key, { at: known.length, of: lines.length }));
}

/* ── counting ── */

const NONE_LEFT = /^(?:kosong|habis|nol|tidak ada|none|empty|zero)[.! ]*$/i;

function readCount(text: string): number | null {
  if (NONE_LEFT.test(text.trim())) return 0;
  return readAmount(text);
}

export function answerCount(scene: Scene, variantId: number, text: string): Turn {
  const take = scene.conversation.stockTake ?? EMPTY;
  const found = variantById(scene.snapshot, variantId);
  if (isNeverMind(text)) return leave(scene);
  if (!found) return goOn(scene, take);
  if (saysSkip(text)) return later(scene, variantId);
  const count = readCount(text);
  if (count === null || count < 0) return goOn(scene, take, scene.say('admin-stock-unclear'));
  if (count > MAX_COUNT) return goOn(scene, take, scene.say('counter-amount-absurd', { max: MAX_COUNT }));
  const counted: Counted = {
    variant: variantId,
    count,
    book: scene.facts.stock.get(variantId)?.onHand ?? 0,
    moved: scene.facts.moved.get(variantId) ?? null,
  };
  const others = take.counted.filter(({ variant }) => variant !== variantId);
  return goOn(scene, { ...take, counted: [...others, counted] });
}

function later(scene: Scene, variantId: number): Turn {
  const take = scene.conversation.stockTake ?? EMPTY;
  return goOn(scene, { ...take, later: [...take.later.filter((each) => each !== variantId), variantId] });
}

function leave(scene: Scene): Turn {
  const { say } = scene;
  return {
    ...reply(say('stock-take-left'), {
      choices: [
        choice(say('stock-take-button-resume'), { do: 'stock-take' }),
        choice(say('counter-button-menu'), { do: 'counter-menu' }),
      ],
      inPlace: true,
    }),
    conversation: { asked: null },
  };
}

/* ── what differs ── */

function differing({ counted }: StockTake): readonly Counted[] {
  return counted.filter(({ count, book }) => count !== book);
}

function differenceText(scene: Scene, { variant: id, count, book }: Counted): string {
  const found = variantById(scene.snapshot, id);
  if (!found) return '';
  return scene.say('stock-take-difference', {
    name: variantName(scene, found.product, found.variant),
    unit: words(scene, found.product.saleUnit),
    count,
    book,
    sign: count > book ? 'more' : 'less',
    qty: Math.abs(count - book),
  });
}

function differences(scene: Scene, take: StockTake, preface?: string): Turn {
  const { say } = scene;
  const different = differing(take);
  const again = choice(say('stock-take-button-again'), { do: 'stock-take-again' });
  const text =
    different.length === 0
      ? say('stock-take-no-difference', { count: take.counted.length })
      : [say('stock-take-head'), ...different.map((each) => differenceText(scene, each))].join('\n');
  return {
    ...reply([preface, text].filter(Boolean).join('\n\n'), {
      choices: [
        choice(say(different.length === 0 ? 'stock-take-button-close' : 'stock-take-button-book'), {
          do: 'book-stock-take',
        }),
        again,
      ],
      inPlace: true,
    }),
    conversation: { asked: null },
  };
}

/* ── booking ── */

function bookStockTake(scene: Scene): Turn {
  const take = scene.conversation.stockTake;
  if (!take) return { ...reply(scene.say('stock-take-none')), conversation: { asked: null } };
  const isCounted = linesToCount(scene).every(({ variant }) =>
    take.counted.some((each) => each.variant === variant.id),
  );
  if (!isCounted) return start(scene, take);
  const outdated = take.counted.filter(
    ({ variant, moved }) => (scene.facts.moved.get(variant) ?? null) !== moved,
  );
  if (outdated.length > 0) return askAgain(scene, take, outdated, 'stock-take-moved');
  const promised = take.counted.filter(
    ({ variant, count }) => count < (scene.facts.stock.get(variant)?.allocated ?? 0),
  );
  if (promised.length > 0) return askAgain(scene, take, promised, 'stock-take-promised');
  const different = differing(take);
  if (different.length === 0) {
    return {
      ...reply(scene.say('stock-take-closed'), { inPlace: true }),
      conversation: { asked: null, stockTake: null },
    };
  }
  return corrected(scene, different);
}

/** These are counted once more; all others stay as they were counted. */
function askAgain(scene: Scene, take: StockTake, again: readonly Counted[], key: string): Turn {
  const names = again.flatMap(({ variant: id }) => {
    const found = variantById(scene.snapshot, id);
    return found ? [variantName(scene, found.product, found.variant)] : [];
  });
  const counted = take.counted.filter((each) => !again.includes(each));
  return goOn(scene, { counted, later: [] }, scene.say(key, { names: names.join(', ') }));
}

function corrected(scene: Scene, different: readonly Counted[]): Turn {
  const publicId = scene.ids.opaque();
  const lines = different.map(({ variant, count, book, moved }) => ({
    variantId: variant,
    qty: count - book,
    counted: moved,
  }));
  const entry: EntryView = {
    id: 0,
    publicId,
    kind: 'correction',
    at: scene.now,
    by: nameOfActor(scene),
    isUndo: false,
    undone: null,
    lines,
    method: null,
    money: [],
  };
  return {
    ...entryTurn(scene, entry, '', scene.say('stock-take-booked')),
    effects: [{ kind: 'entry', publicId, entry: 'correction', lines, method: null, money: [], guards: null }],
    conversation: { asked: null, stockTake: null },
  };
}

export const stockTakeFlow: Flow<
  'stock-take' | 'stock-take-again' | 'count-later' | 'stock-take-leave' | 'book-stock-take'
> = {
  'stock-take': {
    needs: (_meaning, _view, snapshot) => stockTakeNeeds(snapshot),
    turn: (scene) => keeperOnly(scene, () => start(scene, scene.conversation.stockTake ?? EMPTY)),
  },
  'stock-take-again': {
    needs: (_meaning, _view, snapshot) => stockTakeNeeds(snapshot),
    turn: (scene) => keeperOnly(scene, () => start(scene, EMPTY)),
  },
  'count-later': {
    needs: (_meaning, _view, snapshot) => stockTakeNeeds(snapshot),
    turn: (scene, { variant }) => keeperOnly(scene, () => later(scene, variant)),
  },
  'stock-take-leave': { turn: (scene) => keeperOnly(scene, () => leave(scene)) },
  'book-stock-take': {
    needs: (_meaning, _view, snapshot) => stockTakeNeeds(snapshot),
    turn: (scene) => keeperOnly(scene, () => bookStockTake(scene)),
  },
};
