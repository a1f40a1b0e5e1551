import { expect, test } from 'vitest';
import { openStand, STAND_CHANNELS, tellsLanguage } from '../support/stand.ts';

const WOMEN = 'lapas-perempuan-2a-tangerang';

test.each(STAND_CHANNELS)(
  'an order from the first hello to the hand-over, in English on %s',
  async (channel) => {
    const stand = await openStand();
    const rina = stand.visitorOn(channel, 'Rina', { language: 'en' });
    if (!tellsLanguage(channel)) await rina.says('/english');
    await rina.opens(await stand.invitation('staff', 'Rina', WOMEN));
    await rina.hears(/Welcome, Rina! You now belong to the staff of Lapas Perempuan/);
    const budi = stand.visitorOn(channel, 'Budi', { language: 'en' });
    if (!tellsLanguage(channel)) await budi.says('/english');
    await budi.opens(await stand.invitation('keeper', 'Budi'));
    await budi.hears(/You are now a stand keeper/);

    const john = stand.visitorOn(channel, 'John', { language: 'en-GB' });
    await john.says('hi there');
    await john.hears(/Welcome to Sample stand/);
    await john.says('2 packs of tempeh chips and the key chain');
    await john.hears(/2 × Tempeh chips/, /How many Handicraft – Key chain would you like/);
    await john.says('just one');
    await john.says('one ribbon bag please');
    await john.hears(/1 × Handicraft – Key chain/, /1 × Ribbon-embroidered bag/);
    await john.says('remove the key chain');
    await john.hearsNothingOf(/Key chain/);
    await john.presses('Check out');
    await john.says('tomorrow');
    await john.hears(/about 14 days.*Are you coming back here, and on which day\?/);
    await john.says('are you open on saturday?');
    await john.hears(/Saturday, November 28: Lounge stand \(sample\) is closed/, /Are you coming back here/);
    await john.says('just tell me when it is ready');
    await john.hears(/name/);
    await john.says('my name is John Smith');
    await john.says('+44 7911 123456');
    const summary = await john.hears(/John Smith, \+447911123456/, /Total: price to be confirmed by staff/);
    expect(summary.text).not.toMatch(/Ringkasan|Ambil|contoh/);
    await john.says('yes');
    const slip = await john.hears(/Code \w{3}-\w{3}/, /waiting for the unit's answer/);
    const code = /\w{3}-\w{3}/.exec(slip.text)?.[0] ?? '';

    await rina.hears(new RegExp(`New order ${code} from John`));
    await rina.presses('Accept');
    await rina.says('friday, december 11');
    await rina.hears(/Friday, December 11/);
    await john.hears(new RegExp(`Order ${code} is accepted`), /Friday, December 11/);
    await rina.presses('Made');
    await budi.hears(/on its way to Lounge stand/);
    await budi.says('john smith');
    await budi.presses(/^Arrived/);
    await john.hears(new RegExp(`Order ${code} is ready`));
    await budi.says(code);
    await budi.presses(/^Hand over 1 × Ribbon/);
    await john.hears(/Thank you for collecting 1 × Ribbon-embroidered bag/);
    expect(await stand.rows('SELECT state FROM fulfilments ORDER BY id')).toEqual([
      { state: 'ready' },
      { state: 'collected' },
    ]);
    expect(await stand.rows('SELECT DISTINCT language FROM orders')).toEqual([{ language: 'en' }]);
  },
);
