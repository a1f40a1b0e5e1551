/** Selling over the counter, taking deliveries in, breakage and returns: in one line, or step by step. */
import { productById, productBySlug, type Snapshot, variantById } from '../../shop/catalogue.ts';
import { PAYMENT_METHODS, RETURN_WAYS } from '../../shop/counter.ts';
import { hasRole } from '../../shop/roles.ts';
import { type Action, unpack } from '../actions.ts';
import { resolveChoice } from '../choices.ts';
import type { Needs } from '../facts.ts';
import { type Flow, reply, type Scene, type Turn } from '../flow.ts';
import { notYours } from '../staff/part-work.ts';
import { readAmount } from '../understand/amounts.ts';
import { type CounterLine, type DraftKind, readMethod, readWay } from '../understand/counter.ts';
import { isNeverMind } from '../understand/never-mind.ts';
import { read } from '../understand/reading.ts';
import type { UnderstoodItem } from '../understand/understanding.ts';
import { choice } from '../wording.ts';
import { book, entryTurn, undoEntry } from './counter-book.ts';
import { askLacking, lacking } from './counter-questions.ts';
import type { CounterDraft, DraftItem } from './draft.ts';
import { mayKeep } from './slips.ts';

/** A line names a few things; more than that is no line. */
const MAX_ITEMS = 20;

const NOTHING: DraftItem = { product: null, variant: null, qty: null };

/** Everybody else is told kindly: the unit's staff write here, too. */
export function keeperOnly(scene: Scene, turn: () => Turn): Turn {
  if (mayKeep(scene)) return turn();
  if (!hasRole(scene.view.roles, 'staff')) return notYours(scene);
  return { ...reply(scene.say('counter-not-yours')), conversation: { asked: null } };
}

/** All that lies at the stand: a few hundred rows at most. */
export const counterNeeds = (snapshot: Snapshot): Needs => ({
  stock: snapshot.products.flatMap((product) =>
    product.mode === 'ready' ? product.variants.map(({ id }) => id) : [],
  ),
});

/* ── the draft ── */

function itemOf(snapshot: Snapshot, item: UnderstoodItem): DraftItem {
  const product = item.product === null ? undefined : productBySlug(snapshot, item.product);
  const named = product?.variants.find(({ slug }) => slug === item.variant);
  const only = product?.variants.length === 1 ? product.variants[0] : undefined;
  return {
    product: product?.id ?? null,
    variant: (named ?? only)?.id ?? null,
    qty: item.qty,
    ...(item.unit === undefined ? {} : { unit: item.unit }),
  };
}

function draftOf(scene: Scene, line: CounterLine): CounterDraft {
  const items = line.items.slice(0, MAX_ITEMS).map((item) => itemOf(scene.snapshot, item));
  return {
    id: scene.ids.opaque(),
    kind: line.kind,
    items: items.length > 0 ? items : [NOTHING],
    method: line.kind === 'walk-in' || line.kind === 'return' ? line.method : null,
    withoutMoney: false,
    way: line.way,
    units: line.units,
    unread: line.unread,
  };
}

function goOn(scene: Scene, draft: CounterDraft, preface?: string): Turn {
  const isSale = draft.kind === 'walk-in' || draft.way === 'from-buyer';
  // A stand that only shows has nothing to sell yet.
  if (isSale && scene.snapshot.stand.stage === 'interest') return closed(scene, 'counter-not-selling');
  const missing = lacking(scene, draft);
  return missing ? askLacking(scene, draft, missing, preface) : book(scene, asBooked(draft));
}

/** Goods that go back to their unit cost nobody anything. */
function asBooked(draft: CounterDraft): CounterDraft {
  return draft.way === 'to-unit' ? { ...draft, method: null } : draft;
}

function closed(scene: Scene, key: string): Turn {
  return {
    ...reply(scene.say(key), {
      choices: [choice(scene.say('counter-button-menu'), { do: 'counter-menu' })],
      inPlace: true,
    }),
    conversation: { asked: null },
  };
}

