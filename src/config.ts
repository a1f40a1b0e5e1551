/** Every setting of the environment: its meaning, its default and what is wrong with it. */
import * as z from 'zod';
import { databaseFile, isEmbedded } from '../db/database-url.ts';
import type { Keeping } from '../db/store/retention.ts';
import type { LanguageModel } from './advice/completions.ts';
import type { OfficeSettings } from './office.ts';

const text = z.string().trim().min(1);
/** Of a wait, which may be less than one. */
const minutes = (most: number) => z.coerce.number().positive('must be more than 0').max(most);
const port = z.coerce.number().int().min(0).max(65_535);

/** The settings, by the name of their variable. `describe` is what the docs and `--help` say. */
export const SETTINGS = z.object({
  PORT: port.default(3000).describe('Where the server listens.'),
  HOST: text
    .default('127.0.0.1')
    .describe('Where the server listens; 0.0.0.0 to be reached from other machines.'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('The address of the server from outside.'),
  DATABASE_URL: text
    .regex(/^(file:|libsql:|https?:|wss?:)/, 'must begin with file:, libsql: or https:')
    .default('file:data/gerai.db')
    .describe('libSQL: an embedded file, or a remote server.'),
  DATABASE_AUTH_TOKEN: text.optional().describe('The token of a remote database.'),
  SESSION_SECRET: z
    .string()
    .min(32, 'must have at least 32 characters')
    .optional()
    .describe('Signs links and hashes web sessions; made and kept beside an embedded database.'),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]+$/, 'is not a bot token; BotFather gives one like 123456:ABC…')
    .optional()
    .describe('The token that BotFather gave; without it Telegram is off.'),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{16,256}$/, 'must be 16 to 256 characters of A-Z, a-z, 0-9, _ and -')
    .optional()
    .describe('What Telegram shows to prove itself; required with webhooks.'),
  TELEGRAM_API_ROOT: z.url().default('https://api.telegram.org').describe('Another Bot API server.'),
  TELEGRAM_MODE: z
    .enum(['auto', 'webhook', 'polling'])
    .default('auto')
    .describe('auto: a webhook where PUBLIC_URL is https, else polling.'),
  WHATSAPP: z
    .enum(['off', 'web', 'bridge', 'cloud'])
    .default('off')
    .describe(
      "web: a paired phone, driven by a bridge that the server starts itself; bridge: the same, with the bridge elsewhere; cloud: Meta's Cloud API.",
    ),
  WHATSAPP_NUMBER: z
    .string()
    .transform((number) => number.replaceAll(/[\s()+.-]/g, ''))
    .pipe(
      z.string().regex(/^[1-9]\d{7,14}$/, 'must be the number with its country code, like +62 812 3456 7890'),
    )
    .optional()
    .describe('The number of the stand on WhatsApp: pages and invitations link to it.'),
  WHATSAPP_BRIDGE_SECRET: z
    .string()
    .min(32, 'must have at least 32 characters')
    .optional()
    .describe(
      'What the bridge and the server know each other by; made anew at each start with WHATSAPP=web.',
    ),
  GERAI_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('For a bridge elsewhere: the address of the server.'),
  WHATSAPP_WEB_BROWSER: text
    .optional()
    .describe('The Chromium or Chrome that the bridge drives; found on the machine where it is left out.'),
  WHATSAPP_WEB_BROWSER_ARGS: text
    .optional()
    .describe(
      'More arguments for that browser, with spaces between them; one with spaces in it stands in double quotes.',
    ),
  WHATSAPP_CLOUD_TOKEN: text.optional().describe('The access token of a system user of the Meta app.'),
  WHATSAPP_CLOUD_PHONE_ID: z
    .string()
    .regex(/^\d+$/, 'must be the ID of the phone number, in digits; the number itself is another one')
    .optional()
    .describe('The ID under which Meta knows the phone number.'),
  WHATSAPP_CLOUD_APP_SECRET: text.optional().describe('The secret of the Meta app, with which it signs.'),
  WHATSAPP_CLOUD_VERIFY_TOKEN: z
    .string()
    .regex(/^[\w-]{16,256}$/, 'must be 16 to 256 characters of A-Z, a-z, 0-9, _ and -')
    .optional()
    .describe('Made up here, and typed into the webhook settings of the Meta app.'),
  WHATSAPP_CLOUD_API_ROOT: z
    .url()
    .default('https://graph.facebook.com/v25.0')
    .describe('Another version of the Graph API.'),
  WHATSAPP_CLOUD_BUSINESS_ID: z
    .string()
    .regex(/^\d+$/, 'must be the ID of the WhatsApp Business account, in digits')
    .optional()
    .describe('The ID of the WhatsApp Business account, for its message templates.'),
  LLM_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http or https address, such as https://llm.example/v1' })
    .optional()
    .describe(
      'The base of an OpenAI-compatible API; without it no language model is asked. See docs/language-model.md.',
    ),
  LLM_MODEL: text.optional().describe('What the model is called there; required with LLM_URL.'),
  LLM_KEY: text.optional().describe('The key that the API asks for, where it asks for one.'),
  KEEP_NAMES_DAYS: z.coerce
    .number()
    .int()
    .min(1)
    .max(3_650)
    .default(90)
    .describe('After how many days names and phone numbers of orders that have ended are removed.'),
  KEEP_CARTS_DAYS: z.coerce
    .number()
    .int()
    .min(1)
    .max(3_650)
    .default(30)
    .describe('After how many days the cart of somebody who has not written any more is emptied.'),
  OFFICE_LOCK_MINUTES: minutes(1_440)
    .default(5)
    .describe('After so many minutes without anybody there, the office page locks itself.'),
  OFFICE_SEEN_MINUTES: minutes(10_080)
    .default(10)
    .describe(
      'An order that nobody has seen on the office page for so many minutes of opening hours is told to the next address.',
    ),
  BACKUP_DIR: text
    .optional()
    .describe('The folder for backups; `backups` beside an embedded database where it is left out.'),
  BACKUP_AT: z
    .string()
    .regex(/^(?:off|([01]\d|2[0-3]):[0-5]\d)$/, 'must be a time of day like 02:30, or off')
    .default('02:30')
    .describe("When the nightly backup is made, in the stand's time zone; off: none is made by itself."),
  BACKUP_KEEP: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_000)
    .default(14)
    .describe('How many backups of each kind (nightly, by hand, before updates) are kept.'),
  BACKUP_KEY: z
    .string()
    .min(16, 'must have at least 16 characters; keep it where it survives this machine')
    .optional()
    .describe('Encrypts the backups. Whoever restores one needs it: keep it elsewhere, too.'),
  BACKUP_STALE_HOURS: z.coerce
    .number()
    .min(1)
    .max(8_760)
    .default(36)
    .describe('The admins are told when the newest backup is older than that.'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('For pino.'),
});

