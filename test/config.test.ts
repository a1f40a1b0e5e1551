import { describe, expect, it } from 'vitest';
import { parseBridgeConfig, parseConfig } from '../src/config.ts';

const SECRET = 'x'.repeat(32);

describe('the settings of WhatsApp', () => {
  it('are off, and need nothing then', () => {
    expect(parseConfig({}).WHATSAPP).toBe('off');
    expect(parseConfig({ WHATSAPP: 'web' }).WHATSAPP).toBe('web');
  });

  it.each([
    ['a bridge elsewhere without a secret', { WHATSAPP: 'bridge' }, 'WHATSAPP_BRIDGE_SECRET'],
    ['a short secret', { WHATSAPP: 'bridge', WHATSAPP_BRIDGE_SECRET: 'short' }, 'WHATSAPP_BRIDGE_SECRET'],
    [
      'a bridge of its own beside a remote database',
      { WHATSAPP: 'web', DATABASE_URL: 'libsql://x.example', SESSION_SECRET: SECRET },
      'WHATSAPP:',
    ],
  ])('refuse %s, by its name', (_, env, name) => {
    expect(() => parseConfig(env)).toThrow(name);
  });

  it('tell a bridge what it lacks', () => {
    expect(() => parseBridgeConfig({ WHATSAPP_BRIDGE_SECRET: SECRET })).toThrow('GERAI_URL');
    expect(() => parseBridgeConfig({ GERAI_URL: 'https://gerai.example' })).toThrow('WHATSAPP_BRIDGE_SECRET');
    expect(
      parseBridgeConfig({ GERAI_URL: 'https://gerai.example', WHATSAPP_BRIDGE_SECRET: SECRET }),
    ).toMatchObject({
      secret: SECRET,
      server: 'https://gerai.example',
    });
  });
});
