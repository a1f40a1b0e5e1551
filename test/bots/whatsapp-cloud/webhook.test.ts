import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CloudEvent, Report } from '../../../bots/whatsapp-cloud/parse.ts';
import { cloudWebhook } from '../../../bots/whatsapp-cloud/webhook.ts';
import { type GraphApi, startGraphApi } from '../../support/graph-api.ts';

let double: GraphApi;
let logged: unknown[];
beforeEach(async () => {
  logged = [];
  double = await startGraphApi();
});
afterEach(() => double.close());

interface Behaviour {
  readonly handle?: (event: CloudEvent) => Promise<undefined>;
  readonly deadLetter?: (event: CloudEvent, error: unknown) => Promise<void>;
  readonly isOutage?: (error: unknown) => boolean;
  readonly receive?: (reports: readonly Report[]) => Promise<void>;
}

function webhook(behaviour: Behaviour = {}) {
  const nothing = async () => undefined;
  const log = {
    warn: (...all: unknown[]) => logged.push(all),
    error: (...all: unknown[]) => logged.push(all),
  };
  const handler = cloudWebhook({
    appSecret: double.appSecret,
    verifyToken: double.verifyToken,
    phoneId: double.phoneId,
    now: Date.now,
    log,
    handle: nothing,
    deadLetter: nothing,
    receive: nothing,
    ...behaviour,
  });
  double.deliverTo(handler);
  return handler;
}

const textOf = ({ inbound }: CloudEvent) => (inbound.body.kind === 'text' ? inbound.body.text : '');

function texts(...bodies: string[]): object {
  const messages = bodies.map((body, n) => ({
    from: body.startsWith('b') ? '628222' : '628111',
    id: `wamid.SECRETNUMBER-${body}-${n}`,
    timestamp: '1749416383',
    type: 'text',
    text: { body },
  }));
  return { messages };
}

describe('the verification', () => {
  const ask = (query: Record<string, string>) =>
    webhook()(new Request(`https://gerai.example/webhooks/whatsapp?${new URLSearchParams(query)}`));
  const right = () => ({
    'hub.mode': 'subscribe',
    'hub.verify_token': double.verifyToken,
    'hub.challenge': '1158201444',
  });

  it('gives the challenge back, as plain text', async () => {
    const response = await ask(right());
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await response.text()).toBe('1158201444');
  });

  it.each([
    { 'hub.verify_token': 'the-verify-token-in-testz' },
    { 'hub.verify_token': '' },
    { 'hub.mode': 'unsubscribe' },
    { 'hub.challenge': '' },
  ])('refuses %j', async (wrong) => {
    const response = await ask({ ...right(), ...wrong });
    expect(response.status).toBe(403);
    expect(await response.text()).toBe('');
  });
});

describe('a post', () => {
  it('is acknowledged after all in it was handled, each chat in order', async () => {
    const handled: string[] = [];
    webhook({
      async handle(event) {
        await new Promise((resolve) => setTimeout(resolve, textOf(event) === 'a1' ? 20 : 1));
        handled.push(textOf(event));
        return undefined;
      },
    });
    expect((await double.post(texts('a1', 'b1', 'a2'))).status).toBe(200);
    expect(handled).toEqual(['b1', 'a1', 'a2']);
  });

  it('is taken from Meta alone', async () => {
    const handled: CloudEvent[] = [];
    webhook({ handle: async (event) => void handled.push(event) });
    const body = '{"object":"whatsapp_business_account","entry":[]}';
    for (const signature of [
      null,
      '',
      'sha256=',
      `sha256=${'0'.repeat(64)}`,
      `sha256=${'0'.repeat(63)}`,
      `sha1=${'0'.repeat(40)}`,
    ]) {
      expect((await double.postRaw(body, signature)).status).toBe(401);
    }
    expect((await double.postRaw(body)).status).toBe(200);
    expect(handled).toEqual([]);
  });

  it('is checked byte by byte, with characters of every kind', async () => {
    const handled: string[] = [];
    webhook({ handle: async (event) => void handled.push(textOf(event)) });
    expect((await double.post(texts('keripik 🌸 “tempe” é'))).status).toBe(200);
    expect(handled).toEqual(['keripik 🌸 “tempe” é']);
  });

  it.each(['', 'halo', '[]', '{}', '{"object":"page","entry":[]}', '{"object":"whatsapp_business_account"}'])(
    'that is none is refused: %s',
    async (body) => {
      webhook();
      expect((await double.postRaw(body)).status).toBe(400);
    },
  );

  it('comes again when something in it failed, and is put aside the third time', async () => {
    const aside: string[] = [];
    const handled: string[] = [];
    webhook({
      async handle(event) {
        if (textOf(event) === 'a1') throw new Error('not this one');
        handled.push(textOf(event));
        return undefined;
      },
      deadLetter: async (event) => void aside.push(textOf(event)),
    });
    const statuses = [];
    for (let n = 0; n < 3; n += 1) statuses.push((await double.post(texts('a1', 'a2', 'b1'))).status);
    expect(statuses).toEqual([503, 503, 200]);
    expect(aside).toEqual(['a1']);
    // What stood behind it in its chat waited for it; the other chat did not.
    expect(handled).toEqual(['b1', 'b1', 'b1', 'a2']);
    expect(JSON.stringify(logged)).not.toMatch(/SECRETNUMBER|628111|a1"/);
  });

  it('comes again as long as an outage lasts', async () => {
    webhook({ handle: () => Promise.reject(new Error('disk full')), isOutage: () => true });
    for (let n = 0; n < 5; n += 1) {
      const response = await double.post(texts('a1'));
      expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2']);
    }
    expect(logged).toEqual([]);
  });

  it('brings how messages fared, and comes again when that cannot be stored', async () => {
    const received: Report[] = [];
    let isDown = true;
    webhook({
      async receive(reports) {
        if (isDown) throw new Error('away');
        received.push(...reports);
      },
      isOutage: () => isDown,
    });
    const statuses = [{ id: 'wamid.S', status: 'delivered', biz_opaque_callback_data: '7' }];
    expect((await double.post({ statuses })).status).toBe(503);
    isDown = false;
    expect((await double.post({ statuses })).status).toBe(200);
    expect(received.map(({ reference }) => reference)).toEqual(['7']);
  });
});
