/**
 * Every table. Internal keys are integers; what leaves the system has a short opaque id or a code of its own.
 * Times are UTC milliseconds. Constraints that a guard relies on have a name, because a remote server tells
 * constraints apart only by the name in its message.
 *
 * The triggers (append-only tables, stock as the sum of its movements) stand in `migrations/0001_guards.sql`.
 */
export * from './schema/catalogue.ts';
export * from './schema/counter.ts';
export * from './schema/messages.ts';
export * from './schema/office.ts';
export * from './schema/orders.ts';
export * from './schema/people.ts';
export * from './schema/records.ts';
export * from './schema/scans.ts';
export * from './schema/stock.ts';
export * from './schema/talks.ts';
