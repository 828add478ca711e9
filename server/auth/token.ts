import { hash, randomBytes } from 'node:crypto';
import type { StoredToken } from '../store/stored-token.ts';
import type { Role } from './roles.ts';

export interface TokenRequest {
  readonly branch: string;
  readonly role: Exclude<Role, 'ticket'>;
  readonly counter?: string | null | undefined;
  readonly person?: string | null | undefined;
}

/** Tokens are found by this; the token itself is kept nowhere. */
export const hashOfToken = (secret: string): string => hash('sha256', secret, 'hex');

/** Draws a token of 256 random bits. The secret is shown once; at rest there is its hash. */
export function drawToken(request: TokenRequest, nowMs: number): { readonly secret: string; readonly token: StoredToken } {
  const secret = `tt_${randomBytes(32).toString('base64url')}`;
  const { branch, role, counter = null, person = null } = request;
  return {
    secret,
    token: {
      id: `${role}-${randomBytes(6).toString('hex')}`,
      hash: hashOfToken(secret),
      branch,
      role,
      counter,
      person,
      createdAt: nowMs,
      revokedAt: null,
    },
  };
}
