import type { By } from '../../simulator/lobby/journal/envelope.ts';
import type { Role } from './roles.ts';

/** A caller who has proved who they are. */
export interface Principal {
  readonly role: Role;
  /** Branch they belong to; `*` every branch. */
  readonly branch: string;
  /** Whose idempotency keys these are: the token's public id, or the ticket. */
  readonly scope: string;
  /** As the journal names them: a person's badge where known, else the token. */
  readonly by: By;
  readonly counter: string | null;
  readonly person: string | null;
  /** The only ticket a customer may touch. */
  readonly ticket: string | null;
}

export const belongsTo = (principal: Principal, branch: string): boolean => principal.branch === branch || principal.branch === '*';
