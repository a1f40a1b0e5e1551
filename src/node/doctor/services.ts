/** What is asked over the network: Telegram, Meta, the address from outside, the language model. */
import { request } from 'node:https';
import type { TLSSocket } from 'node:tls';
import * as z from 'zod';
import { networkCode } from '../../../bots/common/not-connected.ts';
import { webhookAddress } from '../../../bots/telegram/webhook.ts';
import { type Asked, ask, type Unanswered } from './ask.ts';
import { type Check, type DoctorContext, type Finding, ok, problem, warning } from './finding.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

function unanswered(about: string, { code }: Unanswered, setting: string): Finding {
  return problem(
    about,
    `It cannot be reached (${code}).`,
    `Look at the machine's connection, its name server and ${setting}.`,
  );
}

/* ── Telegram ── */

const me = z.object({ result: z.object({ username: z.string() }) });
const webhookInfo = z.object({
  result: z.object({
    url: z.string(),
    pending_update_count: z.number(),
    last_error_date: z.number().optional(),
    last_error_message: z.string().optional(),
  }),
});

export const checkTelegram: Check = async (context) => {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: root } = context.config;
  if (token === undefined) return [ok('Telegram', 'Off: TELEGRAM_BOT_TOKEN is not set.')];
  const call = (method: string) => ask(context, { url: `${root}/bot${token}/${method}`, whose: 'Telegram' });
  const answer = await call('getMe');
  if ('code' in answer) return [unanswered('Telegram', answer, 'TELEGRAM_API_ROOT')];
  const bot = me.safeParse(answer.body).data?.result.username;
  if (answer.status === 401 || answer.status === 404) {
    const remedy = 'Set TELEGRAM_BOT_TOKEN to the token that @BotFather shows under /mybots.';
    return [problem('Telegram', 'Telegram does not know the token.', remedy)];
  }
  if (bot === undefined) {
    return [
      problem(
        'Telegram',
        `It answers with status ${answer.status}.`,
        'Look at TELEGRAM_API_ROOT, or try again later.',
      ),
    ];
  }
  const info = webhookInfo.safeParse('code' in answer ? null : bodyOf(await call('getWebhookInfo'))).data
    ?.result;
  return [ok('Telegram', `The bot is @${bot}.`), ...(info ? webhookFindings(context, info) : [])];
};

function bodyOf(answer: Asked | Unanswered): unknown {
  return 'code' in answer ? null : answer.body;
}

type WebhookInfo = z.infer<typeof webhookInfo>['result'];

/** After that many, somebody waits. */
const MANY_PENDING = 50;

function webhookFindings({ config, now }: DoctorContext, info: WebhookInfo): Finding[] {
  const { PUBLIC_URL, telegramMode } = config;
  const wanted = telegramMode === 'webhook' && PUBLIC_URL ? webhookAddress(PUBLIC_URL).href : '';
  const about = 'Telegram webhook';
  if (info.url !== wanted) {
    const text =
      info.url === ''
        ? 'None is set, and Telegram posts nowhere.'
        : `Telegram posts to ${hostOf(info.url)}, not here.`;
    const remedy =
      wanted === ''
        ? 'Stop the other server that has this bot; this one takes the bot over when it is started again.'
        : 'Start this server again, which tells Telegram its address; no other server may have the same bot.';
    return [problem(about, text, remedy)];
  }
  const findings: Finding[] = [];
  const ago = now() - (info.last_error_date ?? 0) * 1_000;
  if (ago < 60 * MINUTE_MS) {
    const minutes = Math.max(0, Math.round(ago / MINUTE_MS));
    const text = `Telegram could not post here ${minutes} minutes ago: ${info.last_error_message ?? 'no reason given'}.`;
    findings.push(warning(about, text, 'Look whether PUBLIC_URL leads to this server: docs/exposing.md.'));
  }
  if (info.pending_update_count > MANY_PENDING) {
    const text = `${info.pending_update_count} messages wait at Telegram.`;
    findings.push(warning(about, text, 'Look whether the server runs, and at its log.'));
  }
  if (findings.length > 0) return findings;
  return [
    ok(
      about,
      wanted === '' ? 'None, as it should be: messages are fetched.' : 'Telegram posts to this server.',
    ),
  ];
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : 'another address';
}

/* ── WhatsApp Cloud API ── */

const refusal = z.object({ error: z.object({ code: z.number(), error_subcode: z.number().optional() }) });

