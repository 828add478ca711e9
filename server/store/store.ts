import type { KeyName, StoredKey } from './stored-key.ts';
import type { StoredToken } from './stored-token.ts';

/** One event in its stored form. `text` is the canonical JSON whose SHA-256 the next event carries as `prev`. */
export interface JournalLine {
  readonly seq: number;
  readonly at: number;
  readonly type: string;
  readonly text: string;
}

/** Why the store did not do it. Nothing of the request has been kept. */
export type StoreFailure =
  /** Somebody else has written: `last` is where the journal stands now. */
  | { readonly failed: 'sequence-conflict'; readonly last: number }
  /** Disk full, I/O error, locked for too long. */
  | { readonly failed: 'unavailable'; readonly message: string };

export const isFailure = (answer: unknown): answer is StoreFailure =>
  typeof answer === 'object' && answer !== null && 'failed' in answer;

/**
 * Where journals, idempotency keys and tokens are kept. Async from the first day; expected failures are values.
 * `tests/contract/store-contract.ts` is the suite that every implementation passes.
 */
export interface Store {
  /**
   * Adds events and the answers of their commands in one durable transaction. `expectedSeq` is the journal's last
   * seq as the caller knows it. When this resolves without a failure, a power cut loses nothing of it.
   */
  append(
    branch: string,
    expectedSeq: number,
    lines: readonly JournalLine[],
    keys: readonly StoredKey[],
  ): Promise<'kept' | StoreFailure>;
  /** Events with seq > after, in order, at most `limit`. */
  read(branch: string, after: number, limit: number): Promise<readonly JournalLine[] | StoreFailure>;
  /** Seq and SHA-256 of the last event; 0 and 64 zeros before the first. */
  last(branch: string): Promise<{ readonly seq: number; readonly hash: string } | StoreFailure>;
  /** The last event of a type with seq < before. */
  lastOfType(branch: string, type: string, before: number): Promise<JournalLine | null | StoreFailure>;
  /** Answers already given to these keys of a branch. */
  findKeys(branch: string, names: readonly KeyName[]): Promise<readonly StoredKey[] | StoreFailure>;
  /** Forgets answers given before an instant. */
  dropKeys(branch: string, beforeMs: number): Promise<'dropped' | StoreFailure>;
  /** Branches that have a journal. */
  branches(): Promise<readonly string[] | StoreFailure>;
  addToken(token: StoredToken): Promise<'kept' | StoreFailure>;
  /** Also tokens that another process added a moment ago. */
  findToken(hash: string): Promise<StoredToken | null | StoreFailure>;
  listTokens(branch: string): Promise<readonly StoredToken[] | StoreFailure>;
  revokeToken(branch: string, id: string, atMs: number): Promise<'revoked' | 'unknown' | StoreFailure>;
  /** Changes whenever tokens may have changed, in this process or another, or another has written events. Cheap: asked at every request. */
  changeMark(): number;
  close(): Promise<void>;
}
