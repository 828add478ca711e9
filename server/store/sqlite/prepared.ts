import type SqliteDatabase from 'better-sqlite3';
import type { SqliteDatabase as KyselySqlite } from 'kysely';

/** Statements kept at once; batches of many sizes make many of them. */
const keptAtOnce = 200;

/** Kysely prepares every query anew, which costs more than running it. The same text is the same statement here. */
export function preparedOnce(database: SqliteDatabase.Database): KyselySqlite {
  const statements = new Map<string, SqliteDatabase.Statement>();
  return {
    prepare(sql) {
      const known = statements.get(sql);
      if (known !== undefined) return known;
      if (statements.size >= keptAtOnce) statements.clear();
      const made = database.prepare(sql);
      statements.set(sql, made);
      return made;
    },
    close: () => void database.close(),
  };
}
