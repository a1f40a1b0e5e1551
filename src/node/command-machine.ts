/** What commands know of the machine that they run on, in the server and by themselves. */
import { databaseFile, isEmbedded } from '../../db/database-url.ts';
import { carryErasures, erasuresFile, recordErasure } from '../../db/erasures.ts';
import type { CommandContext } from '../commands/command.ts';
import { type Config, templateAccount } from '../config.ts';

/** The folder beside which the lists and secrets of this stand lie; of a remote database, on this machine. */
export function dataFile({ DATABASE_URL: url }: Config): string {
  return isEmbedded(url) ? databaseFile(url) : 'data/remote';
}

/** @param onNotCarried the list beside the backups cannot be written now: the next backup takes it along. */
export function commandMachine(
  config: Config,
  onNotCarried: (error: unknown) => void,
): Pick<CommandContext, 'publicUrl' | 'templates' | 'recordErasure'> {
  const file = erasuresFile(dataFile(config));
  const backups = config.backup.folder;
  return {
    publicUrl: config.PUBLIC_URL,
    templates: templateAccount(config),
    async recordErasure(erasure) {
      await recordErasure(file, erasure);
      // At once, and not only with the next backup: the machine may be lost before.
      if (backups !== null) await carryErasures(file, backups).catch(onNotCarried);
    },
  };
}
