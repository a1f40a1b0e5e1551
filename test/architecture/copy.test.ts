/** Every sentence exists in every language, is used, and says nothing that it should not. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FluentResource } from '@fluent/bundle';
import { describe, expect, it } from 'vitest';
import { readCopy } from '../../src/node/files.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const COPY = readCopy();

function keysOf(source: string): string[] {
  return new FluentResource(source).body.map(({ id }) => id).sort();
}

/** The placeables of each sentence: `$name` and the like. */
function variablesOf(source: string): Map<string, string[]> {
  const sentences = source.split(/\n(?=[a-z][\w-]* =)/);
  return new Map(
    sentences.flatMap((sentence): [string, string[]][] => {
      const key = /^([a-z][\w-]*) =/.exec(sentence)?.[1];
      const names = [...new Set([...sentence.matchAll(/\$(\w+)/g)].map(([, name]) => name ?? ''))];
      return key ? [[key, names]] : [];
    }),
  );
}

const CODE = ['src', 'bots']
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => readFileSync(join(ROOT, folder, name), 'utf8')),
  )
  .join('\n');

/** Keys that code puts together: `availability-${mode}`, `talk-${intent}`. */
const PREFIXES = [...CODE.matchAll(/`([a-z-]+-)\$\{/g)].map(([, prefix]) => prefix ?? '');

function isUsed(key: string): boolean {
  return CODE.includes(`'${key}'`) || PREFIXES.some((prefix) => key.startsWith(prefix));
}

describe('the copy', () => {
  const [first = '', ...others] = COPY.values();

  it('has the same sentences in every language', () => {
    for (const other of others) expect(keysOf(other)).toEqual(keysOf(first));
  });

  it('asks in no language for a value that the sentence is not given', () => {
    const given = variablesOf(first);
    for (const other of others) {
      const more = [...variablesOf(other)].filter(([key, names]) =>
        names.some((name) => !given.get(key)?.includes(name)),
      );
      expect(more).toEqual([]);
    }
  });

  it('holds no sentence twice and none that nothing says', () => {
    const keys = keysOf(first);
    expect(keys.filter((key, index) => keys[index - 1] === key)).toEqual([]);
    expect(keys.filter((key) => !isUsed(key))).toEqual([]);
  });

  it('says Warga Binaan, in every language', () => {
    for (const source of COPY.values()) {
      expect(source).not.toMatch(/\b(napi|narapidana|inmates?|prisoners?|convicts?)\b/i);
    }
  });
});
