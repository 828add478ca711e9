/**
 * Prints the table of docs/performance.md, "Antithetic days": does it pay to run each day twice, the second time with every uniform u turned
 * into 1 − u? An experiment: the product does not do it. A pair of days is compared with two independent days, which cost the same.
 *
 *     node tests/simulator/engine/measure-antithetics.ts [pairs]
 */
import { prepareJob, type TapeSource } from '../../../simulator/engine/run.ts';
import { bankDay } from '../../../simulator/study/bench/bank-day.ts';
import type { BenchModel } from '../../../simulator/study/bench/bench-model.ts';
import { branchDayWithAll } from '../../../simulator/study/bench/branch-day-with-all.ts';
import { makeSampler, sampleInto } from '../../../simulator/workload/sample.ts';
import { Stream } from '../../../simulator/workload/streams.ts';
import { makeTape } from '../../../simulator/workload/tape.ts';

const pairs = Number(process.argv[2] ?? 4000);
let turned = false;
const { fill, uniform } = Stream.prototype;
Stream.prototype.uniform = function (this: Stream): number {
  const u = uniform.call(this);
  return turned ? 1 - u : u;
};
Stream.prototype.fill = function (this: Stream, out: Float64Array, count: number): void {
  fill.call(this, out, count);
  for (let at = 0; turned && at < count; at++) out[at] = 1 - out[at]!;
};

const measures = {
  'mean wait, leavers included': (tally: Tally) => (tally.servedWaitMs + tally.leftWaitMs) / Math.max(1, tally.served + tally.left),
  'share who leave': (tally: Tally) => tally.left / Math.max(1, tally.served + tally.left),
  served: (tally: Tally) => tally.served,
};
type Tally = ReturnType<ReturnType<typeof prepareJob>>[number]['sections']['tallies'][number];

const variance = (values: readonly number[]): number => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
};

function measure(name: string, { model, plan }: BenchModel): void {
  const sampler = makeSampler(model);
  const tape = makeTape(0);
  const tapes: TapeSource = (seed, day) => sampleInto(sampler, seed, day, tape);
  const other = { ...plan, calling: { id: 'fcfs', options: {} } };
  const run = prepareJob({ model, plans: [plan, other], seed: 1, sections: 1 }, tapes);
  const dayOf = (day: number, turn: boolean): readonly [Tally, Tally] => {
    turned = turn;
    const [one, two] = run(day, 1);
    turned = false;
    return [one!.sections.tallies[0]!, two!.sections.tallies[0]!];
  };
  const days = Array.from({ length: pairs }, (_, pair) => ({
    plain: dayOf(pair, false),
    turned: dayOf(pair, true),
    next: dayOf(pairs + pair, false),
  }));
  const say = (what: string, of: (tallies: readonly [Tally, Tally]) => number): void => {
    const alone = variance(days.map(({ next, plain }) => (of(plain) + of(next)) / 2));
    const paired = variance(days.map((one) => (of(one.plain) + of(one.turned)) / 2));
    console.log(`| ${name} | ${what} | ${(paired / alone).toFixed(2)} | ${(alone / paired).toFixed(2)} |`);
  };
  for (const [what, of] of Object.entries(measures)) {
    say(what, ([one]) => of(one));
    say(`${what}: first come, first served less the plan`, ([one, two]) => of(two) - of(one));
  }
}

console.log('| day | figure | variance of a pair, as a share of that of two independent days | days saved: as if × |');
console.log('|---|---|---|---|');
measure('bank day (model B)', bankDay());
measure('branch day with all features', branchDayWithAll());
