/** Conversations of many turns: after each, the cart, the orders and who owns the chat are as they should be. */
import { expect } from 'vitest';
import { openStand, type Person, type Stand, type StandChannel, type StandOptions } from './stand.ts';

/** How everything stands. What a turn leaves out stays as it was. */
export interface State {
  /** "keripik-tempe 2, kerajinan/miniatur-kapal 1" by slug, in the order of the shelf; '' is an empty cart. */
  readonly cart: string;
  /** One line for each order, oldest first: "Siti: keripik-tempe 2 ready; tas-sulam-pita 1 new". */
  readonly orders: readonly string[];
  /** The name of whoever owns the visitor's chat; null: the bot. */
  readonly owner: string | null;
  /** The question that is open in the visitor's chat: `quantity`, `pick-up`, `name`, `phone`, `confirm` … or null. */
  readonly asked: string | null;
}

export interface Dialogue {
  readonly stand: Stand;
  /** The visitor whose cart, orders and chat are watched. */
  readonly siti: Person;
  /** Waits for what was done, and then for this to be the state. Every `hears` is in what the visitor heard. */
  turn(deed: Promise<void>, change?: Partial<State>, ...hears: readonly (RegExp | string)[]): Promise<void>;
}

const NOTHING: State = { cart: '', orders: [], owner: null, asked: null };

interface LineRow {
  readonly name: string;
  readonly orderId: number;
  readonly partId: number;
  readonly state: string;
  readonly slug: string;
  readonly variant: string;
  readonly qty: number;
}

const slugOf = ({ slug, variant }: { slug: string; variant: string }) =>
  variant === '' ? slug : `${slug}/${variant}`;

async function cartOf(stand: Stand): Promise<string> {
  const rows = await stand.rows<{ slug: string; variant: string; qty: number }>(
    `SELECT p.slug, v.slug AS variant, json_extract(line.value, '$.qty') AS qty
     FROM carts c JOIN persons h ON h.id = c.person_id, json_each(c.body, '$.lines') line
     JOIN variants v ON v.id = json_extract(line.value, '$.variantId') JOIN products p ON p.id = v.product_id
     WHERE h.id = (${PERSON}) ORDER BY p.shelf_number, v.id`,
  );
  return rows.map((row) => `${slugOf(row)} ${row.qty}`).join(', ');
}

/** The first visitor who came: the one whose dialogue it is. */
const CHAT = `SELECT min(c.id) FROM chats c WHERE c.address_id NOT IN (SELECT address_id FROM roles)`;
const PERSON = `SELECT a.person_id FROM addresses a JOIN chats c ON c.address_id = a.id WHERE c.id = (${CHAT})`;

async function ordersOf(stand: Stand): Promise<string[]> {
  const rows = await stand.rows<LineRow>(
    `SELECT o.name, o.id AS orderId, f.id AS partId, f.state, p.slug, v.slug AS variant, l.qty
     FROM orders o JOIN fulfilments f ON f.order_id = o.id JOIN order_lines l ON l.fulfilment_id = f.id
     JOIN variants v ON v.id = l.variant_id JOIN products p ON p.id = v.product_id
     WHERE o.person_id = (${PERSON}) ORDER BY o.id, f.id, p.shelf_number, v.id`,
  );
  return groups(rows, ({ orderId }) => orderId).map((lines) => {
    const parts = groups(lines, ({ partId }) => partId).map(
      (part) => `${part.map((line) => `${slugOf(line)} ${line.qty}`).join(', ')} ${part[0]?.state}`,
    );
    return `${lines[0]?.name}: ${parts.join('; ')}`;
  });
}

/** Neighbours with the same key. */
function groups<T>(rows: readonly T[], key: (row: T) => number): T[][] {
  return rows.reduce<T[][]>((all, row) => {
    const last = all.at(-1);
    if (last?.[0] !== undefined && key(last[0]) === key(row)) last.push(row);
    else all.push([row]);
    return all;
  }, []);
}

async function stateOf(stand: Stand): Promise<State> {
  const [chat] = await stand.rows<{ asked: string | null; owner: string | null }>(
    `SELECT json_extract(c.conversation, '$.asked.what') AS asked,
      (SELECT r.name FROM talks t JOIN roles r ON r.address_id = t.taken_by
       WHERE t.chat_id = c.id AND t.ended_at IS NULL AND t.until > ${stand.now()}) AS owner
     FROM chats c WHERE c.id = (${CHAT})`,
  );
  return {
    cart: await cartOf(stand),
    orders: await ordersOf(stand),
    owner: chat?.owner ?? null,
    asked: chat?.asked ?? null,
  };
}

export async function openDialogue(
  channel: StandChannel = 'web',
  options: StandOptions & { readonly language?: string } = {},
): Promise<Dialogue> {
  const stand = await openStand(options);
  const siti = stand.visitorOn(channel, 'Siti', { language: options.language ?? 'id' });
  let expected = NOTHING;
  return {
    stand,
    siti,
    async turn(deed, change = {}, ...hears) {
      await deed;
      await stand.settle();
      expected = { ...expected, ...change };
      expect(await stateOf(stand)).toEqual(expected);
      if (hears.length > 0) await siti.hears(...hears);
    },
  };
}
