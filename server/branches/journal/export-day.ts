import { isFailure, type JournalLine, type Store } from '../../store/store.ts';
import { prologueOf } from './export-prologue.ts';
import { eventOf } from './read-journal.ts';

const linesAtOnce = 2_000;

/**
 * The journal of one business day, as stored, one event a line: from its `day-opened` to the next day's. Before it stand the
 * earlier events that the day stands on, so that the file can be folded, replayed and conformed alone. Null: no such day.
 */
export async function exportDay(store: Store, branch: string, date: string): Promise<AsyncIterable<string> | null | 'unavailable'> {
  const opened = await findOpening(store, branch, date);
  return opened === null || opened === 'unavailable' ? opened : linesOf(store, branch, opened);
}

/** Days are opened in order, so the search goes back from the last. */
async function findOpening(store: Store, branch: string, date: string): Promise<JournalLine | null | 'unavailable'> {
  for (let before = Number.MAX_SAFE_INTEGER; ; ) {
    const line = await store.lastOfType(branch, 'day-opened', before);
    if (line === null) return null;
    if (isFailure(line)) return 'unavailable';
    const event = eventOf(line);
    if (event.type !== 'day-opened' || event.data.date < date) return null;
    if (event.data.date === date) return line;
    before = line.seq;
  }
}

async function* linesOf(store: Store, branch: string, opened: JournalLine): AsyncGenerator<string> {
  yield* asText(await prologueOf(store, branch, opened.seq));
  for (let after = opened.seq - 1; ; ) {
    const lines = await store.read(branch, after, linesAtOnce);
    if (isFailure(lines)) throw new Error(`journal of ${branch} became unreadable after seq ${after}`);
    const next = lines.findIndex(({ type, seq }) => type === 'day-opened' && seq > opened.seq);
    // What the roll of the day did before it opened the next one belongs to this day.
    yield* asText(next < 0 ? lines : lines.slice(0, next));
    const last = lines.at(-1);
    if (last === undefined || next >= 0) return;
    after = last.seq;
  }
}

function* asText(lines: readonly JournalLine[]): Generator<string> {
  if (lines.length > 0) yield `${lines.map(({ text }) => text).join('\n')}\n`;
}
