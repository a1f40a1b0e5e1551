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
  /** Where the message templates of WhatsApp are. */
  readonly templates?: TemplateAccount;
  /** Keeps the list of erased people beside the backups. */
  readonly recordErasure?: (erasure: Erasure) => Promise<void>;
}

/** A file that the command line writes for who asked, into the folder given by `--out`. */
export interface CommandFile {
  /** Without a folder. */
  readonly name: string;
  /** Text, or bytes in base64. */
  readonly content: string;
  readonly encoding?: 'base64';
}

/** What is printed, and what is written. */
export type CommandOutput = string | { readonly text: string; readonly files?: readonly CommandFile[] };

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
  /** @throws CommandError */
  run(context: CommandContext, input: Input): Promise<Output>;
}
