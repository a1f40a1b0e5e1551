import { describe, expect, test } from 'vitest';
import { RATE_PLANS, type RatePlan, startMeter } from '../../src/delivery/rate-plan.ts';

function telegram(): RatePlan {
  return RATE_PLANS.telegram ?? expect.fail('Telegram has a plan.');
}

/** Sends one message to each chat as soon as the meter lets it; answers come after `latencyMs`. */
function run(plan: RatePlan, chats: readonly string[], latencyMs: number): number[] {
  const meter = startMeter(plan);
  const waiting = [...chats];
  const landings: { at: number; chat: string }[] = [];
  const times: number[] = [];
  for (let now = 0; waiting.length > 0 && now < 600_000; now += 10) {
    for (const { chat } of landings.filter(({ at }) => at === now)) meter.end(chat, now);
    for (;;) {
      const next = waiting.findIndex((chat) => meter.chatAt(chat, now) <= now);
      const chat = waiting[next];
      const flying = landings.some((each) => each.at > now && each.chat === chat);
      if (chat === undefined || flying || meter.slotAt(now) > now) break;
      waiting.splice(next, 1);
      meter.begin();
      landings.push({ at: now + latencyMs, chat });
      times.push(now);
    }
  }
  return times;
}

/** The most that lie in any window, its end not included. */
function mostIn(times: readonly number[], windowMs: number): number {
  return Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + windowMs).length));
}

const person = (n: number) => `${1000 + n}`;

describe('the plan for Telegram', () => {
  test('never has more than 30 in any one second over all chats, however long an answer takes', () => {
    const chats = Array.from({ length: 200 }, (_, n) => person(n));
    for (const latency of [10, 60, 400, 2_000])
      expect(mostIn(run(telegram(), chats, latency), 1_000)).toBe(30);
  });

  test('lets three messages of one answer go at once, and then one a second', () => {
    const times = run(telegram(), Array(6).fill(person(1)), 10);
    expect(times.slice(0, 3)).toEqual([0, 10, 20]);
    expect(times[3]).toBeGreaterThanOrEqual(1_000);
    expect(times[5]).toBeGreaterThanOrEqual(3_000);
    expect(times[5]).toBeLessThan(3_200);
  });

  test('gives a chat that was left alone its burst again', () => {
    const meter = startMeter(telegram());
    for (let n = 0; n < 3; n += 1) meter.begin();
    for (let n = 0; n < 3; n += 1) meter.end(person(1), 0);
    expect(meter.chatAt(person(1), 0)).toBe(1_000);
    expect(meter.chatAt(person(1), 3_000)).toBe(3_000);
    meter.begin();
    meter.end(person(1), 3_000);
    expect(meter.chatAt(person(1), 3_000)).toBe(3_000);
  });

  test('never has more than 20 in any minute to one group, and does not count private chats so', () => {
    const group = run(telegram(), Array(45).fill('-100'), 10);
    expect(group).toHaveLength(45);
    expect(mostIn(group, 60_000)).toBe(20);
    expect(mostIn(run(telegram(), Array(45).fill(person(1)), 10), 60_000)).toBe(45);
  });
});

describe('a channel that found it too fast', () => {
  function atOnce(meter: ReturnType<typeof startMeter>, now: number): number {
    let count = 0;
    for (; meter.slotAt(now) <= now; count += 1) meter.begin();
    return count;
  }

  test('gets half as many at once, and more again as time goes by', () => {
    const slowed = () => {
      const meter = startMeter(telegram());
      meter.slowDown(0);
      return meter;
    };
    expect(atOnce(slowed(), 0)).toBe(15);
    expect(atOnce(slowed(), 50_000)).toBe(20);
    expect(atOnce(slowed(), 10_000_000)).toBe(30);
  });

  test('still gets one at a time, however often it says so', () => {
    const meter = startMeter(telegram());
    for (let n = 0; n < 10; n += 1) meter.slowDown(0);
    expect(atOnce(meter, 0)).toBe(1);
  });
});

test('the pace of a chat is not forgotten before it has rested, however many others there are', () => {
  const meter = startMeter(telegram());
  const send = (chat: string, now: number) => {
    meter.begin();
    meter.end(chat, now);
  };
  for (let n = 0; n < 3; n += 1) send('busy', 0);
  for (let n = 0; n < 20; n += 1) send('-100', 0);
  for (let n = 0; n < 1_500; n += 1) send(person(n), 0);
  expect(meter.chatAt('busy', 0)).toBe(1_000);
  for (let n = 0; n < 1_500; n += 1) send(person(n), 59_000);
  expect(meter.chatAt('-100', 59_000)).toBe(60_000);
  expect(meter.chatAt('busy', 59_000)).toBe(59_000);
});
