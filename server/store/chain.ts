import { hash } from 'node:crypto';
import type { LobbyEvent } from '../../simulator/lobby/journal/event.ts';
import type { JournalLine } from './store.ts';

/** `prev` of a journal's first event. */
export const noHash = '0'.repeat(64);

/** The bytes an event is stored, exported and hashed as. Key order is the envelope's, so a re-parsed event gives the same bytes. */
export function canonicalText(event: LobbyEvent): string {
  const { v, branch, seq, at, occurredAt, type, data, by, cause, undoes, prev } = event;
  return JSON.stringify({ v, branch, seq, at, occurredAt, type, data, by, cause, undoes, prev });
}

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

/** Follows the chain over some lines that begin right after `from`. */
export function followChain(from: ChainEnd, lines: Iterable<JournalLine>): ChainEnd | ChainBreak {
  let end = from;
  for (const line of lines) {
    const seen = envelopeOf(line.text);
    if (seen === null) return { seq: line.seq, why: 'unreadable' };
    if (line.seq !== end.seq + 1 || seen.seq !== line.seq) return { seq: end.seq + 1, why: 'gap' };
    if (seen.prev !== end.hash || seen.at !== line.at || seen.type !== line.type) return { seq: line.seq, why: 'altered' };
    if (line.at < end.at) return { seq: line.seq, why: 'time-went-back' };
    end = { seq: line.seq, hash: hashOf(line.text), at: line.at };
  }
  return end;
}

export const isBreak = (answer: ChainEnd | ChainBreak): answer is ChainBreak => 'why' in answer;

function envelopeOf(text: string): { seq: number; at: number; type: string; prev: string } | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
