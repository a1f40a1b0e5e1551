/** Each effect as guarded statements. What must exist is referred to by a sub-select on a NOT NULL column. */
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Wait } from '../../src/shop/catalogue.ts';
import { isWaiting } from '../../src/shop/deadlines.ts';
import type { Effect, OwnEffect } from '../../src/shop/effects.ts';
import type { Statement } from '../database.ts';
import {
  acceptances,
  addresses,
  audit,
  carts,
  daysOff,
  facts,
  fulfilmentSteps,
  fulfilments,
  interests,
  invitations,
  movements,
  orderLines,
  persons,
  places,
  products,
  roles,
  stands,
  tasks,
  variants,
} from '../schema.ts';
import { command, compiler, once } from '../statement.ts';
import { bumpCatalogue, changeStatements } from './catalogue-changes.ts';
import { connectStatements, saveConnectCode } from './connections.ts';
import { counterStatements, setLowLevel } from './counter.ts';
import { saveDataLink } from './data-links.ts';
import { lookAgain, tellPart, tellQuestion } from './due.ts';
import { askToErase } from './erase/wishes.ts';
import { endRoles, moveChat } from './groups.ts';
import { hashCode } from './hash-code.ts';
import { allocate, guardStatements, orderStatements } from './order-statements.ts';
import type { Origin } from './origin.ts';
import { closeNotices } from './outbox/marks.ts';
import { pairingLinkStatement } from './pairing-links.ts';
import { answerStatements, askStatement, countWish } from './questions.ts';
import { countScan } from './scans.ts';
import { talkStatements } from './talks.ts';
import { countTally } from './tallies.ts';
import { taskStatement } from './tasks.ts';

const saveCart = command(
  compiler
    .insert(carts)
    .values({ personId: sql.placeholder('personId'), version: 1, body: sql.placeholder('body') })
    .onConflictDoUpdate({
      target: carts.personId,
      set: {
        version: sql`CASE WHEN ${carts.version} = ${sql.placeholder('version')} THEN ${carts.version} + 1 END`,
        body: sql`excluded.body`,
      },
    }),
);

/** What may change of a person, and the statements for the combinations that have been met. */
type PersonChanges = Omit<Extract<Effect, { kind: 'person' }>, 'kind'>;
const savesPerson = new Map<string, ReturnType<typeof command>>();

function savePerson(changes: PersonChanges, id: number): Statement {
  const names = Object.entries(changes).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  const known = savesPerson.get(names.join());
  if (known) return known({ ...changes, id });
  const placeholders = names.map((name) => [name, sql`${sql.placeholder(name)}`]);
  const made = command(
    compiler
      .update(persons)
      .set(Object.fromEntries(placeholders))
      .where(eq(persons.id, sql.placeholder('id'))),
  );
  savesPerson.set(names.join(), made);
  return made({ ...changes, id });
}

