/** Claims a database file, says so, and stays: `owner.ts <file>`. */
import { AlreadyRunning, claim } from '../../../db/owner.ts';

const [file = ''] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);

try {
  // The result is dropped on purpose: the lock must not depend on somebody keeping it.
  await (await claim(file)).publish('http://127.0.0.1:3000', 'a-token');
  globalThis.gc?.();
  say('owning');
  setInterval(() => globalThis.gc?.(), 10);
} catch (error) {
  say(error instanceof AlreadyRunning ? `refused ${error.message}` : `failed ${String(error)}`);
}
