import type { LobbyEvent } from './event.ts';

/** `prev` of a journal's first event. */
export const noHash = '0'.repeat(64);

/** The bytes an event is stored, exported and hashed as. Key order is the envelope's, so a re-parsed event gives the same bytes. */
export function canonicalText(event: LobbyEvent): string {
  const { v, branch, seq, at, occurredAt, type, data, by, cause, undoes, prev } = event;
  return JSON.stringify({ v, branch, seq, at, occurredAt, type, data, by, cause, undoes, prev });
}
