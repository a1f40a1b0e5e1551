/** The office page over HTTP, with the whole stand behind it. */
import { describe, expect, it, vi } from 'vitest';
import { StorageError } from '../../db/database.ts';
import { makeCopy } from '../../src/chat/copy/copy.ts';
import { readCopy } from '../../src/node/files.ts';
import { orders } from '../scripts/ordering.ts';
import { officePc, PIN, sessionOf, tokenIn } from '../support/office.ts';
import { openStand } from '../support/stand.ts';

const say = makeCopy(readCopy()).in('id');
const WOMEN = 'lapas-perempuan-2a-tangerang';
const MEN = 'lapas-kelas-1-tangerang';
const MINUTE = 60_000;

async function atWork(unit = WOMEN, name = 'Bu Rina') {
  const stand = await openStand();
  const pc = officePc(stand);
  const code = await stand.invitation('staff', name, unit);
  const seat = await pc.comes(code);
  return { stand, pc, code, seat };
}

describe('an invitation', () => {
  it('lets in once, with a PIN of one’s own, and is kept out of addresses and the database', async () => {
    const { stand, pc, code, seat } = await atWork();
    expect(seat).toMatch(/^\/kantor\/[\w-]+$/);
    const page = await (await pc.request(seat)).text();
    expect(page).toContain('Bu Rina');
    expect(page).toContain('Petugas Lapas Perempuan Kelas IIA Tangerang');
    expect(page).not.toContain(code);
    expect(await stand.rows("SELECT name, role FROM roles WHERE name = 'Bu Rina'")).toEqual([
      { name: 'Bu Rina', role: 'staff' },
    ]);
    const kept = JSON.stringify(await stand.rows('SELECT * FROM office_seats'));
    expect(kept).not.toContain(code);
    expect(kept).not.toContain(`"${PIN}"`);
    expect(kept).toMatch(/pbkdf2-sha256\$100000\$[0-9a-f]{32}\$[0-9a-f]{64}/);
    expect(kept).not.toContain(pc.cookie().split('=')[1] ?? 'no cookie');
    const again = await pc.post('/kantor/masuk', { code });
    expect(again.status).toBe(403);
    expect(await again.text()).toContain(say('office-closed', { why: 'used' }));
  });

  it('gives a cookie that no script reads, and that no other site sends', async () => {
    const stand = await openStand();
    const code = await stand.invitation('staff', 'Bu Rina', WOMEN);
    const body = new URLSearchParams({ code });
    const init = { method: 'POST', body };
    const secure = await stand.gerai.app.request('https://gerai.example/kantor/masuk', init);
    expect(secure.headers.get('set-cookie')).toMatch(
      /^__Host-gerai-kantor=[\w-]+; Max-Age=34560000; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    expect(secure.headers.get('cache-control')).toBe('no-store');
  });

  it.each([
    ['12', '12', 'not-digits'],
    ['123456789', '123456789', 'not-digits'],
    ['abcd', 'abcd', 'not-digits'],
    ['1234', '1234', 'too-easy'],
    ['0000', '0000', 'too-easy'],
    ['8765', '8765', 'too-easy'],
    ['2580', '2581', 'differs'],
  ])('is not used up by a PIN that will not do: %s and %s', async (pin, again, problem) => {
    const stand = await openStand();
    const pc = officePc(stand);
    const code = await stand.invitation('staff', 'Bu Rina', WOMEN);
    const token = tokenIn(await (await pc.post('/kantor/masuk', { code })).text());
    const refused = await pc.post('/kantor/mulai', { token, code, pin, again });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain(say('office-pin-problem', { problem }));
    expect(await pc.comes(code)).toMatch(/^\/kantor\//);
  });

  it('is kindly refused when it is too late, was never made, or is a curator’s', async () => {
    const stand = await openStand();
    const pc = officePc(stand);
    const late = await stand.invitation('staff', 'Bu Rina', WOMEN);
    const curator = await stand.invitation('curator', 'Pak Ali');
    const refusal = async (code: string) => {
      const answer = await pc.post('/kantor/masuk', { code });
      expect(answer.status).toBe(403);
      return answer.text();
    };
    expect(await refusal(curator)).toContain(say('office-closed', { why: 'curator' }));
    expect(await refusal('inv_0123456789abcdef01234567')).toContain(say('office-closed', { why: 'unknown' }));
    expect(await refusal('')).toContain(say('office-closed', { why: 'unknown' }));
    await stand.passes(49 * 3_600_000);
    expect(await refusal(late)).toContain(say('office-closed', { why: 'expired' }));
  });

  it('makes one seat however often it is sent at the same moment', async () => {
    const stand = await openStand();
    const pc = officePc(stand);
    const code = await stand.invitation('staff', 'Bu Rina', WOMEN);
    const token = tokenIn(await (await pc.post('/kantor/masuk', { code })).text());
    const fields = { token, code, pin: PIN, again: PIN };
    const all = await Promise.all([1, 2, 3].map(() => pc.post('/kantor/mulai', fields)));
    expect(all.map(({ status }) => status).sort()).toEqual([303, 403, 403]);
    expect(await stand.count('SELECT count(*) FROM office_seats WHERE ended_at IS NULL')).toBe(1);
    expect(await stand.count('SELECT count(*) FROM roles')).toBe(1);
  });

  it('is not lost while nothing can be stored', async () => {
    const stand = await openStand();
    const pc = officePc(stand);
    const code = await stand.invitation('staff', 'Bu Rina', WOMEN);
    const token = tokenIn(await (await pc.post('/kantor/masuk', { code })).text());
    const write = vi.spyOn(stand.database, 'write').mockRejectedValue(new StorageError('full'));
    const failed = await pc.post('/kantor/mulai', { token, code, pin: PIN, again: PIN });
    expect(failed.status).toBe(503);
    expect(await failed.text()).toContain(say('office-closed', { why: 'outage' }));
    write.mockRestore();
    expect(await pc.comes(code)).toMatch(/^\/kantor\//);
  });
});

describe('a PIN', () => {
  it('opens what was locked, and only for whom it is', async () => {
    const { stand, pc, seat } = await atWork();
    const other = await pc.comes(await stand.invitation('keeper', 'Pak Budi'), '9137');
    await pc.post(`${seat}/kunci`, { token: await pc.token(seat) });
    await pc.post(`${other}/kunci`, { token: await pc.token(other) });
    const list = await (await pc.request('/kantor')).text();
    expect(list).toContain('Bu Rina');
    expect(list).toContain('Pak Budi');
    expect((await pc.opens(seat, '9137')).status).toBe(403);
    expect((await pc.opens(seat, PIN)).status).toBe(303);
    expect(await (await pc.request(seat)).text()).toContain('data-session');
    expect(await (await pc.request(other)).text()).not.toContain('data-session');
  });

  it('typed wrongly five times brings a wait that grows, also for the right one', async () => {
    const { stand, pc, seat } = await atWork();
    await pc.post(`${seat}/kunci`, { token: await pc.token(seat) });
    for (const left of [4, 3, 2, 1]) {
      const wrong = await pc.opens(seat, '1111');
      expect(wrong.status).toBe(403);
      expect(await wrong.text()).toContain(say('office-pin-wrong', { left }));
    }
    const fifth = await pc.opens(seat, '1111');
    expect(fifth.status).toBe(429);
    expect(await fifth.text()).toContain(say('office-pin-wait', { minutes: 1 }));
    expect((await pc.opens(seat, PIN)).status).toBe(429);
    await stand.passes(MINUTE);
    expect(await (await pc.opens(seat, '1111')).text()).toContain(say('office-pin-wait', { minutes: 2 }));
    await stand.passes(MINUTE);
    expect((await pc.opens(seat, PIN)).status).toBe(429);
    await stand.passes(MINUTE);
    expect((await pc.opens(seat, PIN)).status).toBe(303);
    await pc.post(`${seat}/kunci`, { token: await pc.token(seat) });
    expect(await (await pc.opens(seat, '1111')).text()).toContain(say('office-pin-wrong', { left: 4 }));
  });

  it('cannot be guessed by many requests at once, and no wait is longer than an hour', async () => {
    const { stand, pc, seat } = await atWork();
    const token = await pc.token(seat);
    await pc.post(`${seat}/kunci`, { token });
    const guesses = Array.from({ length: 30 }, (_, n) => String(4_000 + n));
    const all = await Promise.all(guesses.map((pin) => pc.post(`${seat}/buka`, { token, pin })));
    expect(all.filter(({ status }) => status === 403)).toHaveLength(4);
    expect(await stand.count('SELECT failures FROM office_seats')).toBe(5);
    for (let round = 0; round < 12; round += 1) {
      await stand.passes(61 * MINUTE);
      await pc.post(`${seat}/buka`, { token, pin: '4000' });
    }
    await stand.passes(60 * MINUTE);
    expect((await pc.opens(seat, PIN)).status).toBe(303);
  });

  it('that was forgotten is chosen anew by a new invitation, and the old one is void', async () => {
    const { stand, pc, seat } = await atWork();
    await pc.post(`${seat}/kunci`, { token: await pc.token(seat) });
    const lock = await (await pc.request(seat)).text();
    expect(lock).toContain(say('office-forgotten-how'));
    const fresh = await pc.comes(await stand.invitation('staff', 'Bu Rina', WOMEN), '7410');
    expect(fresh).not.toBe(seat);
    expect((await pc.request(seat)).headers.get('location')).toMatch(/^\/kantor\?/);
    expect((await pc.post(`${seat}/buka`, { token: await pc.token(fresh), pin: PIN })).status).toBe(303);
    expect((await pc.chats(seat, { text: '/pesanan' }, await pc.token(fresh))).status).toBe(403);
    expect(await stand.count('SELECT count(*) FROM roles WHERE ended_at IS NULL')).toBe(1);
  });
});

describe('a locked seat', () => {
  it('locks itself when nobody is there, and its chat, its events and its data with it', async () => {
    const { stand, pc, seat } = await atWork();
    const token = await pc.token(seat);
    const events = `/api/chat/events?session=${sessionOf(seat)}`;
    expect((await pc.chats(seat, { text: '/pesanan' }, token)).status).toBe(200);
    await stand.passes(4 * MINUTE);
    const active = { method: 'POST', headers: { 'x-kantor': token } };
    expect((await pc.request(`${seat}/aktif`, active)).status).toBe(200);
    await stand.passes(4 * MINUTE);
    expect((await pc.request(`${seat}/papan`)).status).toBe(200);
    await stand.passes(MINUTE);
    const said = await pc.chats(seat, { text: '/pesanan' }, token);
    expect(said.status).toBe(403);
    expect(await said.json()).toEqual({ error: { code: 'locked', message: say('api-locked') } });
    expect((await pc.request(events)).status).toBe(403);
    for (const path of ['papan', 'obrolan']) expect((await pc.request(`${seat}/${path}`)).status).toBe(403);
    expect((await pc.request(`${seat}/aktif`, active)).status).toBe(403);
    const seen = { ...active, body: JSON.stringify({ ids: ['x'] }) };
    expect((await pc.request(`${seat}/terlihat`, seen)).status).toBe(403);
    expect((await pc.request(`/pesanan?orang=${seat.split('/')[2]}`)).headers.get('location')).toContain(
      seat,
    );
    const page = await (await pc.request(seat)).text();
    expect(page).toContain(say('office-pin'));
    expect(page).not.toContain('data-session');
    expect((await pc.opens(seat, PIN)).status).toBe(303);
    expect((await pc.chats(seat, { text: '/pesanan' })).status).toBe(200);
  });

  it('says how much has come, and not what', async () => {
    const { stand, pc, seat } = await atWork();
    await pc.post(`${seat}/kunci`, { token: await pc.token(seat) });
    const code = await orders(stand.visitorOn('web', 'Siti'), 'tas 1');
    const news = await (await pc.request(`${seat}/kabar`)).text();
    expect(news).toBe('{"unseen":1}');
    expect(await (await pc.request(seat)).text()).not.toContain(code);
  });

  it('opens to nobody else: another browser, a forged cookie, the name of its chat', async () => {
    const { stand, pc, seat } = await atWork();
    const token = await pc.token(seat);
    const thief = officePc(stand);
    const ask = (what: typeof pc) => what.chats(seat, { text: '/pesanan' }, token);
    expect((await ask(thief)).status).toBe(403);
    await thief.comes(await stand.invitation('keeper', 'Pak Budi'));
    expect((await ask(thief)).status).toBe(403);
    expect((await thief.request(seat)).headers.get('location')).toMatch(/^\/kantor\?/);
    for (const forged of ['__Host-gerai-kantor=x', `${pc.cookie()}x`, '__Host-gerai-kantor=']) {
      thief.forge(forged);
      expect((await ask(thief)).status).toBe(403);
      expect((await thief.request(`/api/chat/events?session=${sessionOf(seat)}`)).status).toBe(403);
    }
    expect((await ask(pc)).status).toBe(200);
  });
});

describe('another page in the same browser', () => {
  it('can do nothing: not write, not lock, not unlock, not sign out', async () => {
    const { stand, pc, seat } = await atWork();
    for (const token of ['', 'guessed']) {
      expect((await pc.chats(seat, { text: '/pesanan' }, token)).status).toBe(403);
      for (const what of ['kunci', 'buka', 'keluar'])
        expect((await pc.post(`${seat}/${what}`, { token, pin: PIN })).status).toBe(403);
      for (const what of ['aktif', 'terlihat']) {
        const init = { method: 'POST', headers: { 'x-kantor': token }, body: '{"ids":["a"]}' };
        expect((await pc.request(`${seat}/${what}`, init)).status).toBe(403);
      }
    }
    const form = new FormData();
    form.set('session', sessionOf(seat));
    form.set('photo', new File([new Uint8Array([1])], 'a.jpg'));
    expect((await pc.request('/api/chat', { method: 'POST', body: form })).status).toBe(403);
    expect(await stand.count('SELECT failures FROM office_seats')).toBe(0);
    expect(await (await pc.request(seat)).text()).toContain('data-session');
  });
});

describe('signing out', () => {
  it('takes the name from this PC and makes the seat void, with its role', async () => {
    const { stand, pc, seat } = await atWork();
    const token = await pc.token(seat);
    expect(await (await pc.request(`${seat}/keluar`)).text()).toContain(say('office-sign-out-explained'));
    expect((await pc.post(`${seat}/keluar`, { token })).headers.get('location')).toMatch(/^\/kantor\?/);
    expect(await (await pc.request('/kantor')).text()).not.toContain('Bu Rina');
    expect((await pc.chats(seat, { text: '/pesanan' }, token)).status).toBe(403);
    expect((await pc.request(`/api/chat/events?session=${sessionOf(seat)}`)).status).toBe(403);
    expect(await stand.count('SELECT count(*) FROM roles WHERE ended_at IS NULL')).toBe(0);
    expect(await stand.rows("SELECT what, after FROM audit WHERE what LIKE 'office%'")).toEqual([
      { what: 'office-sign-out', after: 'signed-out' },
    ]);
  });

  it('gives the visitor back whom they talked with', async () => {
    const { stand, pc, seat } = await atWork();
    const siti = stand.visitorOn('telegram', 'Siti');
    await siti.says('mau ngomong sama petugasnya');
    await stand.settle();
    const board = await (await pc.request(`${seat}/papan`)).text();
    const take = /data-board-choice="(take-talk [^"]+)"/.exec(board)?.[1] ?? '';
    await pc.chats(seat, { choice: take });
    await siti.hears(/Bu Rina/);
    expect(await (await pc.request(`${seat}/papan`)).text()).toContain(
      say('office-talk', { reason: 'mine', name: say('office-visitor') }),
    );
    await pc.post(`${seat}/keluar`, { token: await pc.token(seat) });
    await siti.says('keripik berapa?');
    await siti.hears(/Rp15\.000/);
  });
});

describe('the board', () => {
  it('does what the chat does, in the name of whoever is there', async () => {
    const { stand, pc, seat } = await atWork();
    const dewi = await stand.staffOf(WOMEN, 'telegram', 'Bu Dewi');
    const siti = stand.visitorOn('telegram', 'Siti');
    const code = await orders(siti, 'tas 2', 'Siti Aminah');
    const board = async () => (await pc.request(`${seat}/papan`)).text();
    const before = await board();
    expect(before).toContain(code);
    expect(before).toContain('Siti');
    expect(before).not.toContain('Aminah');
    const accept = /data-board-choice="(accept [^"]+)"/.exec(before)?.[1] ?? '';
    const asked = await (await pc.chats(seat, { choice: accept })).json();
    expect(JSON.stringify(asked)).toContain('Kapan bisa diambil');
    await pc.chats(seat, { text: '11 desember' });
    await siti.hears(/diterima/, /11 Desember/);
    expect(await board()).toContain('Sudah diterima oleh Bu Rina pukul 10.00');
    await dewi.presses('Terima');
    await dewi.hears(/Sudah diterima oleh Bu Rina/);
    expect(
      await stand.rows(
        'SELECT s.to_state AS state, r.name FROM fulfilment_steps s JOIN roles r ON r.address_id = s.actor',
      ),
    ).toEqual([{ state: 'accepted', name: 'Bu Rina' }]);
  });

  it('shows each unit its own, and a keeper all', async () => {
    const { stand, pc, seat } = await atWork();
    const men = await pc.comes(await stand.invitation('staff', 'Pak Joko', MEN));
    const keeper = await pc.comes(await stand.invitation('keeper', 'Pak Budi'));
    await orders(stand.visitorOn('web', 'Siti'), 'tas 1, batako 100');
    const board = async (of: string) => (await pc.request(`${of}/papan`)).text();
    expect(await board(seat)).toMatch(/Tas sulam pita(?![\s\S]*Batako)/);
    expect(await board(men)).toMatch(/Batako(?![\s\S]*Tas sulam)/);
    expect(await board(keeper)).toMatch(/Tas sulam[\s\S]*Batako|Batako[\s\S]*Tas sulam/);
  });

  it('does not let a unit answer for another, by a forged choice', async () => {
    const { stand, pc, seat } = await atWork();
    const men = await pc.comes(await stand.invitation('staff', 'Pak Joko', MEN));
    await orders(stand.visitorOn('web', 'Siti'), 'tas 1');
    const board = await (await pc.request(`${seat}/papan`)).text();
    const accept = /data-board-choice="(accept [^"]+)"/.exec(board)?.[1] ?? '';
    const answer = await (await pc.chats(men, { choice: accept })).text();
    expect(answer).toContain(say('not-yours'));
    expect(await stand.rows('SELECT state FROM fulfilments')).toEqual([{ state: 'new' }]);
  });

  it('shows questions, and the answer reaches the visitor', async () => {
    const { stand, pc, seat } = await atWork();
    const siti = stand.visitorOn('telegram', 'Siti');
    await siti.says('tasnya bahannya apa?');
    await siti.presses(/^Tanyakan/);
    await stand.settle();
    const board = await (await pc.request(`${seat}/papan`)).text();
    const answer = /data-board-choice="(answer-question [^"]+)"/.exec(board)?.[1] ?? '';
    await pc.chats(seat, { choice: answer });
    await pc.chats(seat, { text: 'Kain kanvas' });
    await siti.hears(/Kain kanvas/);
    expect(await (await pc.request(`${seat}/papan`)).text()).not.toContain('answer-question');
  });

  it('shows no phone number: those are seen in the chat, where it is written down', async () => {
    const stand = await openStand();
    const pc = officePc(stand);
    const keeper = await pc.comes(await stand.invitation('keeper', 'Pak Budi'));
    const siti = stand.visitorOn('web', 'Siti');
    await orders(siti, 'tas 1');
    await stand.database.write([
      { sql: "UPDATE orders SET phone = '+6281234567890'", args: [] },
      { sql: "INSERT INTO tasks (kind, order_id, created_at) VALUES ('call', 1, 0)", args: [] },
    ]);
    const board = await (await pc.request(`${keeper}/papan`)).text();
    expect(board).toContain(say('office-tasks'));
    expect(board).not.toContain('81234567890');
    expect(await (await pc.chats(keeper, { choice: 'keeper-tasks' })).text()).toContain('+6281234567890');
    expect(await stand.count("SELECT count(*) FROM audit WHERE what = 'see-phone'")).toBe(1);
  });
});

