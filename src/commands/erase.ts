import * as z from 'zod';
import { ConstraintError, type Database, StorageError } from '../../db/database.ts';
import { erasePerson } from '../../db/store/erase/erase.ts';
import { listErasures } from '../../db/store/erase/wishes.ts';
import { CommandError, type DatabaseCommand } from './command.ts';
import { candidateLine, WHOM, WHOM_USAGE, whom } from './whom.ts';

const input = z.object({
  ...WHOM,
  yes: z.literal('true').optional(),
  list: z.literal('true').optional(),
});

export const erase: DatabaseCommand<z.infer<typeof input>, string> = {
  summary: 'erases what is kept about a person',
  usage: `gerai erase --person <whoever> | --id <number> [--yes]
gerai erase --list

${WHOM_USAGE}
  --yes     does it; without it only who it would be is said
  --list    prints the list of those who were erased, as data/erasures.jsonl has it: opaque ids and times

  Orders have to have ended, and roles too. Names, numbers, addresses, carts, chats and messages go; what was
  ordered, paid and moved stays and tells of nobody. It cannot be undone. See docs/personal-data.md.`,
  input,
  flags: ['yes', 'list'],
  async run({ database, now, recordErasure }, { person, id, yes, list }) {
    if (list) return (await listErasures(database)).map((each) => JSON.stringify(each)).join('\n');
    const found = await whom(database, { person, id });
    if (!yes) return `This would erase:\n${candidateLine(found)}\nAdd --yes to do it. It cannot be undone.`;
    const outcome = await attempt(() =>
      erasePerson(database, found.personId, { now: now(), record: recordErasure }),
    );
    const said = erased(outcome);
    return (await leavesBytes(database)) ? `${said}\n${BYTES_LEFT}` : said;
  },
};

const BYTES_LEFT =
  'Another program reads the file, so that bytes of it may be left there. The next erasure removes them.';

async function leavesBytes(database: Database): Promise<boolean> {
  try {
    await database.forgetOld?.();
    return false;
  } catch (error) {
    if (error instanceof StorageError) return true;
    throw error;
  }
}

/** @throws CommandError */
async function attempt<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ConstraintError)
      throw new CommandError('The person has ordered something just now. Nothing was erased.');
    throw error;
  }
}

/** @throws CommandError */
function erased(outcome: Awaited<ReturnType<typeof erasePerson>>): string {
  switch (outcome.kind) {
    case 'erased':
      return `Erased: person ${outcome.personId} is nobody now. Backups made before still have the data until they are removed.`;
    case 'open-orders':
      throw new CommandError(
        `These orders are still open: ${outcome.codes.join(', ')}. They have to be cancelled, or handed over, first.`,
      );
    case 'works':
      throw new CommandError('This person works here. End the role first.');
    case 'unknown':
      throw new CommandError('There is no such person any more.');
  }
}
