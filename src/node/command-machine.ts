/** What commands know of the machine that they run on, in the server and by themselves. */
import { databaseFile, isEmbedded } from '../../db/database-url.ts';
import { erasuresFile, recordErasure } from '../../db/erasures.ts';
import type { CommandContext } from '../commands/command.ts';
import { type Config, templateAccount } from '../config.ts';

/** The folder beside which the lists and secrets of this stand lie; of a remote database, on this machine. */
export function dataFile({ DATABASE_URL: url }: Config): string {
  return isEmbedded(url) ? databaseFile(url) : 'data/remote';
}

export function commandMachine(
  config: Config,
): Pick<CommandContext, 'publicUrl' | 'templates' | 'recordErasure'> {
  const file = erasuresFile(dataFile(config));
  return {
    publicUrl: config.PUBLIC_URL,
    templates: templateAccount(config),
    recordErasure: (erasure) => recordErasure(file, erasure),
  };
}
