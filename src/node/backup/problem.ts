/** What a person can mend, said of a failure of the disk or the database. */
import { StorageError } from '../../../db/database.ts';
import { failureOf } from '../../../db/failures.ts';
import { CommandError } from '../../commands/command.ts';

const SAID: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full. Make room, or set BACKUP_DIR to a larger disk.',
  EDQUOT: 'The disk is full. Make room, or set BACKUP_DIR to a larger disk.',
  EFBIG: 'The disk takes no file of this size. Make room, or set BACKUP_DIR to another disk.',
  EACCES:
    'The folder may not be written to. Give it to the user that runs Gerai, or set BACKUP_DIR to another.',
  EPERM:
    'The folder may not be written to. Give it to the user that runs Gerai, or set BACKUP_DIR to another.',
  EROFS: 'The disk is mounted for reading only. Set BACKUP_DIR to a folder that can be written to.',
  ENOTDIR: 'The folder for backups is not a folder. Set BACKUP_DIR to one.',
  EEXIST: 'The folder for backups is not a folder. Set BACKUP_DIR to one.',
  ENOENT: 'The folder for backups cannot be made. Set BACKUP_DIR to one that can.',
};

/** The error itself where nothing better can be said of it. */
export function problemOf(error: unknown): unknown {
  if (error instanceof CommandError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const said = SAID[code];
  if (said !== undefined) return new CommandError(said, { cause: error });
  const failure = failureOf(error);
  if (!(failure instanceof StorageError)) return error;
  const why = {
    full: SAID.ENOSPC,
    busy: 'The database is locked by another program. Try again.',
    io: 'The database cannot be read, or its copy cannot be written: the disk may be full or failing. Run `gerai doctor`.',
    unreachable: 'The database server cannot be reached. Try again later.',
  }[failure.problem];
  return new CommandError(why, { cause: error });
}
