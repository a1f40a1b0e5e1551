/** The engine asks a language model once for each event, and only shows what it was told itself. */
import { expect, test } from 'vitest';
import { WEB } from '../../bots/web/capabilities.ts';
import type { Advice, AdviceQuestion } from '../../src/chat/advice/advice.ts';
import { NO_STORED_FACTS, type View } from '../../src/chat/facts.ts';
import type { Inbound } from '../../src/chat/message.ts';
import { type EngineDeps, makeEngine } from '../../src/engine/engine.ts';
import type { Commit, OwnCommit } from '../../src/engine/store.ts';
import { makeLanes } from '../../src/lanes.ts';
import { readUnderstand } from '../../src/node/understand.ts';
import { sampleSnapshot } from '../support/catalogue.ts';
import { NOW, scene, testCopy } from '../support/factories.ts';

const UNCLEAR = 'tas ini enaknya dipadu sama baju apa ya?';
const snapshot = sampleSnapshot();

/** @param refusals how often the store refuses what was decided. */
function engineWith(advice: Advice | null, refusals = 0, view: View = scene().view) {
  const asked: AdviceQuestion[] = [];
  const needs: object[] = [];
  const commits: (Commit | OwnCommit)[] = [];
  const unusable: string[] = [];
  const deps: EngineDeps = {
    store: {
      loadView: async () => ({ view, catalogueVersion: 1 }),
      introduce: async () => ({ view, catalogueVersion: 1 }),
      async loadFacts(_view, asksFor) {
        needs.push(asksFor);
        return NO_STORED_FACTS;
      },
      async commit(commit) {
        commits.push(commit);
        return commits.length <= refusals ? { refused: 'chats.version' } : { owed: [] };
      },
      answersTo: async () => [],
      openNumbers: async () => [],
    },
    catalogue: { current: () => snapshot, atLeast: async () => snapshot, reload: async () => snapshot },
    copy: testCopy,
    understand: readUnderstand(),
    async advise(question) {
      asked.push(question);
      return advice;
    },
    onUnusable: (why) => void unusable.push(why),
    lanes: makeLanes(),
    capabilities: { telegram: WEB, web: WEB, 'whatsapp-web': WEB, 'whatsapp-cloud': WEB },
    reach: () => ({ web: null, telegram: null, whatsapp: null }),
    now: () => NOW,
    ids: () => ({ code: () => 'AAA-AAA', opaque: () => 'opaque' }),
    onCommitted: () => undefined,
  };
  const says = (text: string): Inbound => ({
    key: 'test:1',
    channel: 'web',
    chat: '1',
    actor: '1',
    at: NOW,
    body: { kind: 'text', text },
  });
  const engine = makeEngine(deps);
  return {
    asked,
    needs,
    commits,
    unusable,
    say: (text: string) => engine.handle(says(text)),
    said: () => commits.at(-1)?.messages.map(({ message }) => message.text) ?? [],
  };
}

const GOOD: Advice = { answer: 'Tas ini dibuat Warga Binaan.', facts: ['p5.story'] };

test('an event that is decided three times asks once, and shows what was said', async () => {
  const engine = engineWith(GOOD, 2);
  await engine.say(UNCLEAR);
  expect(engine.commits).toHaveLength(3);
  expect(engine.asked).toHaveLength(1);
  expect(engine.said()[0]).toMatch(/^Tas ini dibuat Warga Binaan\./);
});

test('the next event asks anew', async () => {
  const engine = engineWith(GOOD);
  await engine.say(UNCLEAR);
  await engine.say(UNCLEAR);
  expect(engine.asked).toHaveLength(2);
});

test('what may not be shown is not, and it is told why, without the words', async () => {
  const engine = engineWith({ answer: 'Tas ini halal.', facts: ['p5.story'] });
  await engine.say(UNCLEAR);
  expect(engine.unusable).toEqual(['topic']);
  expect(engine.said().join()).not.toMatch(/halal/);
});

test('the database is not asked for it', async () => {
  const engine = engineWith(GOOD);
  await engine.say(UNCLEAR);
  expect(engine.needs.flatMap(Object.keys)).not.toContain('advice');
});

test('it decides nothing: what is committed is the conversation, the reply, and that somebody asked', async () => {
  const engine = engineWith(GOOD);
  await engine.say(UNCLEAR);
  expect(engine.commits[0]).toMatchObject({ effects: [{ kind: 'tally' }], inboxKey: 'test:1' });
  expect(engine.commits[0]?.chat?.conversation).toMatchObject({
    asked: null,
    topic: 5,
    misses: 0,
    unanswered: null,
  });
});
