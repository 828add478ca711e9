import { isFailure, type Store, type StoreFailure } from '../store/store.ts';
import type { StoredToken } from '../store/stored-token.ts';
import type { Principal } from './principal.ts';
import type { Role } from './roles.ts';
import { hashOfToken } from './token.ts';

/** Kept at hand; all is forgotten when any token changes, in this process or another. */
const keptAtOnce = 5_000;

/** Finds who a token belongs to. A revoked or unknown one is null, at once. */
export class Authenticator {
  readonly #store: Store;
  readonly #known = new Map<string, StoredToken>();
  #mark = Number.NaN;

  constructor(store: Store) {
    this.#store = store;
  }

  async find(secret: string): Promise<Principal | null | StoreFailure> {
    const mark = this.#store.changeMark();
    if (mark !== this.#mark || this.#known.size > keptAtOnce) {
      this.#known.clear();
      this.#mark = mark;
    }
    const hash = hashOfToken(secret);
    const token = this.#known.get(hash) ?? (await this.#store.findToken(hash));
    if (token === null || isFailure(token)) return token;
    this.#known.set(hash, token);
    return token.revokedAt === null ? principalOf(token) : null;
  }
}

export function principalOf(token: StoredToken): Principal {
  const role = token.role as Exclude<Role, 'ticket'>;
  return {
    role,
    branch: token.branch,
    scope: token.id,
    by: { kind: role, id: token.person ?? token.id },
    counter: token.counter,
    person: token.person,
    ticket: null,
  };
}

/** A customer by the ticket's own id. */
export const ticketHolder = (branch: string, ticket: string): Principal => ({
  role: 'ticket',
  branch,
  scope: `ticket:${ticket}`,
  by: { kind: 'ticket', id: ticket.slice(0, 64) },
  counter: null,
  person: null,
  ticket,
});
