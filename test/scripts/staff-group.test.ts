/** A unit's linked staff group on Telegram: its whole life, and what it never does. */
import { describe, expect, test } from 'vitest';
import { pack } from '../../src/chat/actions.ts';
import { openStand, type Person, type Stand } from '../support/stand.ts';
import { CODE, orders } from './ordering.ts';

const WOMEN = 'lapas-perempuan-2a-tangerang';
const MEN = 'lapas-kelas-1-tangerang';
const GROUP = -4_001;

interface Linked {
  readonly stand: Stand;
  /** In the group. */
  readonly rina: Person;
  readonly dewi: Person;
  readonly siti: Person;
}

async function openGroup(unit: string | null = WOMEN): Promise<Linked> {
  const stand = await openStand();
  stand.telegram.group(GROUP, 'Petugas');
  const member = (name: string) => stand.inGroup(stand.visitorOn('telegram', name), GROUP);
  const linked = { stand, rina: member('Rina'), dewi: member('Dewi'), siti: stand.visitorOn('web', 'Siti') };
  if (unit !== null) {
    await linked.rina.opens(await stand.invitation('staff', 'Grup Perempuan', unit));
    await linked.rina.hears(/Grup ini kini tersambung/);
  }
  return linked;
}

const states = async (stand: Stand) =>
  (await stand.rows<{ state: string }>('SELECT state FROM fulfilments ORDER BY id')).map(
    ({ state }) => state,
  );

const activeRoles = (stand: Stand) =>
  stand.rows(
    `SELECT r.role, a.external FROM roles r JOIN addresses a ON a.id = r.address_id WHERE r.ended_at IS NULL`,
  );

/** Who took each step, as colleagues read it. */
const steppedBy = (stand: Stand) =>
  stand.rows(`SELECT s.to_state AS "to", a.shown_name AS by FROM fulfilment_steps s
    JOIN addresses a ON a.id = s.actor WHERE s.from_state IS NOT NULL ORDER BY s.id`);

/** All rows of all tables that a person's doing could leave something in. */
async function everything(stand: Stand): Promise<string> {
  const tables = [
    'persons',
    'addresses',
    'chats',
    'carts',
    'orders',
    'outbox',
    'inbox',
    'questions',
    'audit',
  ];
  const all = await Promise.all(tables.map((table) => stand.rows(`SELECT * FROM ${table}`)));
  return JSON.stringify(all);
}

describe('linking a group', () => {
  test('says what it means, once, and which unit it is', async () => {
    const { stand, rina, dewi } = await openGroup();
    const { labels } = await rina.hears(
      /tersambung sebagai petugas Lapas Perempuan Kelas IIA Tangerang/,
      /Siapa pun yang ada di grup ini dapat menjawab atas nama Lapas Perempuan/,
    );
    expect(labels).toEqual(['Pesanan berjalan']);
    await dewi.says(`/start ${await stand.invitation('staff', 'Grup', MEN)}`);
    await dewi.hears(/sudah tersambung sebagai petugas Lapas Perempuan/);
    expect(await activeRoles(stand)).toEqual([{ role: 'staff', external: String(GROUP) }]);
    const [{ actor }] = (await stand.rows<{ actor: string }>(
      `SELECT a.external AS actor FROM audit JOIN addresses a ON a.id = actor WHERE what = 'join'`,
    )) as [{ actor: string }];
    expect(actor).toBe(String(rina.telegram?.id));
  });

  test('the code alone will do; one that is used, old or unknown is told so', async () => {
    const { stand, rina } = await openGroup(null);
    const used = await stand.invitation('staff', 'Bu Ani', WOMEN);
    const ani = stand.visitorOn('telegram', 'Ani');
    await ani.opens(used);
    await ani.hears(/Selamat bergabung/);
    await rina.says(used);
    await rina.hears(/sudah dipakai/);
    await rina.says('inv_0123456789abcdef01234567');
    await rina.hears(/tidak kami kenal/);
    const code = await stand.invitation('staff', 'Grup', WOMEN);
    const late = await stand.invitation('staff', 'Grup', WOMEN);
    await rina.says(code);
    await rina.hears(/kini tersambung/);
    await rina.says('/lepas');
    await stand.passes(49 * 3_600_000);
    await rina.says(late);
    await rina.hears(/lewat masa berlakunya/);
  });

  test.each(['keeper', 'admin', 'curator'] as const)(
    'is not for a %s, whose invitation stays good',
    async (role) => {
      const { stand, rina } = await openGroup(null);
      const code = await stand.invitation(role, 'Pak Budi');
      await rina.opens(code);
      await rina.hears(/untuk satu orang, bukan untuk grup.*chat pribadi/);
      expect(await activeRoles(stand)).toEqual([]);
      const budi = stand.visitorOn('telegram', 'Budi');
      await budi.opens(code);
      await budi.hears(/Selamat bergabung, Pak Budi/);
    },
  );

  test('an admin is told the link that brings the bot into a group', async () => {
    const stand = await openStand();
    const sari = await stand.admin('telegram');
    await sari.says('/admin');
    await sari.presses(/Undang/);
    await sari.presses('Petugas UPT');
    await sari.presses(/Perempuan/);
    await sari.says('Bu Rina');
    const { text } = await sari.hears(/grup petugas unit/);
    const link = /https:\/\/t\.me\/\w+\?startgroup=(inv_[\w-]+)/.exec(text)?.[1] ?? '';
    stand.telegram.group(GROUP, 'Petugas');
    const rina = stand.inGroup(stand.visitorOn('telegram', 'Rina'), GROUP);
    await rina.says(`/start@gerai_test_bot ${link}`);
    await rina.hears(/kini tersambung/);
  });
});

