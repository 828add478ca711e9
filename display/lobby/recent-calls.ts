import type { Board } from '../../simulator/lobby/board/board.ts';
import type { LobbyNews } from '../ui/live/message.ts';
import { type Call, callsIn } from './calls-to-announce.ts';

/** A call as it is remembered after it has left the list of those in service. */
export interface PastCall extends Call {
  readonly at: number;
}

/** Long enough for somebody who stepped out, short enough that nobody waits for a number long gone. */
const recentMs = 30 * 60_000;
const mostKept = 20;

/**
 * Calls of the last half hour, newest first, each number once: those already known, those in the news, those on the board. A number that
 * waits is none of them: its call was taken back, or it is to be called once more.
 */
export function remember(known: readonly PastCall[], news: readonly LobbyNews[], board: Board): readonly PastCall[] {
  const onBoard = board.nowServing.map(({ number, counter, calledAt }) => ({ number, counter, at: calledAt }));
  const waits = new Set(board.lines.flatMap(({ next }) => next));
  const latest = new Map<string, PastCall>();
  for (const call of [...known, ...callsIn(news), ...onBoard]) {
    const other = latest.get(call.number);
    if (!waits.has(call.number) && call.at > board.at - recentMs && (other === undefined || other.at <= call.at))
      latest.set(call.number, call);
  }
  return [...latest.values()].sort((a, b) => b.at - a.at).slice(0, mostKept);
}

/** Those that no line of the display shows any more. */
export const gone = (calls: readonly PastCall[], shown: readonly Call[]): readonly PastCall[] =>
  calls.filter(({ number }) => !shown.some((call) => call.number === number));

const kept = 'tingtang recent calls';

/** What this display remembered before it was loaded anew. */
export function recalled(): readonly PastCall[] {
  try {
    const calls: unknown = JSON.parse(sessionStorage.getItem(kept) ?? '[]');
    return Array.isArray(calls) ? calls : [];
  } catch {
    return [];
  }
}

export function keep(calls: readonly PastCall[]): void {
  try {
    sessionStorage.setItem(kept, JSON.stringify(calls));
  } catch {
    // Without storage the display remembers until it is loaded anew.
  }
}
