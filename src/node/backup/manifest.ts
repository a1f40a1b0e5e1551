/** What a backup says of itself: `manifest.json`, the last file in it. */
import * as z from 'zod';

/** The files in a backup. There are no others. */
export const DATABASE_PART = 'gerai.db';
export const SECRET_PART = 'session-secret';
export const MANIFEST_PART = 'manifest.json';

export const manifestSchema = z.object({
  format: z.literal('gerai-backup'),
  version: z.literal(1),
  /** When it was begun, ISO 8601. */
  at: z.iso.datetime(),
  /** The newest migration of the database. */
  schema: z.string(),
  /** Every applied migration, as drizzle's table knows it. */
  migrations: z.array(z.number()),
  /** Rows by table. */
  rows: z.record(z.string(), z.number().int()),
  parts: z.record(
    z.string(),
    z.object({ bytes: z.number().int(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  ),
});

export type Manifest = z.infer<typeof manifestSchema>;
