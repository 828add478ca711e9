import { dayMs } from '../../workload/clock.ts';
import { exponential } from '../../workload/distributions/exponential.ts';
import { Stream } from '../../workload/streams.ts';
import { growTape, plainColumns, type Tape } from '../../workload/tape.ts';

/** Where people come in and go on: rates per ms, mean services in ms. */
export interface NetworkDemand {
  readonly arrivals: readonly number[];
  readonly meanServiceMs: readonly number[];
  readonly routing: readonly (readonly number[])[];
}

const columns = { ...plainColumns, manyNeeds: true };
const gaps = new Stream();
const routes = new Stream();
const works = new Stream();

/** A day of a network: Poisson arrivals from midnight, each visit's stations drawn one after another until it leaves. */
export function networkTape({ arrivals, meanServiceMs, routing }: NetworkDemand, seed: number, day: number, tape: Tape): Tape {
  gaps.start(seed, day, 'arrivals');
  routes.start(seed, day, 'transfer');
  works.start(seed, day, 'work');
  const rate = arrivals.reduce((sum, one) => sum + one, 0);
  const gap = exponential(1 / rate);
  const law = meanServiceMs.map((mean) => exponential(mean));
  const entry = arrivals.map((one) => one / rate);
  const times: number[] = [];
  const first: number[] = [];
  const path: number[] = [];
  for (let at = gap.quantile(gaps.uniform()); at < dayMs; at += gap.quantile(gaps.uniform())) {
    times.push(Math.floor(at));
    first.push(path.length);
    for (let station = pick(entry, routes.uniform()); station >= 0; station = pick(routing[station]!, routes.uniform()))
      path.push(station);
  }
  growTape(tape, times.length, path.length, columns);
  tape.visits = times.length;
  tape.needs = path.length;
  tape.seed = seed;
  tape.day = day;
  tape.arrivalMs.set(times);
  tape.segment.fill(0, 0, times.length);
  tape.firstNeed!.set(first);
  tape.firstNeed![times.length] = path.length;
  tape.service.set(path);
  tape.patienceMs.fill(Number.POSITIVE_INFINITY, 0, path.length);
  for (let need = 0; need < path.length; need++) tape.workMs[need] = Math.round(law[path[need]!]!.quantile(works.uniform()));
  return tape;
}

/** The one of these shares that a uniform falls on; -1 beyond them all. */
function pick(shares: readonly number[], u: number): number {
  let passed = 0;
  for (let at = 0; at < shares.length; at++) {
    passed += shares[at]!;
    if (u < passed) return at;
  }
  return -1;
}
