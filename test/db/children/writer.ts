/**
 * Owns a database file and writes to it on request: `one <ids…>` a decision at a time, `together <ids…>` all at once.
 * Says `stored <id>` only after the write was acknowledged, else `refused <id> <why>`.
 *
 *   writer.ts <url> <delays of the tries while busy, in ms, with commas>
 */
import { createInterface } from 'node:readline';
import { StorageError } from '../../../db/database.ts';
import { embeddedDatabase } from '../../../db/embedded.ts';

const [url = '', delays = ''] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);

const database = await embeddedDatabase({
  url,
  busyDelays: delays.split(',').map(Number),
  onReplaced: () => say('replaced'),
});

async function write(id: number): Promise<void> {
  try {
    await database.write([{ sql: 'INSERT INTO notes (id) VALUES (?)', args: [id] }]);
    say(`stored ${id}`);
  } catch (error) {
    say(`refused ${id} ${error instanceof StorageError ? error.problem : String(error)}`);
  }
}

say('open');
for await (const line of createInterface({ input: process.stdin })) {
  const [how, ...ids] = line.split(' ');
  if (how === 'together') {
    await Promise.all(ids.map((id) => write(Number(id))));
  } else {
    for (const id of ids) {
      await write(Number(id));
    }
  }
  say(`done ${ids.join(' ')}`);
}
