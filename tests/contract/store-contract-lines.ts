import { stamp } from '../../server/branches/journal/stamp.ts';
import type { JournalLine } from '../../server/store/store.ts';
import { noHash } from '../../simulator/lobby/journal/canonical-text.ts';

/** Events as the host makes them: chained, from seq `after` + 1. */
export function someLines(branch: string, count: number, after = { seq: 0, hash: noHash, at: 0 }): JournalLine[] {
  const drafts = Array.from(
    { length: count },
    (_, n) => ({ type: 'day-closed', data: { date: `2026-03-${String((n % 28) + 1).padStart(2, '0')}` } }) as const,
  );
  return stamp(after, drafts, { branch, nowMs: 1000, by: { kind: 'system', id: 'test' }, cause: undefined }).map(
    ({ line }) => line,
  );
}