type Settings = z.infer<typeof SETTINGS>;

export interface Config extends Omit<Settings, 'TELEGRAM_MODE'> {
  readonly office: OfficeSettings;
  readonly backup: BackupConfig;
  readonly telegramMode: 'off' | 'webhook' | 'polling';
  /** null: off. */
  readonly whatsappCloud: WhatsappCloud | null;
  /** In digits; null: links lead to WhatsApp nowhere. */
  readonly whatsappNumber: string | null;
  /** null: off. */
  readonly languageModel: LanguageModel | null;
}

export interface BackupConfig {
  /** null: of a remote database, and no folder was set. */
  readonly folder: string | null;
  /** Minutes after midnight in the stand's time zone; null: none is made by itself. */
  readonly at: number | null;
  readonly keep: number;
  /** null: they are not encrypted. */
  readonly key: string | null;
  readonly staleMs: number;
}

export interface WhatsappCloud {
  readonly token: string;
  readonly phoneId: string;
  readonly appSecret: string;
  readonly verifyToken: string;
  /** Without a slash at the end. */
  readonly apiRoot: string;
  /** Of the account that has the templates; left out: Meta is not asked about them. */
  readonly businessId?: string | undefined;
}

/** What is wrong with the environment, in sentences that name the variable and what to do. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** @throws ConfigError naming every wrong setting at once. Empty variables count as unset. */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = SETTINGS.safeParse(set);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigError(`The settings cannot be used:\n${lines.join('\n')}`);
  }
  const { TELEGRAM_MODE: mode, ...settings } = parsed.data;
  const config: Config = {
    ...settings,
    telegramMode: telegramMode(settings, mode),
    whatsappCloud: whatsappCloud(settings),
    whatsappNumber: settings.WHATSAPP === 'off' ? null : (settings.WHATSAPP_NUMBER ?? null),
    languageModel: languageModel(settings),
    office: {
      lockMs: settings.OFFICE_LOCK_MINUTES * 60_000,
      seenMs: settings.OFFICE_SEEN_MINUTES * 60_000,
    },
    backup: backup(settings),
  };
  const problem = problemWith(config);
  if (problem) throw new ConfigError(problem);
  return config;
}

/** What the bridge needs of the settings. */
export interface BridgeConfig
  extends Pick<Config, 'WHATSAPP_WEB_BROWSER' | 'WHATSAPP_WEB_BROWSER_ARGS' | 'LOG_LEVEL'> {
  readonly secret: string;
  readonly server: string;
}

const NO_BRIDGE_SECRET =
  'WHATSAPP_BRIDGE_SECRET: set 32 or more random characters, the same for the server and the bridge.';

/** @throws ConfigError */
export function parseBridgeConfig(env: Readonly<Record<string, string | undefined>>): BridgeConfig {
  const config = parseConfig(env);
  const { WHATSAPP_BRIDGE_SECRET: secret, GERAI_URL: server } = config;
  if (server === undefined) throw new ConfigError('GERAI_URL: set the address of the server.');
  if (secret === undefined) throw new ConfigError(NO_BRIDGE_SECRET);
  return { ...config, secret, server };
}

function telegramMode(
  settings: Omit<Settings, 'TELEGRAM_MODE'>,
  mode: Settings['TELEGRAM_MODE'],
): Config['telegramMode'] {
  if (settings.TELEGRAM_BOT_TOKEN === undefined) return 'off';
  if (mode !== 'auto') return mode;
  return settings.PUBLIC_URL?.startsWith('https:') ? 'webhook' : 'polling';
}

