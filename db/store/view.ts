/** Loading what every event needs: the chat, who writes in it, their roles and their cart. */
import { and, desc, eq, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { readNumber } from '../../src/chat/choices.ts';
import type { Member, Offer, View } from '../../src/chat/facts.ts';
import { isInGroup, shownName } from '../../src/chat/groups.ts';
import type { ChannelName, Inbound } from '../../src/chat/message.ts';
import type { Fitted } from '../../src/chat/render.ts';
import type { Loaded } from '../../src/engine/store.ts';
import type { Database, Result, Statement } from '../database.ts';
import { addresses, carts, chats, outbox, persons, roles, versions } from '../schema.ts';
import { compiler, query } from '../statement.ts';
import { nameOf, personColumns, readPerson } from './people.ts';
import { readTalks, talksOfChat } from './talks.ts';

/** Notices whose choices a word such as "terima" may mean. */
const OPEN_NOTICES = 24;

const channel = sql.placeholder('channel');
const external = sql.placeholder('external');
const inChat = and(eq(chats.channel, channel), eq(chats.external, external));

const chatQuery = query(
  compiler
    .select({
      chatId: chats.id,
      version: chats.version,
      conversation: chats.conversation,
      addressId: addresses.id,
      ...personColumns,
    })
    .from(chats)
    .innerJoin(addresses, eq(addresses.id, chats.addressId))
    .innerJoin(persons, eq(persons.id, addresses.personId))
    .leftJoin(carts, eq(carts.personId, persons.id))
    .where(inChat),
);

const rolesQuery = query(
  compiler
    .select({ role: roles.role, unitId: roles.unitId, name: roles.name })
    .from(roles)
    .innerJoin(chats, eq(chats.addressId, roles.addressId))
    .where(and(inChat, isNull(roles.endedAt))),
);

const noticesQuery = query(
  compiler
    .select({ id: outbox.id, message: outbox.message })
    .from(outbox)
    .innerJoin(chats, eq(chats.id, outbox.chatId))
    .where(and(inChat, isNotNull(outbox.about)))
    .orderBy(desc(outbox.id))
    .limit(OPEN_NOTICES),
);

/** Newest first; they were taken by somebody else meanwhile, so that there are not many. */
const takenQuery = query(
  compiler
    .select({ id: outbox.id, message: outbox.message })
    .from(outbox)
    .innerJoin(chats, eq(chats.id, outbox.chatId))
    .where(
      and(
        inChat,
        eq(outbox.kind, 'notice'),
        isNull(outbox.about),
        sql`json_extract(${outbox.message}, '$.shown.as') = 'numbers'`,
        sql`${outbox.id} > coalesce((SELECT list.id FROM outbox list
          WHERE list.chat_id = ${chats.id} AND list.kind = 'reply' AND json_array_length(list.message, '$.choices') > 0
          ORDER BY list.id DESC LIMIT 1), 0)`,
      ),
    )
    .orderBy(desc(outbox.id))
    .limit(OPEN_NOTICES),
);

const quotedQuery = query(
  compiler
    .select({ id: outbox.id, message: outbox.message })
    .from(outbox)
    .innerJoin(chats, eq(chats.id, outbox.chatId))
    .where(
      and(
        inChat,
        or(eq(outbox.externalId, sql.placeholder('quoted')), eq(outbox.publicId, sql.placeholder('quoted'))),
      ),
    )
    .limit(1),
);

/** Drizzle leaves out the table where there is only one: within the name it has to be said. */
const memberQuery = query(
  compiler
    .select({ id: addresses.id, name: nameOf(sql`addresses.id`), shown: addresses.shownName })
    .from(addresses)
    .where(and(eq(addresses.channel, channel), eq(addresses.external, sql.placeholder('actor')))),
);

const catalogueVersion = query(
  compiler.select({ value: versions.value }).from(versions).where(eq(versions.name, 'catalogue')),
);

/** Rows of an older version do not say from where they count. */
function offer({ id, message: { choices, shown } }: { id: number; message: Fitted }): Offer {
  return { id, choices, from: shown?.as === 'numbers' ? (shown.from ?? 1) : null };
}

/** One batch: the view of a chat and the version that the catalogue has. */
export async function loadView(database: Database, inbound: Inbound): Promise<Loaded> {
  return readView(inbound, await database.read(viewStatements(inbound)));
}

/** Whom nobody could name yet counts as not met. */
function memberOf({ displayName }: Inbound, result: Result | undefined): Member {
  const [known] = memberQuery.rows(result);
  const name = known?.name ?? known?.shown;
  return known && name != null ? { id: known.id, name } : { id: null, name: shownName(displayName) };
}

export function viewStatements(inbound: Inbound): Statement[] {
  const where = { channel: inbound.channel, external: inbound.chat };
  const quoted = quotedBy(inbound);
  const taken = writesNumber(inbound);
  return [
    chatQuery.with(where),
    rolesQuery.with(where),
    noticesQuery.with(where),
    catalogueVersion.with(),
    talksOfChat.with(where),
    ...(isInGroup(inbound) ? [memberQuery.with({ ...where, actor: inbound.actor })] : []),
    ...(taken || quoted !== undefined ? [quotedQuery.with({ ...where, quoted: quoted ?? null })] : []),
    ...(taken ? [takenQuery.with(where)] : []),
  ];
}

function quotedBy({ body }: Inbound): string | undefined {
  return body.kind === 'text' ? body.replyTo : undefined;
}

/** Where choices are numbered. */
const NUMBERED: readonly ChannelName[] = ['whatsapp-web', 'whatsapp-cloud'];

function writesNumber({ body, channel: on }: Inbound): boolean {
  if (!NUMBERED.includes(on)) return false;
  return body.kind === 'text' && body.text.length < 20 && readNumber(body.text) !== null;
}

/** What this event needs beside what every event needs. */
export function looksBack(inbound: Inbound): boolean {
  return quotedBy(inbound) !== undefined || writesNumber(inbound) || isInGroup(inbound);
}

export function readView(inbound: Inbound, results: readonly Result[]): Loaded {
  const [chatRows, roleRows, noticeRows, versionRows, talkRows, ...more] = results;
  const inGroup = isInGroup(inbound);
  const [memberRows, quotedRows, takenRows] = inGroup ? more : [undefined, ...more];
  const [row] = chatQuery.rows(chatRows);
  const version = catalogueVersion.rows(versionRows)[0]?.value ?? 0;
  if (!row) return { view: null, catalogueVersion: version };
  const talks = readTalks(talkRows);
  const view: View = {
    chat: { id: row.chatId, version: row.version, conversation: row.conversation },
    address: { id: row.addressId },
    ...readPerson(row),
    roles: rolesQuery.rows(roleRows),
    ...(inGroup ? { member: memberOf(inbound, memberRows) } : {}),
    openNotices: noticesQuery.rows(noticeRows).map(offer),
    takenNotices: takenQuery.rows(takenRows).map(offer),
    quoted: quotedQuery.rows(quotedRows).map(offer)[0] ?? null,
    talk: talks.find(({ chatId }) => chatId === row.chatId) ?? null,
    talkingTo: talks.find(({ owner }) => owner?.chatId === row.chatId) ?? null,
  };
  return { view, catalogueVersion: version };
}
