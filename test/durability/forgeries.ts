/** Posts that nobody honest makes, from a seed. MARK is in everything that must not be found in a log. */
import type { RawRequest } from '../support/raw-http.ts';
import type { Seeded } from '../support/seeded.ts';
import { WEBHOOK_SECRET } from './support.ts';

export const MARK = 'zqxzqx';

const JSON_TYPE = { 'content-type': 'application/json' };
const SECRET_HEADER = 'x-telegram-bot-api-secret-token';
const signed = { ...JSON_TYPE, [SECRET_HEADER]: WEBHOOK_SECRET };

/** What a forger has heard of: somebody else's order. */
export interface Known {
  readonly code: string;
  readonly part: string;
  readonly name: string;
  readonly staffChat: number;
}

const ODD_VALUES: readonly [unknown, ...unknown[]] = [
  null,
  true,
  -1,
  0,
  1.5,
  2 ** 53,
  1e300,
  '',
  ' ',
  '\u0000',
  '\ud800',
  `${MARK}\n{"level":50}`,
  MARK.repeat(3_000),
  [],
  {},
  [[[[[]]]]],
  { id: 'x' },
  { id: 1, type: 'private' },
  { toString: 1, __proto__: null },
];

/* ── Telegram ────────────────────────────────────────────────────────────────────────────────────── */

export interface UpdateSeed {
  readonly update: number;
  readonly chat: number;
}

function chatAndSender(chat: number) {
  return {
    chat: { id: chat, type: 'private', first_name: MARK },
    from: { id: chat, is_bot: false, first_name: MARK, language_code: 'id' },
  };
}

export function textUpdate({ update, chat }: UpdateSeed, text: string): object {
  return { update_id: update, message: { message_id: 1, date: 1_795_000_000, ...chatAndSender(chat), text } };
}

export function pressUpdate({ update, chat }: UpdateSeed, data: string): object {
  const { from, chat: where } = chatAndSender(chat);
  const message = { message_id: 1, date: 1_795_000_000, chat: where };
  return {
    update_id: update,
    callback_query: { id: `${MARK}${update}`, from, chat_instance: 'i', data, message },
  };
}

function oddUpdates({ update, chat }: UpdateSeed): readonly [object, ...object[]] {
  const message = { message_id: 1, date: 1_795_000_000, ...chatAndSender(chat) };
  const user = { user_id: chat, phone_number: '+6281299990000', first_name: MARK };
  return [
    textUpdate({ update, chat }, MARK),
    pressUpdate({ update, chat }, 'add 1 2'),
    { update_id: update, edited_message: { ...message, edit_date: 1_795_000_001, text: MARK } },
    { update_id: update, message: { ...message, contact: user } },
    { update_id: update, message: { ...message, photo: [{ file_id: MARK }], caption: MARK } },
    { update_id: update, message: { ...message, voice: { file_id: MARK } } },
    { update_id: update, message: { ...message, text: MARK, reply_to_message: message } },
    {
      update_id: update,
      my_chat_member: {
        ...chatAndSender(chat),
        date: 1_795_000_000,
        old_chat_member: { status: 'member' },
        new_chat_member: { status: 'kicked' },
      },
    },
  ];
}

/** An update in which one value is not what Telegram would send. */
export function mutatedUpdate(random: Seeded, seed: UpdateSeed): RawRequest {
  const update = structuredClone(random.pick(oddUpdates(seed)));
  const places = placesIn(update);
  const place = places[random.integer(places.length)];
  if (place) {
    if (random.next() < 0.3) Reflect.deleteProperty(place.holder, place.key);
    else Reflect.set(place.holder, place.key, random.pick(ODD_VALUES));
  }
  return posted(update);
}

/** Everything below the update's id. */
function placesIn(value: object): { readonly holder: object; readonly key: string }[] {
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(key === 'update_id' ? [] : [{ holder: value, key }]),
    ...(typeof inner === 'object' && inner !== null ? placesIn(inner) : []),
  ]);
}

