import { hasSkill, modeAt, typicalWorkMs } from './ability.ts';
import type { Branch } from './branch/branch.ts';
import { catalogueOf } from './branch/catalogue.ts';
import { stationKinds } from './branch/place.ts';
import type { Quote } from './journal/ticket-events.ts';
import type { LobbyState, Place } from './state.ts';

/** Share of waits that a promise covers: 10 % may be shorter, 10 % longer. */
const level = 0.8;
const z = 1.2815515655446004; // standard normal quantile of 0.9

/** [Q1] A wait promised at issue, from the lobby as it stands. */
export function estimateWait(state: LobbyState, place: Pick<Place, 'line'>, service: string, nowMs: number): Quote | null {
  const { branch } = state.config!;
  const lineAt = new Map(branch.lines.map(({ id }, at) => [id, at]));
  const serviceAt = new Map(branch.services.map(({ id }, at) => [id, at]));
  const waiting = noneWaiting(branch);
  for (const { arrivedAt, current, needs, place, status } of state.tickets.values()) {
    if (status !== 'waiting' || !place || arrivedAt > nowMs) continue;
    const at = waitingAt(
      branch,
      lineAt.get(place.line)!,
      serviceAt.get(needs[current]!.service)!,
      stationKinds.indexOf(place.kind),
    );
    waiting[at] = waiting[at]! + 1;
  }
  return quoteIn(branch, lineAt.get(place.line)!, serviceAt.get(service)!, {
    waiting,
    isIdle: (station) => state.stations.get(branch.stations[station]!.id)!.status === 'ready',
    isAble: (at, wanted) => {
      const declared = branch.stations[at]!;
      const station = state.stations.get(declared.id)!;
      if (station.status === 'closed' || station.status === 'paused') return false;
      const mode = modeAt(branch.services[wanted]!, declared.kind);
      return mode !== undefined && hasSkill(state, declared, station, branch.services[wanted]!, mode);
    },
  });
}

/** A lobby as far as a promise looks at it: live its state, in a simulated day the engine's columns. Stations and services by their place in the branch. */
export interface Hall {
  /** How many wait, see `waitingAt`. */
  readonly waiting: ArrayLike<number>;
  isIdle(station: number): boolean;
  /** At work, and can give the service as it is staffed now. */
  isAble(station: number, service: number): boolean;
}

export const noneWaiting = ({ lines, services }: Branch): Int32Array =>
  new Int32Array(lines.length * services.length * stationKinds.length);

/** Where those are counted who wait in a line for a service at a kind of station. */
export const waitingAt = ({ services }: Branch, line: number, service: number, kind: number): number =>
  (line * services.length + service) * stationKinds.length + kind;

/** The promise for a service in a line. Those before it are told in the branch's order, so that every host adds up alike. */
export function quoteIn(branch: Branch, line: number, service: number, { isAble, isIdle, waiting }: Hall): Quote | null {
  const stationsOf = (of: number, wanted: number): readonly number[] =>
    branch.stations.flatMap(({ kind }, at) => (branch.lines[of]!.kinds.includes(kind) && isAble(at, wanted) ? [at] : []));
  const stations = stationsOf(line, service);
  const { services } = branch;
  const before: Before<number>[] = [];
  for (const rival of catalogueOf(branch).before[line]!) {
    // mostly nobody: only those who wait are looked at closely
    for (let wanted = 0; wanted < services.length; wanted += 1) {
      for (let kind = 0; kind < stationKinds.length; kind += 1) {
        const count = waiting[waitingAt(branch, rival, wanted, kind)]!;
        if (count === 0) continue;
        const workMs = typicalWorkMs(branch, services[wanted]!.id, stationKinds[kind]!);
        before.push({ count, workMs, stations: stationsOf(rival, wanted) });
      }
    }
  }
  const ownMs = typicalWorkMs(branch, services[service]!.id, branch.lines[line]!.kinds[0]!);
  return quoteOf({ stations, idle: stations.filter(isIdle).length, before, ownMs });
}

/** Tickets alike that are before a customer: how many, the usual work of each, and the stations at work that may take them. */
export interface Before<S> {
  readonly count: number;
  readonly workMs: number;
  readonly stations: readonly S[];
}

/** What a promise is made from: the stations at work that could serve the customer, how many of them are idle, who is before, and the usual work of the customer's own need. */
export interface QueueAhead<S> {
  readonly stations: readonly S[];
  readonly idle: number;
  readonly before: readonly Before<S>[];
  readonly ownMs: number;
}

/**
 * [Q1] By queue length (QL): with c stations at work and q tickets before the customer, the wait is Erlang(q + 1, c μ), μ one over
 * the usual work. Who waits for none of these stations is not before the customer; of what other stations may take as well these
 * take their part; and what only some of them can take holds those, so that the others go on. Null when nobody works there: no
 * promise is better than a false one. Source: Ibrahim and Whitt 2009; the quantiles are Wilson and Hilferty's.
 */
export function quoteOf<S>({ before, idle, ownMs, stations }: QueueAhead<S>): Quote | null {
  if (stations.length === 0) return null;
  let ahead = 0;
  let shape = 1;
  let sharedMs = ownMs;
  const heldMs = stations.map(() => 0);
  for (const { count, stations: theirs, workMs } of before) {
    const both = stations.flatMap((station, at) => (theirs.includes(station) ? [at] : []));
    if (both.length === 0) continue;
    ahead += count;
    const each = count / theirs.length;
    if (both.length === stations.length) {
      shape += each * both.length;
      sharedMs += each * both.length * workMs;
    } else for (const at of both) heldMs[at] = heldMs[at]! + each * workMs;
  }
  if (idle > ahead) return { lowMs: 0, highMs: 0, level, method: 'ql' };
  const scaleMs = levelMs(heldMs, sharedMs) / shape;
  return { lowMs: erlangQuantile(shape, scaleMs, -z), highMs: erlangQuantile(shape, scaleMs, z), level, method: 'ql' };
}

/** When stations that are held so long have done some shared work too, each as much as it can. */
function levelMs(heldMs: readonly number[], sharedMs: number): number {
  const held = heldMs.toSorted((a, b) => a - b);
  let sum = sharedMs;
  for (let at = 0; at < held.length; at += 1) {
    sum += held[at]!;
    if (at + 1 === held.length || sum / (at + 1) <= held[at + 1]!) return sum / (at + 1);
  }
  return sum;
}

/** Quantile of Erlang(shape, mean scale) at standard normal score `score`, whole ms (Wilson and Hilferty 1931). */
function erlangQuantile(shape: number, scaleMs: number, score: number): number {
  const root = 1 - 1 / (9 * shape) + score / (3 * Math.sqrt(shape));
  return Math.round(shape * scaleMs * Math.max(0, root) ** 3);
}
