/** Whom somebody at the command line means: by the address on a channel, an order's code, a phone number or a name. */
import { type Database, valuesOf } from '../../database.ts';

export interface Candidate {
  readonly personId: number;
  readonly name: string | null;
  readonly phone: string | null;
  readonly channels: string;
  readonly orders: number;
  readonly createdAt: number;
}

export interface Wanted {
  /** As it was typed. */
  readonly text: string;
  /** In its written form; null: it is no order code. */
  readonly code: string | null;
  /** In E.164 form; null: it is no phone number. */
  readonly phone: string | null;
}

/** More are said to be there. */
const SHOWN = 20;

const CANDIDATES = `SELECT persons.id,
    coalesce(persons.name, (SELECT name FROM orders WHERE person_id = persons.id AND name <> '' ORDER BY id DESC LIMIT 1)),
    coalesce(persons.phone, (SELECT phone FROM orders WHERE person_id = persons.id ORDER BY id DESC LIMIT 1)),
    (SELECT group_concat(channel, ', ') FROM addresses WHERE person_id = persons.id),
    (SELECT count(*) FROM orders WHERE person_id = persons.id), persons.created_at
  FROM persons WHERE NOT EXISTS (SELECT 1 FROM erasures WHERE person_id = persons.id AND done_at IS NOT NULL)`;

/** The ids of the outside are `62812…`, `62812…@c.us` and the like. */
const FOUND = `${CANDIDATES} AND (
    persons.id IN (SELECT person_id FROM orders WHERE code = ?1 OR phone = ?2)
    OR persons.phone = ?2
    OR persons.id IN (SELECT person_id FROM addresses WHERE external IN (?3, ?4, ?4 || '@c.us'))
    OR lower(persons.name) LIKE ?5 ESCAPE '\\'
    OR persons.id IN (SELECT person_id FROM orders WHERE lower(name) LIKE ?5 ESCAPE '\\')
  ) ORDER BY persons.id LIMIT ${SHOWN + 1}`;

export async function findPeople(
  database: Database,
  { text, code, phone }: Wanted,
): Promise<{ found: Candidate[]; more: boolean }> {
  const typed = text.trim().toLowerCase();
  const like = `%${typed.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const name = typed.length < 2 || code !== null || phone !== null ? null : like;
  const args = [code, phone, text.trim(), phone?.slice(1) ?? null, name];
  const [result] = await database.read([{ sql: FOUND, args }]);
  const found = (result ? valuesOf(result) : []).map(readCandidate);
  return { found: found.slice(0, SHOWN), more: found.length > SHOWN };
}

export async function findPerson(database: Database, id: number): Promise<Candidate | null> {
  const [result] = await database.read([{ sql: `${CANDIDATES} AND persons.id = ?1`, args: [id] }]);
  const row = result && valuesOf(result)[0];
  return row ? readCandidate(row) : null;
}

function readCandidate(row: ArrayLike<unknown>): Candidate {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
  return {
    personId: Number(row[0]),
    name: text(row[1]),
    phone: text(row[2]),
    channels: text(row[3]) ?? '–',
    orders: Number(row[4]),
    createdAt: Number(row[5]),
  };
}
