import SqliteDatabase from 'better-sqlite3';

/**
 * Opens a SQLite file so that a commit means durable. The library is built with WAL at NORMAL: every open starts there
 * and the first statement falls back to it, so FULL is set on each open and proved after a write.
 */
export function openDatabase(file: string, busyMs = 5000): SqliteDatabase.Database {
  const db = new SqliteDatabase(file);
  try {
    db.pragma('journal_mode = WAL');
    db.pragma(`busy_timeout = ${busyMs}`);
    db.pragma('foreign_keys = ON');
    db.pragma('synchronous = FULL');
    db.exec('CREATE TABLE IF NOT EXISTS opened (one INTEGER PRIMARY KEY, times INTEGER NOT NULL)');
    db.exec('INSERT INTO opened VALUES (1, 1) ON CONFLICT (one) DO UPDATE SET times = times + 1');
    const level = db.pragma('synchronous', { simple: true });
    if (level !== 2) throw new Error(`${file}: synchronous reads ${String(level)} after a write, must be 2 (FULL)`);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