/** Everything but notices, which the outbox turns into rows. */
export async function statementsFor(effect: Effect, origin: Origin): Promise<Statement[]> {
  switch (effect.kind) {
    case 'cart':
      return [saveCart({ personId: origin.personId, version: effect.version, body: effect.body })];
    case 'order':
      return orderStatements(effect, origin);
    case 'interest':
      return [
        ...guardStatements(effect.guards),
        ...effect.lines.map((line) =>
          once(compiler.insert(interests).values({ ...line, personId: origin.personId, at: origin.now })),
        ),
      ];
    case 'step':
    case 'told':
    case 'question-told':
    case 'allocate':
    case 'notice':
    case 'task':
      return ownStatementsFor(effect, origin);
    case 'payment':
    case 'entry':
    case 'undo-entry':
      return counterStatements(effect, origin);
    case 'low-level':
      return [setLowLevel(effect)];
    case 'person':
    case 'reachable':
      return personStatements(effect, origin);
    case 'invitation':
    case 'accept-invitation':
      return invitationStatements(effect, origin);
    case 'end-roles':
      return [endRoles({ addressId: origin.addressId, now: origin.now })];
    case 'chat-moved':
      return moveChat(origin.chatId, effect.to, origin.now);
    case 'connect-code':
      return [await saveConnectCode(effect, origin)];
    case 'connect':
      return connectStatements(effect, origin);
    case 'pairing-link':
      return [
        await pairingLinkStatement({
          key: effect.key,
          createdBy: origin.actorId,
          now: origin.now,
          expiresAt: effect.expiresAt,
        }),
      ];
    case 'price':
    case 'mode':
    case 'stage':
      return [...catalogueStatements(effect), bumpCatalogue()];
    case 'hours':
    case 'day-off':
    case 'wait':
      return [timeStatement(effect), bumpCatalogue(), ...lookAgain()];
    case 'fact':
      return [keepFact(effect, origin), bumpCatalogue()];
    case 'unit-added':
    case 'unit-changed':
    case 'kind-added':
    case 'place-added':
    case 'place-changed':
    case 'product-added':
    case 'product-changed':
    case 'variant-added':
    case 'variant-changed':
    case 'aliases':
    case 'fact-written':
    case 'picture':
    case 'stand-changed':
    case 'samples-removed':
      return [...changeStatements(effect, origin.now), bumpCatalogue()];
    case 'question':
      return [askStatement(effect, origin)];
    case 'answer':
      return answerStatements(effect, origin);
    case 'scan':
      return [countScan(effect)];
    case 'unmet-wish':
      return [countWish(effect.day)];
    case 'tally':
      return [countTally(effect)];
    case 'erase-request':
      return [askToErase(origin)];
    case 'data-link':
      return [await saveDataLink(effect, origin)];
    case 'talk':
    case 'talk-taken':
    case 'talk-goes-on':
    case 'talk-released':
    case 'talk-ended':
      return talkStatements(effect, origin);
    default:
      return [entryStatement(effect, origin)];
  }
}

/** What the shop may decide by itself, too: then nobody is its actor. */
export function ownStatementsFor(
  effect: OwnEffect,
  by: { readonly actorId: number | null; readonly now: number },
): Statement[] {
  switch (effect.kind) {
    case 'step':
      return stepStatements(effect, by);
    case 'told':
      return [tellPart(effect, by.now)];
    case 'question-told':
      return [tellQuestion(effect, by.now)];
    case 'allocate':
      return [allocate({ variantId: effect.variantId, qty: effect.qty })];
    case 'task':
      return [taskStatement(effect.orderId, by.now)];
    case 'notice':
      return [];
  }
}

function stepStatements(
  effect: Extract<Effect, { kind: 'step' }>,
  origin: { readonly actorId: number | null; readonly now: number },
): Statement[] {
  const { part, from, to, change, agreed = [] } = effect;
  return [
    once(
      compiler.insert(fulfilmentSteps).values({
        fulfilmentId: part.id,
        version: part.version,
        from,
        to,
        actor: origin.actorId,
        at: origin.now,
      }),
    ),
    once(
      compiler
        .update(fulfilments)
        .set({
          ...change,
          state: to,
          version: part.version + 1,
          updatedAt: origin.now,
          dueAt: isWaiting(to) ? origin.now : null,
          told: null,
          toldAt: null,
        })
        .where(eq(fulfilments.id, part.id)),
    ),
    ...agreed.map(({ variantId, qty }) =>
      once(
        compiler
          .update(orderLines)
          .set({ agreed: qty })
          .where(and(eq(orderLines.fulfilmentId, part.id), eq(orderLines.variantId, variantId))),
      ),
    ),
    closeNotices(part.publicId),
  ];
}

function personStatements(
  effect: Extract<Effect, { kind: 'person' | 'reachable' }>,
  { personId, addressId, now }: Origin,
): Statement[] {
  if (effect.kind === 'reachable') {
    const unreachableAt = effect.reachable ? null : now;
    return [once(compiler.update(addresses).set({ unreachableAt }).where(eq(addresses.id, addressId)))];
  }
  const { kind: _, ...changes } = effect;
  return [savePerson(changes, personId)];
}