export function posted(update: object): RawRequest {
  return { method: 'POST', path: '/webhooks/telegram', headers: signed, body: JSON.stringify(update) };
}

/** What asks for no answer: groups, channels, other bots, kinds that are not known. */
export function foreignUpdate(random: Seeded, { update, chat }: UpdateSeed): RawRequest {
  const message = { message_id: 1, date: 1_795_000_000, ...chatAndSender(chat), text: MARK };
  const group = { id: -chat, type: random.pick(['group', 'supergroup', 'channel']), title: MARK };
  return posted(
    random.pick<object>([
      { update_id: update, message: { ...message, chat: group } },
      { update_id: update, channel_post: { ...message, chat: group } },
      { update_id: update, message: { ...message, from: { ...message.from, is_bot: true } } },
      { update_id: update, poll: { id: MARK } },
      { update_id: update },
    ]),
  );
}

/* ── refused ─────────────────────────────────────────────────────────────────────────────────────── */

function session(random: Seeded): string {
  return `${MARK}-${random.integer(1e9)}-${random.integer(1e9)}-session`;
}

function badJson(random: Seeded): string {
  return random.pick([
    '',
    '{',
    'null',
    '[]',
    '"text"',
    '{"a":1',
    `{${MARK}}`,
    '\ud800',
    'NaN',
    '{}',
    '[{}]',
    '0',
  ]);
}

function unsignedUpdate(random: Seeded, seed: UpdateSeed): RawRequest {
  const headers = random.pick<Record<string, string>>([
    {},
    { [SECRET_HEADER]: '' },
    { [SECRET_HEADER]: WEBHOOK_SECRET.slice(0, -1) },
    { [SECRET_HEADER]: `${WEBHOOK_SECRET}x` },
    { [SECRET_HEADER]: WEBHOOK_SECRET.toUpperCase() },
    { [SECRET_HEADER]: WEBHOOK_SECRET + WEBHOOK_SECRET },
    { authorization: `Bearer ${WEBHOOK_SECRET}` },
  ]);
  return { ...posted(random.pick(oddUpdates(seed))), headers: { ...JSON_TYPE, ...headers } };
}

function noUpdate(random: Seeded): RawRequest {
  const id = random.pick<unknown>(['1', 1.5, null, [], {}, undefined]);
  const body = random.pick([badJson(random), JSON.stringify({ update_id: id, message: { text: MARK } })]);
  return { method: 'POST', path: '/webhooks/telegram', headers: signed, body };
}

function malformedChat(random: Seeded): RawRequest {
  const shared = { session: session(random) };
  const body = random.pick<unknown>([
    shared,
    { ...shared, text: MARK, choice: 'help' },
    { ...shared, text: random.pick([null, 1, {}, [], true]) },
    { ...shared, choice: 'x'.repeat(65) },
    { ...shared, start: 'x'.repeat(65) },
    { ...shared, text: MARK, id: random.pick(['', 'a b', 'x'.repeat(65), '../..', 1, null]) },
    { ...shared, text: MARK, replyTo: 'x'.repeat(65) },
    { ...shared, text: MARK, role: 'admin' },
    { ...shared, text: MARK, held: true },
    { ...shared, held: MARK },
    { ...shared, contact: '+6281299990000' },
    { ...shared, text: MARK, locale: 'x'.repeat(36) },
    { ...shared, text: 'x'.repeat(20_001) },
    { text: MARK },
    { session: 'x'.repeat(15), text: MARK },
    { session: 'x'.repeat(129), text: MARK },
    { session: random.pick<unknown>([1, null, {}, []]), text: MARK },
    [shared],
  ]);
  return { method: 'POST', path: '/api/chat', headers: JSON_TYPE, body: JSON.stringify(body) };
}

