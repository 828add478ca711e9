import { estimateKpis, type KpiEstimates, sectionCount } from '../../engine/results/study.ts';
import { prepareJob, type RunDays, type RunJob, type TapeSource } from '../../engine/run.ts';
import { makeSampler, sampleInto } from '../../workload/sample.ts';
import { makeTape, type Tape } from '../../workload/tape.ts';
import type { BenchModel } from './bench-model.ts';

/** Clocks as a host has them. */
export interface Clocks {
  cpuSeconds(): number;
  wallSeconds(): number;
}

export interface Speed {
  readonly days: number;
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  readonly usPerDay: number;
  /** A further plan on the same tapes. */
  readonly usPerFurtherPlan: number;
  readonly kpis: KpiEstimates;
  /** Needs served. */
  readonly served: number;
}

/** Days kept for the further plan; the rest of its days go through them again. */
const keptDays = 500;
/** Share of the days, and the most, that warm the program up. */
const warmUp = { share: 0.2, days: 4000 };

/** Measures how fast days of a model are run: sampling and all KPIs included, one thread, after warm-up. */
export function measureSpeed(bench: BenchModel, days: number, seed: number, clocks: Clocks): Speed {
  const sampler = makeSampler(bench.model);
  const passing = makeTape(0);
  const fresh: TapeSource = (of, day) => cut(sampleInto(sampler, of, day, passing), bench.customers);
  const job: Omit<RunJob, 'firstDay' | 'days'> = {
    model: bench.model,
    plans: [bench.plan],
    seed,
    sections: Math.min(sectionCount, days),
  };
  const timed = (run: RunDays, count: number) => {
    const cpu = clocks.cpuSeconds();
    const wall = clocks.wallSeconds();
    const [result] = run(0, count);
    return { result: result!, cpu: clocks.cpuSeconds() - cpu, wall: clocks.wallSeconds() - wall };
  };
  const sampled = prepareJob(job, fresh);
  const warmDays = Math.max(1, Math.min(warmUp.days, Math.round(days * warmUp.share)));
  sampled(days, warmDays);
  const { result, cpu, wall } = timed(sampled, days);
  const shelf: Tape[] = Array.from({ length: Math.min(days, keptDays) }, (_, day) =>
    cut(sampleInto(sampler, seed, day, makeTape(0)), bench.customers),
  );
  const kept = prepareJob(job, (_, day) => shelf[day % shelf.length]!);
  kept(0, warmDays);
  const further = timed(kept, days);
  return {
    days,
    cpuSeconds: cpu,
    wallSeconds: wall,
    usPerDay: (1e6 * cpu) / days,
    usPerFurtherPlan: (1e6 * further.cpu) / days,
    kpis: estimateKpis(result.sections),
    served: result.sections.tallies.reduce((sum, tally) => sum + tally.served, 0),
  };
}

/** Only the first so many customers come. */
function cut(tape: Tape, customers: number | undefined): Tape {
  if (customers !== undefined) tape.needs = tape.visits = Math.min(tape.visits, customers);
  return tape;
}