describe('working in a group', () => {
  test('an order is told there, a member accepts it by button, and the next one reads who was first', async () => {
    const { stand, rina, dewi, siti } = await openGroup();
    const code = await orders(siti, 'tas 1', 'Siti Aminah');
    const notice = await rina.hears(new RegExp(`Pesanan baru ${code} dari Siti`));
    expect(notice.text).not.toContain('Aminah');
    expect(notice.labels).toEqual(['Terima', 'Tolak']);
    const accept = rina.choiceOf('Terima');
    await rina.presses('Terima');
    await rina.hears(/Kapan bisa diambil\?/, /balas \(reply\) pesan ini/);
    await rina.presses(/Jumat/);
    await rina.hears(new RegExp(`^Rina: Pesanan ${code} diterima`));
    await siti.hears(/diterima/);
    await dewi.chooses(accept);
    await dewi.hears(/Sudah diterima oleh Rina hari ini|Sudah diterima oleh Rina pukul 10\.\d\d/);
    await dewi.presses('Selesai dibuat');
    await dewi.hears(/^Dewi: /);
    expect(await steppedBy(stand)).toEqual([
      { to: 'accepted', by: 'Rina' },
      { to: 'made', by: 'Dewi' },
    ]);
  });

  test('by number and by label, from the list of what is open', async () => {
    const { stand, rina, dewi, siti } = await openGroup();
    await orders(siti, 'tas 1');
    await orders(siti, 'tas 2');
    await rina.says('/pesanan@gerai_test_bot');
    await rina.hears(/Menunggu jawaban/);
    await rina.says('2');
    await rina.hears(/2 × Tas sulam/);
    await rina.quotes(/^\S+ · Siti[\s\S]*2 × Tas/, 'terima');
    await rina.hears(/Kapan bisa diambil\?/);
    await dewi.says('1');
    await dewi.hears(/^Dewi: Pesanan \S+ diterima/);
    expect(await states(stand)).toEqual(['new', 'accepted']);
  });

  test('words count in reply to the message that asks for them, and nowhere else', async () => {
    const { stand, rina, dewi, siti } = await openGroup();
    await orders(siti, 'tas 1');
    await rina.presses('Terima');
    await rina.hears(/Kapan bisa diambil\?/);
    await dewi.says('11 desember');
    expect(await dewi.heard()).toEqual([]);
    await dewi.quotes(/Kapan bisa diambil\?/, '11 desember');
    await dewi.hears(/^Dewi: .*Siap: Jumat, 11 Desember/);
    expect(await states(stand)).toEqual(['accepted']);
  });

  test('a reply to an older question answers no newer one', async () => {
    const { stand, rina, dewi, siti } = await openGroup();
    const first = await orders(siti, 'tas 1');
    await orders(siti, 'tas 2');
    await rina.says('/pesanan');
    await rina.presses(new RegExp(first));
    await rina.presses('Terima');
    await rina.hears(/Kapan bisa diambil\?/);
    await dewi.presses('Tolak');
    await dewi.presses('Alasan lain');
    await dewi.hears(/alasan/i);
    await rina.quotes(/Kapan bisa diambil\?/, 'jumat depan');
    await rina.hears(new RegExp(`${first}[\\s\\S]*menunggu jawaban`));
    expect(await states(stand)).toEqual(['new', 'new']);
    expect(await stand.count('SELECT count(*) FROM fulfilments WHERE reject_note IS NOT NULL')).toBe(0);
  });

  test("a visitor's question is answered by a reply, and by whom is read", async () => {
    const { stand, rina, dewi, siti } = await openGroup();
    await siti.says('tas sulamnya bisa dicuci?');
    await siti.presses(/Tanya/);
    await rina.hears(/Pertanyaan no\. 1/);
    const question = rina.choiceOf('Jawab');
    await dewi.says('1 bisa dicuci');
    expect(await dewi.heard()).toEqual([]);
    await dewi.presses('Jawab');
    await dewi.hears(/Apa jawabannya/, /balas \(reply\)/);
    await dewi.says('Iya, bisa, pakai air dingin');
    expect(await dewi.heard()).toEqual([]);
    await dewi.quotes(/Apa jawabannya/, 'Bisa, dengan air dingin');
    await dewi.hears(/^Dewi: Terima kasih/);
    await siti.hears(/Bisa, dengan air dingin/);
    await rina.chooses(question);
    await rina.hears(/Sudah dijawab oleh Dewi/);
    expect(await stand.count('SELECT count(*) FROM questions WHERE open = 1')).toBe(0);
  });

  test('an identity number in an answer is refused', async () => {
    const { stand, rina, siti } = await openGroup();
    await siti.says('tas sulamnya bisa dicuci?');
    await siti.presses(/Tanya/);
    await rina.quotes(/Pertanyaan no\. 1/, 'Tanya 3671012304900001 saja');
    await rina.hears(/NIK atau paspor tidak perlu/);
    expect(await everything(stand)).not.toContain('3671012304900001');
  });

  test('"hadir" shows what waits, with the member\'s name', async () => {
    const { rina, siti } = await openGroup();
    await orders(siti, 'tas 1');
    await rina.says('hadir');
    await rina.hears(/Terima kasih sudah hadir, Rina/, /Menunggu jawaban/);
  });

  test('who has a role of their own is read by its name', async () => {
    const { stand, siti } = await openGroup();
    const ani = await stand.staffOf(WOMEN, 'telegram', 'Bu Ani');
    const inGroup = stand.inGroup(ani, GROUP);
    await orders(siti, 'tas 1');
    await inGroup.presses('Tolak');
    await inGroup.presses('Bahan tidak ada');
    await inGroup.hears(/^Bu Ani: /);
  });

  test("the language is the group's, and can be changed", async () => {
    const { rina } = await openGroup();
    await rina.says('/english');
    await rina.hears(/English/);
    await rina.says('/help');
    await rina.hears(/This group is linked as the staff of/);
  });
});

