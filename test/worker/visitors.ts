/** Visitors on the channels that post to the Worker, for one script on all of them. */
import { type Orderer, PATIENCE_MS, until } from '../durability/support.ts';
import type { CloudPerson } from '../support/graph-api.ts';
import type { World } from './support.ts';

export interface Visitor extends Orderer {
  /** All that came, oldest first. */
  inbox(): readonly { readonly text: string }[];
  /** One event, delivered so many times at once; the statuses of the answers. */
  saysAgainAndAgain(text: string, times: number): Promise<number[]>;
  /** Their next message from the stand is taken only when this is over. */
  holds(over: Promise<unknown>): void;
  /** As the column `external` of the chat has it. */
  readonly external: string;
}

export function onTelegram({ telegram }: World, id: number, firstName: string): Visitor {
  const user = telegram.user({ id, firstName, languageCode: 'id' });
  return {
    external: String(id),
    says: user.says,
    presses: (label) => user.presses(label),
    hears: user.hears,
    inbox: user.inbox,
    holds: (over) => telegram.fail({ method: 'sendMessage', chat: id, how: { until: over } }),
    saysAgainAndAgain: (text, times) =>
      telegram.raw(
        {
          update_id: 88_000_000 + id,
          message: {
            message_id: 9_000 + id,
            date: Math.floor(Date.now() / 1_000),
            chat: { id, type: 'private' as const, first_name: firstName },
            from: { id, is_bot: false, first_name: firstName },
            text,
          },
        },
        times,
      ),
  };
}

export function onCloudApi({ whatsapp }: World, number: string, name: string): Visitor {
  const person = whatsapp.person(number, { name });
  let known = 0;
  const act = (deed: () => Promise<number>) => {
    known = person.inbox().length;
    return deed();
  };
  return {
    external: number,
    says: (text) => act(() => person.says(text)),
    presses: (label) => act(() => person.presses(idOf(person, label))),
    async hears(pattern, timeoutMs = PATIENCE_MS) {
      const found = () =>
        person
          .inbox()
          .slice(known)
          .findLast(({ text }) => new RegExp(pattern).test(text));
      await until(() => found() !== undefined, `${name} hears ${pattern}`, timeoutMs);
      const { text = '', choices = [] } = found() ?? {};
      return { text, buttons: choices.map((each) => ({ label: labelOf(each), data: each.id })) };
    },
    inbox: person.inbox,
    holds: (over) => whatsapp.fail({ path: 'messages', to: number, how: { until: over } }),
    async saysAgainAndAgain(text, times) {
      const message = {
        from: number,
        id: `wamid.again-${number}`,
        timestamp: String(Math.floor(Date.now() / 1_000)),
        type: 'text',
        text: { body: text },
      };
      const posts = Array.from({ length: times }, () => whatsapp.post({ messages: [message] }));
      return (await Promise.all(posts)).map(({ status }) => status);
    },
  };
}

function labelOf({ title, description }: { title: string; description: string | null }): string {
  return description ?? title;
}

function idOf(person: CloudPerson, label: string): string {
  const choices = person.inbox().flatMap((message) => message.choices);
  const found = choices.findLast((each) => labelOf(each) === label);
  if (!found) throw new Error(`No choice "${label}" in sight.`);
  return found.id;
}
