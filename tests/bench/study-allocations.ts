/**
 * What a simulated day allocates: the sampling heap profiler counts every 512 bytes or so that are asked for while days are run after warm-up,
 * what is collected meanwhile included.
 *
 *     node tests/bench/study-allocations.ts
 */
import { Session } from 'node:inspector/promises';
import { prepareJob, type TapeSource } from '../../simulator/engine/run.ts';
import { bankDay } from '../../simulator/study/bench/bank-day.ts';
import type { BenchModel } from '../../simulator/study/bench/bench-model.ts';
import { branchDayWithAll } from '../../simulator/study/bench/branch-day-with-all.ts';
import { makeSampler, sampleInto } from '../../simulator/workload/sample.ts';
import { makeTape, type Tape } from '../../simulator/workload/tape.ts';

interface Node {
  readonly callFrame: { readonly functionName: string; readonly url: string };
  readonly selfSize: number;
  readonly children: readonly Node[];
}

async function allocated(name: string, { model, plan }: BenchModel, days: number, kept: boolean): Promise<void> {
  const sampler = makeSampler(model);
  const shelf: Tape[] = Array.from({ length: 100 }, (_, day) => sampleInto(sampler, 1, day, makeTape(0)));
  const passing = makeTape(0);
  const tapes: TapeSource = (seed, day) => (kept ? shelf[day % 100]! : sampleInto(sampler, seed, day, passing));
  const run = prepareJob({ model, plans: [plan], seed: 1, sections: 1 }, tapes);
  run(0, 2000);
  const session = new Session();
  session.connect();
  await session.post('HeapProfiler.enable');
  await session.post('HeapProfiler.startSampling', {
    samplingInterval: 512,
    includeObjectsCollectedByMajorGC: true,
    includeObjectsCollectedByMinorGC: true,
  });
  run(2000, days);
  const { profile } = await session.post('HeapProfiler.stopSampling');
  const byFunction = new Map<string, number>();
  const add = ({ callFrame, children, selfSize }: Node): void => {
    const key = `${callFrame.functionName || '(none)'} ${callFrame.url.split('/').slice(-2).join('/')}`;
    byFunction.set(key, (byFunction.get(key) ?? 0) + selfSize);
    children.forEach(add);
  };
  add(profile.head as Node);
  const total = [...byFunction.values()].reduce((sum, size) => sum + size, 0);
  console.log(`${name}: ${(total / days).toFixed(0)} bytes a day`);
  for (const [key, size] of [...byFunction].sort(([, a], [, b]) => b - a).slice(0, 6))
    if (size / days >= 1) console.log(`  ${(size / days).toFixed(0).padStart(6)}  ${key}`);
  session.disconnect();
}

await allocated('bank day, a further plan on a kept tape', bankDay(), 4000, true);
await allocated('bank day, drawn and run', bankDay(), 4000, false);
await allocated('branch day with all features, a further plan', branchDayWithAll(), 500, true);
await allocated('branch day with all features, drawn and run', branchDayWithAll(), 500, false);
