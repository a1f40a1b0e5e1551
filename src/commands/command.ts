/** A command of `gerai`: what it takes, and what it does to an open database. */
import type * as z from 'zod';
import type { Database } from '../../db/database.ts';
import type { Erasure } from '../../db/store/erase/erase.ts';
import type { Reach } from '../chat/flow.ts';
import type { TemplateAccount } from '../config.ts';

export interface CommandContext {
  readonly database: Database;
  readonly reach: () => Reach;
  readonly now: () => number;
  /** The address that was set for visitors; left out: none was. */
  readonly publicUrl?: string | undefined;
  /** Where the message templates of WhatsApp are. */
  readonly templates?: TemplateAccount;
  /** Keeps the list of erased people beside the backups. */
  readonly recordErasure?: (erasure: Erasure) => Promise<void>;
}

/** A file for whoever asked: the process that owns the database may not write where they are. */
export interface CommandFile {
  /** Without a folder. */
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** What is printed, and what is written. */
export type CommandOutput = string | { readonly text: string; readonly files: readonly CommandFile[] };

/** The command cannot do what was asked; the sentence says why and what to do. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** What goes to the process that owns the database, or what is printed without it. */
export type Gathered = { readonly input: object } | { readonly print: string };

/** A command that works on the database, in the process that owns it. */
export interface DatabaseCommand<Input = unknown, Output extends CommandOutput = CommandOutput> {
  readonly summary: string;
  /** Shown by `--help`. */
  readonly usage: string;
  readonly input: z.ZodType<Input>;
  /** Options that have no value: given, they are "true". */
  readonly flags?: readonly string[];
  /**
   * Beside the caller: arguments that are no options, and the files that they name. Without it options alone are
   * the input. @throws CommandError
   */
  gather?(args: readonly string[]): Promise<Gathered>;
  /** It makes one file, which is written in any case: to `--out`, where that is given. */
  readonly makesFile?: true;
  /** It says where the stand can be written to, so that the bot is asked for its name. */
  readonly namesBot?: true;
  /** @throws CommandError */
  run(context: CommandContext, input: Input): Promise<Output>;
}