function brokenChat(random: Seeded): RawRequest {
  const honest = JSON.stringify({ session: session(random), text: MARK });
  const multipart = { 'content-type': 'multipart/form-data; boundary=b' };
  const field = (name: string, value: string) =>
    `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  return {
    method: 'POST',
    path: '/api/chat',
    ...random.pick<{ headers: Record<string, string>; body: string | Buffer }>([
      { headers: JSON_TYPE, body: badJson(random) },
      { headers: JSON_TYPE, body: honest.slice(0, -3) },
      { headers: JSON_TYPE, body: Buffer.from([0xff, 0xfe, 0x7b, 0x00]) },
      { headers: { 'content-type': 'text/plain' }, body: honest },
      { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: `session=${MARK}&text=a` },
      { headers: {}, body: honest },
      { headers: { 'content-type': 'multipart/form-data' }, body: honest },
      { headers: multipart, body: '' },
      { headers: multipart, body: `${field('session', session(random))}--b` },
      { headers: multipart, body: `--b\r\n\r\n${MARK}` },
      { headers: multipart, body: `${field('text', MARK)}--b--\r\n` },
      { headers: multipart, body: `${field('session', 'short')}--b--\r\n` },
      { headers: { 'content-type': 'multipart/form-data; boundary=' }, body: field('session', MARK) },
    ]),
  };
}

function unknownCommand(random: Seeded): RawRequest {
  const token = random.pick([
    '',
    'Bearer',
    'Bearer ',
    'Bearer x',
    `Bearer ${MARK}`,
    'Basic eDp4',
    `bearer ${'x'.repeat(32)}`,
  ]);
  return {
    method: 'POST',
    path: `/cli/${random.pick(['invite', 'backup', 'erase', '', '..%2finvite', 'constructor', '__proto__'])}`,
    headers: { ...JSON_TYPE, ...(token === '' ? {} : { authorization: token }) },
    body: random.pick([JSON.stringify({ role: 'admin', name: MARK }), badJson(random)]),
  };
}

function nowhere(random: Seeded): RawRequest {
  const path = random
    .pick([
      '/media/',
      '/media/..%2f..%2fgerai.db',
      `/media/${'0'.repeat(64)}`,
      `/media/${'g'.repeat(64)}`,
      `/media/${'0'.repeat(63)}%00`,
      '/p/',
      '/p/nobody',
      '/p/%',
      '/p/%E0%A4%A',
      '/p/%00',
      '/p/constructor',
      '/p/999999999999999999999',
      "/p/1' OR '1'='1",
      '/assets/..%2f..%2f..%2fpackage.json',
      '/assets/%2e%2e/%2e%2e/main.ts',
      '/assets/constructor',
      '/../../etc/passwd',
      '/owner.json',
      '/gerai.db',
      '/session-secret',
      '/.env',
      '/api',
      '/api/chat/',
      '/api/chat/event',
      '/webhooks/whatsapp',
      '/bridge/whatsapp/outbox?wait=25',
      '/webhooks/telegram',
      `/${'x'.repeat(4_000)}`,
      '//',
      '/%',
    ])
    .replaceAll("'", '%27')
    .replaceAll(' ', '%20');
  const method = random.pick(['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND']);
  return { method, path };
}

function wrongMethod(random: Seeded): RawRequest {
  const path = random.pick([
    '/api/chat',
    '/webhooks/telegram',
    '/cli/invite',
    '/healthz',
    '/p/keripik-tempe',
    '/',
  ]);
  return { method: random.pick(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']), path };
}

function shortStream(random: Seeded): RawRequest {
  const given = random.pick(['', 'short', `${MARK}${'x'.repeat(128)}`]);
  return { method: 'GET', path: `/api/chat/events?session=${given}` };
}

/** Far too large; there are few of them. */
export function huge(random: Seeded): RawRequest {
  const body = JSON.stringify({ session: session(random), text: 'x'.repeat(7 * 1024 * 1024), update_id: 1 });
  return random.pick<RawRequest>([
    { method: 'POST', path: '/api/chat', headers: JSON_TYPE, body },
    { method: 'POST', path: '/webhooks/telegram', headers: signed, body },
    { method: 'POST', path: '/cli/invite', headers: JSON_TYPE, body },
  ]);
}

export function refused(random: Seeded, seed: UpdateSeed): RawRequest {
  const make = random.pick([
    unsignedUpdate,
    noUpdate,
    malformedChat,
    malformedChat,
    brokenChat,
    unknownCommand,
    nowhere,
    wrongMethod,
    shortStream,
  ]);
  return make(random, seed);
}

/* ── understood, and not allowed ─────────────────────────────────────────────────────────────────── */

export function forgedChoice(random: Seeded, { code, part }: Known): string {
  return random.pick([
    `accept ${part}`,
    `accept-for ${part} 2026-12-01`,
    `ask-reject ${part} 1`,
    `reject ${part} no-stock 1`,
    `reject ${part} other 1`,
    `made ${part}`,
    `ready ${part}`,
    `quote ${part}`,
    `quote-day ${part} 2026-12-01`,
    `quote-valid ${part} 7`,
    `take-quote ${part} 1`,
    `decline-quote ${part} 1`,
    `show-part ${part}`,
    `show-phone ${part}`,
    `collect ${part}`,
    `cancel ${part}`,
    `ask-cancel ${part}`,
    `show-order ${code}`,
    `show-slip ${code}`,
    `pay ${code} cash`,
    `pay ${code} unpaid`,
    'open-parts',
    'keeper-tasks',
    'task-done 1',
    'admin-menu',
    'all-orders',
    'invite-role',
    'invite-unit admin',
    'invite admin 0',
    'invite staff 1',
    'pick-product price',
    'pick-variant stock 1',
    'ask-stock 1',
    'ask-price 1',
    'ask-mode 1',
    'set-mode 1 display',
    'pick-place',
    'ask-hours 1',
    'ask-stage',
    'set-stage selling',
    'set-stage interest',
    'confirm 1',
    'confirm -1',
    'add 1 999999999999999',
    'add 999 1',
    'set-quantity 1 -5',
    'open-product 999',
    'pick-up-on 1-1-ready 1999-01-01',
    'use-known-name',
    'language xx',
    'language __proto__',
    'constructor',
    '__proto__',
    'toString',
    'accept',
    'accept  ',
    `accept ${part} ${part}`,
    '\u0000',
    '🙂'.repeat(10),
    MARK,
  ]);
}

/** Words that staff, keepers and admins may use, and guesses. */
export function forgedText(random: Seeded, { code, name }: Known): string {
  return random.pick([
    code,
    code.toLowerCase().replace('-', ''),
    `slip ${code}`,
    `pesanan ${code}`,
    `status ${code}`,
    `batalkan ${code}`,
    `atas nama ${name}`,
    name,
    `nomor hp ${name} berapa?`,
    'terima',
    'tolak',
    'jadi',
    'siap',
    'lunas',
    '/admin',
    '/stok',
    'stok keripik tempe 0',
    'harga keripik tempe 1',
    'undang admin Budi',
    'daftar pesanan',
    '1',
    '1000',
    'Senin-Jumat 01.00-02.00',
    `'; DROP TABLE orders; --`,
    `/start inv_${'x'.repeat(24)}`,
    `/start ${MARK}`,
    MARK,
    MARK.repeat(600),
  ]);
}

export function forgedPress(random: Seeded, seed: UpdateSeed, known: Known): RawRequest {
  return posted(
    random.next() < 0.6
      ? pressUpdate(seed, forgedChoice(random, known))
      : textUpdate(seed, forgedText(random, known)),
  );
}

/** A choice of somebody else's work, and then the words that would be its answer. */
export function forgedDialogue(random: Seeded, known: Known): RawRequest[] {
  const shared = { session: session(random) };
  const bodies = [
    { ...shared, choice: forgedChoice(random, known), replyTo: random.pick(['1', known.part, MARK]) },
    random.pick([
      { ...shared, text: forgedText(random, known) },
      { ...shared, start: `inv_${String(random.integer(1e9)).padStart(24, 'x')}` },
    ]),
  ];
  return bodies.map((body) => ({
    method: 'POST',
    path: '/api/chat',
    headers: JSON_TYPE,
    body: JSON.stringify(body),
  }));
}
