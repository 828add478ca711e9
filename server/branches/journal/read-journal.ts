import type { LobbyEvent } from '../../../simulator/lobby/journal/event.ts';
import { type ChainBreak, type ChainEnd, chainStart, followChain, isBreak, type Linked } from '../../store/chain.ts';
import { isFailure, type JournalLine, type Store, type StoreFailure } from '../../store/store.ts';

/** Events read from the store at once: bounds memory, however long the journal. */
const linesAtOnce = 2_000;

/** One stored event as it is written. */
export const eventOf = (line: JournalLine): LobbyEvent => JSON.parse(line.text) as LobbyEvent;

/** The journal of a branch after a position, in pieces; the chain is followed on the way. */
export async function* readJournal(
  store: Store,
  branch: string,
  from: ChainEnd = chainStart,
): AsyncGenerator<{ readonly linked: readonly Linked[] } | StoreFailure | ChainBreak> {
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
    end = followed.end;
    yield followed;
    // A long journal is read between the requests of others.
    await new Promise((resolve) => setImmediate(resolve));
  }
}
