import type { Kysely } from 'kysely';

/** Tokens at rest: hashes only. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('tokens')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('hash', 'text', (column) => column.notNull().unique())
    .addColumn('branch', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('counter', 'text')
    .addColumn('person', 'text')
    .addColumn('created_at', 'integer', (column) => column.notNull())
    .addColumn('revoked_at', 'integer')
    .execute();
  await db.schema.createIndex('tokens_by_branch').on('tokens').column('branch').execute();
}
