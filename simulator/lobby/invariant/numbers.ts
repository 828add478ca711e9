import type { JournalEntry } from '../journal/event.ts';
import type { LobbyState } from '../state.ts';

/** [I3] Recounts the numbers of every day, series and leased block, apart from `evolve`. */
export function numberBook(): { note(before: LobbyState, event: JournalEntry, complain: (message: string) => void): void } {
  const given = new Set<string>();
  const lastOf = new Map<string, number>();
  const nextOf = new Map<string, { next: number; to: number }>();
  const leased: { date: string; series: string; from: number; to: number }[] = [];

  const afterLeases = (date: string, series: string, ordinal: number): number => {
    const hit = leased.find(
      (block) => block.date === date && block.series === series && block.from <= ordinal && ordinal <= block.to,
    );
    return hit ? afterLeases(date, series, hit.to + 1) : ordinal;
  };

  return {
    note(before, event, complain) {
      if (event.type === 'number-block-leased') {
        const { block, series, from, to } = event.data;
        const overlap = leased.some(
          (other) => other.date === before.day?.date && other.series === series && from <= other.to && other.from <= to,
        );
        if (overlap) complain(`block ${block} overlaps another`);
        leased.push({ date: before.day?.date ?? '', series, from, to });
        nextOf.set(block, { next: from, to });
      }
      if (event.type !== 'ticket-issued') return;
      const { date, series, ordinal, number, block } = event.data;
      if (given.has(`${date} ${number}`)) complain(`${number} of ${date} was given twice`);
      given.add(`${date} ${number}`);
      if (block !== undefined) {
        const lease = nextOf.get(block);
        if (!lease || ordinal !== lease.next || ordinal > lease.to) complain(`${number} is not the next of block ${block}`);
        else lease.next += 1;
        return;
      }
      const key = `${date} ${series}`;
      const expected = afterLeases(date, series, (lastOf.get(key) ?? 0) + 1);
      if (ordinal !== expected) complain(`${number} follows ${lastOf.get(key) ?? 0} of series ${series}`);
      lastOf.set(key, ordinal);
    },
  };
}
