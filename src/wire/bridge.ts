/** What the WhatsApp bridge and the server say to each other, as JSON over HTTP. See `signature.ts` for who may. */
import * as z from 'zod';
import { UNSUPPORTED_KINDS } from '../chat/message.ts';

/** Made by the bridge, or WhatsApp's own: the same event has the same id however often it comes. */
const id = z.string().min(1).max(200);
/** WhatsApp's id of a chat or a person: `…@c.us`, `…@lid`, or whatever comes next. */
const jid = z.string().min(1).max(100);
const time = z.int().min(0);
/** WhatsApp cuts texts at 65,536 characters. */
const text = z.string().max(70_000);

export const PHASES = ['starting', 'pairing', 'connecting', 'ready', 'lost', 'stopped'] as const;

const body = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text, replyTo: id.optional() }),
  z.object({ kind: z.literal('start'), payload: z.string().max(64), text: text.optional() }),
  z.object({ kind: z.literal('photo'), caption: text }),
  z.object({ kind: z.literal('edited'), text }),
  /** `of`: the id of the message's event. */
  z.object({ kind: z.literal('deleted'), of: id }),
  z.object({ kind: z.literal('unsupported'), what: z.enum(UNSUPPORTED_KINDS) }),
]);

export const bridgeEvent = z.discriminatedUnion('kind', [
  /** Somebody wrote. `at`: when it was sent, UTC milliseconds, like all times here. */
  z.object({
    kind: z.literal('message'),
    id,
    chat: jid,
    /** In a group: who of its members wrote. */
    author: jid.optional(),
    at: time,
    name: z.string().max(200).optional(),
    body,
  }),
  /** Our number was put out of a group. `author`: by whom, where WhatsApp says so. */
  z.object({ kind: z.literal('left'), id, chat: jid, author: jid.optional(), at: time }),
  /** WhatsApp knows whoever is in this chat by another id, too: a number beside a `…@lid`. */
  z.object({ kind: z.literal('same'), id, chat: jid, also: jid, at: time }),
  /**
   * A person at the paired phone wrote in a chat. What they wrote stays with WhatsApp, but for a command that gives the
   * chat back to the bot.
   */
  z.object({ kind: z.literal('own'), id, chat: jid, at: time, givesBack: z.boolean() }),
  z.object({
    kind: z.literal('state'),
    id,
    at: time,
    phase: z.enum(PHASES),
    reason: z.string().max(100),
    failures: z.int().min(0),
    /** The paired number in digits, with its country; shown to admins and never logged. */
    phone: z
      .string()
      .regex(/^\d{5,20}$/)
      .optional(),
  }),
  /** The code that the phone is to scan. */
  z.object({ kind: z.literal('qr'), id, at: time, code: z.string().max(1_000) }),
]);

export type BridgeEvent = z.infer<typeof bridgeEvent>;

/** `POST /bridge/whatsapp/events`. Each event is looked at by itself: a newer bridge may know more kinds. */
export const eventsRequest = z.object({ events: z.array(z.unknown()).min(1).max(100) });

export interface EventsAnswer {
  /** Ids of the events that the server has, also where it had them before. */
  readonly accepted: readonly string[];
  /** Ids of those that it does not understand: sending them again is of no use. */
  readonly refused: readonly string[];
}

/** The body of a 503: nothing could be stored, the events are to come again; and what to say meanwhile, if anything. */
export interface OutageAnswer {
  readonly apologies: readonly { readonly chat: string; readonly text: string }[];
}

export interface BridgeMessage {
  /** Named in the receipt. */
  readonly id: string;
  readonly chat: string;
  readonly text: string;
  /** Hash of a picture, to be fetched from `/bridge/whatsapp/media/:hash`. */
  readonly photo: string | null;
}

export const COMMANDS = ['restart', 'unlink', 'stop', 'start'] as const;
export type BridgeCommand = (typeof COMMANDS)[number];

/**
 * `GET /bridge/whatsapp/outbox?wait=<seconds>&max=<messages>`: with `max=0`, only commands. `first=1`: asked by a bridge
 * that was just started, so that whatever one borrowed before has been left behind.
 */
export interface OutboxAnswer {
  readonly messages: readonly BridgeMessage[];
  readonly commands: readonly BridgeCommand[];
}

export const receipt = z.object({
  id,
  outcome: z.discriminatedUnion('kind', [
    /** WhatsApp's server has it (ack 1 or more); `externalId`: WhatsApp's id of the message. */
    z.object({ kind: z.literal('sent'), externalId: id }),
    /** It may have gone out. */
    z.object({ kind: z.literal('uncertain'), reason: z.string().max(200) }),
    /** It was not even tried. */
    z.object({ kind: z.literal('untried') }),
    /** WhatsApp does not take it, now or later. */
    z.object({ kind: z.literal('rejected'), reason: z.string().max(200) }),
    /** There is nobody under this id. */
    z.object({ kind: z.literal('unreachable'), reason: z.string().max(200) }),
  ]),
});

export type Receipt = z.infer<typeof receipt>;

/** `POST /bridge/whatsapp/receipts`, answered like events. */
export const receiptsRequest = z.object({ receipts: z.array(receipt).min(1).max(100) });