/** What to do about each setting that WHATSAPP=cloud needs. */
const CLOUD_SETTINGS = {
  WHATSAPP_CLOUD_TOKEN: 'set the access token of a system user of the Meta app',
  WHATSAPP_CLOUD_PHONE_ID: 'set the Phone number ID that the Meta app shows under API Setup',
  WHATSAPP_CLOUD_APP_SECRET: 'set the App secret that the Meta app shows under App settings, Basic',
  WHATSAPP_CLOUD_VERIFY_TOKEN:
    'make up 16 or more random letters and digits, and type them into the Meta app, too',
} as const;

/** @throws ConfigError */
function whatsappCloud(settings: Omit<Settings, 'TELEGRAM_MODE'>): WhatsappCloud | null {
  if (settings.WHATSAPP !== 'cloud') return null;
  const missing = Object.entries(CLOUD_SETTINGS).filter(
    ([name]) => settings[name as keyof typeof CLOUD_SETTINGS] === undefined,
  );
  if (missing.length > 0) {
    const lines = missing.map(([name, advice]) => `${name}: required with WHATSAPP=cloud; ${advice}.`);
    throw new ConfigError(`${lines.join('\n')}\nSee docs/whatsapp-cloud.md.`);
  }
  return {
    token: settings.WHATSAPP_CLOUD_TOKEN ?? '',
    phoneId: settings.WHATSAPP_CLOUD_PHONE_ID ?? '',
    appSecret: settings.WHATSAPP_CLOUD_APP_SECRET ?? '',
    verifyToken: settings.WHATSAPP_CLOUD_VERIFY_TOKEN ?? '',
    apiRoot: settings.WHATSAPP_CLOUD_API_ROOT.replace(/\/$/, ''),
    businessId: settings.WHATSAPP_CLOUD_BUSINESS_ID,
  };
}

/** @throws ConfigError */
function languageModel({
  LLM_URL: url,
  LLM_MODEL: model,
  LLM_KEY: key,
}: Omit<Settings, 'TELEGRAM_MODE'>): LanguageModel | null {
  if (url === undefined) return null;
  if (model === undefined) {
    throw new ConfigError('LLM_MODEL: required with LLM_URL; set the name that the model has there.');
  }
  return { url: url.replace(/\/+$/, ''), model, key: key ?? null };
}

function backup(settings: Omit<Settings, 'TELEGRAM_MODE'>): BackupConfig {
  const { BACKUP_DIR: folder, BACKUP_AT: at, DATABASE_URL: url } = settings;
  const [hours, minutes] = at.split(':').map(Number);
  return {
    folder: folder ?? besideFile(url),
    at: at === 'off' ? null : (hours ?? 0) * 60 + (minutes ?? 0),
    keep: settings.BACKUP_KEEP,
    key: settings.BACKUP_KEY ?? null,
    staleMs: settings.BACKUP_STALE_HOURS * 3_600_000,
  };
}

/** `file:data/gerai.db` → `data/backups`. */
function besideFile(url: string): string | null {
  return isEmbedded(url) ? databaseFile(url).replace(/[^/]*$/, 'backups') : null;
}

/** What the command about templates needs, whether WhatsApp is on already or not; undefined where it is not set. */
export interface TemplateAccount {
  readonly token: string | undefined;
  readonly businessId: string | undefined;
  readonly apiRoot: string;
}

export function templateAccount(config: Config): TemplateAccount {
  return {
    token: config.WHATSAPP_CLOUD_TOKEN,
    businessId: config.WHATSAPP_CLOUD_BUSINESS_ID,
    apiRoot: config.WHATSAPP_CLOUD_API_ROOT.replace(/\/$/, ''),
  };
}

function problemWith(config: Config): string | null {
  if (config.telegramMode === 'webhook') {
    if (config.PUBLIC_URL === undefined)
      return 'PUBLIC_URL: Telegram posts to it; set the https address of this server.';
    if (config.TELEGRAM_WEBHOOK_SECRET === undefined) {
      return 'TELEGRAM_WEBHOOK_SECRET: required with webhooks; set 16 or more random letters and digits.';
    }
  }
  const remote = !config.DATABASE_URL.startsWith('file:');
  if (remote && config.SESSION_SECRET === undefined) {
    return 'SESSION_SECRET: required with a remote database; set 32 or more random characters, the same on every server.';
  }
  if (config.WHATSAPP === 'bridge' && config.WHATSAPP_BRIDGE_SECRET === undefined) return NO_BRIDGE_SECRET;
  if (config.WHATSAPP === 'web' && remote) {
    return 'WHATSAPP: a server with a remote database starts no bridge; run one by itself, and set WHATSAPP=bridge.';
  }
  return null;
}

/** How long is kept what the settings decide. */
export function keepingOf({ KEEP_NAMES_DAYS, KEEP_CARTS_DAYS }: Config): Keeping {
  return { namesDays: KEEP_NAMES_DAYS, cartsDays: KEEP_CARTS_DAYS };
}
