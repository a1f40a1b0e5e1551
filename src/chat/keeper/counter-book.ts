/** Booking a draft, and undoing what was booked by an entry the other way round. */
import { totalOf } from '../../shop/cart.ts';
import { type Snapshot, variantById } from '../../shop/catalogue.ts';
import type { MoneyLine, PaymentMethod } from '../../shop/counter.ts';
import type { EnteredLine, OrderGuards } from '../../shop/effects.ts';
import { available } from '../../shop/stock.ts';
import type { EntryView } from '../facts.ts';
import { reply, type Scene, type Turn } from '../flow.ts';
import { whenText } from '../staff/part-work.ts';
import { choice, lineText, priceText, variantName, words } from '../wording.ts';
import { signOf } from './counter-questions.ts';
import type { CounterDraft } from './draft.ts';
import { nameOfActor } from './slips.ts';

/** One line for each variant, signed. */
function linesOf(draft: CounterDraft): EnteredLine[] {
  const sums = new Map<number, number>();
  for (const { variant, qty } of draft.items)
    if (variant !== null) sums.set(variant, (sums.get(variant) ?? 0) + (qty ?? 0));
  return Array.from(sums, ([variantId, qty]) => ({ variantId, qty: qty * signOf(draft) }));
}

/** At the prices of this moment; what comes back is money that goes out. */
function moneyFor(snapshot: Snapshot, lines: readonly EnteredLine[]): MoneyLine[] {
  return lines.flatMap(({ variantId, qty }) => {
    const found = variantById(snapshot, variantId);
    if (!found) return [];
    const { amount, status } = found.variant.price;
    const sold = -qty;
    const { unitId } = found.product;
    return [
      { unitId, variantId, qty: sold, amount: amount === null ? null : amount * sold, priceStatus: status },
    ];
  });
}

function guardsFor(snapshot: Snapshot, lines: readonly EnteredLine[]): OrderGuards {
  const { stand } = snapshot;
  const products = new Map(
    lines.flatMap(({ variantId }) => {
      const product = variantById(snapshot, variantId)?.product;
      return product ? [[product.id, product.version] as const] : [];
    }),
  );
  return {
    stand: { id: stand.id, version: stand.version },
    products: [...products].map(([id, version]) => ({ id, version })),
  };
}

export function book(scene: Scene, draft: CounterDraft): Turn {
  const lines = linesOf(draft);
  const { method } = draft;
  const money = method === null ? [] : moneyFor(scene.snapshot, lines);
  const entry: EntryView = {
    id: 0,
    publicId: draft.id,
    kind: draft.kind,
    at: scene.now,
    by: nameOfActor(scene),
    isUndo: false,
    undone: null,
    lines,
    method,
    money,
  };
  return {
    ...entryTurn(scene, entry, afterwards(scene, lines)),
    effects: [
      {
        kind: 'entry',
        publicId: draft.id,
        entry: draft.kind,
        lines,
        method,
        money,
        guards: method === null ? null : guardsFor(scene.snapshot, lines),
      },
    ],
  };
}

/** What then lies at the stand. */
function afterwards(scene: Scene, lines: EntryView['lines']): string {
  return lines
    .flatMap(({ variantId, qty }) => {
      const found = variantById(scene.snapshot, variantId);
      const level = scene.facts.stock.get(variantId);
      if (!found || !level) return [];
      return [
        scene.say('counter-left', {
          name: variantName(scene, found.product, found.variant),
          left: available(level) + qty,
          promised: level.allocated,
          unit: words(scene, found.product.saleUnit),
        }),
      ];
    })
    .join('\n');
}

function lineWithPrice(scene: Scene, entry: EntryView, line: EntryView['lines'][number]): string {
  const shown = lineText(scene, { variantId: line.variantId, qty: Math.abs(line.qty) });
  const paid = entry.money.find(({ variantId }) => variantId === line.variantId);
  if (entry.kind === 'correction')
    return `• ${scene.say('counter-line-signed', { line: shown, sign: line.qty < 0 ? 'less' : 'more' })}`;
  if (!paid) return `• ${shown}`;
  const price = priceText(scene, {
    amount: paid.amount === null ? null : Math.abs(paid.amount),
    status: paid.priceStatus,
  });
  return `• ${scene.say('line-priced', { line: shown, price })}`;
}

/** Sample and unknown prices never enter a total. */
export function sumText(scene: Scene, money: readonly MoneyLine[], method: PaymentMethod): string {
  const { amount, open } = totalOf(
    money.map(({ amount: of, priceStatus }) => ({ price: of, priceStatus, qty: 1 })),
  );
  return scene.say('counter-sum', {
    amount: Math.abs(amount),
    method,
    what: amount === 0 && open ? 'open' : open ? 'partly' : 'all',
  });
}

function entryText(scene: Scene, entry: EntryView): string {
  const way = entry.kind === 'return' ? wayOf(entry) : 'none';
  return [
    scene.say('counter-booked', { kind: entry.kind, way }),
    ...entry.lines.map((line) => lineWithPrice(scene, entry, line)),
    ...(entry.method === null ? [] : [sumText(scene, entry.money, entry.method)]),
    scene.say('counter-by', { who: entry.by ?? 'none', when: whenText(scene, entry.at) }),
  ].join('\n');
}

function wayOf({ lines }: EntryView): 'from-buyer' | 'to-unit' {
  return (lines[0]?.qty ?? 0) > 0 ? 'from-buyer' : 'to-unit';
}

export function entryTurn(scene: Scene, entry: EntryView, more: string, preface?: string): Turn {
  const undo = choice(scene.say('counter-button-undo'), { do: 'undo-entry', entry: entry.publicId });
  const menu = choice(scene.say('counter-button-menu'), { do: 'counter-menu' });
  const choices = entry.undone === null && !entry.isUndo ? [undo, menu] : [menu];
  return {
    ...reply([preface, entryText(scene, entry), more].filter(Boolean).join('\n\n'), {
      choices,
      // A number that is typed twice by mistake must not undo what the first one booked.
      inWords: scene.numbered,
      inPlace: true,
    }),
    conversation: { asked: null },
  };
}

/* ── undoing ── */

export function undoEntry(scene: Scene): Turn {
  const { entry } = scene.facts;
  if (!entry || entry.isUndo) return reply(scene.say('counter-entry-unknown'));
  if (entry.undone) {
    const { by, at } = entry.undone;
    const said = { who: by ?? 'none', when: whenText(scene, at) };
    return entryTurn(scene, entry, '', scene.say('counter-undone-already', said));
  }
  const short = entry.lines.find(
    ({ variantId, qty }) => qty > 0 && available(scene.facts.stock.get(variantId)) < qty,
  );
  if (short) return entryTurn(scene, entry, '', cannotUndo(scene, short));
  const undone = { at: scene.now, by: nameOfActor(scene) };
  const back = entry.lines.map(({ variantId, qty }) => ({ variantId, qty: -qty }));
  return {
    ...entryTurn(scene, { ...entry, undone }, afterwards(scene, back), scene.say('counter-undone')),
    effects: [{ kind: 'undo-entry', publicId: scene.ids.opaque(), entryId: entry.id }],
  };
}

/** What was brought has been sold or promised since. */
function cannotUndo(scene: Scene, { variantId, qty }: EntryView['lines'][number]): string {
  const found = variantById(scene.snapshot, variantId);
  return scene.say('counter-cannot-undo', {
    name: found ? variantName(scene, found.product, found.variant) : '',
    qty,
    left: Math.max(0, available(scene.facts.stock.get(variantId))),
  });
}
