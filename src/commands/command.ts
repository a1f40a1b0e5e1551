/** A command of `gerai`: what it takes, and what it does to an open database. */
import type * as z from 'zod';
import type { Database } from '../../db/database.ts';
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
}

/** The command cannot do what was asked; the sentence says why and what to do. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** A file for whoever asked: the process that owns the database may not write where they are. */
export interface Made {
  readonly text: string;
  readonly file: {
    /** What it is called where `--out` does not say. */
    readonly name: string;
    readonly bytes: Uint8Array;
  };
}

/** What is printed, or with it a file. */
export type Output = string | Made;

/** A command that works on the database, in the process that owns it. */
export interface DatabaseCommand<Input = unknown, Answer extends Output = Output> {
  readonly summary: string;
  /** Shown by `--help`. */
  readonly usage: string;
  readonly input: z.ZodType<Input>;
  /** Options that have no value: given, they are "true". */
  readonly flags?: readonly string[];
  /** It may make a file, which the command line writes: to `--out`, where that is given. */
  readonly makesFile?: true;
  /** It says where the stand can be written to, so that the bot is asked for its name. */
  readonly namesBot?: true;
  /** @throws CommandError */
  run(context: CommandContext, input: Input): Promise<Answer>;
}