describe('what a group does not show', () => {
  test('a phone number: it is asked for in a private chat', async () => {
    const { stand, rina, siti } = await openGroup();
    await siti.says('tas 1');
    await siti.presses('Lanjut pesan');
    for (let turns = 0; turns < 8; turns += 1) {
      const texts = (await siti.heard()).map(({ text }) => text).join('\n');
      if (/Sudah benar\?/.test(texts)) break;
      if (/atas nama siapa/.test(texts)) await siti.says('Siti');
      else if (/Nomor HP/.test(texts)) await siti.says('081234567890');
      else await siti.presses('Kabari kalau sudah siap');
    }
    await siti.presses('Ya, pesan');
    await siti.hears(CODE);
    const { labels } = await rina.hears(/Pesanan baru/);
    expect(labels).toEqual(['Terima', 'Tolak']);
    const [part] = await stand.rows<{ public_id: string }>('SELECT public_id FROM fulfilments');
    await rina.chooses(pack({ do: 'show-phone', part: part?.public_id ?? '' }));
    await rina.hears(/tidak kami tampilkan di grup/, /chat pribadi/);
    const sent = await stand.rows(
      `SELECT message FROM outbox WHERE chat_id = (SELECT id FROM chats WHERE external = '${GROUP}')`,
    );
    expect(JSON.stringify(sent)).not.toMatch(/81234567890/);
    expect(await stand.count(`SELECT count(*) FROM audit WHERE what = 'see-phone'`)).toBe(0);
  });

  test('a talk with a visitor: it is told, and taken elsewhere', async () => {
    const { stand, rina, siti } = await openGroup();
    await siti.says('mau ngomong sama petugasnya');
    await siti.hears(/Petugas gerai ada di lounge pada jam buka/);
    await rina.hearsNothingOf(/ingin bicara/);
    const budi = await stand.keeper('telegram');
    await siti.says('mau ngomong sama petugasnya');
    const { labels } = await rina.hears(/ingin bicara dengan petugas[\s\S]*dari chat pribadi/);
    expect(labels).toEqual([]);
    await rina.chooses(budi.choiceOf('Balas pengunjung'));
    await rina.hears(/dari chat pribadi, bukan dari grup/);
    await budi.presses('Balas pengunjung');
    await budi.hears(/Anda sekarang mengobrol/);
  });
});

