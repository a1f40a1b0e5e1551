/** Claims a database file, says so, and stays: `owner.ts <file>`. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { AlreadyRunning, claim } from '../../../db/owner.ts';

const [file = ''] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);

try {
  await (await claim(file)).publish('http://127.0.0.1:3000', 'a-token');
  // Nobody keeps what `claim` returned: the lock must not go with it when the garbage is collected.
  for (let round = 0; round < 5; round += 1) {
    globalThis.gc?.();
    await nextTurn();
  }
  say('owning');
  setInterval(() => {}, 60_000);
} catch (error) {
  say(error instanceof AlreadyRunning ? `refused ${error.message}` : `failed ${String(error)}`);
}