type Set = Extract<Action, { do: 'counter-set' }>;

/** The draft with this answer; null where it is none, or the answer was given before. */
function withAnswer(
  snapshot: Snapshot,
  draft: CounterDraft,
  { item, what, value }: Set,
): CounterDraft | null {
  const current = draft.items[item];
  if (!current) return null;
  const change = (changed: Partial<DraftItem>): CounterDraft => ({
    ...draft,
    items: draft.items.map((each, index) => (index === item ? { ...current, ...changed } : each)),
  });
  switch (what) {
    case 'product': {
      const product = productById(snapshot, Number(value));
      if (!product) return null;
      const only = product.variants.length === 1 ? product.variants[0] : undefined;
      return change({ product: product.id, variant: only?.id ?? null });
    }
    case 'variant': {
      const found = variantById(snapshot, Number(value));
      return found && found.product.id === current.product ? change({ variant: found.variant.id }) : null;
    }
    case 'qty': {
      const { unit: _, ...rest } = current;
      const items = draft.items.map((each, index) =>
        index === item ? { ...rest, qty: Number(value) } : each,
      );
      return { ...draft, items };
    }
    case 'way': {
      const way = RETURN_WAYS.find((each) => each === value);
      return way ? { ...draft, way } : null;
    }
    case 'unit':
      return { ...draft, units: null };
    case 'unread':
      return { ...draft, unread: null };
    case 'method': {
      if (value === 'none') return { ...draft, withoutMoney: true };
      const method = PAYMENT_METHODS.find((each) => each === value);
      return method ? { ...draft, method } : null;
    }
  }
}

/** Of the draft that is open, and of what is asked there now; anything else is an old button. */
function setAnswer(scene: Scene, answer: Set): Turn {
  const { asked } = scene.conversation;
  const draft = asked?.what === 'counter' && asked.draft.id === answer.draft ? asked.draft : null;
  if (!draft) return oldDraft(scene);
  const missing = lacking(scene, draft);
  if (!missing || missing.what !== answer.what || missing.item !== answer.item) return goOn(scene, draft);
  const next = withAnswer(scene.snapshot, draft, answer);
  return next ? goOn(scene, next) : goOn(scene, draft, scene.say('counter-answer-unclear'));
}

/** Pressed again after it was booked: it is shown as it stands. */
function oldDraft(scene: Scene): Turn {
  const { entry } = scene.facts;
  if (entry) return entryTurn(scene, entry, '', scene.say('counter-booked-already'));
  return { ...closed(scene, 'counter-draft-old'), conversation: {} };
}

/* ── what is typed ── */

export function answerDraft(scene: Scene, draft: CounterDraft, text: string): Turn {
  if (isNeverMind(text)) return closed(scene, 'counter-dropped');
  const missing = lacking(scene, draft);
  if (!missing) return goOn(scene, draft);
  const { what, item } = missing;
  const set = (value: string | number | null): Turn => {
    const answer = { do: 'counter-set', draft: draft.id, item, what, value: String(value) } as const;
    const next = value === null ? null : withAnswer(scene.snapshot, draft, answer);
    return next ? goOn(scene, next) : goOn(scene, draft, scene.say('counter-answer-unclear'));
  };
  if (what === 'qty') return set(amountIn(scene, text));
  const picked = resolveChoice(text, scene.conversation.offered);
  const action = picked && unpack(picked.id);
  if (action?.do === 'counter-set' && action.draft === draft.id) return setAnswer(scene, action);
  if (action?.do === 'counter-drop') return closed(scene, 'counter-dropped');
  if (what === 'product') return withNamed(scene, draft, item, text);
  if (what === 'variant') return set(namedVariant(scene, draft.items[item], text));
  if (what === 'method') return set(readMethod(text));
  return what === 'way' ? set(readWay(text)) : set(saysYes(text) ? 'go' : null);
}

