import { describe, expect, test } from 'vitest';
import { openStand, STAND_CHANNELS, type Stand } from '../support/stand.ts';

/** What lies in the cart, by variant. */
async function cart(stand: Stand): Promise<Record<string, number>> {
  const lines = await stand.rows<{ name: string; qty: number }>(
    `SELECT json_extract(v.name, '$.id') AS name, json_extract(l.value, '$.qty') AS qty
     FROM carts, json_each(carts.body, '$.lines') l JOIN variants v ON v.id = json_extract(l.value, '$.variantId')`,
  );
  return Object.fromEntries(lines.map(({ name, qty }) => [name, qty]));
}

describe.each(STAND_CHANNELS)('filling the cart on %s', (channel) => {
  test('in words, with several goods of several units in one message', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('keripik 2 sama gantungan kunci 1');
    await siti.hears(/2 × Keripik tempe – Rp30\.000 \(contoh\)/, /1 × Kerajinan tangan – Gantungan kunci/);
    await siti.says('mau pesan tas sulam pita satu, paving block 100');
    await siti.hears(/1 × Tas sulam pita/, /100 × Paving block – harga dikonfirmasi petugas/);
    expect(await cart(stand)).toEqual({
      'Keripik tempe': 2,
      'Gantungan kunci': 1,
      'Tas sulam pita': 1,
      'Paving block': 100,
    });
  });

  test('giving one thing for another, and taking out what is refused beside a wish', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('keripik 2 sama tas sulam pita 1');
    await siti.says('tasnya ganti gantungan kunci 3');
    expect(await cart(stand)).toEqual({ 'Keripik tempe': 2, 'Gantungan kunci': 3 });
    await siti.says('keripiknya ga usah, tambah miniatur kapal 1');
    expect(await cart(stand)).toEqual({ 'Gantungan kunci': 3, 'Miniatur kapal': 1 });
  });

  test('by buttons', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.opens('kerajinan');
    await siti.presses('Pesan');
    await siti.hears(/Kerajinan tangan yang mana\?/);
    await siti.presses('Miniatur kapal');
    await siti.hears(/Mau berapa buah Kerajinan tangan – Miniatur kapal\?/);
    await siti.presses('2');
    await siti.hears(/2 × Kerajinan tangan – Miniatur kapal – Rp300\.000/);
    await siti.presses('+ Miniatur kapal');
    await siti.hears(/3 × Kerajinan tangan – Miniatur kapal/);
    await siti.presses('− Miniatur kapal');
    await siti.hears(/2 × Kerajinan tangan – Miniatur kapal/);
    expect(await cart(stand)).toEqual({ 'Miniatur kapal': 2 });
  });

  test('by numbers and names instead of buttons', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('2');
    await siti.hears(/Kerajinan tangan · no\. 2/);
    await siti.says('1');
    await siti.hears(/Kerajinan tangan yang mana\?/);
    await siti.says('yang kedua');
    await siti.hears(/Mau berapa buah/);
    await siti.says('empat');
    await siti.hears(/4 × Kerajinan tangan – Miniatur kapal/);
    await siti.says('kerajinan 3');
    await siti.says('gantungan kunci');
    await siti.hears(/3 × Kerajinan tangan – Gantungan kunci/);
    expect(await cart(stand)).toEqual({ 'Miniatur kapal': 4, 'Gantungan kunci': 3 });
  });

  test('a product wanted without a number is asked about', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('mau pesan keripik sama tas');
    await siti.hears(/Mau berapa bungkus Keripik tempe\?/);
    await siti.says('2 aja');
    await siti.hears(/2 × Keripik tempe/, /Mau berapa buah Tas sulam pita\?/);
    await siti.says('satu');
    await siti.hears(/1 × Tas sulam pita/);
    expect(await cart(stand)).toEqual({ 'Keripik tempe': 2, 'Tas sulam pita': 1 });
  });

  test('is changed, taken out of and started over', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('keripik 2, gantungan kunci 1, tas 1');
    await siti.says('keripiknya jadi 5');
    await siti.says('tasnya gak jadi');
    await siti.says('tambah gantungan kunci 1');
    await siti.hears(/5 × Keripik tempe/, /2 × Kerajinan tangan – Gantungan kunci/);
    await siti.hearsNothingOf(/Tas sulam pita/);
    expect(await cart(stand)).toEqual({ 'Keripik tempe': 5, 'Gantungan kunci': 2 });
    await siti.says('mulai dari awal');
    await siti.hears(/Kosongkan keranjang/);
    await siti.presses('Ya, kosongkan');
    await siti.hears(/dikosongkan/, /masih kosong/);
    expect(await cart(stand)).toEqual({});
  });

  test('goes on where one was after a question in the middle', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.opens('keripik-tempe');
    await siti.presses('Pesan');
    await siti.says('halal gak?');
    await siti.hears(/halal Keripik tempe, kami belum punya/, /Mau berapa bungkus Keripik tempe\?/);
    await siti.says('3');
    await siti.hears(/3 × Keripik tempe/);
    expect(await cart(stand)).toEqual({ 'Keripik tempe': 3 });
  });

  test('what cannot be read leaves the question where it was', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.opens('keripik-tempe');
    await siti.presses('Pesan');
    await siti.says('NIK saya 3671012345670001');
    await siti.hears(/NIK atau paspor tidak perlu/, /Mau berapa bungkus Keripik tempe\?/);
    await siti.sendsPhoto();
    await siti.hears(/belum bisa membaca gambar/, /Mau berapa bungkus Keripik tempe\?/);
    await siti.says('keranjang');
    await siti.hears(/Keranjang masih kosong/);
  });

  test('an old button after the order begins a new cart, and says so', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('keripik 2');
    await siti.hears(/2 × Keripik tempe/);
    const more = siti.choiceOf('+ Keripik tempe');
    await siti.says('checkout');
    await siti.says('sekarang');
    await siti.says('Siti');
    await siti.says('lewati');
    await siti.says('ya');
    await siti.chooses(more);
    await siti.hears(/Keranjang yang tadi sudah selesai/, /3 × Keripik tempe/);
    await siti.presses('+ Keripik tempe');
    await siti.hearsNothingOf(/Keranjang yang tadi/);
  });

  test('several short messages within seconds are one', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.saysQuickly('kak', 'mau', 'keripik 2 sama', 'gantungan kunci 1');
    expect((await siti.heard()).length).toBe(1);
    await siti.hears(/2 × Keripik tempe/, /1 × Kerajinan tangan – Gantungan kunci/);
    await siti.saysQuickly('tambah', 'gantungan kunci 1');
    await siti.hears(/2 × Kerajinan tangan – Gantungan kunci/);
    expect(await cart(stand)).toEqual({ 'Keripik tempe': 2, 'Gantungan kunci': 2 });
  });

  test('promises no more than there is', async () => {
    const stand = await openStand();
    const siti = stand.visitorOn(channel, 'Siti');
    await siti.says('miniatur kapal 9');
    await siti.hears(/tinggal 6 buah/);
    expect(await cart(stand)).toEqual({});
    await siti.says('6');
    await siti.hears(/6 × Kerajinan tangan – Miniatur kapal/);
  });
});
