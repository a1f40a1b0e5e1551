import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { ResultSet } from '@libsql/client';
import { onTestFinished } from 'vitest';
import type { Statement } from '../../db/database.ts';

/** A path in a folder of its own, which goes when the test ends. */
export function temporaryFile(name = 'gerai.db'): string {
  const folder = mkdtempSync(join(tmpdir(), 'gerai-db-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, name);
}

export function sql(text: string, ...args: (string | number | null)[]): Statement {
  return { sql: text, args };
}

export function resultSet(rowsAffected: number): ResultSet {
  return {
    columns: [],
    columnTypes: [],
    rows: [],
    rowsAffected,
    lastInsertRowid: undefined,
    toJSON: () => ({ rowsAffected }),
  };
}

export interface Child {
  readonly process: ChildProcess;
  /** All lines that it has written so far. */
  readonly lines: readonly string[];
  send(line: string): void;
  /** The first line that starts so, once it is there. */
  line(start: string): Promise<string>;
  /** kill -9, and the end of it. */
  kill(): Promise<void>;
}

/** Starts a script of `children/` as a process of its own; it is killed when the test ends. */
export function startChild(script: string, ...args: string[]): Child {
  const path = fileURLToPath(new URL(`children/${script}`, import.meta.url));
  const child = spawn(process.execPath, ['--expose-gc', '--import', 'tsx', path, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const wakeAll = () => {
    for (const wake of waiting) {
      wake();
    }
  };
  createInterface({ input: child.stdout })
    .on('line', (line) => {
      lines.push(line);
      wakeAll();
    })
    .on('close', wakeAll);
  const kill = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
  };
  onTestFinished(kill);
  return {
    process: child,
    lines,
    send: (line) => child.stdin.write(`${line}\n`),
    line: (start) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = lines.find((line) => line.startsWith(start));
          if (found !== undefined) {
            resolve(found);
          } else if (child.stdout.readableEnded) {
            reject(new Error(`${script} ended before it wrote "${start}".`));
          } else {
            waiting.add(look);
          }
        };
        look();
      }),
    kill,
  };
}
