import { openDatabase } from './open-database.ts';

export interface ContactRow {
  readonly branch: string;
  readonly ref: string;
  readonly sealed: Buffer;
  readonly keepUntil: number;
}

export interface ContactTable {
  put(row: ContactRow): void;
  find(branch: string, ref: string): Buffer | null;
  erase(branch: string, ref: string): boolean;
  wipe(nowMs: number): number;
  close(): void;
}

/** Sealed contacts in a file of their own. What is erased is overwritten, in the log too, so no copy stays on disk. */
export function openContactTable(file: string): ContactTable {
  const db = openDatabase(file);
  db.pragma('secure_delete = ON');
  db.exec(
    'CREATE TABLE IF NOT EXISTS contacts (branch TEXT NOT NULL, ref TEXT NOT NULL, sealed BLOB NOT NULL, keep_until INTEGER NOT NULL, PRIMARY KEY (branch, ref))',
  );
  const put = db.prepare(
    'INSERT INTO contacts VALUES (?, ?, ?, ?) ON CONFLICT (branch, ref) DO UPDATE SET sealed = excluded.sealed, keep_until = excluded.keep_until',
  );
  const find = db.prepare('SELECT sealed FROM contacts WHERE branch = ? AND ref = ?').pluck();
  const erase = db.prepare('DELETE FROM contacts WHERE branch = ? AND ref = ?');
  const wipe = db.prepare('DELETE FROM contacts WHERE keep_until <= ?');
  const gone = (changes: number): number => {
    if (changes > 0) db.pragma('wal_checkpoint(TRUNCATE)');
    return changes;
  };
  return {
    put: ({ branch, ref, sealed, keepUntil }) => void put.run(branch, ref, sealed, keepUntil),
    find: (branch, ref) => (find.get(branch, ref) as Buffer | undefined) ?? null,
    erase: (branch, ref) => gone(erase.run(branch, ref).changes) > 0,
    wipe: (nowMs) => gone(wipe.run(nowMs).changes),
    close: () => void db.close(),
  };
}
