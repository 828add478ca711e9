import SqliteDatabase from 'better-sqlite3';

/** Held while a service runs on a data folder, so that two never serve the same one. The system frees it even after kill -9. */
export function takeServeLock(file: string): { release(): void } | null {
  const db = new SqliteDatabase(file, { timeout: 0 });
  try {
    db.pragma('locking_mode = EXCLUSIVE');
    db.exec('BEGIN EXCLUSIVE');
    return { release: () => db.close() };
  } catch (error) {
    db.close();
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')) return null;
    throw error;
  }
}
