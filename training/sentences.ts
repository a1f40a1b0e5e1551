/** The labelled sentences that are learnt from. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { DIALOGUE_STATES, INTENTS, MESSAGE_LANGUAGES } from '../src/chat/understand/understanding.ts';

const SENTENCES = fileURLToPath(new URL('sentences', import.meta.url));
const ROUNDS = fileURLToPath(new URL('../test/understanding', import.meta.url));

/** Rounds that have been measured, and are learnt from since. A round that is not here is still blind. */
export const LEARNT_ROUNDS: readonly string[] = [
  '2026-11-24-a',
  '2026-11-24-b',
  '2026-11-24-c',
  '2026-11-24-d',
  '2026-11-24-e',
  '2026-11-24-f',
  '2026-11-24-g',
  '2026-11-24-h',
  '2026-11-24-i',
  '2026-11-24-j',
  '2026-11-24-k',
];

const Sentence = z.object({
  text: z.string(),
  intent: z.enum(INTENTS),
  lang: z.enum(MESSAGE_LANGUAGES).optional(),
  state: z.enum(DIALOGUE_STATES).nullish(),
});
export type Sentence = z.infer<typeof Sentence>;

export function sentenceFiles(): string[] {
  const written = readdirSync(SENTENCES).filter((name) => name.endsWith('.jsonl'));
  return [...written.sort().map((name) => `${SENTENCES}/${name}`), ...learntMessageFiles()];
}

/** Labelled rounds that nothing has been learnt from yet. */
export function blindFiles(): string[] {
  const rounds = readdirSync(`${ROUNDS}/rounds`).filter((name) => name.endsWith('.jsonl'));
  const blind = rounds.filter((name) => !LEARNT_ROUNDS.includes(name.replace('.jsonl', '')));
  return blind.sort().map((name) => `${ROUNDS}/rounds/${name}`);
}

/** Labelled messages that have been learnt from. */
export function learntMessageFiles(): string[] {
  return [`${ROUNDS}/dev.jsonl`, ...LEARNT_ROUNDS.map((name) => `${ROUNDS}/rounds/${name}.jsonl`)];
}

/** In parts: what visitors were imagined to write, in files by different people. */
export function heldOutFiles(): string[][] {
  const [dev, ...rounds] = sentenceFiles().slice(-1 - LEARNT_ROUNDS.length);
  const halves = [0, 1].map((half) => rounds.filter((_, at) => at % 2 === half));
  return [dev ? [dev] : [], ...halves];
}

export function readSentences(file: string): Sentence[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => Sentence.parse(JSON.parse(line)));
}

/** SHA-256 over all files in their order. */
export function hashOfSentences(): string {
  const hash = createHash('sha256');
  for (const file of sentenceFiles()) hash.update(readFileSync(file));
  return hash.digest('hex');
}