export const checkCloud: Check = async (context) => {
  const settings = context.config.whatsappCloud;
  if (settings === null) return [];
  const about = 'WhatsApp Cloud API';
  const { apiRoot, phoneId, token } = settings;
  const answer = await ask(context, {
    url: `${apiRoot}/${phoneId}?fields=id`,
    whose: 'Meta',
    headers: { authorization: `Bearer ${token}` },
  });
  if ('code' in answer) return [unanswered(about, answer, 'WHATSAPP_CLOUD_API_ROOT')];
  if (answer.status === 200) return [ok(about, 'Meta knows the token and the phone number.')];
  const code = refusal.safeParse(answer.body).data?.error.code;
  if (code === 190 || code === 0) {
    return [
      problem(about, 'Meta refuses the token.', 'Set WHATSAPP_CLOUD_TOKEN to a new token of a system user.'),
    ];
  }
  if (code === 100) {
    const remedy =
      'Set WHATSAPP_CLOUD_PHONE_ID to the Phone number ID that the Meta app shows under API Setup.';
    return [problem(about, 'Meta knows no such phone number, or the token may not use it.', remedy)];
  }
  const text = `Meta answers with status ${answer.status}, code ${code ?? 'none'}.`;
  return [problem(about, text, 'Look at docs/whatsapp-cloud.md, and try again later.')];
};

/* ── language model ── */

export const checkLanguageModel: Check = async (context) => {
  const model = context.config.languageModel;
  if (model === null) return [];
  const about = 'language model';
  const answer = await ask(context, {
    url: `${model.url}/models`,
    whose: 'the language model',
    headers: model.key === null ? {} : { authorization: `Bearer ${model.key}` },
  });
  const without = 'the stand goes on without it';
  if ('code' in answer) {
    return [
      warning(
        about,
        `It cannot be reached (${answer.code}); ${without}.`,
        'Look at LLM_URL, and whether its server runs.',
      ),
    ];
  }
  if (answer.status === 401 || answer.status === 403) {
    return [warning(about, `It refuses the key; ${without}.`, 'Set LLM_KEY to a key that counts.')];
  }
  if (answer.status !== 200) {
    return [
      warning(
        about,
        `It does not list its models (status ${answer.status}).`,
        'Look at LLM_URL: it ends in the version, such as /v1.',
      ),
    ];
  }
  const listed = z.object({ data: z.array(z.object({ id: z.string() })) }).safeParse(answer.body).data?.data;
  if (listed && !listed.some(({ id }) => id === model.model)) {
    return [
      warning(about, `It has no model "${model.model}".`, 'Set LLM_MODEL to the name of one that it has.'),
    ];
  }
  return [ok(about, 'It answers.')];
};

/* ── from outside ── */

const CERTIFICATE_DAYS = 14;
const REACH = 'Follow docs/exposing.md: the proxy or tunnel has to lead to this server.';

export const checkReach: Check = async (context) => {
  const { PUBLIC_URL } = context.config;
  const about = 'public address';
  if (PUBLIC_URL === undefined) {
    const text = 'PUBLIC_URL is not set: the web chat is for this machine or network only.';
    return [warning(about, text, 'Set PUBLIC_URL to the address that visitors open: docs/exposing.md.')];
  }
  const url = new URL('/healthz', PUBLIC_URL);
  const answer = await ask(context, { url: url.href, whose: url.host });
  if ('code' in answer)
    return [
      problem(about, `${url.host} cannot be reached from here (${answer.code}).`, remedyFor(answer.code)),
    ];
  const isOurs = (answer.body as { status?: unknown } | null)?.status === 'ok';
  if (answer.status !== 200 || !isOurs) {
    return [problem(about, `${url.host} answers, but not as Gerai (status ${answer.status}).`, REACH)];
  }
  const reached = ok(about, `${url.host} leads to a Gerai.`);
  if (url.protocol !== 'https:') {
    return [
      reached,
      warning(
        about,
        'It is not https: messages can be read on their way.',
        'Put a proxy with a certificate in front: docs/exposing.md.',
      ),
    ];
  }
  return [reached, await checkCertificate(context, url)];
};

function remedyFor(code: string): string {
  if (code === 'CERT_HAS_EXPIRED')
    return 'Renew the certificate: Caddy does so by itself, certbot by `certbot renew`.';
  return /CERT|SIGNED|ALTNAME/.test(code)
    ? 'Get a certificate that browsers trust: docs/exposing.md.'
    : REACH;
}

async function checkCertificate({ now }: DoctorContext, url: URL): Promise<Finding> {
  const until = await certificateUntil(url).catch((error) => networkCode(error) ?? 'no answer');
  const about = 'certificate';
  if (typeof until === 'string') return problem(about, `It cannot be read (${until}).`, remedyFor(until));
  const days = Math.floor((until - now()) / DAY_MS);
  const text = `It counts for ${days} more days.`;
  return days < CERTIFICATE_DAYS ? warning(about, text, remedyFor('CERT_HAS_EXPIRED')) : ok(about, text);
}

/** UTC milliseconds. */
function certificateUntil(url: URL): Promise<number> {
  return new Promise((resolve, reject) => {
    const asking = request(url, { method: 'HEAD', timeout: 10_000, agent: false }, (response) => {
      resolve(Date.parse((response.socket as TLSSocket).getPeerCertificate().valid_to));
      response.destroy();
    });
    asking.once('timeout', () => asking.destroy());
    asking.once('error', reject);
    asking.end();
  });
}
