import type SqliteDatabase from 'better-sqlite3';
import { Kysely } from 'kysely';
import { noHash } from '../../../simulator/lobby/journal/canonical-text.ts';
import { hashOf } from '../chain.ts';
import type { JournalLine, Store, StoreFailure } from '../store.ts';
import type { StoredKey } from '../stored-key.ts';
import { sqliteDialect } from './dialect.ts';
import { migrate } from './migrate.ts';
import { openDatabase } from './open-database.ts';
import { sqliteTokens } from './sqlite-tokens.ts';
import type { Tables } from './tables.ts';

/** Rows of one INSERT: keeps well under SQLite's limit of bound values. */
const rowsAtOnce = 500;

/** The embedded store: one SQLite file for all branches of a node. */
export async function sqliteStore(file: string, options: { readonly busyMs?: number } = {}): Promise<Store> {
  const raw = openDatabase(file, options.busyMs);
  const db = new Kysely<Tables>({ dialect: sqliteDialect(raw) });
  try {
    await migrate(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return storeOver(db, raw);
}

function storeOver(db: Kysely<Tables>, raw: SqliteDatabase.Database): Store {
  const lastLine = (from: Kysely<Tables>, branch: string) =>
    from
      .selectFrom('events')
      .select(['seq', 'text'])
      .where('branch', '=', branch)
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst();

  return {
    append: (branch, expectedSeq, lines, keys) =>
      attempt(() =>
        db.transaction().execute(async (transaction): Promise<'kept' | StoreFailure> => {
          const last = (await lastLine(transaction, branch))?.seq ?? 0;
          if (last !== expectedSeq) return { failed: 'sequence-conflict', last };
          for (const some of chunks(lines)) {
            await transaction
              .insertInto('events')
              .values(some.map((line) => ({ branch, ...line })))
              .execute();
          }
          for (const some of chunks(keys)) {
            await transaction
              .insertInto('answers')
              .values(some.map((item) => rowOf(branch, item)))
              .execute();
          }
          return 'kept';
        }),
      ),
    read: (branch, after, limit) =>
      attempt(
        (): Promise<readonly JournalLine[]> =>
          db
            .selectFrom('events')
            .select(['seq', 'at', 'type', 'text'])
            .where('branch', '=', branch)
            .where('seq', '>', after)
            .orderBy('seq')
            .limit(limit)
            .execute(),
      ),
    last: (branch) =>
      attempt(async () => {
        const line = await lastLine(db, branch);
        return line === undefined ? { seq: 0, hash: noHash } : { seq: line.seq, hash: hashOf(line.text) };
      }),
    lastOfType: (branch, type, before) =>
      attempt(async () => {
        const line = await db
          .selectFrom('events')
          .select(['seq', 'at', 'type', 'text'])
          .where('branch', '=', branch)
          .where('type', '=', type)
          .where('seq', '<', before)
          .orderBy('seq', 'desc')
          .limit(1)
          .executeTakeFirst();
        return line ?? null;
      }),
    findKeys: (branch, names) =>
      attempt(async () => {
        if (names.length === 0) return [];
        const rows = await db
          .selectFrom('answers')
          .selectAll()
          .where('branch', '=', branch)
          .where((where) =>
            where(
              where.refTuple('scope', 'key'),
              'in',
              names.map(({ scope, key }) => where.tuple(scope, key)),
            ),
          )
          .execute();
        return rows.map(
          (row): StoredKey => ({
            scope: row.scope,
            key: row.key,
            bodyHash: row.body_hash,
            status: row.status,
            answer: row.answer,
            at: row.at,
          }),
        );
      }),
    dropKeys: (branch, beforeMs) =>
      attempt(async () => {
        await db.deleteFrom('answers').where('branch', '=', branch).where('at', '<', beforeMs).execute();
        return 'dropped' as const;
      }),
    branches: () =>
      attempt(async () => {
        const rows = await db.selectFrom('events').select('branch').where('seq', '=', 1).orderBy('branch').execute();
        return rows.map((row) => row.branch);
      }),
    ...sqliteTokens(db, raw, attempt),
    close: async () => {
      await db.destroy();
    },
  };
}

/** What SQLite cannot do now (full, locked, I/O) is an answer; anything else is a bug and throws. */
async function attempt<T>(work: () => Promise<T>): Promise<T | StoreFailure> {
  try {
    return await work();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!code.startsWith('SQLITE_')) throw error;
    return { failed: 'unavailable', message: `${code}: ${(error as Error).message}` };
  }
}

const rowOf = (branch: string, { scope, key, bodyHash, status, answer, at }: StoredKey): Tables['answers'] => ({
  branch,
  scope,
  key,
  body_hash: bodyHash,
  status,
  answer,
  at,
});

function* chunks<T>(list: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < list.length; from += rowsAtOnce) yield list.slice(from, from + rowsAtOnce);
}
