/** A backup as a process of its own: the command, run for the server. The server's event loop does nothing for it. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CommandError } from '../../commands/command.ts';
import type { Kind } from './kept.ts';

export interface BackupProcess {
  /** Resolves when it is made. @throws CommandError saying what to mend. */
  make(kind: Kind): Promise<void>;
  /** Breaks off what is under way; no half backup is left. */
  stop(): void;
}

/** Beside this file in the bundle, or among the sources. */
function entry(): string {
  const bundled = fileURLToPath(new URL('cli.js', import.meta.url));
  return existsSync(bundled) ? bundled : fileURLToPath(new URL('../../cli.ts', import.meta.url));
}

export function backupProcess(env: NodeJS.ProcessEnv): BackupProcess {
  let child: ChildProcess | null = null;
  return {
    async make(kind) {
      const made = fork(entry(), ['backup', '--kind', kind], {
        env,
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      });
      child = made;
      let said = '';
      made.stderr?.on('data', (chunk: Buffer) => {
        said += chunk;
      });
      const [code] = await once(made, 'close');
      child = null;
      if (code !== 0) throw new CommandError(said.trim() || 'The backup was broken off.');
    },
    stop: () => void child?.kill('SIGTERM'),
  };
}
