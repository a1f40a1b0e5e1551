/**
 * `npm run understanding [-- FILE …]`: how well messages are understood, on the development data, on the rounds of
 * messages that were written blind, and on other people's messages given by path (one a line, none of them for us).
 */

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { sampleSnapshot } from '../db/seed/sample-snapshot.ts';
import { SURE_ENOUGH } from '../src/chat/confidence.ts';
import { wantedItems } from '../src/chat/understand/contract.ts';
import {
  DIALOGUE_STATES,
  INTENTS,
  type Intent,
  MESSAGE_LANGUAGES,
  type Understanding,
} from '../src/chat/understand/understanding.ts';
import { readUnderstand } from '../src/node/understand.ts';
import { LEARNT_ROUNDS } from './sentences.ts';

const DATA = fileURLToPath(new URL('../test/understanding', import.meta.url));
const ORDERS: ReadonlySet<Intent> = new Set<Intent>(['place_order', 'change_order']);
const ABOUT_PRODUCTS = /^(?:ask_(?:price|stock|photo|discount|spec|ingredients|origin)|list_products)$/;

const Item = z.object({
  product: z.string().nullable(),
  qty: z.number().nullable(),
  variant: z.string().nullish(),
  unit: z.string().nullish(),
});
const Labelled = z.object({
  text: z.string(),
  lang: z.enum(MESSAGE_LANGUAGES),
  intent: z.enum(INTENTS),
  items: z.array(Item),
  state: z.enum(DIALOGUE_STATES).nullish(),
});
type Labelled = z.infer<typeof Labelled>;

const understand = readUnderstand();
const snapshot = sampleSnapshot();

const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;

type LabelledItem = z.infer<typeof Item>;

function itemKey({ product, qty, unit }: LabelledItem): string {
  return [product, qty, unit ?? ''].join(' ');
}

/** Every item with its number and unit; the kind only where the label names one. */
function sameItems(wanted: readonly LabelledItem[], got: readonly LabelledItem[]): boolean {
  const inOrder = (items: readonly LabelledItem[]) =>
    items.toSorted((one, other) => itemKey(one).localeCompare(itemKey(other)));
  const found = inOrder(got);
  return (
    wanted.length === got.length &&
    inOrder(wanted).every((item, at) => {
      const other = found[at];
      return (
        other !== undefined &&
        itemKey(item) === itemKey(other) &&
        (!item.variant || item.variant === other.variant)
      );
    })
  );
}

function isOrder({ intent, confidence }: Understanding): boolean {
  return ORDERS.has(intent) && confidence >= SURE_ENOUGH;
}

const BINS = 10;

/** How far on average the confidence is from how often it is right, over ten steps of confidence. */
function calibrationError(answers: readonly { readonly sure: number; readonly right: boolean }[]): number {
  const gaps = Array.from({ length: BINS }, (_, bin) => {
    const own = answers.filter(({ sure }) => Math.min(BINS - 1, Math.floor(sure * BINS)) === bin);
    return Math.abs(own.reduce((sum, { sure, right }) => sum + sure - (right ? 1 : 0), 0));
  });
  return gaps.reduce((sum, gap) => sum + gap, 0) / Math.max(1, answers.length);
}

function reportLabelled(name: string, lines: readonly Labelled[]): void {
  const read = lines.map((line) => ({ line, got: understand(line.text, line.state ?? undefined, snapshot) }));
  const count = (test: (each: (typeof read)[number]) => boolean) => read.filter(test).length;
  const orders = read.filter(({ line }) => ORDERS.has(line.intent));
  const confused = new Map<string, number>();
  for (const { line, got } of read) {
    if (line.intent === got.intent) continue;
    const key = `${line.intent} → ${got.intent}`;
    confused.set(key, (confused.get(key) ?? 0) + 1);
  }
  console.log(`\n### ${name}: ${lines.length} messages\n`);
  console.log(
    `intent             ${percent(
      count(({ line, got }) => line.intent === got.intent),
      lines.length,
    )}`,
  );
  console.log(
    `items of orders    ${percent(orders.filter(({ line, got }) => sameItems(line.items, wantedItems(got))).length, orders.length)} of ${orders.length}`,
  );
  console.log(
    `language           ${percent(
      count(({ line, got }) => line.lang === (got.language ?? 'id')),
      lines.length,
    )}`,
  );
  console.log(`false orders       ${count(({ line, got }) => isOrder(got) && !ORDERS.has(line.intent))}`);
  console.log(
    `confident, wrong   ${percent(
      count(({ line, got }) => got.confidence >= 0.7 && line.intent !== got.intent),
      lines.length,
    )}`,
  );
  const right = read.map(({ line, got }) => ({ sure: got.confidence, right: line.intent === got.intent }));
  console.log(`calibration error  ${percent(calibrationError(right), 1)}`);
  const most = [...confused].sort(([, one], [, other]) => other - one).slice(0, 8);
  if (most.length > 0)
    console.log(`confused           ${most.map(([key, times]) => `${key} (${times})`).join(', ')}`);
}

function reportForeign(path: string): void {
  const texts = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  const read = texts.map((text) => understand(text, undefined, snapshot));
  const answers = read.filter(
    ({ intent, confidence }) => ABOUT_PRODUCTS.test(intent) && confidence >= SURE_ENOUGH,
  ).length;
  console.log(`\n### ${path.split('/').at(-1)}: ${texts.length} messages to others\n`);
  console.log(`orders started     ${read.filter(isOrder).length}`);
  console.log(`product answers    ${answers} = ${percent(answers, texts.length)}`);
}

function readLabelled(path: string): Labelled[] {
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => Labelled.parse(JSON.parse(line)));
}

function reportSpeed(texts: readonly string[]): void {
  const rounds = 3;
  const began = performance.now();
  for (let round = 0; round < rounds; round += 1) {
    for (const text of texts) understand(text, undefined, snapshot);
  }
  const perSecond = (rounds * texts.length * 1_000) / (performance.now() - began);
  console.log(`\n${perSecond.toFixed(0)} messages a second on one core.`);
}

const rounds = readdirSync(`${DATA}/rounds`).filter((name) => name.endsWith('.jsonl'));
const dev = readLabelled(`${DATA}/dev.jsonl`);
reportLabelled('dev.jsonl (learnt from)', dev);
for (const name of rounds.sort()) {
  const learnt = LEARNT_ROUNDS.includes(name.replace('.jsonl', '')) ? ' (learnt from)' : '';
  reportLabelled(`${name}${learnt}`, readLabelled(`${DATA}/rounds/${name}`));
}
for (const path of process.argv.slice(2)) reportForeign(path);
reportSpeed(dev.map(({ text }) => text));