describe('what was given', () => {
  it('comes back after a reload, and is unseen until the page says that it was displayed', async () => {
    const { stand, pc, seat } = await atWork();
    await orders(stand.visitorOn('web', 'Siti'), 'tas 1');
    const given = async () => {
      const answer = (await (await pc.request(`${seat}/obrolan`)).json()) as {
        given: { id: string; text: string; unseen: boolean }[];
      };
      return answer.given;
    };
    const [welcome, notice] = await given();
    expect(welcome?.text).toContain('Selamat bergabung, Bu Rina');
    expect(welcome?.unseen).toBe(false);
    expect(notice?.text).toContain('Pesanan baru');
    expect(notice?.unseen).toBe(true);
    const token = await pc.token(seat);
    const tells = (ids: unknown) =>
      pc.request(`${seat}/terlihat`, {
        method: 'POST',
        headers: { 'x-kantor': token },
        body: JSON.stringify({ ids }),
      });
    for (const odd of [[], ['no such'], 'x', [1, null], null]) expect((await tells(odd)).status).toBe(200);
    expect((await given())[1]?.unseen).toBe(true);
    await tells([notice?.id]);
    expect((await given())[1]?.unseen).toBe(false);
    const [row] = await stand.rows<{ seen: number }>(
      'SELECT seen_at AS seen FROM outbox WHERE seen_at IS NOT NULL',
    );
    await stand.passes(MINUTE);
    await tells([notice?.id]);
    expect(await stand.rows('SELECT seen_at AS seen FROM outbox WHERE seen_at IS NOT NULL')).toEqual([row]);
  });

  it('of another chat cannot be marked', async () => {
    const { stand, pc, seat } = await atWork();
    const men = await pc.comes(await stand.invitation('staff', 'Pak Joko', MEN));
    await orders(stand.visitorOn('web', 'Siti'), 'tas 1');
    const [row] = await stand.rows<{ id: string }>(
      "SELECT public_id AS id FROM outbox WHERE key LIKE 'part % new %'",
    );
    await pc.request(`${men}/terlihat`, {
      method: 'POST',
      headers: { 'x-kantor': await pc.token(men) },
      body: JSON.stringify({ ids: [row?.id] }),
    });
    expect(await (await pc.request(`${seat}/kabar`)).text()).toBe('{"unseen":1}');
  });
});

