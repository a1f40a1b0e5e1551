import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeAcks } from '../../../bots/whatsapp-web/acks.ts';

const LIMITS = { inTime: 30_000, late: 600_000 };
let late = 0;
const onLate = () => {
  late += 1;
};

beforeEach(() => {
  late = 0;
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

test('a message that the server of WhatsApp has is sent', async () => {
  const acks = makeAcks(LIMITS);
  const sent = acks.wait('one', 0, onLate);
  acks.heard('two', 1);
  acks.heard('one', 0);
  acks.heard('one', 1);
  expect(await sent).toBe(true);
  vi.advanceTimersByTime(LIMITS.late);
  expect(late).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});

test('one that is acknowledged already is not waited for', async () => {
  expect(await makeAcks(LIMITS).wait('one', 2, onLate)).toBe(true);
  expect(vi.getTimerCount()).toBe(0);
});

test('without an acknowledgement nobody knows, until a late one tells, once', async () => {
  const acks = makeAcks(LIMITS);
  const sent = acks.wait('one', 0, onLate);
  vi.advanceTimersByTime(LIMITS.inTime);
  expect(await sent).toBe(false);
  acks.heard('one', -1);
  expect(late).toBe(0);
  acks.heard('one', 1);
  acks.heard('one', 2);
  expect(late).toBe(1);
});

test('what is never acknowledged is forgotten', async () => {
  const acks = makeAcks(LIMITS);
  const sent = acks.wait('one', 0, onLate);
  vi.advanceTimersByTime(LIMITS.late);
  expect(await sent).toBe(false);
  acks.heard('one', 1);
  expect(late).toBe(0);
});
