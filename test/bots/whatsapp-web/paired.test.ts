import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readPaired } from '../../../bots/whatsapp-web/paired.ts';

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'gerai-paired-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

describe('what was written before the phone was paired', () => {
  it('is not for the stand, also after a restart', () => {
    const place = folder();
    const paired = readPaired(place, 50_000);
    paired.now(100_500);
    for (const known of [paired, readPaired(place, 900_000)]) {
      expect(known.covers(99_000)).toBe(false);
      // The same second.
      expect(known.covers(100_000)).toBe(true);
    }
    expect(statSync(join(place, 'paired-at')).mode & 0o777).toBe(0o600);
  });

  it.each(['', 'nonsense', '-1'])('counts from the start where it is not known: "%s"', (content) => {
    const place = folder();
    writeFileSync(join(place, 'paired-at'), content);
    expect(readPaired(place, 50_000).covers(40_000)).toBe(false);
    expect(readPaired(place, 50_000).covers(50_000)).toBe(true);
  });
});
