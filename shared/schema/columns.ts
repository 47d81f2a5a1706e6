import { sql } from "drizzle-orm";
import { jsonb, text, timestamp, uuid } from "drizzle-orm/pg-core";

/** Columns that the tables of every service are made of. */

/** A text in every language of the shop. */
export type Words = { ko: string; en: string };

export const id = () =>
  uuid()
    .primaryKey()
    .default(sql`uuidv7()`);
export const words = () => jsonb().$type<Words>().notNull();
export const moment = () => timestamp({ withTimezone: true });
export const createdAt = () => moment().notNull().defaultNow();
export const languageColumn = () => text({ enum: ["ko", "en"] }).notNull();
