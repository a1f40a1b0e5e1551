/** Scenes, orders and people for tests of the conversation, with the real copy. */

import { readdirSync, readFileSync } from 'node:fs';
import { WEB } from '../../bots/web/capabilities.ts';
import { type Conversation, newConversation } from '../../src/chat/conversation.ts';
import { type Copy, makeCopy } from '../../src/chat/copy/copy.ts';
import { type Facts, NO_FACTS, type OrderView, type RoleRecipient } from '../../src/chat/facts.ts';
import type { Scene, Turn } from '../../src/chat/flow.ts';
import { fitTo } from '../../src/chat/render.ts';
import type { Understanding } from '../../src/chat/understand/understanding.ts';
import { EMPTY_CART } from '../../src/shop/cart.ts';
import type { Snapshot } from '../../src/shop/catalogue.ts';
import type { Effect, Recipient } from '../../src/shop/effects.ts';
import type { Fulfilment, OrderLine } from '../../src/shop/fulfilment.ts';
import type { Role, RoleGrant } from '../../src/shop/roles.ts';
import { sampleSnapshot } from './catalogue.ts';

/** Wednesday, 10.00 in Jakarta. */
export const NOW = Date.parse('2026-11-25T03:00:00Z');
export const TODAY = '2026-11-25';

const COPY_DIRECTORY = new URL('../../src/chat/copy/', import.meta.url);

/** All copy files of a language, without those of the pages. */
function copySource(language: string): string {
  const names = readdirSync(COPY_DIRECTORY).filter(
    (name) => name.endsWith(`${language}.ftl`) && !name.startsWith('pages.'),
  );
  return names.map((name) => readFileSync(new URL(name, COPY_DIRECTORY), 'utf8')).join('\n');
}

export const testCopy: Copy = makeCopy(
  new Map(['id', 'en'].map((language) => [language, copySource(language)])),
);

/* ── who ─────────────────────────────────────────────────────────────────────────────────────────── */

/** Words in which nothing could be made out. */
export const NOTHING_UNDERSTOOD: Understanding = {
  language: null,
  intent: 'unclear',
  confidence: 0,
  items: [],
};

export const staffOf = (unitId: number, name = 'Bu Rina'): RoleGrant => ({ role: 'staff', unitId, name });
export const keeper: RoleGrant = { role: 'keeper', unitId: null, name: 'Pak Budi' };
export const admin: RoleGrant = { role: 'admin', unitId: null, name: 'Bu Sari' };

export function recipient(chatId: number, language = 'id'): Recipient {
  return { chatId, channel: 'telegram', external: String(chatId), language };
}

export function colleague(
  role: Role,
  chatId: number,
  { unitId = null, language = 'id' }: { unitId?: number | null; language?: string } = {},
): RoleRecipient {
  return { ...recipient(chatId, language), role, unitId };
}

/* ── what ────────────────────────────────────────────────────────────────────────────────────────── */

function line(productId: number, qty: number, change: Partial<OrderLine> = {}): OrderLine {
  return {
    productId,
    variantId: productId * 10,
    mode: 'preorder',
    qty,
    price: 200_000,
    priceStatus: 'sample',
    ...change,
  };
}

/** Two bags of unit 2, made first and picked up at the stand; new. */
export function partView(change: Partial<Fulfilment> = {}): Fulfilment {
  return {
    id: 1,
    publicId: 'bags',
    orderId: 1,
    unitId: 2,
    placeId: 1,
    state: 'new',
    version: 1,
    fromStock: false,
    quoteFirst: false,
    pickupDay: null,
    pickupNow: false,
    readyDay: null,
    quoteAmount: null,
    quoteValidUntil: null,
    rejectReason: null,
    rejectNote: null,
    lines: [line(5, 2)],
    lastStep: null,
    ...change,
  };
}

