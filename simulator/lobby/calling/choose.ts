import type { CallingRule } from './make.ts';
import type { LineScorer, LineView, StationView } from './strategy.ts';

/**
 * The lines as one station sees them now, by position in the branch's order. The live lobby answers from its state, the
 * engine from typed arrays. The head of a line is its first ticket that this station can serve now.
 */
export interface LineSource {
  readonly count: number;
  /** Tickets waiting in all lines. */
  readonly totalWaiting: number;
  /** readyAt of the head, ms; NaN when the line holds nobody this station can serve now. */
  headReadyAt(line: number): number;
  /** Sequence of the head's ticket; asked only to break a tie. */
  headSeq(line: number): number;
  /** Tickets waiting in the line. */
  length(line: number): number;
  /** First calls from the line that count for a ratio (SPEC C6). */
  callsSoFar(line: number): number;
}

// One view for every line of every call: a simulated day scores tens of thousands of heads, and a fresh object for each
// would be most of the engine's garbage. It is safe because a scorer may not keep it, scoring never calls chooseLine, and
// JavaScript runs one call at a time; every field is written before it is read, so the answer depends on arguments only.
const view: LineView = { line: 0, headWaitMs: 0, headReadyAt: 0, length: 0, totalWaiting: 0, callsSoFar: 0 };
const stationView: StationView = { station: 0 };

/** What a strategy gives a line whose head has been ready since `readyAt`. */
export function scoreOf(
  source: LineSource,
  scorer: LineScorer,
  line: number,
  readyAt: number,
  station: number,
  nowMs: number,
): number {
  view.line = line;
  view.headReadyAt = readyAt;
  view.headWaitMs = nowMs - readyAt;
  view.length = source.length(line);
  view.totalWaiting = source.totalWaiting;
  view.callsSoFar = source.callsSoFar(line);
  stationView.station = station;
  return scorer(view, stationView, nowMs);
}

/** What decides among lines: a calling rule. */
export type Chooses = Pick<CallingRule, 'scorer' | 'holdsBack'>;

/**
 * The line that a free station calls next, or -1 for none: the highest score; ties by the head's readyAt, then its ticket
 * sequence. A line scored -Infinity is never called.
 */
export function chooseLine(source: LineSource, { holdsBack, scorer }: Chooses, station: number, nowMs: number): number {
  let chosen = -1;
  let best = Number.NEGATIVE_INFINITY;
  let bestReadyAt = 0;
  // Nearly always one line alone has a head: then there is nothing to compare, and nothing is scored.
  let scored = holdsBack;
  for (let line = 0; line < source.count; line += 1) {
    const readyAt = source.headReadyAt(line);
    if (Number.isNaN(readyAt)) continue;
    if (!scored) {
      if (chosen < 0) {
        chosen = line;
        bestReadyAt = readyAt;
        continue;
      }
      scored = true;
      best = scoreOf(source, scorer, chosen, bestReadyAt, station, nowMs);
    }
    const score = scoreOf(source, scorer, line, readyAt, station, nowMs);
    if (score > best || (score === best && chosen >= 0 && goesBefore(source, line, readyAt, chosen, bestReadyAt))) {
      chosen = line;
      best = score;
      bestReadyAt = readyAt;
    }
  }
  return chosen;
}

function goesBefore(source: LineSource, line: number, readyAt: number, other: number, otherReadyAt: number): boolean {
  return readyAt < otherReadyAt || (readyAt === otherReadyAt && source.headSeq(line) < source.headSeq(other));
}
