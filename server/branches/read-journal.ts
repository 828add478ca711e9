import type { LobbyEvent } from '../../simulator/lobby/journal/event.ts';
import { type ChainBreak, type ChainEnd, chainStart, followChain, isBreak } from '../store/chain.ts';
import { isFailure, type JournalLine, type Store, type StoreFailure } from '../store/store.ts';

/** Events read from the store at once: bounds memory, however long the journal. */
const linesAtOnce = 2_000;

/** A stored event as it is written. Every stored event has passed its schema before it was kept; `verify` checks them again. */
export const eventOf = (line: JournalLine): LobbyEvent => JSON.parse(line.text) as LobbyEvent;

/** The journal of a branch after a position, in pieces; the chain is followed on the way. */
export async function* readJournal(
  store: Store,
  branch: string,
  from: ChainEnd = chainStart,
): AsyncGenerator<{ readonly lines: readonly JournalLine[]; readonly end: ChainEnd } | StoreFailure | ChainBreak> {
  let end = from;
  for (;;) {
    const lines = await store.read(branch, end.seq, linesAtOnce);
    if (isFailure(lines)) {
      yield lines;
      return;
    }
    if (lines.length === 0) return;
    const followed = followChain(end, lines);
    if (isBreak(followed)) {
      yield followed;
      return;
    }
    end = followed;
    yield { lines, end };
    // A long journal is read between the requests of others.
    await new Promise((resolve) => setImmediate(resolve));
  }
}