/** A hundred paving blocks of unit 1, priced first and picked up at its workshop; new. */
export function pavingPart(change: Partial<Fulfilment> = {}): Fulfilment {
  return partView({
    id: 2,
    publicId: 'paving',
    unitId: 1,
    placeId: 2,
    quoteFirst: true,
    lines: [line(3, 100, { mode: 'quote', price: null, priceStatus: 'unknown' })],
    ...change,
  });
}

/** Chips and a keychain of unit 1 out of stand stock; ready. */
export function stockPart(change: Partial<Fulfilment> = {}): Fulfilment {
  return partView({
    id: 3,
    publicId: 'chips',
    unitId: 1,
    state: 'ready',
    fromStock: true,
    lines: [line(1, 3, { mode: 'ready', price: 15_000 }), line(2, 1, { mode: 'ready', price: 10_000 })],
    ...change,
  });
}

/** An order of "Siti Aminah", told in English, with these parts. */
export function orderView(parts: readonly Fulfilment[], change: Partial<OrderView> = {}): OrderView {
  return {
    id: 1,
    code: 'R4K-7NP',
    standId: 1,
    personId: 77,
    visitor: recipient(700, 'en'),
    stage: 'preorder',
    name: 'Siti Aminah',
    phone: null,
    createdAt: NOW - 3_600_000,
    parts,
    payment: { status: 'unpaid', method: null, history: [] },
    ...change,
  };
}

/* ── the scene ───────────────────────────────────────────────────────────────────────────────────── */

export interface SceneSeed {
  readonly roles?: readonly RoleGrant[];
  readonly facts?: Partial<Facts>;
  readonly conversation?: Partial<Conversation>;
  readonly snapshot?: Snapshot;
  readonly language?: string;
  readonly now?: number;
  readonly reach?: Scene['reach'];
  readonly chatId?: number;
}

/** What somebody in chat 1 meets, in Indonesian unless said otherwise. */
export function scene(seed: SceneSeed = {}): Scene {
  const language = seed.language ?? 'id';
  const conversation = { ...newConversation(language), ...seed.conversation };
  const chat = seed.chatId ?? 1;
  let made = 0;
  const next = (): number => {
    made += 1;
    return made;
  };
  return {
    snapshot: seed.snapshot ?? sampleSnapshot(),
    now: seed.now ?? NOW,
    copy: testCopy,
    language,
    say: testCopy.in(language),
    view: {
      chat: { id: chat, version: 1, conversation },
      address: { id: 10 },
      person: { id: 11, name: null, phone: null, noticeAt: null },
      roles: seed.roles ?? [],
      cart: { version: 0, body: EMPTY_CART },
      openNotices: [],
      takenNotices: [],
      quoted: null,
      talk: null,
      talkingTo: null,
    },
    conversation,
    facts: { ...NO_FACTS, ...seed.facts },
    ids: { code: () => `AAA-AA${next()}`, opaque: () => `opaque${String(next()).padStart(4, '0')}` },
    numbered: false,
    reach: seed.reach ?? { web: 'https://gerai.example', telegram: 'gerai_bot', whatsapp: null },
    inbound: {
      key: 'test:1',
      channel: 'telegram',
      chat: String(chat),
      actor: String(chat),
      at: seed.now ?? NOW,
      body: { kind: 'text', text: '' },
    },
  };
}

/* ── what came of it ─────────────────────────────────────────────────────────────────────────────── */

export function effectsOf<K extends Effect['kind']>(turn: Turn, kind: K): Extract<Effect, { kind: K }>[] {
  return (turn.effects ?? []).filter(
    (effect): effect is Extract<Effect, { kind: K }> => effect.kind === kind,
  );
}

/** Everything that the reply says. */
export function textOf(turn: Turn): string {
  return turn.replies.flatMap((message) => fitTo(message, WEB).map(({ text }) => text)).join('\n');
}

/** The ids of every choice that the reply offers. */
export function choicesOf(turn: Turn): string[] {
  return turn.replies.flatMap((message) => (message.choices ?? []).map((choice) => choice.id));
}