async function invitationStatements(
  effect: Extract<Effect, { kind: 'invitation' | 'accept-invitation' }>,
  { addressId, actorId, now }: Origin,
): Promise<Statement[]> {
  const { role, unitId, name } = effect;
  if (effect.kind === 'invitation') {
    const codeHash = await hashCode(effect.code);
    const row = {
      codeHash,
      role,
      unitId,
      name,
      createdBy: actorId,
      createdAt: now,
      expiresAt: effect.expiresAt,
    };
    return [once(compiler.insert(invitations).values(row))];
  }
  return [
    once(compiler.insert(acceptances).values({ invitationId: effect.invitationId, addressId, at: now })),
    once(
      compiler.insert(roles).values({ addressId, role, unitId, name, grantedAt: now }).onConflictDoNothing(),
    ),
  ];
}

function catalogueStatements(effect: Extract<Effect, { kind: 'price' | 'mode' | 'stage' }>): Statement[] {
  const changed = { version: sql`${products.version} + 1` };
  switch (effect.kind) {
    case 'price':
      return [
        once(
          compiler
            .update(variants)
            .set({ price: effect.price, priceStatus: effect.status })
            .where(eq(variants.id, effect.variantId)),
        ),
        once(compiler.update(products).set(changed).where(eq(products.id, effect.productId))),
      ];
    case 'mode':
      return [
        once(
          compiler
            .update(products)
            .set({ ...changed, mode: effect.mode })
            .where(eq(products.id, effect.productId)),
        ),
      ];
    case 'stage':
      return [
        once(
          compiler
            .update(stands)
            .set({ stage: effect.stage, version: sql`${stands.version} + 1` })
            .where(eq(stands.id, effect.standId)),
        ),
      ];
  }
}

/** What decides how long things wait. */
function timeStatement(effect: Extract<Effect, { kind: 'hours' | 'day-off' | 'wait' }>): Statement {
  switch (effect.kind) {
    case 'hours':
      return once(compiler.update(places).set({ hours: effect.hours }).where(eq(places.id, effect.placeId)));
    case 'day-off': {
      const { day, closed } = effect;
      return once(
        compiler
          .insert(daysOff)
          .values({ day, closed })
          .onConflictDoUpdate({ target: daysOff.day, set: { closed } }),
      );
    }
    case 'wait':
      return once(
        compiler
          .update(stands)
          .set({ [WAIT_COLUMNS[effect.wait]]: effect.hours })
          .where(eq(stands.id, effect.standId)),
      );
  }
}

const WAIT_COLUMNS = {
  remind: 'remindHours',
  escalate: 'escalateHours',
  expire: 'expiryHours',
  lapse: 'lapseHours',
  collect: 'collectHours',
} as const satisfies Record<Wait, keyof typeof stands.$inferInsert>;

function keepFact(
  { productId, attribute, ...known }: Extract<Effect, { kind: 'fact' }>,
  { now }: Origin,
): Statement {
  const { value, confirmedBy, validUntil } = known;
  const fact = { value, confirmedBy, confirmedAt: now, validUntil };
  return once(
    compiler
      .insert(facts)
      .values({ productId, attribute, ...fact })
      .onConflictDoUpdate({ target: [facts.productId, facts.attribute], set: fact }),
  );
}

type Entry = Extract<Effect, { kind: 'movement' | 'audit' | 'task-done' }>;

function entryStatement(effect: Entry, { actorId, now }: Origin): Statement {
  switch (effect.kind) {
    case 'movement': {
      const { variantId, movement, qty, orderId } = effect;
      return once(
        compiler
          .insert(movements)
          .values({ variantId, kind: movement, qty, orderId, actor: actorId, at: now }),
      );
    }
    case 'audit': {
      const { what, subject, before, after } = effect;
      return once(compiler.insert(audit).values({ what, subject, before, after, actor: actorId, at: now }));
    }
    case 'task-done':
      return once(
        compiler
          .update(tasks)
          .set({ doneAt: sql`CASE WHEN ${isNull(tasks.doneAt)} THEN ${now} ELSE ${tasks.doneAt} END` })
          .where(eq(tasks.id, effect.taskId)),
      );
  }
}
