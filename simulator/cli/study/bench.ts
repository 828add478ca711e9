import { Option } from 'commander';
import type { KpiEstimate } from '../../engine/results/study.ts';
import { measureOnThread } from '../../hosts/bench-thread.ts';
import { bankDay } from '../../study/bench/bank-day.ts';
import type { BenchModel } from '../../study/bench/bench-model.ts';
import { branchDay } from '../../study/bench/branch-day.ts';
import { branchDayWithAll } from '../../study/bench/branch-day-with-all.ts';
import { fourServers } from '../../study/bench/four-servers.ts';
import type { Speed } from '../../study/bench/measure-speed.ts';
import { kpiTable } from '../figures.ts';
import { jsonOption, seedOption, wholeNumber } from '../option-values.ts';
import { BadInput, type Verb } from '../verb.ts';

interface BenchFlags {
  readonly model: 'A' | 'B' | 'branch' | 'branch-all';
  readonly days?: number;
  readonly customers?: number;
  readonly seed: number;
  readonly json: boolean;
}

/** The models by name: what else they are is in their files, and the engine knows none of them. */
const models: Record<BenchFlags['model'], { readonly what: string; readonly unit: string; make(customers: number): BenchModel }> = {
  A: { what: 'M/M/4 at a load of .9', unit: 'mean service times', make: fourServers },
  B: { what: 'the bank day: 300 customers, 3-5-3 counters', unit: 'minutes', make: bankDay },
  branch: {
    what: 'a branch day: 300 customers, 3 roles, skills, breaks, devices, an elastic counter',
    unit: 'minutes',
    make: branchDay,
  },
  'branch-all': {
    what: 'the branch day with triage, walks, turnaround, absences and all else that a model can say',
    unit: 'minutes',
    make: branchDayWithAll,
  },
};

/** `bench`: the project's own speed. */
export const benchVerb: Verb = {
  name: 'bench',
  define(command) {
    command
      .description(
        '测量引擎的速度。 Measure the speed of the engine: one thread, made as those of a study are, after warm-up, sampling and all KPIs included.',
      )
      .addOption(
        new Option(
          '--model <name>',
          'A: M/M/4; B: the bank day; branch: a branch day with 3 roles, skills, breaks, devices; branch-all: with all features',
        )
          .choices(Object.keys(models))
          .default('B'),
      )
      .addOption(
        wholeNumber('--days <n>', 'days of B, branch and branch-all (20000 unless told otherwise)', {
          min: 1,
          max: 10_000_000,
        }),
      )
      .addOption(wholeNumber('--customers <n>', 'customers of A (1000000 unless told otherwise)', { min: 100, max: 5_000_000 }))
      .addOption(seedOption())
      .addOption(jsonOption())
      .addHelpText(
        'after',
        `
  tingtang bench --model B --days 20000
  tingtang bench --model A --customers 1000000 --json

The line "mean … p90 … aband … n … wall …" is for programs that compare: waits in mean service times (A) or minutes, wall in seconds.`,
      )
      .action(async (flags: BenchFlags) => {
        const { model, days: asked, customers: most, seed } = flags;
        if (model === 'A' && asked !== undefined) throw new BadInput('--days: model A is one long run; give --customers');
        if (model !== 'A' && most !== undefined) throw new BadInput(`--customers: is for model A; give --days for ${model}`);
        const days = model === 'A' ? 1 : (asked ?? 20_000);
        const customers = most ?? 1_000_000;
        const bench = models[model].make(customers);
        const speed = await measureOnThread({ bench, days, seed });
        process.stdout.write(
          flags.json ? `${asJson(flags, speed, model === 'A' ? customers : undefined)}\n` : `${tell(model, bench, speed)}\n`,
        );
      });
  },
};

function asJson({ model, seed }: BenchFlags, speed: Speed, customers: number | undefined): string {
  const { served: _, ...rest } = speed;
  return JSON.stringify({ model, seed, ...(customers === undefined ? {} : { customers }), ...rest });
}

const flat = (estimate: KpiEstimate): number => (estimate === null ? 0 : typeof estimate === 'number' ? estimate : estimate.value);

function tell(name: BenchFlags['model'], { unitMs }: BenchModel, speed: Speed): string {
  const { what, unit } = models[name];
  const { cpuSeconds, days, kpis, served, usPerDay, usPerFurtherPlan, wallSeconds } = speed;
  const per = name === 'A' ? served : days;
  const each = name === 'A' ? 'customer' : 'day';
  const lost = flat(kpis.abandonRate);
  const came = served / (1 - lost);
  return [
    `${name}: ${what}`,
    `${((usPerDay * days) / per).toFixed(2)} µs of CPU a ${each}, ${((usPerFurtherPlan * days) / per).toFixed(2)} µs for a further plan on the same tapes`,
    `${days} ${days === 1 ? 'run' : 'days'}, ${cpuSeconds.toFixed(2)} s of CPU; waits in ${unit}:`,
    `mean ${(flat(kpis.waitMeanMs) / unitMs).toFixed(4)} p90 ${(flat(kpis.waitP90Ms) / unitMs).toFixed(4)} aband ${lost.toFixed(5)} n ${Math.round(came)} wall ${wallSeconds.toFixed(4)}`,
    ...(name === 'A' ? [] : ['', kpiTable(kpis)]),
  ].join('\n');
}
