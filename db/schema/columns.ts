/** Columns that many tables share. */
import { integer, text } from 'drizzle-orm/sqlite-core';
import type { Texts } from '../../src/shop/catalogue.ts';

export const id = () => integer('id').primaryKey({ autoIncrement: true });
export const texts = (name: string) => text(name, { mode: 'json' }).$type<Texts>();
