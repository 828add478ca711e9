import { drawArrivals } from './arrivals.ts';
import { bookInto } from './draw-bookings.ts';
import { drawCustomers } from './draw-customers.ts';
import { drawNeeds } from './draw-needs.ts';
import type { Model } from './model.ts';
import { guideCells, makeSampler, type Sampler } from './sampler.ts';
import { Stream } from './streams.ts';
import { growTape, makeTape, type Tape } from './tape.ts';

export { firstFor, makeSampler, type Sampler } from './sampler.ts';

/** One day of demand. The same seed and day give the same tape on any machine with the same V8. */
export function sample(model: Model, seed: number, day: number): Tape {
  return sampleInto(makeSampler(model), seed, day, makeTape(0));
}

const stream = new Stream();

/** Draws a day into a tape that is used again and again. */
export function sampleInto(sampler: Sampler, seed: number, day: number, tape: Tape): Tape {
  tape.seed = seed;
  tape.day = day;
  const walkIns = drawInstants(sampler, tape);
  const kinds = drawKinds(sampler, tape, walkIns);
  tape.visits = walkIns;
  if (sampler.columns.slots) bookInto(sampler, tape);
  else tape.bookings = [];
  drawNeeds(sampler, tape, kinds);
  drawCustomers(sampler, tape);
  return tape;
}

/** Arrival times of those who walk in, straight into the tape; answers how many. */
function drawInstants(sampler: Sampler, tape: Tape): number {
  const { batch, columns, dayFactor, rate } = sampler;
  const { seed, day } = tape;
  const factor = dayFactor === null ? 1 : dayFactor.quantile(stream.start(seed, day, 'dayFactor').uniform());
  const start = (): Stream => stream.start(seed, day, 'arrivals');
  // Room for who books and for further needs is found when they are drawn; here each visit has one.
  const room = (count: number): void => growTape(tape, count, count, columns);
  room(0);
  if (batch !== null) return drawBatches(sampler, tape, factor / batch.mean, room);
  let visits = drawArrivals(rate, factor, start(), tape.arrivalMs);
  if (visits > tape.arrivalMs.length) {
    // A tape that is kept holds its day and no more; one that is used again gets room to spare.
    room(tape.arrivalMs.length === 0 ? visits : visits + (visits >> 2));
    visits = drawArrivals(rate, factor, start(), tape.arrivalMs);
  }
  return visits;
}

/** People who come together come at the same ms. */
function drawBatches(sampler: Sampler, tape: Tape, factor: number, room: (count: number) => void): number {
  const { rate, scratch } = sampler;
  const { cumulative } = sampler.batch!;
  const { seed, day } = tape;
  let groups = drawArrivals(rate, factor, stream.start(seed, day, 'arrivals'), scratch.instants);
  if (groups > scratch.instants.length) {
    scratch.instants = new Float64Array(2 * groups);
    groups = drawArrivals(rate, factor, stream.start(seed, day, 'arrivals'), scratch.instants);
  }
  room(groups * cumulative.length);
  let visits = 0;
  stream.start(seed, day, 'batch');
  for (let group = 0; group < groups; group++) {
    const u = stream.uniform();
    let size = 1;
    while (size < cumulative.length && u >= cumulative[size - 1]!) size++;
    for (; size > 0; size--) tape.arrivalMs[visits++] = scratch.instants[group]!;
  }
  return visits;
}

/** What kind of visit each of those who walk in makes. */
function drawKinds(sampler: Sampler, tape: Tape, visits: number): Uint16Array {
  const { cumulative, guide, mixed, rate, scratch } = sampler;
  if (scratch.uniforms.length < visits) scratch.uniforms = new Float64Array(2 * visits);
  if (scratch.kinds.length < visits) scratch.kinds = new Uint16Array(2 * visits);
  const { kinds, uniforms } = scratch;
  if (mixed === 1) return kinds.fill(0, 0, visits);
  stream.start(tape.seed, tape.day, 'mix').fill(uniforms, visits);
  const { arrivalMs } = tape;
  const steps = rate.expected.length;
  let step = 0;
  let endsMs = rate.fromMs + rate.stepMs;
  for (let visit = 0; visit < visits; visit++) {
    for (; arrivalMs[visit]! >= endsMs && step < steps - 1; step++) endsMs += rate.stepMs;
    const from = step * mixed;
    const u = uniforms[visit]!;
    let kind = guide[step * guideCells + ((u * guideCells) | 0)]!;
    while (kind < mixed - 1 && u >= cumulative[from + kind]!) kind++;
    kinds[visit] = kind;
  }
  return kinds;
}
