/** A token at rest: the SHA-256 of its 256 random bits, and what it may do. */
export interface StoredToken {
  /** Public name of the token: in logs, in the journal's `by`, in `revoke`. Not a secret. */
  readonly id: string;
  readonly hash: string;
  /** Branch it belongs to; `*` every branch (admins only). */
  readonly branch: string;
  readonly role: string;
  /** The only counter it may work, where it is a counter's token. */
  readonly counter: string | null;
  /** The member of staff who holds it. */
  readonly person: string | null;
  readonly createdAt: number;
  readonly revokedAt: number | null;
}
