import type SqliteDatabase from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  SqliteAdapter,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { preparedOnce } from './prepared.ts';

/** Takes the write lock at the start: a transaction that reads first and then writes would fail at once, not wait, beside another writer. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

/** The only place that tells Kysely which database it speaks to. */
export const sqliteDialect = (database: SqliteDatabase.Database): Dialect => ({
  createDriver: () => new ImmediateDriver({ database: preparedOnce(database) }),
  createQueryCompiler: () => new SqliteQueryCompiler(),
  createAdapter: () => new SqliteAdapter(),
  createIntrospector: (db) => new SqliteIntrospector(db),
});
