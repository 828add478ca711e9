import SqliteDatabase from 'better-sqlite3';

/** Copies a live database page by page while others write to it; the copy is one consistent moment. */
export async function backupDatabase(from: string, to: string): Promise<void> {
  const db = new SqliteDatabase(from, { readonly: true, fileMustExist: true });
  try {
    await db.backup(to);
  } finally {
    db.close();
  }
}
