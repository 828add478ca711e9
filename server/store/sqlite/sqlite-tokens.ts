import type SqliteDatabase from 'better-sqlite3';
import type { Kysely } from 'kysely';
import type { Store, StoreFailure } from '../store.ts';
import type { StoredToken } from '../stored-token.ts';
import type { Tables } from './tables.ts';

type Attempt = <T>(work: () => Promise<T>) => Promise<T | StoreFailure>;
type TokenStore = Pick<Store, 'addToken' | 'findToken' | 'listTokens' | 'revokeToken' | 'changeMark'>;

/** Tokens in the same file as the journals, so a second process (the `token` verb) can add one while the service runs. */
export function sqliteTokens(db: Kysely<Tables>, raw: SqliteDatabase.Database, attempt: Attempt): TokenStore {
  /** Changes of this connection; `data_version` counts only those of others. */
  let own = 0;
  const dataVersion = raw.prepare('PRAGMA data_version').pluck();
  return {
    addToken: (token) =>
      attempt(async () => {
        await db.insertInto('tokens').values(rowOf(token)).execute();
        own += 1;
        return 'kept' as const;
      }),
    findToken: (hash) =>
      attempt(async () => {
        const row = await db.selectFrom('tokens').selectAll().where('hash', '=', hash).executeTakeFirst();
        return row === undefined ? null : tokenOf(row);
      }),
    listTokens: (branch) =>
      attempt(async () =>
        (await db.selectFrom('tokens').selectAll().where('branch', '=', branch).orderBy('created_at').execute()).map(tokenOf),
      ),
    revokeToken: (branch, id, atMs) =>
      attempt(async () => {
        const known = await db
          .selectFrom('tokens')
          .select('id')
          .where('branch', '=', branch)
          .where('id', '=', id)
          .executeTakeFirst();
        if (known === undefined) return 'unknown' as const;
        await db.updateTable('tokens').set({ revoked_at: atMs }).where('id', '=', id).where('revoked_at', 'is', null).execute();
        own += 1;
        return 'revoked' as const;
      }),
    changeMark: () => own + Number(dataVersion.get()) * 2 ** 20,
  };
}

const rowOf = ({ createdAt, revokedAt, ...same }: StoredToken): Tables['tokens'] => ({
  ...same,
  created_at: createdAt,
  revoked_at: revokedAt,
});

const tokenOf = ({ created_at, revoked_at, ...same }: Tables['tokens']): StoredToken => ({
  ...same,
  createdAt: created_at,
  revokedAt: revoked_at,
});
