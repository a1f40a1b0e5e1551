import { describe, expect, it } from 'vitest';
import { ConfigError, parseBridgeConfig, parseConfig } from '../src/config.ts';

const CLOUD = {
  WHATSAPP: 'cloud',
  WHATSAPP_CLOUD_TOKEN: 'EAAtoken',
  WHATSAPP_CLOUD_PHONE_ID: '106540352242922',
  WHATSAPP_CLOUD_APP_SECRET: 'secret',
  WHATSAPP_CLOUD_VERIFY_TOKEN: 'sixteen-or-more-letters',
};

function problem(env: Record<string, string>): string {
  try {
    parseConfig(env);
    return '';
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
}

describe('WhatsApp', () => {
  it('is off, unless it is asked for', () => {
    expect(parseConfig({}).whatsappCloud).toBeNull();
    expect(parseConfig({ ...CLOUD, WHATSAPP: 'off' }).whatsappCloud).toBeNull();
  });

  it('is linked to by a number with its country code, however it is written, while it is on', () => {
    const number = (WHATSAPP_NUMBER: string, WHATSAPP = 'web') =>
      parseConfig({ WHATSAPP, WHATSAPP_NUMBER }).whatsappNumber;
    expect(number('+62 812-3456-7890')).toBe('6281234567890');
    expect(number('6281234567890')).toBe('6281234567890');
    expect(number('6281234567890', 'off')).toBeNull();
    expect(parseConfig({ WHATSAPP: 'web' }).whatsappNumber).toBeNull();
    for (const wrong of ['0812 3456 7890', '+62', 'nomor kami'])
      expect(problem({ WHATSAPP_NUMBER: wrong })).toMatch(/WHATSAPP_NUMBER: .*country code/);
  });

  it('has the current version of the Graph API, or another', () => {
    expect(parseConfig(CLOUD).whatsappCloud).toEqual({
      token: 'EAAtoken',
      phoneId: '106540352242922',
      appSecret: 'secret',
      verifyToken: 'sixteen-or-more-letters',
      apiRoot: 'https://graph.facebook.com/v25.0',
    });
    const other = parseConfig({ ...CLOUD, WHATSAPP_CLOUD_API_ROOT: 'https://graph.example/v26.0/' });
    expect(other.whatsappCloud?.apiRoot).toBe('https://graph.example/v26.0');
  });

  it('needs all of its settings, and says of each that is missing what to do', () => {
    const { WHATSAPP } = CLOUD;
    const message = problem({ WHATSAPP });
    for (const name of Object.keys(CLOUD).slice(1)) {
      expect(message).toMatch(new RegExp(`^${name}: required with WHATSAPP=cloud; (set|make up) `, 'm'));
      expect(problem({ ...CLOUD, [name]: '' })).toMatch(new RegExp(`^${name}: required`));
    }
  });

  it.each([
    [{ WHATSAPP: 'yes' }, /^WHATSAPP: /m],
    [
      { WHATSAPP_CLOUD_PHONE_ID: '+62 21 1234' },
      /WHATSAPP_CLOUD_PHONE_ID: must be the ID of the phone number/,
    ],
    [{ WHATSAPP_CLOUD_VERIFY_TOKEN: 'short' }, /WHATSAPP_CLOUD_VERIFY_TOKEN: must be 16 to 256/],
  ])('refuses %j', (wrong, expected) => {
    expect(problem({ ...CLOUD, ...wrong })).toMatch(expected);
  });

  it('never shows a secret in what it says', () => {
    expect(problem({ ...CLOUD, WHATSAPP_CLOUD_VERIFY_TOKEN: 'tiny secret' })).not.toContain('tiny secret');
  });
});

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

describe('a language model', () => {
  it('is off, unless its address is set', () => {
    expect(parseConfig({}).languageModel).toBeNull();
    expect(parseConfig({ LLM_MODEL: 'small', LLM_KEY: 'sk-1' }).languageModel).toBeNull();
  });

  it('has an address without a slash at the end, a name, and perhaps a key', () => {
    const env = { LLM_URL: 'http://127.0.0.1:11434/v1/', LLM_MODEL: 'small' };
    expect(parseConfig(env).languageModel).toEqual({
      url: 'http://127.0.0.1:11434/v1',
      model: 'small',
      key: null,
    });
    expect(parseConfig({ ...env, LLM_KEY: 'sk-1' }).languageModel?.key).toBe('sk-1');
  });

  it('says what is missing or wrong, and not what the key is', () => {
    expect(problem({ LLM_URL: 'https://llm.example/v1', LLM_KEY: 'sk-1' })).toBe(
      'LLM_MODEL: required with LLM_URL; set the name that the model has there.',
    );
    expect(problem({ LLM_URL: 'llm.example', LLM_MODEL: 'small' })).toMatch(/LLM_URL: must be an http/);
  });
});
