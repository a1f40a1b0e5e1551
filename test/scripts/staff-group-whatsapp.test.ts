/**
 * A unit's linked staff group on WhatsApp by a paired phone: what the library gives, as the bridge reads it, and the
 * stand behind the routes of the bridge. The form of a raw message is a belief (see `docs/whatsapp-web.md`).
 */
import { describe, expect, test } from 'vitest';
import { parseLeave, parseMessage } from '../../bots/whatsapp-web/parse.ts';
import { bridgeDouble } from '../support/bridge.ts';
import { openStand, type Stand } from '../support/stand.ts';
import { orders } from './ordering.ts';

const WOMEN = 'lapas-perempuan-2a-tangerang';
const GROUP = '120363041234567890@g.us';
const US = new Set(['628000000000@c.us', '55000000000@lid']);
const RINA = { id: '628111@c.us', name: 'Rina' };
const DEWI = { id: '99887766@lid', name: 'Dewi' };
type Member = typeof RINA;

interface Said {
  readonly quotes?: string;
  readonly of?: string;
  readonly group?: string;
}

async function open() {
  const stand = await openStand();
  const request = (path: string, init: RequestInit) =>
    stand.gerai.app.request(`https://gerai.example${path}`, init);
  const bridge = bridgeDouble(request, stand.now);
  let count = 0;

  /** @returns whether the bridge passed it on, and what the group was answered. */
  async function says(
    member: Member,
    text: string,
    { quotes, of = '55000000000@lid', group = GROUP }: Said = {},
  ) {
    count += 1;
    const id = `3A${count}`;
    const event = parseMessage(
      {
        id: { _serialized: `false_${group}_${id}_${member.id}`, id, fromMe: false },
        from: group,
        to: '628000000000@c.us',
        author: member.id,
        type: 'chat',
        body: text,
        timestamp: Math.floor(stand.now() / 1_000),
        _data: {
          notifyName: member.name,
          ...(quotes === undefined ? {} : { quotedStanzaID: quotes, quotedParticipant: { _serialized: of } }),
        },
      },
      US,
    );
    if (event === null) return { passed: false, text: '', ids: [] };
    await bridge.tells(event);
    return { passed: true, ...(await hears(group)) };
  }

  /** The newest messages of the group. */
  async function hears(group = GROUP) {
    await stand.settle();
    const own = (await bridge.sendsAll()).filter(({ chat }) => chat === group);
    return { text: own.map(({ text }) => text).join('\n'), ids: own.map(({ id }) => `true_${id}`) };
  }

  return { stand, bridge, says, hears };
}

async function linked() {
  const all = await open();
  const code = await all.stand.invitation('staff', 'Grup Perempuan', WOMEN);
  expect((await all.says(RINA, code)).text).toMatch(/Grup ini kini tersambung sebagai petugas/);
  return { ...all, siti: all.stand.visitorOn('web', 'Siti') };
}

const roles = (stand: Stand) => stand.count('SELECT count(*) FROM roles WHERE ended_at IS NULL');

