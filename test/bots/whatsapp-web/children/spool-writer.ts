/** Adds events for ever and says which are on the disk: `spool-writer.ts <file> <first>`. Every third is removed again. */
import { openSpool } from '../../../../bots/whatsapp-web/spool.ts';

const [file = '', first = '0'] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);
const LANES = 8;

const spool = await openSpool<string>(file, { bytes: 64 * 1024 * 1024, garbageBytes: 4_096 });
say('open');

async function write(lane: number): Promise<never> {
  for (let number = Number(first) + lane; ; number += LANES) {
    const id = String(number);
    await spool.add({ id, value: 'x'.repeat(number % 300) });
    say(`added ${id}`);
    if (number % 3 !== 0) continue;
    say(`removing ${id}`);
    await spool.remove([id]);
    say(`removed ${id}`);
  }
}

await Promise.all(Array.from({ length: LANES }, (_, lane) => write(lane)));
