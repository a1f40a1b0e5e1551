/** What every channel must pass: whatever the conversation says arrives whole, and whatever is pressed comes back. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Capabilities } from '../../src/chat/channel.ts';
import {
  BOLD_END,
  BOLD_START,
  type Choice,
  type InboundBody,
  MAX_CHOICE_BYTES,
  type Message,
} from '../../src/chat/message.ts';

/** A message as the person has it before them. */
export interface Arrived {
  readonly text: string;
  /** The parts set in bold; null where the channel shows none. */
  readonly bold: readonly string[] | null;
  readonly choices: readonly Choice[];
  readonly photo: boolean;
}

export interface ChannelUnderTest {
  readonly name: string;
  readonly can: Capabilities;
  /** A hash under which the channel finds a picture. */
  readonly picture: string;
  /** Sends the message as the channel does, and gives what the person then sees of it. */
  arrives(message: Message): Promise<readonly Arrived[]>;
  /** What the channel makes of a press of this choice. */
  pressed(choice: string): InboundBody | null;
  /** What it makes of events that it has no words for, each by a name. */
  strange(): readonly { readonly what: string; readonly body: InboundBody | null }[];
}

function choices(count: number): Choice[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `add ${index} 1`,
    label: `Produk nomor ${index + 1}`,
  }));
}

const wordsOf = (text: string) => text.split(/\s+/).filter((word) => word !== '');
const bare = (text: string) => text.replaceAll(BOLD_START, '').replaceAll(BOLD_END, '');
const textOf = (arrived: readonly Arrived[]) => arrived.map(({ text }) => text).join('\n');

const PARAGRAPH =
  'Tempe kedelai diiris setipis mungkin, lalu digoreng pelan-pelan sampai kering dan renyah. ';

/** Words, lines and paragraphs in which bold begins and ends where it likes. */
const proseArbitrary = fc
  .array(
    fc.record({
      words: fc.array(fc.stringMatching(/^[\p{L}\d<>&*_`.,"“”🧺-]{1,14}$/u), { minLength: 1, maxLength: 40 }),
      bold: fc.boolean(),
      end: fc.constantFrom(' ', '\n', '\n\n', '. '),
    }),
    { minLength: 1, maxLength: 120 },
  )
  .map((parts) =>
    parts
      .map(({ words, bold, end }) => {
        const text = words.join(' ');
        return (bold ? `${BOLD_START}${text}${BOLD_END}` : text) + end;
      })
      .join('')
      .trim(),
  );

export function describeChannel(open: () => ChannelUnderTest): void {
  describe('no choice is ever dropped', () => {
    test.each([1, 3, 30, 250])('%i choices arrive, each once and in their order', async (count) => {
      const arrived = await open().arrives({ text: 'Yang mana?', choices: choices(count) });
      expect(arrived.flatMap((each) => each.choices.map(({ id }) => id))).toEqual(
        choices(count).map(({ id }) => id),
      );
    });

    test('they arrive under a text of several messages, and beside a picture', async () => {
      const { arrives, picture } = open();
      const long = await arrives({ text: PARAGRAPH.repeat(300), choices: choices(30) });
      expect(long.flatMap((each) => each.choices)).toHaveLength(30);
      const pictured = await arrives({ text: PARAGRAPH.repeat(40), photo: picture, choices: choices(30) });
      expect(pictured.flatMap((each) => each.choices)).toHaveLength(30);
      expect(pictured[0]?.photo).toBe(true);
      expect(wordsOf(textOf(pictured))).toEqual(wordsOf(PARAGRAPH.repeat(40)));
    });

    test('a label that is too long is shortened, and still says which it is', async () => {
      const label = `Miniatur kapal ${'layar '.repeat(40)}`;
      const [message] = await open().arrives({ text: 'Ini?', choices: [{ id: 'add 1 1', label }] });
      expect(message?.choices[0]?.id).toBe('add 1 1');
      expect(message?.choices[0]?.label.startsWith('Miniatur kapal')).toBe(true);
    });
  });

  describe('nothing of a text is lost', () => {
    test('every character means itself', async () => {
      const text = '<b>x</b> & &amp; *y* _z_ `q` [a](http://b) “c” 🧺 a<b>c';
      const arrived = await open().arrives({ text });
      expect(arrived.map((each) => each.text)).toEqual([text]);
      expect(arrived[0]?.bold ?? []).toEqual([]);
    });

    test('bold is set where the conversation sets it, and marks are never seen', async () => {
      const text = `Kode ${BOLD_START}R4K-7NP${BOLD_END} atas nama ${BOLD_START}<Siti & Ali>${BOLD_END}.`;
      const [message] = await open().arrives({ text });
      expect(message?.text).toBe('Kode R4K-7NP atas nama <Siti & Ali>.');
      if (message?.bold) expect(message.bold).toEqual(['R4K-7NP', '<Siti & Ali>']);
    });

    test('what is bold over the end of a message goes on bold in the next one', async () => {
      const inside = PARAGRAPH.repeat(220).trim();
      const arrived = await open().arrives({ text: `Catatan: ${BOLD_START}${inside}${BOLD_END} Selesai.` });
      expect(arrived.length).toBeGreaterThan(2);
      if (arrived.some(({ bold }) => bold === null)) return;
      expect(wordsOf(arrived.flatMap(({ bold }) => bold ?? []).join(' '))).toEqual(wordsOf(inside));
    });

    test('any text arrives word for word within the limit, and what was bold stays bold', async () => {
      const { arrives, can } = open();
      await fc.assert(
        fc.asyncProperty(proseArbitrary, async (text) => {
          const arrived = await arrives({ text });
          expect(wordsOf(textOf(arrived))).toEqual(wordsOf(bare(text)));
          for (const each of arrived) {
            expect(each.text.length).toBeLessThanOrEqual(can.textLength);
            expect(each.text).not.toMatch(/[\uE000\uE001]/);
            expect(each.text.isWellFormed()).toBe(true);
          }
          if (arrived.some(({ bold }) => bold === null)) return;
          const bolds = [...text.matchAll(/\uE000([^\uE001]*)\uE001/g)].map(([, inside]) => inside ?? '');
          const shown = arrived.flatMap(({ bold }) => bold ?? []);
          expect(wordsOf(shown.join(' '))).toEqual(wordsOf(bolds.join(' ')));
        }),
        { numRuns: 40, seed: 11 },
      );
    });

    test('one word that is longer than a message is cut, never through a character', async () => {
      const { arrives, can } = open();
      const text = `a${'🧺'.repeat(can.textLength)}`;
      const arrived = await arrives({ text });
      expect(arrived.map((each) => each.text).join('')).toBe(text);
      for (const each of arrived) expect(each.text.isWellFormed()).toBe(true);
    });
  });

  describe('what is pressed comes back', () => {
    test('as the id that was offered', async () => {
      const { arrives, pressed } = open();
      const longest = `show-part ${'x'.repeat(MAX_CHOICE_BYTES - 'show-part '.length)}`;
      const offered = [{ id: longest, label: 'Lihat' }, ...choices(2)];
      const arrived = await arrives({ text: 'Yang mana?', choices: offered });
      for (const [index, { id }] of arrived.flatMap((each) => each.choices).entries()) {
        expect(pressed(id)).toMatchObject({ kind: 'choice', choice: offered[index]?.id });
      }
    });
  });

  test('an event of a kind that nobody knows is passed on to be answered, never to silence', () => {
    for (const { what, body } of open().strange()) expect(body, what).not.toBeNull();
  });
}
