/**
 * Prints the figures of docs/performance.md, "Study": µs of CPU for a bank day (model B), sampling and all KPIs included, and for a
 * further plan on the same tapes. One thread, after warm-up.
 *
 *     node tests/simulator/engine/measure-bank-day.ts [days]
 */
import { runJob, type TapeSource } from '../../../simulator/engine/run.ts';
import { bankDay } from '../../../simulator/study/bench/bank-day.ts';
import { makeSampler, sampleInto } from '../../../simulator/workload/sample.ts';
import { makeTape, type Tape } from '../../../simulator/workload/tape.ts';

const days = Number(process.argv[2] ?? 20_000);
const { model, plan } = bankDay();
const sampler = makeSampler(model);
const passing = makeTape(0);
const fresh: TapeSource = (seed, day) => sampleInto(sampler, seed, day, passing);
const kept: Tape[] = Array.from({ length: 500 }, (_, day) => sampleInto(sampler, 1, day, makeTape(0)));

function cpuPerDay(source: TapeSource, count: number): number {
  const before = process.cpuUsage();
  runJob({ model, plans: [plan], seed: 1, firstDay: 0, days: count, sections: 25 }, source);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / count;
}

function cpuToSample(count: number): number {
  const before = process.cpuUsage();
  for (let day = 0; day < count; day++) fresh(1, day);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / count;
}

cpuPerDay(fresh, 4000);
console.log(`a day, sampled and run, all KPIs: ${cpuPerDay(fresh, days).toFixed(1)} µs`);
console.log(`  of which sampling: ${cpuToSample(days).toFixed(1)} µs`);
console.log(`a further plan on the same tape: ${cpuPerDay((_, day) => kept[day % kept.length]!, days).toFixed(1)} µs`);
