/** The engine's store means the same on an embedded file and on a server. */
import { beforeEach, describe, expect, test } from 'vitest';
import { ConstraintError } from '../../db/database.ts';
import { loadSnapshot } from '../../db/store/catalogue.ts';
import { countRoles, findUnit, saveInvitation } from '../../db/store/invitations.ts';
import { loadNotices } from '../../db/store/mailbox.ts';
import { loadPicture } from '../../db/store/media.ts';
import { NO_STORED_FACTS, type StoredFacts, type StoredNeeds, type View } from '../../src/chat/facts.ts';
import { heldKey } from '../../src/engine/holds.ts';
import { readPicture } from '../../src/node/files.ts';
import { EMPTY_CART } from '../../src/shop/cart.ts';
import type { Effect } from '../../src/shop/effects.ts';
import type { MovementKind } from '../../src/shop/stock.ts';
import { seeded } from '../support/seeded.ts';
import {
  bagPart,
  CHIPS,
  chipsPart,
  fitted,
  inboundOf,
  LEASE,
  messageTo,
  openStore,
  orderEffect,
  START,
  type StoreWorld,
  stepEffect,
} from './store-support.ts';
import { sql } from './support.ts';

describe.each(['file', 'hrana'] as const)('with a %s', (kind) => {
  let world: StoreWorld;
  beforeEach(async () => {
    world = await openStore(kind);
  });

  const stockOfChips = () =>
    world.select(`SELECT on_hand, allocated FROM stock WHERE variant_id = ${CHIPS.variant}`);
  const movement = (qty: number, movement: MovementKind = 'correction'): Effect => ({
    kind: 'movement',
    variantId: CHIPS.variant,
    movement,
    qty,
    orderId: null,
  });

  /** Rows of every table that a decision may write to. */
  async function everything(): Promise<unknown> {
    const tables = ['inbox', 'outbox', 'carts', 'orders', 'fulfilments', 'fulfilment_steps', 'order_lines'];
    const more = [
      'stock',
      'movements',
      'chats',
      'persons',
      'audit',
      'payments',
      'roles',
      'products',
      'stands',
    ];
    return Promise.all([...tables, ...more].map((table) => world.select(`SELECT * FROM ${table}`)));
  }

  /** The decision is refused by this guard, and nothing of it is there. */
  async function expectRefused(view: View, by: string, ...effects: readonly Effect[]): Promise<void> {
    const before = await everything();
    const messages = [messageTo(view, `refused by ${by}`)];
    expect(await world.decide(view, { effects, messages })).toEqual({ refused: by });
    expect(await everything()).toEqual(before);
  }

  async function placed(view: View, effect: Effect, now = START): Promise<View> {
    expect(await world.decide(view, { effects: [effect], now })).toMatchObject({ owed: [] });
    return { ...view, chat: { ...view.chat, version: view.chat.version + 1 } };
  }

  describe('introducing', () => {
    test('makes one person of whoever comes twice at once', async () => {
      const inbound = inboundOf('7');
      await Promise.all(['one', 'two', 'three'].map((id) => world.store.introduce(inbound, id, 'id', START)));
      await world.store.introduce(inbound, 'four', 'en', START);
      expect(await world.figure('SELECT count(*) FROM persons')).toBe(1);
      expect(await world.figure('SELECT count(*) FROM addresses')).toBe(1);
      expect(await world.figure('SELECT count(*) FROM chats')).toBe(1);
    });

    test('keeps people of different channels apart', async () => {
      const views = [await world.meet('7'), await world.meet('70', 'web')];
      expect(new Set(views.map(({ person }) => person.id)).size).toBe(2);
    });

    test('gives a group an address of its own, and knows who acts in it', async () => {
      const alone = await world.meet('7');
      const inbound = { ...inboundOf('-5', 'telegram', undefined, '7'), displayName: ' Siti *Aminah*\n' };
      const { view } = await world.store.introduce(inbound, 'group', 'id', START);
      expect(view?.member).toEqual({ id: alone.address.id, name: 'Siti Aminah' });
      expect(view?.person.id).not.toBe(alone.person.id);
      expect(view?.address.id).not.toBe(alone.address.id);
      expect(await world.figure('SELECT count(*) FROM persons')).toBe(2);
    });

    test('knows of a member only what is their own: never their cart or roles', async () => {
      const alone = await world.meet('7');
      const cart = { lines: [{ variantId: 1, qty: 2 }], pickUp: {} };
      await world.decide(alone, { effects: [{ kind: 'cart', version: 0, body: cart as never }] });
      const inbound = inboundOf('-5', 'telegram', undefined, '7');
      const { view } = await world.store.introduce(inbound, 'group', 'id', START);
      expect(view).toMatchObject({ cart: { version: 0, body: { lines: [] } }, roles: [] });
    });
  });

  describe('loading the view', () => {
    test('says that nobody has written yet, and the version of the catalogue', async () => {
      const { version } = world.snapshot;
      expect(await world.store.loadView(inboundOf('7'))).toEqual({ view: null, catalogueVersion: version });
    });

    test('begins with an empty cart, no role and no open notice', async () => {
      expect(await world.meet('7')).toMatchObject({
        chat: { version: 1, conversation: { language: 'id', asked: null } },
        person: { name: null, phone: null, noticeAt: null },
        roles: [],
        cart: { version: 0, body: EMPTY_CART },
        openNotices: [],
        takenNotices: [],
        quoted: null,
      });
    });

    test('finds what the visitor quotes in their own chat, and nowhere else', async () => {
      const [me, other] = [await world.meet('7'), await world.meet('8')];
      await world.decide(me, { messages: [messageTo(me, 'mine', { message: fitted('a', 'help') })] });
      await world.database.write([sql(`UPDATE outbox SET external_id = '500', public_id = 'pub'`)]);
      const quoting = async (chat: string, replyTo: string) => {
        const body = { kind: 'text', text: 'ya', replyTo } as const;
        return (await world.store.loadView(inboundOf(chat, 'telegram', body))).view?.quoted;
      };
      expect(await quoting('7', '500')).toMatchObject({
        choices: [{ id: 'help', label: 'help' }],
        from: null,
      });
      expect(await quoting('7', 'pub')).not.toBeNull();
      expect(await quoting('7', '501')).toBeNull();
      expect(other.person.id).not.toBe(me.person.id);
      expect(await quoting('8', '500')).toBeNull();
    });

    test('tells roles that have not ended', async () => {
      const view = await world.meet('7');
      await world.database.write([
        sql(
          `INSERT INTO roles (address_id, role, unit_id, name, granted_at) VALUES (1, 'staff', 1, 'Bu Rina', 0)`,
        ),
        sql(
          `INSERT INTO roles (address_id, role, unit_id, name, granted_at, ended_at) VALUES (1, 'admin', NULL, 'Bu Rina', 0, 1)`,
        ),
      ]);
      expect(view.roles).toEqual([]);
      expect((await world.see('7')).roles).toEqual([{ role: 'staff', unitId: 1, name: 'Bu Rina' }]);
    });
  });

  describe('committing', () => {
    test('stores the event, the conversation and the messages, and gives the ids in their order', async () => {
      const view = await world.meet('7');
      const web = await world.meet('web-8', 'web');
      const conversation = { ...view.chat.conversation, topic: 3 };
      const result = await world.decide(
        { ...view, chat: { ...view.chat, conversation } },
        {
          key: 'telegram:1',
          messages: [
            messageTo(view, 'first'),
            messageTo(web, 'second', { channel: 'web', publicId: 'p2', kind: 'notice' }),
          ],
        },
      );
      const rows = await world.select('SELECT id, key, state, due_at, attempts FROM outbox ORDER BY id');
      expect(rows).toMatchObject([
        { key: 'first', state: 'sending', due_at: LEASE, attempts: 0 },
        { key: 'second', state: 'pending', due_at: START },
      ]);
      expect('owed' in result && result.owed.map(({ id, key }) => ({ id, key }))).toEqual(
        rows.map(({ id, key }) => ({ id, key })),
      );
      expect(await world.select('SELECT key, at FROM inbox')).toEqual([{ key: 'telegram:1', at: START }]);
      expect((await world.see('7')).chat).toMatchObject({ version: 2, conversation: { topic: 3 } });
    });

    test('from a stale version stores nothing', async () => {
      const view = await world.meet('7');
      await world.decide(view);
      await expectRefused(view, 'chats.version', movement(1));
    });

    test('of an event that was handled stores nothing', async () => {
      const view = await world.meet('7');
      await world.decide(view, { key: 'telegram:1' });
      const before = await everything();
      const again = { key: 'telegram:1', version: 2, effects: [movement(1)] };
      expect(await world.decide(view, again)).toEqual({ refused: 'inbox.key' });
      expect(await everything()).toEqual(before);
    });

    test('of a fact that was told stores nothing', async () => {
      const view = await world.meet('7');
      await world.decide(view, { messages: [messageTo(view, 'part abc new 1')] });
      const messages = [messageTo(view, 'part abc new 1')];
      expect(await world.decide(view, { version: 2, messages })).toEqual({ refused: 'outbox.key' });
    });

    test('of many at once lets one through of those that saw the same', async () => {
      const view = await world.meet('7');
      const results = await Promise.all(
        Array.from({ length: 8 }, () => world.decide(view, { effects: [movement(1)] })),
      );
      expect(results.filter((result) => 'owed' in result)).toHaveLength(1);
      expect(await stockOfChips()).toEqual([{ on_hand: 41, allocated: 0 }]);
    });

    test('gives the answers to an event again, with those that came when its fragment was read', async () => {
      const view = await world.meet('web-7', 'web');
      const reply = (key: string, cause: string, publicId: string) =>
        messageTo(view, key, { cause, publicId, channel: 'web' });
      await world.decide(view, {
        messages: [reply('a', 'web:1', 'pa'), reply('b', heldKey('web:1'), 'pb'), reply('c', 'web:2', 'pc')],
      });
      const answers = await world.store.answersTo('web:1');
      expect(answers.map(({ publicId, message }) => [publicId, message.text])).toEqual([
        ['pa', 'a'],
        ['pb', 'b'],
      ]);
    });
  });

  describe('guards', () => {
    const cart = (version: number): Effect => ({
      kind: 'cart',
      version,
      body: { ...EMPTY_CART, name: `v${version}` },
    });

    test('a cart changes only from the version that was seen', async () => {
      let view = await world.meet('7');
      view = await placed(view, cart(0));
      view = await placed(view, cart(1));
      await expectRefused(view, 'carts.version', cart(1));
      expect((await world.see('7')).cart).toMatchObject({ version: 2, body: { name: 'v1' } });
    });

    test('an order holds for the versions of the summary only', async () => {
      const view = await world.meet('7');
      const parts = [chipsPart('chips', 2)];
      const stand = { id: 1, version: 1 };
      const stale = (guards: Extract<Effect, { kind: 'order' }>['guards']) =>
        orderEffect('AAA-AAA', parts, { guards });
      await expectRefused(
        view,
        'products.version',
        stale({ stand, products: [{ id: CHIPS.product, version: 2 }] }),
      );
      await expectRefused(view, 'stands.version', stale({ stand: { id: 1, version: 0 }, products: [] }));
      await placed(view, orderEffect('AAA-AAA', parts));
    });

    test('a changed price, mode or stage makes the summary stale', async () => {
      let view = await world.meet('7');
      const price: Effect = {
        kind: 'price',
        variantId: CHIPS.variant,
        productId: CHIPS.product,
        price: 16_000,
        status: 'confirmed',
      };
      view = await placed(view, price);
      await expectRefused(view, 'products.version', orderEffect('AAA-AAA', [chipsPart('chips', 2)]));
      view = await placed(view, { kind: 'stage', standId: 1, stage: 'selling' });
      await expectRefused(view, 'stands.version', orderEffect('AAA-AAA', [bagPart('bag')]));
      const snapshot = await loadSnapshot(world.database);
      expect(snapshot.version).toBe(world.snapshot.version + 2);
      expect(snapshot.stand.stage).toBe('selling');
      expect(snapshot.products[0]?.variants[0].price).toEqual({ amount: 16_000, status: 'confirmed' });
    });

    test('what is not there cannot be promised, and the rest of the order with it', async () => {
      const view = await world.meet('7');
      await expectRefused(
        view,
        'stock_enough',
        orderEffect('AAA-AAA', [bagPart('bag'), chipsPart('chips', 41)]),
      );
      await placed(view, orderEffect('AAA-AAA', [bagPart('bag'), chipsPart('chips', 40)]));
      expect(await stockOfChips()).toEqual([{ on_hand: 40, allocated: 40 }]);
    });

    test('what was promised cannot be taken away, and nothing can be owed', async () => {
      let view = await world.meet('7');
      view = await placed(view, orderEffect('AAA-AAA', [chipsPart('chips', 30)]));
      await expectRefused(view, 'stock_enough', movement(-11, 'walk-in'));
      await expectRefused(view, 'stock_not_negative', {
        kind: 'allocate',
        variantId: CHIPS.variant,
        qty: -31,
      });
      view = await placed(view, { kind: 'allocate', variantId: CHIPS.variant, qty: -30 });
      await expectRefused(view, 'stock_not_negative', movement(-41, 'walk-in'));
      await expectRefused(view, 'movement_not_zero', movement(0));
    });

    test('a code and a part are given once', async () => {
      const view = await placed(await world.meet('7'), orderEffect('AAA-AAA', [bagPart('bag')]));
      await expectRefused(view, 'orders.code', orderEffect('AAA-AAA', [bagPart('other')]));
      await expectRefused(view, 'fulfilments.public_id', orderEffect('BBB-BBB', [bagPart('bag')]));
    });

    test('an invitation opens once, whoever asks at the same time', async () => {
      await saveInvitation(world.database, {
        code: 'inv_secret',
        role: 'staff',
        unitId: 1,
        name: 'Bu Rina',
        now: START,
        expiresAt: LEASE,
      });
      const accept: Effect = {
        kind: 'accept-invitation',
        invitationId: 1,
        role: 'staff',
        unitId: 1,
        name: 'Bu Rina',
      };
      const views = [await world.meet('7'), await world.meet('8')];
      const results = await Promise.all(views.map((view) => world.decide(view, { effects: [accept] })));
      expect(results.filter((result) => 'owed' in result)).toHaveLength(1);
      expect(results.filter((result) => 'refused' in result)).toEqual([
        { refused: 'acceptances.invitation_id' },
      ]);
      expect(await countRoles(world.database)).toEqual(new Map([['staff', 1]]));
      expect(await world.figure(`SELECT count(*) FROM invitations WHERE code_hash LIKE '%secret%'`)).toBe(0);
      expect(await findUnit(world.database, 'rutan-kelas-1-tangerang')).toBe(3);
      expect(await findUnit(world.database, 'nobody')).toBeNull();
    });

    test('of two who record a payment at once, one is told', async () => {
      const view = await placed(await world.meet('7'), orderEffect('AAA-AAA', [bagPart('bag')]));
      const pay: Effect = {
        kind: 'payment',
        orderId: 1,
        position: 0,
        status: 'paid',
        method: 'cash',
        money: [],
      };
      const after = await placed(view, pay);
      await expectRefused(after, 'payments.order_id, payments.position', pay);
    });
  });

  describe('a step', () => {
    const bag = { id: 1, publicId: 'bag', version: 1 };

    test('goes from the state and version that were seen, and once', async () => {
      const [one, other] = [await world.meet('7'), await world.meet('8')];
      const view = await placed(one, orderEffect('AAA-AAA', [bagPart('bag')]));
      const results = await Promise.all([
        world.decide(view, { effects: [stepEffect(bag, 'new', 'accepted')] }),
        world.decide(other, { effects: [stepEffect(bag, 'new', 'rejected')] }),
      ]);
      expect(results.filter((result) => 'owed' in result)).toHaveLength(1);
      expect(results.filter((result) => 'refused' in result)).toEqual([
        { refused: 'step_from_seen_version' },
      ]);
      const now = await world.see('7');
      await expectRefused(now, 'step_from_seen_version', stepEffect({ ...bag, version: 2 }, 'made', 'ready'));
      await expectRefused(now, 'step_from_seen_version', stepEffect({ ...bag, id: 99 }, 'new', 'accepted'));
      expect(await world.select('SELECT version, from_state, to_state FROM fulfilment_steps')).toHaveLength(
        2,
      );
    });

    test('closes the notices that were open for it', async () => {
      const staff = await world.meet('7');
      const notice = (key: string, about: string) =>
        messageTo(staff, key, { kind: 'notice', about, message: fitted(key, `accept ${about}`) });
      const effects = [orderEffect('AAA-AAA', [bagPart('bag'), chipsPart('chips', 1)])];
      await world.decide(staff, { effects, messages: [notice('older', 'bag'), notice('newer', 'chips')] });
      const open = async () =>
        (await world.see('7')).openNotices.map(({ choices }) => choices.map(({ id }) => id).join());
      expect(await open()).toEqual(['accept chips', 'accept bag']);
      await world.decide(await world.see('7'), { effects: [stepEffect(bag, 'new', 'accepted')] });
      expect(await open()).toEqual(['accept chips']);
    });
  });

  describe('facts', () => {
    const facts = (view: View, needs: StoredNeeds): Promise<StoredFacts> =>
      world.store.loadFacts(view, needs);
    const codes = async (view: View, orders: StoredNeeds['orders']) =>
      (await facts(view, orders ? { orders } : {})).orders.map(({ code }) => code);

    /** Siti and Andi order; Siti twice, and her first part was accepted. */
    async function threeOrders(): Promise<{ siti: View; andi: View }> {
      let [siti, andi] = [await world.meet('7'), await world.meet('8')];
      await world.database.write([
        sql(
          `INSERT INTO roles (address_id, role, unit_id, name, granted_at) VALUES (2, 'staff', 2, 'Pak Andi', 0)`,
        ),
      ]);
      siti = await placed(siti, orderEffect('AAA-AAA', [bagPart('bag-1'), chipsPart('chips-1', 2)]));
      andi = await placed(
        andi,
        orderEffect('BBB-BBB', [bagPart('bag-2')], { name: 'Andi 100%', phone: '+6281' }),
        START + 1,
      );
      siti = await placed(siti, orderEffect('CCC-CCC', [chipsPart('chips-2', 1)]), START + 2);
      andi = await placed(
        andi,
        stepEffect({ id: 1, publicId: 'bag-1', version: 1 }, 'new', 'accepted'),
        START + 3,
      );
      return { siti, andi };
    }

    test('nothing is asked for where nothing is needed', async () => {
      expect(await facts(await world.meet('7'), {})).toEqual(NO_STORED_FACTS);
    });

    test('orders are found by who asks, by code and by part', async () => {
      const { siti, andi } = await threeOrders();
      expect(await codes(siti, { by: 'me' })).toEqual(['CCC-CCC', 'AAA-AAA']);
      expect(await codes(andi, { by: 'me' })).toEqual(['BBB-BBB']);
      expect(await codes(andi, { by: 'code', code: 'AAA-AAA' })).toEqual(['AAA-AAA']);
      expect(await codes(andi, { by: 'code', code: 'aaa-aaa' })).toEqual([]);
      expect(await codes(siti, { by: 'part', part: 'bag-2' })).toEqual(['BBB-BBB']);
      expect(await codes(siti, { by: 'part', part: 'nothing' })).toEqual([]);
    });

    test('orders are found by the beginning of a name, in which no sign has a meaning', async () => {
      const { siti } = await threeOrders();
      const byName = (name: string) => codes(siti, { by: 'name', name });
      expect(await byName(' siTI ')).toEqual(['CCC-CCC', 'AAA-AAA']);
      expect(await byName('Andi 100%')).toEqual(['BBB-BBB']);
      for (const name of ['%', '_', 'mina', '\\', `' OR 1=1 --`])
        expect(await byName(name), name).toEqual([]);
    });

    test('open orders come oldest first, of all units or of some, and without what has ended', async () => {
      const { siti, andi } = await threeOrders();
      const open = (units: readonly number[] | null) => codes(siti, { by: 'open', units });
      expect(await open(null)).toEqual(['AAA-AAA', 'BBB-BBB', 'CCC-CCC']);
      expect(await open([2])).toEqual(['AAA-AAA', 'BBB-BBB']);
      expect(await open([3])).toEqual([]);
      expect(await open([])).toEqual([]);
      await placed(andi, stepEffect({ id: 3, publicId: 'bag-2', version: 1 }, 'new', 'rejected'), START + 4);
      expect(await open([2])).toEqual(['AAA-AAA']);
      expect(await codes(siti, { by: 'name', name: 'Andi' })).toEqual([]);
      expect(await codes(siti, { by: 'code', code: 'BBB-BBB' })).toEqual(['BBB-BBB']);
    });

    test('an order has its parts, lines, last step and payments', async () => {
      const { siti, andi } = await threeOrders();
      let view = await placed(andi, {
        kind: 'payment',
        orderId: 1,
        position: 0,
        status: 'paid',
        method: 'qris',
        money: [],
      });
      view = await placed(view, {
        kind: 'payment',
        orderId: 1,
        position: 1,
        status: 'unpaid',
        method: null,
        money: [],
      });
      const { orders } = await facts(siti, { orders: { by: 'code', code: 'AAA-AAA' } });
      expect(orders).toHaveLength(1);
      expect(orders[0]).toMatchObject({
        code: 'AAA-AAA',
        personId: siti.person.id,
        visitor: { chatId: siti.chat.id, channel: 'telegram', external: '7', language: 'id' },
        name: 'Siti Aminah',
        phone: null,
        createdAt: START,
        payment: {
          status: 'unpaid',
          method: null,
          history: [
            { status: 'paid', method: 'qris' },
            { status: 'unpaid', method: null },
          ],
        },
        parts: [
          {
            publicId: 'bag-1',
            state: 'accepted',
            version: 2,
            fromStock: false,
            lines: [{ productId: 5, variantId: 6, qty: 1, price: 185_000, priceStatus: 'sample' }],
            lastStep: { at: START + 3, by: 'Pak Andi' },
          },
          {
            publicId: 'chips-1',
            state: 'ready',
            fromStock: true,
            pickupNow: false,
            lines: [{ qty: 2 }],
            lastStep: { at: START, by: null },
          },
        ],
      });
    });

    test('those are told who have the role now and can be reached', async () => {
      const views = await Promise.all(['1', '2', '3', '4', '5', '6'].map((chat) => world.meet(chat)));
      const addressOf = (index: number) => views[index]?.address.id ?? 0;
      const grant = (index: number, role: string, unit: number | null, ended: number | null = null) =>
        sql(
          'INSERT INTO roles (address_id, role, unit_id, name, granted_at, ended_at) VALUES (?, ?, ?, ?, 0, ?)',
          addressOf(index),
          role,
          unit,
          `P${index}`,
          ended,
        );
      await world.database.write([
        grant(0, 'staff', 1),
        grant(1, 'staff', 2),
        grant(2, 'keeper', null),
        grant(3, 'staff', 1, 5),
        grant(4, 'staff', 1),
        sql('UPDATE addresses SET unreachable_at = 1 WHERE id = ?', addressOf(4)),
        sql(
          `UPDATE persons SET language = 'en' WHERE id = (SELECT person_id FROM addresses WHERE id = ?)`,
          addressOf(2),
        ),
      ]);
      const [view] = views;
      if (!view) throw new Error('Nobody is there.');
      const told = async (units: number[], roles: ('keeper' | 'admin')[]) =>
        (await facts(view, { recipients: { units, roles } })).recipients
          .map(({ external, language }) => `${external} ${language}`)
          .sort();
      expect(await told([1], [])).toEqual(['1 id']);
      expect(await told([1, 2], ['keeper', 'admin'])).toEqual(['1 id', '2 id', '3 en']);
      expect(await told([], ['admin'])).toEqual([]);
      expect(await told([], [])).toEqual([]);
    });

    test('an invitation is found by its code, and whether it was accepted', async () => {
      const view = await world.meet('7');
      const made = { role: 'admin', unitId: null, name: 'Bu Sari', now: START, expiresAt: LEASE } as const;
      await saveInvitation(world.database, { ...made, code: 'inv_one' });
      const asked = async (invitation: string) => (await facts(view, { invitation })).invitation;
      expect(await asked('inv_two')).toBeNull();
      expect(await asked('inv_one')).toEqual({
        id: 1,
        role: 'admin',
        unitId: null,
        name: 'Bu Sari',
        expiresAt: LEASE,
        accepted: false,
      });
      await placed(view, {
        kind: 'accept-invitation',
        invitationId: 1,
        role: 'admin',
        unitId: null,
        name: 'Bu Sari',
      });
      expect(await asked('inv_one')).toMatchObject({ accepted: true });
      expect((await world.see('7')).roles).toEqual([{ role: 'admin', unitId: null, name: 'Bu Sari' }]);
    });

    test('tasks are for keepers and admins, until they are done', async () => {
      const { siti, andi } = await threeOrders();
      await world.database.write([
        sql(`INSERT INTO tasks (kind, order_id, created_at) VALUES ('call', 2, 0)`),
      ]);
      const keeper: View = { ...siti, roles: [{ role: 'keeper', unitId: null, name: 'Pak Budi' }] };
      expect((await facts(siti, { tasks: true })).tasks).toEqual([]);
      expect((await facts(keeper, { tasks: true })).tasks).toEqual([
        {
          id: 1,
          code: 'BBB-BBB',
          name: 'Andi 100%',
          phone: '+6281',
          parts: [{ unitId: expect.any(Number), state: expect.any(String) }],
        },
      ]);
      await placed(andi, { kind: 'task-done', taskId: 1 });
      expect((await facts(keeper, { tasks: true })).tasks).toEqual([]);
    });

    test('stock and recorded interest are told as they are', async () => {
      let view = await world.meet('7');
      view = await placed(view, orderEffect('AAA-AAA', [chipsPart('chips', 3)]));
      const lines = [{ variantId: 6, qty: 2 }];
      view = await placed(view, {
        kind: 'interest',
        lines,
        guards: { stand: { id: 1, version: 1 }, products: [] },
      });
      const told = await facts(view, { stock: [CHIPS.variant, 6, 99], interests: true });
      expect(told.stock.get(CHIPS.variant)).toEqual({ onHand: 40, allocated: 3, lowAt: 5 });
      expect(told.stock.get(6)).toEqual({ onHand: 0, allocated: 0, lowAt: null });
      expect(told.stock.has(99)).toBe(false);
      expect(told.interests).toEqual(lines);
      expect((await facts(await world.meet('8'), { interests: true })).interests).toEqual([]);
    });
  });

  describe('the snapshot', () => {
    test('holds what is published, in the order of the shelf, with what belongs to it', async () => {
      const { stand, units, places, products } = world.snapshot;
      expect(stand).toMatchObject({ slug: 'contoh', stage: 'preorder', version: 1, sample: true });
      expect([units.length, places.length, products.length]).toEqual([3, 3, 6]);
      expect(products.map(({ shelfNumber }) => shelfNumber)).toEqual([1, 2, 3, 4, 5, 6]);
      expect(products[1]?.variants.map(({ slug }) => slug)).toEqual(['gantungan-kunci', 'miniatur-kapal']);
      expect(products[0]).toMatchObject({
        slug: 'keripik-tempe',
        mode: 'ready',
        variants: [{ price: { amount: 15_000, status: 'sample' } }],
      });
      expect(products[0]?.aliases).toContain('tempeh chips');
      expect(products[0]?.facts.find(({ attribute }) => attribute === 'halal')?.value).toBeNull();
    });

    test('leaves drafts out', async () => {
      await world.database.write([sql('UPDATE products SET published_at = NULL WHERE id = 1')]);
      const { products } = await loadSnapshot(world.database);
      expect(products.map(({ slug }) => slug)).not.toContain('keripik-tempe');
    });

    test('pictures come back byte for byte', async () => {
      const [chips] = world.snapshot.products;
      const picture = await loadPicture(world.database, chips?.photo ?? '');
      expect(picture?.type).toBe('image/png');
      expect(Buffer.from(picture?.bytes ?? []).equals(readPicture('keripik-tempe'))).toBe(true);
      expect(await loadPicture(world.database, '0'.repeat(64))).toBeNull();
    });
  });

  test('notices of a chat are fetched in order, from where the page left off', async () => {
    const [mine, other] = [await world.meet('web-7', 'web'), await world.meet('web-8', 'web')];
    const notice = (view: View, key: string) =>
      messageTo(view, key, { kind: 'notice', publicId: `p-${key}`, channel: 'web' });
    await world.decide(mine, {
      messages: [notice(mine, 'one'), notice(other, 'two'), notice(mine, 'three')],
    });
    const texts = async (chat: string, after: string | null) =>
      (await loadNotices(world.database, 'web', chat, after)).map(({ message }) => message.text);
    expect(await texts('web-7', null)).toEqual(['one', 'three']);
    expect(await texts('web-7', 'p-one')).toEqual(['three']);
    expect(await texts('web-7', 'p-two')).toEqual(['three']);
    expect(await texts('web-8', null)).toEqual(['two']);
    expect(await texts('web-8', 'nothing')).toEqual([]);
  });

  test.each([
    ['movements', 'qty', 'movements_append_only'],
    ['audit', 'what', 'audit_append_only'],
    ['payments', 'status', 'payments_append_only'],
    ['fulfilment_steps', 'to_state', 'steps_append_only'],
  ])('what is written in %s stays as it was written', async (table, column, guard) => {
    let view = await world.meet('7');
    view = await placed(view, orderEffect('AAA-AAA', [bagPart('bag')]));
    view = await placed(view, {
      kind: 'payment',
      orderId: 1,
      position: 0,
      status: 'paid',
      method: 'cash',
      money: [],
    });
    view = await placed(view, {
      kind: 'audit',
      what: 'price',
      subject: 'variant 1',
      before: '1',
      after: '2',
    });
    await placed(view, movement(3));
    const before = await world.select(`SELECT * FROM ${table}`);
    expect(before.length).toBeGreaterThan(0);
    for (const text of [`UPDATE ${table} SET ${column} = ${column}`, `DELETE FROM ${table}`]) {
      await expect(world.database.write([sql(text)]), text).rejects.toEqual(new ConstraintError(guard));
    }
    expect(await world.select(`SELECT * FROM ${table}`)).toEqual(before);
  });

  test('stock is the sum of its movements, whatever is tried', async () => {
    const random = seeded(7);
    let view = await world.meet('7');
    let expected = 40;
    for (let move = 0; move < 40; move += 1) {
      const qty = random.integer(41) - 25;
      const result = await world.decide(view, { effects: [movement(qty)] });
      if ('refused' in result) {
        expect(qty === 0 || expected + qty < 0, `${expected} and ${qty}: ${result.refused}`).toBe(true);
      } else {
        expected += qty;
        view = await world.see('7');
      }
      expect(await world.figure(`SELECT on_hand FROM stock WHERE variant_id = ${CHIPS.variant}`)).toBe(
        expected,
      );
    }
    const sums = await world.select(
      `SELECT variant_id FROM stock WHERE on_hand <> (SELECT coalesce(sum(qty), 0) FROM movements m WHERE m.variant_id = stock.variant_id)`,
    );
    expect(sums).toEqual([]);
  });
});