const saysYes = (text: string) =>
  /^(?:ya|iya|y|yes|ok|oke|betul|benar|right|correct)[.! ]*$/i.test(text.trim());

function amountIn(scene: Scene, text: string): number | null {
  const [item, ...more] = read(text, scene.snapshot).items;
  return readAmount(text) ?? (more.length === 0 && item?.unit === undefined ? (item?.qty ?? null) : null);
}

/** "keripik", or "keripik 2" */
function withNamed(scene: Scene, draft: CounterDraft, at: number, text: string): Turn {
  const named = read(text, scene.snapshot).items.flatMap((item) =>
    item.product === null ? [] : [itemOf(scene.snapshot, item)],
  );
  if (named.length === 0) return goOn(scene, draft, scene.say('counter-answer-unclear'));
  const [first = NOTHING, ...more] = named;
  const before = draft.items[at] ?? NOTHING;
  const items = draft.items.flatMap((each, index) =>
    index === at ? [{ ...before, ...first, qty: first.qty ?? before.qty }, ...more] : [each],
  );
  return goOn(scene, { ...draft, items: items.slice(0, MAX_ITEMS) });
}

function namedVariant(scene: Scene, item: DraftItem | undefined, text: string): number | null {
  const product = item?.product == null ? undefined : productById(scene.snapshot, item.product);
  const [named] = read(text, scene.snapshot).items.filter(({ product: slug }) => slug === product?.slug);
  return product?.variants.find(({ slug }) => slug === named?.variant)?.id ?? null;
}

/* ── the menu ── */

function menu(scene: Scene): Turn {
  const { say } = scene;
  const start = (kind: DraftKind) =>
    choice(say('counter-button-start', { kind }), { do: 'counter-start', kind });
  return {
    ...reply(say('counter-menu'), {
      choices: [
        start('walk-in'),
        start('delivery'),
        start('breakage'),
        start('return'),
        choice(say('counter-button-stock'), { do: 'stock-list' }),
        choice(say('counter-button-stock-take'), { do: 'stock-take' }),
        choice(say('counter-button-cash-today'), { do: 'cash-today' }),
        choice(say('counter-button-new-order'), { do: 'new-order' }),
      ],
      inPlace: true,
    }),
    conversation: { asked: null },
  };
}

export const counterFlow: Flow<
  'counter-menu' | 'counter-start' | 'counter-set' | 'counter-drop' | 'counter-line' | 'undo-entry'
> = {
  'counter-menu': { turn: (scene) => keeperOnly(scene, () => menu(scene)) },
  'counter-start': {
    needs: (_meaning, _view, snapshot) => counterNeeds(snapshot),
    turn: (scene, { kind }) =>
      keeperOnly(scene, () =>
        goOn(scene, draftOf(scene, { kind, items: [], method: null, way: null, units: null, unread: null })),
      ),
  },
  'counter-line': {
    needs: (_meaning, _view, snapshot) => counterNeeds(snapshot),
    turn: (scene, { line }) => keeperOnly(scene, () => goOn(scene, draftOf(scene, line))),
  },
  'counter-set': {
    needs: ({ draft }, _view, snapshot) => ({ ...counterNeeds(snapshot), entry: draft }),
    turn: (scene, answer) => keeperOnly(scene, () => setAnswer(scene, answer)),
  },
  'counter-drop': {
    needs: ({ draft }) => ({ entry: draft }),
    turn: (scene, { draft }) =>
      keeperOnly(scene, () => {
        const { asked } = scene.conversation;
        const isOpen = asked?.what === 'counter' && asked.draft.id === draft;
        return isOpen ? closed(scene, 'counter-dropped') : oldDraft(scene);
      }),
  },
  'undo-entry': {
    needs: ({ entry }, _view, snapshot) => ({ ...counterNeeds(snapshot), entry }),
    turn: (scene) => keeperOnly(scene, () => undoEntry(scene)),
  },
};
