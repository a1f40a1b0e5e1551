/** What of a person has to be known to erase them: their rows, and by what else they are found. */
import type { Database, Result } from '../../database.ts';

export interface Kept {
  readonly personId: number;
  /** Opaque: the person's own and those of whoever turned out to be the same. */
  readonly publicIds: readonly string[];
  readonly names: readonly string[];
  readonly phones: readonly string[];
  readonly addresses: readonly { readonly id: number; readonly external: string }[];
  readonly chats: readonly { readonly id: number; readonly external: string }[];
  /** Public ids of parts, questions and talks. */
  readonly about: readonly string[];
  /** Codes of orders that move. */
  readonly open: readonly string[];
  /** Holds a role. */
  readonly works: boolean;
}

/** The chats of a person's addresses; a group has an address and a person of its own. */
export const OWN_CHATS =
  'SELECT chats.id FROM chats JOIN addresses ON addresses.id = chats.address_id WHERE addresses.person_id = ?1';

export const MOVING = "('new', 'quoted', 'accepted', 'made', 'ready')";

const OWN_ORDERS_OPEN = `SELECT DISTINCT orders.code FROM orders JOIN fulfilments ON fulfilments.order_id = orders.id
  WHERE orders.person_id = ?1 AND fulfilments.state IN ${MOVING}`;

const QUERIES = {
  person: 'SELECT public_id, formerly FROM persons WHERE id = ?1',
  names: `SELECT name FROM persons WHERE id = ?1 UNION SELECT name FROM orders WHERE person_id = ?1
    UNION SELECT json_extract(body, '$.name') FROM carts WHERE person_id = ?1
    UNION SELECT shown_name FROM addresses WHERE person_id = ?1
    UNION SELECT roles.name FROM roles JOIN addresses ON addresses.id = roles.address_id WHERE addresses.person_id = ?1`,
  phones: `SELECT phone FROM persons WHERE id = ?1 UNION SELECT phone FROM orders WHERE person_id = ?1
    UNION SELECT json_extract(body, '$.phone') FROM carts WHERE person_id = ?1`,
  addresses: 'SELECT id, external FROM addresses WHERE person_id = ?1',
  chats: `SELECT id, external FROM chats WHERE id IN (${OWN_CHATS})`,
  about: `SELECT fulfilments.public_id FROM fulfilments JOIN orders ON orders.id = fulfilments.order_id WHERE orders.person_id = ?1
    UNION SELECT public_id FROM questions WHERE chat_id IN (${OWN_CHATS})
    UNION SELECT public_id FROM talks WHERE chat_id IN (${OWN_CHATS})`,
  open: OWN_ORDERS_OPEN,
  works: `SELECT roles.id FROM roles JOIN addresses ON addresses.id = roles.address_id
    WHERE addresses.person_id = ?1 AND roles.ended_at IS NULL LIMIT 1`,
} as const;

/** @returns null for a person who is not there. */
export async function loadKept(database: Database, personId: number): Promise<Kept | null> {
  const names = Object.keys(QUERIES) as (keyof typeof QUERIES)[];
  const results = await database.read(names.map((name) => ({ sql: QUERIES[name], args: [personId] })));
  const of = new Map(names.map((name, index) => [name, results[index]]));
  const [person] = of.get('person')?.rows ?? [];
  if (!person) return null;
  return {
    personId,
    publicIds: [String(person[0]), ...(JSON.parse(String(person[1])) as string[])],
    names: texts(of.get('names')).filter((name) => name.trim().length > 1),
    phones: texts(of.get('phones')),
    addresses: pairs(of.get('addresses')),
    chats: pairs(of.get('chats')),
    about: texts(of.get('about')),
    open: texts(of.get('open')),
    works: (of.get('works')?.rows.length ?? 0) > 0,
  };
}

function texts(result: Result | undefined): string[] {
  return (result?.rows ?? []).flatMap((row) => (typeof row[0] === 'string' && row[0] !== '' ? [row[0]] : []));
}

function pairs(result: Result | undefined): { id: number; external: string }[] {
  return (result?.rows ?? []).map((row) => ({ id: Number(row[0]), external: String(row[1]) }));
}
