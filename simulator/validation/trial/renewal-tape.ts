import { Stream } from '../../workload/streams.ts';
import { growTape, type Tape } from '../../workload/tape.ts';

/** A length of time drawn by inversion, ms. */
export type Draw = (u: number) => number;

const gaps = new Stream();
const works = new Stream();

/**
 * A day of independent gaps and services of any distribution, the first customer at midnight; it ends with `visits` customers or at
 * `untilMs`. Drawn from the streams that Poisson days are drawn from; nobody leaves.
 */
export function renewalTape(
  { gap, work }: { gap: Draw; work: Draw },
  { visits, untilMs }: { visits: number; untilMs: number },
  { seed, day }: { seed: number; day: number },
  tape: Tape,
): Tape {
  growTape(tape, visits);
  gaps.start(seed, day, 'arrivals');
  works.start(seed, day, 'work');
  let at = 0;
  let count = 0;
  for (; count < visits && at < untilMs; count++) {
    tape.arrivalMs[count] = Math.round(at);
    tape.service[count] = 0;
    tape.segment[count] = 0;
    tape.workMs[count] = Math.round(work(works.uniform()));
    tape.patienceMs[count] = Number.POSITIVE_INFINITY;
    at += gap(gaps.uniform());
  }
  tape.visits = count;
  tape.needs = count;
  tape.seed = seed;
  tape.day = day;
  return tape;
}
