import type { JournalEntry } from '../journal/event.ts';

/** The events of a journal that were not taken back: an `undone` drops the seqs `undoes`..`data.to`, and itself. */
export function keptEvents(journal: Iterable<JournalEntry>): readonly JournalEntry[] {
  const kept: JournalEntry[] = [];
  for (const event of journal) {
    if (event.type !== 'undone' || event.undoes === undefined) {
      kept.push(event);
      continue;
    }
    // An act is undone soon after it, so only the newest events are moved.
    const later: JournalEntry[] = [];
    while (kept.length > 0 && kept.at(-1)!.seq >= event.undoes) {
      const last = kept.pop()!;
      if (last.seq > event.data.to) later.push(last);
    }
    kept.push(...later.reverse());
  }
  return kept;
}
