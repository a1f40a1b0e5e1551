/**
 * The project's double of Telegram's Bot API, on loopback, for grammY's `apiRoot`. It encodes what we believe of
 * Telegram; most beliefs come from the sources of the open-source Bot API server and of TDLib, and the files in
 * `bot-api/` say where. Its log is the oracle: what is in it was delivered.
 */
export type { Entity } from './bot-api/html.ts';
export type { Button, Key } from './bot-api/keyboards.ts';
export type { Fault, Limits } from './bot-api/limits.ts';
export type { BotCommand } from './bot-api/methods.ts';
export { type BotApi, type BotApiOptions, type Call, startBotApi } from './bot-api/server.ts';
export type { InboxMessage, Person, User } from './bot-api/user.ts';
