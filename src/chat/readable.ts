/** What an event is read from, and what comes of it. */
import type { Snapshot } from '../shop/catalogue.ts';
import type { View } from './facts.ts';
import type { Meaning } from './flow.ts';
import type { Inbound } from './message.ts';
import type { Understand, Understanding } from './understand/understanding.ts';

export interface Reading {
  readonly meaning: Meaning;
  /** The product that the quoted message was about; undefined: none was quoted. */
  readonly topic?: number;
  /** What was understood, where there were words. */
  readonly understood: Understanding | null;
}

export interface Readable {
  readonly inbound: Inbound;
  readonly view: View;
  readonly snapshot: Snapshot;
  readonly understand: Understand;
  readonly now: number;
  /** The bot's user name, where it is known: in a group there may be other bots. */
  readonly botName?: string | null;
}
