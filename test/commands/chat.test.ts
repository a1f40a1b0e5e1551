/** The terminal client against a server of its own, as two processes. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { ROOT } from '../../src/node/files.ts';
import { chatInTerminal } from '../../src/node/terminal-chat.ts';
import { environment, startServer } from '../support/server.ts';

let folder: string;
let at: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gerai-terminal-'));
  const server = await startServer({ folder });
  at = server.at;
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}, 60_000);

function gerai(args: readonly string[], input: string, where = folder) {
  const tsx = join(ROOT, 'node_modules/tsx/dist/cli.mjs');
  const child = spawn(process.execPath, [tsx, join(ROOT, 'src/cli.ts'), 'chat', ...args], {
    env: environment({ folder: where }),
    cwd: where,
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  child.stdin.end(input);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    output += chunk;
  });
  return new Promise<{ code: number | null; output: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, output })),
  );
}

const sessions = () =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.session'));

describe('gerai chat', () => {
  it('answers what is piped in, ends, and goes on as the same keeper later', async () => {
    const sri = ['--role', 'keeper', '--name', 'Sri'];
    const sold = await gerai(sri, 'jual keripik 3 tunai\n');
    expect(sold.output).toMatch(/Terjual\n• 3 × Keripik tempe/);
    expect(sold.output).toMatch(/Dicatat oleh Sri/);
    expect(sold.output).toContain('#1 Batalkan catatan ini');
    expect(sold.code).toBe(0);
    const [file = ''] = sessions();
    expect(sessions()).toHaveLength(1);
    expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
    const before = readFileSync(join(folder, file), 'utf8');

    const undone = await gerai(sri, 'jual keripik 1 tunai\n#1\nstok\n');
    expect(undone.output).toMatch(/Catatan ini dibatalkan/);
    expect(undone.output).toMatch(/Keripik tempe: ada 37,/);
    expect(readFileSync(join(folder, file), 'utf8')).toBe(before);
  }, 60_000);

  it('says what is missing, and remembers nobody then', async () => {
    const count = sessions().length;
    const nobody = await gerai(['--role', 'staff', '--name', 'Rina'], 'halo\n');
    expect(nobody).toMatchObject({ code: 1 });
    expect(nobody.output).toContain('--unit');
    expect((await gerai(['--name', 'Rina'], 'halo\n')).output).toContain('add --role');
    expect(sessions()).toHaveLength(count);
    const empty = mkdtempSync(join(tmpdir(), 'gerai-no-server-'));
    onTestFinished(() => rmSync(empty, { recursive: true, force: true }));
    const alone = await gerai(['--role', 'keeper', '--name', 'Sri'], 'stok\n', empty);
    expect(alone).toMatchObject({ code: 1 });
    expect(alone.output).toMatch(/No server answers there\. Start it with `npm start`/);
  }, 60_000);

  it('shows what comes later to who sits there, and picks its choices by number', async () => {
    const unit = ['--role', 'staff', '--unit', 'lapas-perempuan-2a-tangerang', '--name', 'Rina'];
    await gerai(unit, 'halo\n');
    const [file = ''] = sessions().filter((name) => name.includes('rina'));
    const [input, output] = [new PassThrough(), new PassThrough()];
    let seen = '';
    output.on('data', (chunk: Buffer) => {
      seen += chunk;
    });
    const talking = chatInTerminal({
      server: at,
      sessionFile: join(folder, file),
      invitation: null,
      input,
      output,
      isInteractive: true,
    });
    await gerai([], 'tas 1\n#1\n#1\nSiti\nlewati\n#1\n');
    await expect.poll(() => seen, { timeout: 15_000 }).toMatch(/» [\s\S]*Tas sulam pita[\s\S]*#1 Terima/);
    input.write('#1\n');
    await expect.poll(() => seen, { timeout: 15_000 }).toMatch(/Kapan bisa diambil/);
    input.end();
    await talking;
  }, 60_000);
});
