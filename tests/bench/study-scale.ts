/**
 * What a customer of a simulated day costs as ever more of them come to the same staff: wall time, best of three.
 *
 *     node tests/bench/study-scale.ts
 */
import { prepareJob } from '../../simulator/engine/run.ts';
import { bankDay } from '../../simulator/study/bench/bank-day.ts';
import type { BenchModel } from '../../simulator/study/bench/bench-model.ts';
import { branchDay } from '../../simulator/study/bench/branch-day.ts';
import { makeSampler, sampleInto } from '../../simulator/workload/sample.ts';
import { makeTape } from '../../simulator/workload/tape.ts';

const usual = 300;

function nsPerCustomer({ model, plan }: BenchModel, times: number): number {
  const arrivals = model.arrivals.map((profile) => ({ ...profile, expected: profile.expected.map((mean) => mean * times) }));
  const busy = { ...model, arrivals };
  const sampler = makeSampler(busy);
  const days = Math.max(2, Math.round(2000 / times));
  const shelf = Array.from({ length: Math.min(days, 100) }, (_, day) => sampleInto(sampler, 1, day, makeTape(0)));
  const run = prepareJob({ model: busy, plans: [plan], seed: 1, sections: 1 }, (_, day) => shelf[day % shelf.length]!);
  const rounds = [0, 1, 2, 3].map(() => {
    const from = performance.now();
    run(0, days);
    return performance.now() - from;
  });
  // The first is warm-up.
  return (1e6 * Math.min(...rounds.slice(1))) / (days * usual * times);
}

for (const [name, make] of Object.entries({ 'bank day': bankDay, 'branch day': branchDay })) {
  for (const times of [1, 3, 10, 30, 100, 300])
    console.log(`${name}, ${usual * times} customers: ${nsPerCustomer(make(), times).toFixed(0)} ns each`);
}
