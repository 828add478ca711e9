import { hash } from 'node:crypto';
import { noHash } from '../../simulator/lobby/journal/canonical-text.ts';
import type { LobbyEvent } from '../../simulator/lobby/journal/event.ts';
import type { JournalLine } from './store.ts';

export const hashOf = (text: string): string => hash('sha256', text, 'hex');

/** Where a chain breaks: the first event that is missing, out of place, or not the one its successor remembers. */
export interface ChainBreak {
  readonly seq: number;
  readonly why: 'gap' | 'altered' | 'unreadable' | 'time-went-back';
}

export interface ChainEnd {
  readonly seq: number;
  readonly hash: string;
  readonly at: number;
}

export const chainStart: ChainEnd = { seq: 0, hash: noHash, at: 0 };

/** An event that has its right place in the chain, and the hash that its successor must carry. */
export interface Linked {
  readonly event: LobbyEvent;
  readonly line: JournalLine;
  readonly hash: string;
}

/** Follows the chain over some lines that begin right after `from`, reading each once. */
export function followChain(
  from: ChainEnd,
  lines: Iterable<JournalLine>,
): { readonly end: ChainEnd; readonly linked: readonly Linked[] } | ChainBreak {
  let end = from;
  const linked: Linked[] = [];
  for (const line of lines) {
    const event = readEvent(line.text);
    if (event === null) return { seq: line.seq, why: 'unreadable' };
    if (line.seq !== end.seq + 1 || event.seq !== line.seq) return { seq: end.seq + 1, why: 'gap' };
    if (event.prev !== end.hash || event.at !== line.at || event.type !== line.type) return { seq: line.seq, why: 'altered' };
    if (line.at < end.at) return { seq: line.seq, why: 'time-went-back' };
    end = { seq: line.seq, hash: hashOf(line.text), at: line.at };
    linked.push({ event, line, hash: end.hash });
  }
  return { end, linked };
}

export const isBreak = (answer: object): answer is ChainBreak => 'why' in answer;

/** A stored event as it is written. Every one has passed its schema before it was kept; `verify` checks them again. */
function readEvent(text: string): LobbyEvent | null {
  try {
    return JSON.parse(text) as LobbyEvent;
  } catch {
    return null;
  }
}