describe('what is said in a group and not to us', () => {
  const CHIT_CHAT = [
    'pagi semua, keripik 2 sama tas 1 ya',
    'pesan batako 500',
    'mau ngomong sama petugasnya',
    'berapa harganya?',
    'ok siap',
    'NIK saya 3671012304900001',
    '/keranjang',
    '/sambung',
    '/privasi',
    '/pesanan@another_bot',
    '/start keripik-tempe',
  ];

  test('is answered by nobody and leaves nothing, in a linked group as in a stranger one', async () => {
    const { stand, rina, dewi } = await openGroup();
    stand.telegram.group(-77, 'Keluarga');
    const uncle = stand.inGroup(stand.visitorOn('telegram', 'Paman'), -77);
    const before = await everything(stand);
    for (const words of CHIT_CHAT) {
      await dewi.says(words);
      await uncle.says(words);
    }
    await uncle.says('/pesanan');
    await uncle.chooses(pack({ do: 'open-parts' }));
    await dewi.sendsPhoto('keripik 2');
    await dewi.telegram?.sendsVoice();
    await rina.quotes(/kini tersambung/, 'keripik 2 dong');
    expect(await everything(stand)).toBe(before);
    expect([...(await dewi.heard()), ...(await uncle.heard())]).toEqual([]);
    expect(stand.telegram.log.filter(({ chat }) => chat === -77)).toEqual([]);
  });

  test('no button, real or forged, changes a cart or an order of anybody', async () => {
    const { stand, rina, siti } = await openGroup();
    const code = await orders(siti, 'tas 1');
    const [part] = await stand.rows<{ public_id: string; version: number }>(
      'SELECT public_id, version FROM fulfilments',
    );
    const { public_id: it, version } = part ?? { public_id: '', version: 0 };
    const before = await everything(stand);
    for (const action of [
      { do: 'add', variant: 1, qty: 2 },
      { do: 'set-quantity', variant: 1, qty: 2 },
      { do: 'clear-cart' },
      { do: 'checkout' },
      { do: 'confirm', cart: 1 },
      { do: 'cancel', part: it },
      { do: 'take-quote', part: it, version },
      { do: 'show-order', code },
      { do: 'my-orders' },
      { do: 'show-slip', code },
      { do: 'pay', code, method: 'cash' },
      { do: 'admin-menu' },
      { do: 'set-stage', stage: 'selling' },
      { do: 'ask-person' },
      { do: 'connect-chat' },
    ] as const)
      await rina.chooses(pack(action));
    await rina.chooses('nonsense 1 2');
    expect(await everything(stand)).toBe(before);
  });
});

