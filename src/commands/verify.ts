import * as z from 'zod';
import { type Flaw, verifySeals } from '../../db/store/seals.ts';
import { CommandError, type DatabaseCommand } from './command.ts';

const input = z.object({
  since: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'must be the 64 letters and digits that were printed before')
    .optional(),
});

export const verify: DatabaseCommand<z.infer<typeof input>, string> = {
  summary: 'says whether a row that is written once was changed later',
  usage: `gerai verify [--since <hash>]

  Goes through the chain of seals over audit, movements, payments and steps, and names the first row that was
  changed, deleted or inserted. Note the newest seal outside of this machine, now and then.
  --since  a seal that was noted before: it must still be in the chain`,
  input,
  async run({ database }, { since }) {
    const { sealed, unsealed, newest, flaw } = await verifySeals(database, since);
    if (flaw) throw new CommandError(`${flawText(flaw)}\n${sealed} rows before it hold.`);
    const waiting = unsealed === 0 ? '' : ` ${unsealed} newer ones wait for the next minute.`;
    return `All ${sealed} sealed rows are as they were written.${waiting}\nNewest seal: ${newest ?? 'none yet'}`;
  },
};

function flawText(flaw: Flaw): string {
  switch (flaw.kind) {
    case 'changed':
      return `Row ${flaw.row} of ${flaw.table} is not what was written: it was CHANGED.`;
    case 'deleted':
      return `Row ${flaw.row} of ${flaw.table} was DELETED.`;
    case 'inserted':
      return `Row ${flaw.row} of ${flaw.table} was INSERTED among older rows.`;
    case 'broken':
      return `The chain itself was touched, at seal ${flaw.seal}.`;
    case 'unknown-hash':
      return 'The seal that was noted is not in the chain: it was made anew, or this is another database.';
  }
}
