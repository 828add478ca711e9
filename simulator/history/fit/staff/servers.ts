import type { Visit } from '../../clean/visit.ts';

/** Something a server did: from start to end, over at once or not. Wall ms. */
export interface Work {
  readonly startMs: number;
  readonly endMs: number;
  readonly service: string | null;
  /** Of the customer until they were called; null: not known. */
  readonly waitMs: number | null;
  /** When the server was ready and called: the start less the time of the recalls; null: not known. */
  readonly takenMs: number | null;
  /** When they were ready again, where that is on record. */
  readonly readyMs: number | null;
  /** Nobody came: no service, so no turnaround after it. */
  readonly noShow: boolean;
}

/** Names of further servers, made up for services of nobody who is named. */
const unnamed = (at: number): string => `?${at + 1}`;
export const isNamed = (server: string): boolean => !server.startsWith('?');

/**
 * What each server did on a day, in order. Services without a server are dealt to as few further ones as can have done them: each
 * to the one who was free last.
 */
export function workByServer(visits: readonly Visit[], recallAfterMs: number | null = null): ReadonlyMap<string, readonly Work[]> {
  const by = new Map<string, Work[]>();
  const nobodys: Work[] = [];
  for (const visit of visits) {
    const { server } = visit;
    const work = workOf(visit, recallAfterMs);
    if (work === null) continue;
    if (server === null) nobodys.push(work);
    else {
      const list = by.get(server);
      if (list === undefined) by.set(server, [work]);
      else list.push(work);
    }
  }
  const byStart = (a: Work, b: Work): number => a.startMs - b.startMs || a.endMs - b.endMs;
  for (const list of by.values()) list.sort(byStart);
  nobodys.sort(byStart);
  const lanes: Work[][] = [];
  for (const work of nobodys) {
    let best: Work[] | null = null;
    for (const lane of lanes) {
      const end = lane.at(-1)!.endMs;
      if (end <= work.startMs && (best === null || end > best.at(-1)!.endMs)) best = lane;
    }
    if (best === null) lanes.push([work]);
    else best.push(work);
  }
  for (const [at, lane] of lanes.entries()) by.set(unnamed(at), lane);
  return by;
}

/** What a visit took of a server: a service, or calling somebody who did not come. A device is no server. */
function workOf(visit: Visit, recallAfterMs: number | null): Work | null {
  const { arrivalMs, calledMs, calls, endMs, ghostMs, outcome, place, readyMs, server, service, startMs, waitMs, workMs } = visit;
  if (place === 'device') return null;
  if (outcome === 'no-show') {
    if (server === null || calledMs === null || calls === null || recallAfterMs === null) return null;
    const until = calledMs + calls * recallAfterMs;
    const waitedMs = arrivalMs === null ? null : calledMs - arrivalMs;
    return { startMs: calledMs, endMs: until, service, waitMs: waitedMs, takenMs: calledMs, readyMs: null, noShow: true };
  }
  // A length that a rule took away says nothing of when the server was busy.
  if (startMs === null || endMs === null || (workMs ?? ghostMs) === null) return null;
  const recalls = Math.max(0, (calls ?? 1) - 1);
  const recalling = recalls === 0 ? 0 : recallAfterMs === null ? null : recalls * recallAfterMs;
  const called = calledMs !== null && calledMs <= startMs ? calledMs : startMs;
  const takenMs = recalling === null ? null : Math.min(called, startMs - recalling);
  const waitedMs = waitMs === null || takenMs === null ? null : Math.max(0, waitMs - (startMs - takenMs));
  return { startMs, endMs, service, waitMs: waitedMs, takenMs, readyMs, noShow: false };
}
