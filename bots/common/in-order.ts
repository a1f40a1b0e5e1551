/** Events of one chat one after another, those of different chats together. */

export function byChat<Event>(events: readonly Event[], chatOf: (event: Event) => string): Event[][] {
  const chats = new Map<string, Event[]>();
  for (const event of events) {
    const chat = chatOf(event);
    chats.set(chat, [...(chats.get(chat) ?? []), event]);
  }
  return [...chats.values()];
}

/** @returns the first that was not settled, after which the rest of its chat waits; null when all were. */
export async function settleInOrder<Event>(
  events: readonly Event[],
  settle: (event: Event) => Promise<boolean>,
): Promise<Event | null> {
  for (const event of events) {
    if (!(await settle(event))) return event;
  }
  return null;
}
