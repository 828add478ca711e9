/** An idempotency key belongs to whoever sent it: another token's equal key is another key. */
export interface KeyName {
  readonly scope: string;
  readonly key: string;
}

/** The answer once given to a command, so that a repeated request gets the same one. */
export interface StoredKey extends KeyName {
  /** Keyed hash of method, path and body: the same key with another body is a mistake of the client. */
  readonly bodyHash: string;
  readonly status: number;
  /** The answer's JSON. */
  readonly answer: string;
  readonly at: number;
}
