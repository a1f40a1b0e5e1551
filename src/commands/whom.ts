/** Who is meant by `--person` or `--id`. */
import * as z from 'zod';
import type { Database } from '../../db/database.ts';
import { type Candidate, findPeople, findPerson } from '../../db/store/erase/find.ts';
import { readOrderCode } from '../shop/code.ts';
import { normalisePhone } from '../shop/phone.ts';
import { CommandError } from './command.ts';

export const WHOM = {
  person: z.string().trim().min(1).max(80).optional(),
  id: z.coerce.number().int().min(1).optional(),
};

export const WHOM_USAGE = `  --person  the address on a channel, an order's code, a phone number or a name
  --id      the number of a person, as it is listed where several could be meant`;

/** @throws CommandError where nobody or several could be meant. */
export async function whom(
  database: Database,
  { person, id }: { readonly person?: string | undefined; readonly id?: number | undefined },
): Promise<Candidate> {
  if (id !== undefined) {
    const found = await findPerson(database, id);
    if (!found) throw new CommandError(`There is no person ${id}, or not any more.`);
    return found;
  }
  if (person === undefined) throw new CommandError('Say who is meant: --person <whoever>, or --id <number>.');
  const { found, more } = await findPeople(database, {
    text: person,
    code: readOrderCode(person),
    phone: normalisePhone(person),
  });
  const [one, ...others] = found;
  if (!one) throw new CommandError('Nobody like that is known here.');
  if (others.length === 0) return one;
  const lines = found.map(candidateLine);
  throw new CommandError(
    ['Several could be meant. Say which one with --id:', ...lines, ...(more ? ['  … and more.'] : [])].join(
      '\n',
    ),
  );
}

export function candidateLine({ personId, name, phone, channels, orders, createdAt }: Candidate): string {
  const since = new Date(createdAt).toISOString().slice(0, 10);
  return `  ${personId}  ${name ?? '–'}  ${phone ?? '–'}  ${channels}  orders: ${orders}  since ${since}`;
}