describe('a linked group', () => {
  test('hears of an order, answers it by quoting and by number, and reads who was first', async () => {
    const { stand, says, hears, siti } = await linked();
    const code = await orders(siti, 'tas 1', 'Siti Aminah');
    const notice = await hears();
    expect(notice.text).toMatch(new RegExp(`Pesanan baru \\*?${code}`));
    expect(notice.text).not.toMatch(/Aminah|Lihat nomor/);
    const asked = await says(RINA, '1', { quotes: notice.ids[0] ?? '' });
    expect(asked.text).toMatch(/Kapan bisa diambil\?[\s\S]*balas \(reply\) pesan ini/);
    const did = await says(DEWI, '1');
    expect(did.text).toMatch(/^\*Dewi\*: Pesanan/);
    await siti.hears(/diterima/);
    expect((await says(RINA, '1', { quotes: notice.ids[0] ?? '' })).text).toMatch(/Sudah diterima oleh Dewi/);
    expect(
      await stand.rows(`SELECT a.external, a.shown_name AS name FROM fulfilment_steps s
        JOIN addresses a ON a.id = s.actor WHERE s.to_state = 'accepted'`),
    ).toEqual([{ external: DEWI.id, name: 'Dewi' }]);
  });

  test('takes a bare number for a choice of the open notice', async () => {
    const { says, hears, siti } = await linked();
    await orders(siti, 'tas 1');
    const notice = await hears();
    const number = /^(\d+)\. Tolak$/m.exec(notice.text)?.[1] ?? '';
    expect((await says(DEWI, number)).text).toMatch(/Apa alasannya\?/);
  });

  test('answers a question in words by quoting it', async () => {
    const { says, hears, siti } = await linked();
    await siti.says('tas sulamnya bisa dicuci?');
    await siti.presses(/Tanya/);
    const question = await hears();
    expect(question.text).toMatch(/Pertanyaan no\. 1/);
    const answer = 'Bisa, dengan air dingin';
    expect((await says(DEWI, answer)).passed).toBe(false);
    expect((await says(DEWI, answer, { quotes: question.ids[0] ?? '' })).text).toMatch(/Terima kasih/);
    await siti.hears(/Bisa, dengan air dingin/);
  });

  test('lists what is open, and "hadir" does', async () => {
    const { says, siti } = await linked();
    await orders(siti, 'tas 1');
    expect((await says(RINA, '/pesanan')).text).toMatch(/Menunggu jawaban/);
    expect((await says(DEWI, 'Hadir')).text).toMatch(/Terima kasih sudah hadir, Dewi/);
  });

  test('ends by /lepas', async () => {
    const { stand, says, hears, siti } = await linked();
    expect((await says(DEWI, '/lepas')).text).toMatch(/tidak lagi tersambung/);
    expect(await roles(stand)).toBe(0);
    await orders(siti, 'tas 1');
    expect((await hears()).text).toBe('');
  });

  test('ends when our number is put out of it, and not when others leave', async () => {
    const { stand, bridge } = await linked();
    const leave = (recipientIds: string[]) =>
      parseLeave(
        {
          id: { _serialized: `left ${recipientIds}` },
          chatId: GROUP,
          author: RINA.id,
          timestamp: 1,
          recipientIds,
        },
        US,
      );
    expect(leave([DEWI.id])).toBeNull();
    const left = leave(['628000000000@c.us']);
    if (left) await bridge.tells(left);
    expect(await roles(stand)).toBe(0);
  });

  test('ends when nothing can be sent there', async () => {
    const { stand, bridge, siti } = await linked();
    await orders(siti, 'tas 1');
    const [lent] = await bridge.borrows();
    await bridge.receipts({
      id: lent?.id ?? '',
      outcome: { kind: 'unreachable', reason: 'there is no such chat' },
    });
    expect(lent?.chat).toBe(GROUP);
    expect(await roles(stand)).toBe(0);
  });
});

describe('what is said in groups', () => {
  test('stays with WhatsApp, unless it is plainly for us', async () => {
    const { says } = await linked();
    for (const words of [
      'pagi semua',
      'keripik 2 sama tas 1',
      '3 orang datang',
      'hadir semua kemarin?',
      'inv itu apa',
      '081234567890',
    ]) {
      expect(await says(DEWI, words), words).toMatchObject({ passed: false });
      expect(await says(DEWI, words, { quotes: 'x', of: RINA.id }), words).toMatchObject({ passed: false });
    }
  });

  test("is not answered in a group that is nobody's, and leaves nothing", async () => {
    const { stand, says } = await open();
    const group = '628999-1500000000@g.us';
    for (const words of ['/pesanan', '1', 'hadir', '/start keripik-tempe'])
      expect(await says(RINA, words, { group }), words).toEqual({ passed: true, text: '', ids: [] });
    for (const table of ['persons', 'addresses', 'chats', 'outbox', 'inbox'])
      expect(await stand.count(`SELECT count(*) FROM ${table}`), table).toBe(0);
  });

  test("a keeper's invitation is refused", async () => {
    const { stand, says } = await open();
    const code = await stand.invitation('keeper', 'Pak Budi');
    expect((await says(RINA, `/start ${code}`)).text).toMatch(/bukan untuk grup/);
    expect(await roles(stand)).toBe(0);
  });
});
