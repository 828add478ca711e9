import { randomBytes } from 'node:crypto';

/** Draws ids that nobody can guess, as a port. */
export interface Ids {
  /** A ticket's id: 160 random bits. Whoever knows it may read the ticket, so it is as good as a key. */
  ticket(): string;
  /** Any other id that is not a secret: an appointment, a block, a token's public name. */
  short(prefix: string): string;
}

export const randomIds: Ids = {
  ticket: () => randomBytes(20).toString('base64url'),
  short: (prefix) => `${prefix}${randomBytes(8).toString('hex')}`,
};
