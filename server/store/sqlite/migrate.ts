import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { up as journal } from './migrations/0001-journal.ts';
import { up as tokens } from './migrations/0002-tokens.ts';

/** Every step from an empty file to today's tables, by number. A released step is never edited. */
const steps: Readonly<Record<string, Migration>> = { '0001-journal': { up: journal }, '0002-tokens': { up: tokens } };

/** Brings a database to today's tables. Refuses one that a newer version has written. */
export async function migrate<T>(db: Kysely<T>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => steps } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
