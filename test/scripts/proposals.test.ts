import { describe, expect, test } from 'vitest';
import { FORGEABLE_CHANNELS, openStand, type Stand } from '../support/stand.ts';
import { orders } from './ordering.ts';

const WOMEN = 'lapas-perempuan-2a-tangerang';
const MEN = 'lapas-kelas-1-tangerang';

async function part(stand: Stand) {
  const [row] = await stand.rows(
    'SELECT f.state, f.ready_day, l.qty, l.agreed FROM fulfilments f JOIN order_lines l ON l.fulfilment_id = f.id ORDER BY f.id DESC',
  );
  return row;
}

async function chips(stand: Stand) {
  const [row] = await stand.rows('SELECT on_hand, allocated FROM stock WHERE variant_id = 1');
  return row;
}

describe.each(['telegram', 'web'] as const)('something else than was ordered, on %s', (channel) => {
  test('eight of ten: the visitor agrees in words, and all cards say so afterwards', async () => {
    const stand = await openStand();
    const rina = await stand.staffOf(WOMEN, channel);
    const budi = await stand.keeper(channel);
    const siti = stand.visitorOn(channel, 'Siti');
    const code = await orders(siti, 'tas 10');
    await rina.presses('Terima');
    await rina.presses('Bisa sebagian');
    await rina.hears(/Bisanya berapa\?/);
    for (const absurd of ['12', '-3', '1000000000', 'entahlah']) {
      await rina.says(absurd);
      await rina.hears(/jumlahnya antara|belum terbaca/);
    }
    await rina.says('0');
    await rina.hears(/tidak ada sama sekali/);
    await rina.says('8, tanggal 11');
    await rina.hears(/Usulan untuk .* sudah dikirim/, /Usulan: 8 × Tas sulam pita, siap Jumat, 11 Desember/);
    expect(await part(stand)).toEqual({ state: 'quoted', ready_day: '2026-12-11', qty: 10, agreed: 8 });
    const offer = await siti.hears(
      /pesanan .* \(10 × Tas sulam pita\).* bisanya begini: 8 × Tas sulam pita, siap Jumat, 11 Desember/,
    );
    expect(offer.labels).toHaveLength(2);
    await siti.says('oke deh saya setuju');
    await siti.hears(/8 × Tas sulam pita \(dipesan 10\) – Rp1\.480\.000/);
    await rina.hears(/diterima: 8 × Tas sulam pita\. Silakan dikerjakan/);
    expect(await part(stand)).toEqual({ state: 'accepted', ready_day: '2026-12-11', qty: 10, agreed: 8 });
    await rina.presses('Selesai dibuat');
    await budi.hears(/8 × Tas sulam pita selesai dibuat/);
    await budi.presses('Sudah tiba dan siap');
    await siti.hears(/siap diambil/, /8 × Tas sulam pita/);
    await budi.says(code);
    await budi.presses(/^Serahkan/);
    await siti.hears(/mengambil 8 × Tas/);
    expect(await part(stand)).toMatchObject({ state: 'collected', qty: 10, agreed: 8 });
  });

  test('in the unit’s own words to the card, and the visitor cancels', async () => {
    const stand = await openStand();
    const rina = await stand.staffOf(WOMEN, channel);
    const siti = stand.visitorOn(channel, 'Siti');
    const code = await orders(siti, 'tas 10');
    await rina.says('maaf, bisa 8 aja');
    await rina.hears(/8 × Tas sulam pita: kapan bisa diambil/);
    await rina.says('11 desember');
    await siti.hears(/bisanya begini: 8 × Tas/);
    const agree = siti.choiceOf(/^Setuju/);
    await siti.presses(/^Batalkan \(/);
    await siti.hears(new RegExp(`pesanan ${code} ditolak dan bagiannya dibatalkan`));
    await rina.hears(/ditolak pemesannya/);
    await siti.chooses(agree);
    await siti.hears(/sudah tidak bisa/);
    expect(await part(stand)).toMatchObject({ state: 'cancelled', qty: 10, agreed: 8 });
  });

  test('another day than was wished for is asked about; the same day is not', async () => {
    const stand = await openStand();
    const rina = await stand.staffOf(WOMEN, channel);
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('tas 1');
    await siti.presses('Lanjut pesan');
    await siti.says('11 desember');
    await siti.says('Siti');
    await siti.presses('Lewati');
    await siti.presses('Ya, pesan');
    await rina.presses('Terima');
    await rina.says('baru bisa tanggal 14 desember');
    await siti.hears(/bisanya begini: 1 × Tas sulam pita, siap Senin, 14 Desember/);
    expect(await part(stand)).toMatchObject({ state: 'quoted', ready_day: '2026-12-14', agreed: null });
    await siti.presses(/^Setuju/);
    await siti.hears(/Senin, 14 Desember/);
    expect(await part(stand)).toMatchObject({ state: 'accepted', ready_day: '2026-12-14' });
    // Once more: what was promised cannot be kept.
    await rina.presses('Bisa sebagian');
    await rina.hears(/Pengunjung sudah menyetujui/);
    await rina.presses('Bisa sebagian');
    await rina.says('15 desember');
    await siti.hears(/siap Selasa, 15 Desember/);
    await siti.presses(/^Setuju/);
    expect(await part(stand)).toMatchObject({ state: 'accepted', ready_day: '2026-12-15' });
  });

  test('a proposal lapses as a quote does', async () => {
    const stand = await openStand();
    const rina = await stand.staffOf(WOMEN, channel);
    const siti = stand.visitorOn(channel, 'Siti');
    await orders(siti, 'tas 10');
    await rina.says('cuma bisa 8');
    await rina.says('11 desember');
    await siti.hears(/bisanya begini/);
    await stand.passesTo('2026-11-25T14:10');
    await siti.hears(/masih menunggu jawaban Anda/, /8 × Tas/);
    await stand.passesTo('2026-12-01T10:00');
    await siti.hears(/lewat masa berlakunya/);
    expect(await part(stand)).toMatchObject({ state: 'expired', qty: 10 });
  });

  test('the keeper finds fewer on the shelf: stock, promise and slip are right at each step', async () => {
    const stand = await openStand();
    const budi = await stand.keeper(channel);
    const joko = await stand.staffOf(MEN, channel, 'Pak Joko');
    const siti = stand.visitorOn(channel, 'Siti');
    const code = await orders(siti, 'keripik 10');
    expect(await chips(stand)).toEqual({ on_hand: 40, allocated: 10 });
    await budi.says(code);
    await budi.presses(/^Kurang di rak/);
    await budi.hears(/Yang ada di rak berapa/);
    await budi.says('8');
    await budi.hears(/Usulan untuk/);
    expect(await chips(stand)).toEqual({ on_hand: 38, allocated: 8 });
    await siti.hears(/yang ada di gerai hanya 8 × Keripik tempe/);
    await siti.presses(/^Setuju/);
    await siti.hears(/8 × Keripik tempe \(dipesan 10\)/);
    await budi.hears(/disetujui: 8 × Keripik tempe/);
    await joko.hears(/disetujui: 8 × Keripik tempe/);
    await budi.says(code);
    await budi.presses(/^Serahkan 8 × Keripik/);
    expect(await part(stand)).toMatchObject({ state: 'collected', qty: 10, agreed: 8 });
    expect(await chips(stand)).toEqual({ on_hand: 30, allocated: 0 });
    expect(await stand.rows('SELECT kind, qty FROM movements WHERE variant_id = 1 ORDER BY id')).toEqual([
      { kind: 'delivery', qty: 40 },
      { kind: 'correction', qty: -2 },
      { kind: 'hand-over', qty: -8 },
    ]);
  });

  test('fewer on the shelf, and the visitor does not want them: they are free again', async () => {
    const stand = await openStand();
    const budi = await stand.keeper(channel);
    const siti = stand.visitorOn(channel, 'Siti');
    const code = await orders(siti, 'keripik 10');
    await budi.says(code);
    await budi.presses(/^Kurang di rak/);
    await budi.says('8');
    await siti.presses(/^Batalkan \(/);
    await siti.hears(/dibatalkan/);
    expect(await part(stand)).toMatchObject({ state: 'cancelled' });
    expect(await chips(stand)).toEqual({ on_hand: 38, allocated: 0 });
  });
});

describe.each(FORGEABLE_CHANNELS)('a forged proposal on %s', (channel) => {
  test('changes nothing for visitors, other units, or a unit at the stand’s shelf', async () => {
    const stand = await openStand();
    const joko = await stand.staffOf(MEN, channel, 'Pak Joko');
    const siti = stand.visitorOn(channel, 'Siti');
    await orders(siti, 'tas 10');
    const [tas] = await stand.rows<{ public_id: string }>('SELECT public_id FROM fulfilments');
    await orders(siti, 'keripik 10');
    const shelf = (
      await stand.rows<{ public_id: string }>('SELECT public_id FROM fulfilments ORDER BY id')
    )[1];
    for (const [who, what] of [
      [siti, `propose-on ${tas?.public_id} 5 8 2026-12-11`],
      [joko, `propose-on ${tas?.public_id} 5 8 2026-12-11`],
      [joko, `propose ${shelf?.public_id} 1`],
      [joko, `propose-line ${shelf?.public_id} 1`],
    ] as const) {
      await who.chooses(what);
      await who.hears(/hanya untuk petugas yang menanganinya/);
    }
    expect(await stand.rows('SELECT state FROM fulfilments ORDER BY id')).toEqual([
      { state: 'new' },
      { state: 'ready' },
    ]);
    expect(await chips(stand)).toEqual({ on_hand: 40, allocated: 10 });
  });
});