describe('the end of it', () => {
  test('/lepas ends it: orders go to the keeper, and presses do nothing', async () => {
    const { stand, rina, dewi, siti } = await openGroup();
    const budi = await stand.keeper('telegram');
    await orders(siti, 'tas 1');
    const accept = rina.choiceOf('Terima');
    await dewi.says('/lepas');
    await dewi.hears(/tidak lagi tersambung sebagai petugas Lapas Perempuan/);
    await rina.chooses(accept);
    expect(await rina.heard()).toEqual([]);
    expect(await states(stand)).toEqual(['new']);
    const code = await orders(siti, 'tas 2');
    await budi.hears(new RegExp(code));
    await rina.hearsNothingOf(new RegExp(code));
    expect(await stand.rows(`SELECT what, subject FROM audit WHERE what LIKE 'group%'`)).toEqual([
      { what: 'group-unlinked', subject: expect.stringMatching(/^unit \d+$/) },
    ]);
  });

  test('so does putting the bot out; it comes back by a new invitation only', async () => {
    const { stand, rina, dewi, siti } = await openGroup();
    await rina.telegram?.blocks();
    expect(await activeRoles(stand)).toEqual([]);
    await dewi.telegram?.unblocks();
    await dewi.says('/pesanan');
    expect(await dewi.heard()).toEqual([]);
    await dewi.opens(await stand.invitation('staff', 'Grup', WOMEN));
    await dewi.hears(/kini tersambung/);
    const code = await orders(siti, 'tas 2');
    await dewi.hears(new RegExp(code));
  });

  test('and a group that refuses what is sent to it, though nobody said that the bot is out', async () => {
    const { stand, siti } = await openGroup();
    const kicked = { status: 403, description: 'Forbidden: bot was kicked from the group chat' };
    stand.telegram.fail({ method: 'sendMessage', chat: GROUP, how: kicked });
    await orders(siti, 'tas 1');
    expect(await activeRoles(stand)).toEqual([]);
    const budi = await stand.keeper('telegram');
    const code = await orders(siti, 'tas 2');
    await budi.hears(new RegExp(code));
  });

  test('becoming an admin of the group is no end', async () => {
    const { stand, rina } = await openGroup();
    const user = { id: 1, is_bot: true, first_name: 'Gerai', username: 'gerai_bot' } as const;
    await stand.telegram.raw({
      update_id: 800_000_001,
      my_chat_member: {
        chat: { id: GROUP, type: 'group', title: 'Petugas' },
        from: { id: Number(rina.telegram?.id), is_bot: false, first_name: 'Rina' },
        date: Math.floor(stand.now() / 1_000),
        old_chat_member: { user, status: 'member' },
        new_chat_member: { user, status: 'administrator' } as never,
      },
    });
    expect(await activeRoles(stand)).toEqual([{ role: 'staff', external: String(GROUP) }]);
  });
});

describe('a group that becomes a supergroup', () => {
  const SUPERGROUP = -1_000_000_004_001;

  test.each(['told by Telegram', 'found out when something is sent'])('stays linked, %s', async (how) => {
    const { stand, rina, siti } = await openGroup();
    stand.telegram.migrate(GROUP, SUPERGROUP);
    if (how === 'told by Telegram') await stand.telegram.tellsOfMove(GROUP, SUPERGROUP);
    const inNew = stand.inGroup(stand.visitorOn('telegram', 'Rina'), SUPERGROUP);
    const code = await orders(siti, 'tas 1');
    await inNew.hears(new RegExp(code));
    expect(await activeRoles(stand)).toEqual([{ role: 'staff', external: String(SUPERGROUP) }]);
    await inNew.presses('Terima');
    await inNew.hears(/Kapan bisa diambil\?/);
    await stand.telegram.tellsOfMove(GROUP, SUPERGROUP);
    await orders(siti, 'tas 2');
    const toNew = stand.telegram
      .sent(SUPERGROUP)
      .filter(({ params }) => /Pesanan baru/.test(String(params.text)));
    expect(toNew).toHaveLength(2);
    expect(rina.name).toBe('Rina');
  });
});
