import { canonicalText } from '../../../simulator/lobby/journal/canonical-text.ts';
import type { By } from '../../../simulator/lobby/journal/envelope.ts';
import { journalVersion } from '../../../simulator/lobby/journal/envelope.ts';
import type { Draft, LobbyEvent } from '../../../simulator/lobby/journal/event.ts';
import { hashOf } from '../../store/chain.ts';
import type { JournalLine } from '../../store/store.ts';

/** Where the next event of a journal goes. */
export interface JournalEnd {
  readonly seq: number;
  readonly hash: string;
  readonly at: number;
}

/** An event with its stored form and the hash that the next one carries. */
export interface Stamped {
  readonly event: LobbyEvent;
  readonly line: JournalLine;
  readonly hash: string;
}

/** Makes stored events of what `decide` answered: gap-free `seq`, `at` never decreasing, each chained to the one before. */
export function stamp(
  end: JournalEnd,
  drafts: readonly Draft[],
  about: { readonly branch: string; readonly nowMs: number; readonly by: By; readonly cause: string | undefined },
): readonly Stamped[] {
  const stamped: Stamped[] = [];
  let last = end;
  for (const draft of drafts) {
    const event = {
      v: journalVersion,
      branch: about.branch,
      seq: last.seq + 1,
      at: Math.max(about.nowMs, last.at),
      by: about.by,
      prev: last.hash,
      ...draft,
      ...(about.cause === undefined ? {} : { cause: about.cause }),
    } as LobbyEvent;
    const text = canonicalText(event);
    last = { seq: event.seq, hash: hashOf(text), at: event.at };
    stamped.push({ event, line: { seq: event.seq, at: event.at, type: event.type, text }, hash: last.hash });
  }
  return stamped;
}
