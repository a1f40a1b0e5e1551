/**
 * Advice: how a language model of the office's choosing words what is known, where the rules did not understand a
 * question. Off unless the office sets one. It is asked about what code looked up, and what it says is checked by code
 * before anybody reads it; it decides nothing and writes nothing.
 */
import type { Language } from '../../shop/catalogue.ts';

/** What the conversation would like to have advice on. */
export interface AdviceWish {
  /** As the visitor wrote it. */
  readonly text: string;
  /** Ids of the products that it is about; none: of the stand as a whole. */
  readonly about: readonly number[];
}

/** One thing that is known, in the visitor's language. */
export interface Known {
  readonly id: string;
  /** The product, or the stand. */
  readonly of: string;
  readonly what: string;
  readonly text: string;
}

/** What leaves the house: nothing else does. */
export interface AdviceQuestion {
  /** The visitor's words, with what is personal masked. */
  readonly text: string;
  readonly language: Language;
  readonly known: readonly Known[];
}

/** What came back, unchecked. */
export interface Advice {
  /** null: what is known does not answer it. */
  readonly answer: string | null;
  /** The ids of what it was put together from. */
  readonly facts: readonly string[];
}

/** Never rejects, and gives null within seconds where nothing of use comes: the visitor waits for it. */
export type Advise = (question: AdviceQuestion) => Promise<Advice | null>;
