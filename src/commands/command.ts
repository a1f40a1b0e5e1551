/** A command of `gerai`: what it takes, and what it does to an open database. */
import type * as z from 'zod';
import type { Database } from '../../db/database.ts';
import type { Reach } from '../chat/flow.ts';
import type { TemplateAccount } from '../config.ts';

export interface CommandContext {
  readonly database: Database;
  readonly reach: () => Reach;
  readonly now: () => number;
  /** Where the message templates of WhatsApp are. */
  readonly templates?: TemplateAccount;
}

/** The command cannot do what was asked; the sentence says why and what to do. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** What goes to the process that owns the database, or what is printed without it. */
export type Gathered = { readonly input: object } | { readonly print: string };

/** A command that works on the database, in the process that owns it. */
export interface DatabaseCommand<Input = unknown> {
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
  /** @returns what is printed. @throws CommandError */
  run(context: CommandContext, input: Input): Promise<string>;
}
