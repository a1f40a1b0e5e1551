/** What the doctor says of one thing. */
import type { Config } from '../../config.ts';

export interface Finding {
  /** The thing: "Telegram", "disk". */
  readonly about: string;
  readonly state: 'ok' | 'warning' | 'problem';
  /** One sentence; never a secret. */
  readonly text: string;
  /** What to do, in one sentence; where something is to be done. */
  readonly remedy?: string;
}

/** How a clock elsewhere stood when the one here stood at `here`, UTC milliseconds. */
export interface ClockReading {
  readonly whose: string;
  readonly there: number;
  readonly here: number;
}

export interface DoctorContext {
  readonly config: Config;
  readonly now: () => number;
  /** The folder with `.env`. */
  readonly folder: string;
  /** Filled by those who ask over the network. */
  readonly clocks: ClockReading[];
}

export type Check = (context: DoctorContext) => Promise<readonly Finding[]>;

export const ok = (about: string, text: string): Finding => ({ about, state: 'ok', text });
export const warning = (about: string, text: string, remedy: string): Finding => ({
  about,
  state: 'warning',
  text,
  remedy,
});
export const problem = (about: string, text: string, remedy: string): Finding => ({
  about,
  state: 'problem',
  text,
  remedy,
});
