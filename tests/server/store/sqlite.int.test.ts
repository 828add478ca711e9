import { fork } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { backupDatabase } from '../../../server/store/sqlite/backup.ts';
import { openDatabase } from '../../../server/store/sqlite/open-database.ts';
import { takeServeLock } from '../../../server/store/sqlite/serve-lock.ts';
import { sqliteStore } from '../../../server/store/sqlite/sqlite-store.ts';
import { isFailure } from '../../../server/store/store.ts';
import { someLines } from '../../contract/store-contract-lines.ts';

const folder = mkdtempSync(join(tmpdir(), 'tingtang-sqlite-'));
afterAll(() => rmSync(folder, { recursive: true }));
const fresh = (() => {
  let count = 0;
  return () => join(folder, `${++count}.sqlite`);
})();

describe('the SQLite file', () => {
  it('is fully synchronous after a write, at every open', () => {
    const file = fresh();
    for (const _ of [1, 2]) {
      const db = openDatabase(file);
      db.exec('CREATE TABLE IF NOT EXISTS t (x)');
      db.exec('INSERT INTO t VALUES (1)');
      expect(db.pragma('synchronous', { simple: true })).toBe(2);
      expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
      db.close();
    }
  });

  it('shows a token that a second process added, and counts it as a change', async () => {
    const file = fresh();
    const [service, verb] = [await sqliteStore(file), await sqliteStore(file)];
    const mark = service.changeMark();
    expect(service.changeMark()).toBe(mark);
    await verb.addToken({
      id: 'x',
      hash: 'h',
      branch: 'a',
      role: 'kiosk',
      counter: null,
      person: null,
      createdAt: 1,
      revokedAt: null,
    });
    expect(service.changeMark()).not.toBe(mark);
    expect(await service.findToken('h')).toMatchObject({ id: 'x' });
    await service.close();
    await verb.close();
  });

  it('answers a full disk with a value, keeps nothing of it, and goes on afterwards', async () => {
    const file = fresh();
    const store = await sqliteStore(file);
    await store.append('a', 0, someLines('a', 2), []);
    await store.close();
    // A page limit is a full disk as far as SQLite is concerned; it belongs to the connection, so the store gets it through a copy of its opener.
    const limited = new SqliteDatabase(file);
    const pages = Number(limited.pragma('page_count', { simple: true }));
    limited.pragma(`max_page_count = ${pages}`);
    expect(() => limited.exec(`INSERT INTO events VALUES ('a', 3, 1, 't', '${'x'.repeat(100_000)}')`)).toThrow(/full/);
    limited.close();
    const again = await sqliteStore(file);
    expect(await again.last('a')).toMatchObject({ seq: 2 });
    await again.close();
  });

  it('waits for another process that writes', async () => {
    const file = fresh();
    const store = await sqliteStore(file);
    const other = fork(new URL('./second-writer.ts', import.meta.url), [file], { execArgv: [] });
    const ended = once(other, 'exit');
    let failed = 0;
    for (let n = 0; other.exitCode === null; n += 1) {
      if (isFailure(await store.append(`own-${n}`, 0, someLines(`own-${n}`, 3), []))) failed += 1;
      await new Promise(setImmediate);
    }
    expect(failed).toBe(0);
    expect(await ended).toEqual([0, null]);
    await store.close();
  });

  it('answers a file locked by somebody else for too long with a value', async () => {
    const file = fresh();
    const store = await sqliteStore(file, { busyMs: 50 });
    const other = new SqliteDatabase(file);
    other.exec('BEGIN IMMEDIATE');
    const [answer] = await Promise.all([store.append('a', 0, someLines('a', 1), [])]);
    expect(isFailure(answer) && answer.failed).toBe('unavailable');
    other.exec('ROLLBACK');
    other.close();
    expect(await store.append('a', 0, someLines('a', 1), [])).toBe('kept');
    await store.close();
  });

  it('can be copied while it is written to', async () => {
    const file = fresh();
    const store = await sqliteStore(file);
    await store.append('a', 0, someLines('a', 50), []);
    const copy = fresh();
    await backupDatabase(file, copy);
    await store.append('a', 50, someLines('a', 51).slice(50), []);
    const restored = await sqliteStore(copy);
    expect(await restored.last('a')).toMatchObject({ seq: 50 });
    await store.close();
    await restored.close();
    expect(() => copyFileSync(copy, fresh())).not.toThrow();
  });

  it('is served by one service at a time', () => {
    const file = fresh();
    const first = takeServeLock(file);
    expect(first).not.toBeNull();
    expect(takeServeLock(file)).toBeNull();
    first?.release();
    const next = takeServeLock(file);
    expect(next).not.toBeNull();
    next?.release();
  });
});
