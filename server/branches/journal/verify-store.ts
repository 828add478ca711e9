import { emptyState } from '../../../simulator/lobby/evolve/empty-state.ts';
import { evolve } from '../../../simulator/lobby/evolve/evolve.ts';
import { canonicalText } from '../../../simulator/lobby/journal/canonical-text.ts';
import { parseEvent } from '../../../simulator/lobby/journal/event.ts';
import { isFailure, type JournalLine, type Store } from '../../store/store.ts';
import { readJournal } from './read-journal.ts';

export interface Verified {
  readonly branch: string;
  /** Events found right, from the first. */
  readonly events: number;
  readonly ok: boolean;
  readonly problem?: string;
}

/** Checks every journal of a store from its first byte: the chain, each event's schema, and that they lead to a lobby. */
export async function verifyStore(store: Store): Promise<readonly Verified[]> {
  const branches = await store.branches();
  if (isFailure(branches)) return [{ branch: '*', events: 0, ok: false, problem: 'the store cannot be read' }];
  const all: Verified[] = [];
  for (const branch of branches) all.push(await verifyBranch(store, branch));
  return all;
}

async function verifyBranch(store: Store, branch: string): Promise<Verified> {
  let state = emptyState;
  const wrong = (problem: string): Verified => ({ branch, events: state.seq, ok: false, problem });
  for await (const piece of readJournal(store, branch)) {
    if ('failed' in piece) return wrong('the store cannot be read');
    if ('why' in piece) return wrong(`the chain is broken at seq ${piece.seq}: ${piece.why}`);
    for (const { line } of piece.linked) {
      const problem = problemOf(line, branch);
      if (problem !== null) return wrong(problem);
      try {
        state = evolve(state, parseEvent(JSON.parse(line.text)));
      } catch (error) {
        return wrong(`seq ${line.seq} cannot follow: ${(error as Error).message}`);
      }
    }
  }
  return { branch, events: state.seq, ok: true };
}

function problemOf(line: JournalLine, branch: string): string | null {
  try {
    const event = parseEvent(JSON.parse(line.text));
    if (event.branch !== branch) return `seq ${line.seq} belongs to branch ${event.branch}`;
    return canonicalText(JSON.parse(line.text)) === line.text ? null : `seq ${line.seq} is not in its canonical form`;
  } catch (error) {
    return `seq ${line.seq} is not an event: ${(error as Error).message.slice(0, 200)}`;
  }
}
