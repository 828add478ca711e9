import { noHash } from '../../simulator/lobby/journal/canonical-text.ts';
import { hashOf } from './chain.ts';
import type { JournalLine, Store } from './store.ts';
import type { StoredKey } from './stored-key.ts';
import type { StoredToken } from './stored-token.ts';

/** A store that forgets: for tests and drills. Same contract, nothing durable. */
export function memoryStore(): Store {
  const journals = new Map<string, JournalLine[]>();
  const keys = new Map<string, StoredKey>();
  const tokens = new Map<string, StoredToken>();
  let changes = 0;

  const journalOf = (branch: string): readonly JournalLine[] => journals.get(branch) ?? [];
  const keyName = (branch: string, scope: string, key: string): string => JSON.stringify([branch, scope, key]);

  return {
    async append(branch, expectedSeq, lines, added) {
      const journal = journalOf(branch);
      if (journal.length !== expectedSeq) return { failed: 'sequence-conflict', last: journal.length };
      if (added.some((item) => keys.has(keyName(branch, item.scope, item.key))))
        return { failed: 'unavailable', message: 'key already kept' };
      if (journals.has(branch)) journals.get(branch)?.push(...lines);
      else if (lines.length > 0) journals.set(branch, [...lines]);
      for (const item of added) keys.set(keyName(branch, item.scope, item.key), item);
      return 'kept';
    },
    async read(branch, after, limit) {
      return journalOf(branch).slice(after, after + limit);
    },
    async last(branch) {
      const line = journalOf(branch).at(-1);
      return line === undefined ? { seq: 0, hash: noHash } : { seq: line.seq, hash: hashOf(line.text) };
    },
    async lastOfType(branch, type, before) {
      return journalOf(branch).findLast((line) => line.type === type && line.seq < before) ?? null;
    },
    async findKeys(branch, names) {
      return names.map(({ scope, key }) => keys.get(keyName(branch, scope, key))).filter((item) => item !== undefined);
    },
    async dropKeys(branch, beforeMs) {
      for (const [name, item] of keys) if (item.at < beforeMs && JSON.parse(name)[0] === branch) keys.delete(name);
      return 'dropped';
    },
    async branches() {
      return [...journals.keys()].sort();
    },
    async addToken(token) {
      tokens.set(token.hash, token);
      changes += 1;
      return 'kept';
    },
    async findToken(tokenHash) {
      return tokens.get(tokenHash) ?? null;
    },
    async listTokens(branch) {
      return [...tokens.values()].filter((token) => token.branch === branch);
    },
    async revokeToken(branch, id, atMs) {
      const token = [...tokens.values()].find((item) => item.branch === branch && item.id === id);
      if (token === undefined) return 'unknown';
      tokens.set(token.hash, { ...token, revokedAt: token.revokedAt ?? atMs });
      changes += 1;
      return 'revoked';
    },
    changeMark: () => changes,
    async close() {},
  };
}
