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

/** A command that works on the database, in the process that owns it. */
export interface DatabaseCommand<Input = unknown> {
  readonly summary: string;
  /** Shown by `--help`. */
  readonly usage: string;
  readonly input: z.ZodType<Input>;
  /** Options that have no value: given, they are "true". */
  readonly flags?: readonly string[];
  /** @returns what is printed. @throws CommandError */
  run(context: CommandContext, input: Input): Promise<string>;
}