describe('the list of orders', () => {
  it('has a row for each line, by unit, and nothing of the visitors', async () => {
    const { stand, pc, seat } = await atWork();
    const keeper = await pc.comes(await stand.invitation('keeper', 'Pak Budi'));
    const code = await orders(stand.visitorOn('web', 'Siti'), 'tas 2, batako 100', 'Siti Aminah');
    const list = async (of: string) => (await pc.request(`/pesanan?orang=${of.split('/').at(-1)}`)).text();
    const own = await list(seat);
    expect(own).toContain(code);
    expect(own).toContain('Tas sulam pita');
    expect(own).toContain('>2<');
    expect(own).toContain('menunggu jawaban');
    expect(own).toContain('Gerai di ruang tunggu');
    expect(own).not.toContain('Batako');
    expect(own).not.toMatch(/Siti|Aminah/);
    const all = await list(keeper);
    expect(all.match(/<table/g)).toHaveLength(2);
    expect(all).not.toMatch(/Siti|Aminah/);
  });

  it('is for whoever is signed in', async () => {
    const { stand, pc } = await atWork();
    const stranger = officePc(stand);
    expect((await stranger.request('/pesanan')).headers.get('location')).toMatch(/^\/kantor\?/);
    expect(await (await pc.request('/pesanan')).text()).toContain(say('list-title'));
  });
});
