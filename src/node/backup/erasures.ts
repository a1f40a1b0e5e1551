/**
 * MERGE: `db/erasures.ts` brings `replayErasures(database, list)`. When it is there, `src/cli.ts` imports that one in the
 * place of this, and this file goes. Until then a list that lies beside the database stops the restore: who asked to be
 * erased must not come back.
 */
import { CommandError } from '../../commands/command.ts';
import type { ReplayErasures } from './restore.ts';

export const replayErasures: ReplayErasures = async (_database, list) => {
  throw new CommandError(`This version of Gerai cannot read ${list}, and restores nothing without it.`);
};
