/**
 * The messages that this process has in hand, in the order in which each chat is to get them: one at a time to one
 * chat, different chats together. A chat whose rows wait in the table takes no new ones before those have come back.
 */
import type { ChannelName } from '../chat/message.ts';
import type { Owed } from './sender.ts';

interface Lane {
  readonly chatId: number;
  /** Oldest first. */
  readonly queue: Owed[];
  flying: Owed | null;
  /** Ids of rows that were given back to the table and are still to be sent. */
  readonly away: Set<number>;
  /** When the chat's pace allows the next one; 0 as long as nobody has asked. */
  readyAt: number;
}

export interface Lanes {
  /** Rows of the chat wait in the table, and newer ones have to go behind them. */
  isAway(chatId: number): boolean;
  add(owed: Owed): void;
  /** The message whose turn it is, now under way; `chatAt` says when a chat may be written to. */
  next(channel: ChannelName, now: number, chatAt: (external: string) => number): Owed | null;
  /** When a chat that waits for its pace may go on. */
  nextAt(channel: ChannelName): number;
  landed(owed: Owed): void;
  /** Empties the chat's queue; what is under way stays. */
  giveBack(chatId: number): Owed[];
  /** The same for all chats of a channel. */
  giveBackAll(channel: ChannelName): Owed[];
  sendAway(row: Pick<Owed, 'id' | 'chatId'>): void;
  /** The row came back, or is over. */
  cameBack(id: number): void;
  /** A row that waits here for its turn needs not be sent any more. */
  drop(owed: Owed): void;
  away(): number[];
  inHand(): number[];
  /** How many are in hand. */
  size(): number;
}

/** Chats of one channel: whose turn it is, and who waits for the pace of the chat. */
interface Turns {
  readonly ready: Set<Lane>;
  readonly paced: Set<Lane>;
}

export function startLanes(): Lanes {
  const lanes = new Map<number, Lane>();
  const channels = new Map<ChannelName, Turns>();
  const awayFrom = new Map<number, Lane>();
  let size = 0;

  function turnsOf(channel: ChannelName): Turns {
    const turns = channels.get(channel) ?? { ready: new Set(), paced: new Set() };
    channels.set(channel, turns);
    return turns;
  }

  function laneOf(chatId: number): Lane {
    const lane = lanes.get(chatId) ?? {
      chatId,
      queue: [],
      flying: null,
      away: new Set<number>(),
      readyAt: 0,
    };
    lanes.set(chatId, lane);
    return lane;
  }

  /** Lines the lane up where it belongs, or forgets it when it has nothing left. */
  function place(lane: Lane, channel: ChannelName): void {
    const { ready, paced } = turnsOf(channel);
    const waits = lane.queue.length > 0 && lane.flying === null;
    if (!waits) ready.delete(lane);
    if (!waits) paced.delete(lane);
    if (waits && !paced.has(lane)) ready.add(lane);
    if (lane.queue.length === 0 && lane.flying === null && lane.away.size === 0) lanes.delete(lane.chatId);
  }

  function wakePaced({ ready, paced }: Turns, now: number): void {
    for (const lane of paced) {
      if (lane.readyAt > now) continue;
      paced.delete(lane);
      ready.add(lane);
    }
  }

  function giveBack(chatId: number): Owed[] {
    const lane = lanes.get(chatId);
    const rows = lane?.queue.splice(0) ?? [];
    size -= rows.length;
    const channel = rows[0]?.channel;
    if (lane && channel) place(lane, channel);
    return rows;
  }

  return {
    isAway: (chatId) => (lanes.get(chatId)?.away.size ?? 0) > 0,
    add(owed) {
      const lane = laneOf(owed.chatId);
      if (lane.flying?.id === owed.id || lane.queue.some(({ id }) => id === owed.id)) return;
      const newer = lane.queue.findIndex(({ id }) => id > owed.id);
      lane.queue.splice(newer < 0 ? lane.queue.length : newer, 0, owed);
      size += 1;
      place(lane, owed.channel);
    },
    next(channel, now, chatAt) {
      const turns = turnsOf(channel);
      wakePaced(turns, now);
      for (const lane of turns.ready) {
        turns.ready.delete(lane);
        const head = lane.queue[0];
        if (!head) continue;
        lane.readyAt = chatAt(head.external);
        if (lane.readyAt > now) {
          turns.paced.add(lane);
          continue;
        }
        lane.queue.shift();
        lane.flying = head;
        return head;
      }
      return null;
    },
    nextAt: (channel) => Math.min(...Array.from(turnsOf(channel).paced, (lane) => lane.readyAt)),
    landed(owed) {
      const lane = lanes.get(owed.chatId);
      if (lane?.flying !== owed) return;
      lane.flying = null;
      size -= 1;
      place(lane, owed.channel);
    },
    giveBack,
    giveBackAll(channel) {
      const { ready, paced } = turnsOf(channel);
      const behindFlying = Array.from(lanes.values()).filter(({ flying }) => flying?.channel === channel);
      return [...ready, ...paced, ...behindFlying].flatMap(({ chatId }) => giveBack(chatId));
    },
    sendAway({ id, chatId }) {
      const lane = laneOf(chatId);
      lane.away.add(id);
      awayFrom.set(id, lane);
    },
    cameBack(id) {
      const lane = awayFrom.get(id);
      if (!lane) return;
      awayFrom.delete(id);
      lane.away.delete(id);
      if (lane.away.size === 0 && lane.queue.length === 0 && lane.flying === null) lanes.delete(lane.chatId);
    },
    drop(owed) {
      const lane = lanes.get(owed.chatId);
      const index = lane?.queue.findIndex(({ id }) => id === owed.id) ?? -1;
      if (!lane || index < 0) return;
      lane.queue.splice(index, 1);
      size -= 1;
      place(lane, owed.channel);
    },
    away: () => [...awayFrom.keys()],
    inHand: () =>
      Array.from(lanes.values()).flatMap(({ queue, flying }) =>
        [...queue, ...(flying ? [flying] : [])].map(({ id }) => id),
      ),
    size: () => size,
  };
}
