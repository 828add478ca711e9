import { Kernel } from '../../../simulator/engine/kernel.ts';
import { sectionInterval } from '../../../simulator/engine/results/interval.ts';
import { fates, makeOutcome } from '../../../simulator/engine/results/outcome.ts';
import { floorOf } from '../../../simulator/engine/run.ts';
import type { DistributionSpec } from '../../../simulator/workload/distributions/spec.ts';
import { makeDistribution } from '../../../simulator/workload/distributions/table.ts';
import { Stream } from '../../../simulator/workload/streams.ts';
import { makeTape, type Tape, wholePatience } from '../../../simulator/workload/tape.ts';
import { plainBranch, tellers } from './plain-branch.ts';

/**
 * A unit of time of a reference case, in ms. Times are whole ms, which hides waits below half a ms: at 10 s a unit that is far below
 * the interval of any figure here. A day has 8,640 units, so the empty start is forgotten.
 */
export const unitMs = 10_000;
const dayMs = 86_400_000;

export interface Queue {
  readonly servers: number;
  /** Arrivals per unit by class, the most favoured first. */
  readonly lams: readonly number[];
  /** Work by class, in units. */
  readonly work: readonly ((meanMs: number) => DistributionSpec)[];
  readonly meanWork: readonly number[];
  /** 1 / mean patience; 0: nobody leaves. */
  readonly theta: number;
}

export interface DayFigures {
  readonly served: number[];
  readonly waitSum: number[];
  readonly waited: number;
  readonly came: number;
  readonly left: number;
  /** Over all, who leaves counts until then. */
  readonly waitAll: number;
  readonly waits: Float64Array;
}

/** Days of a queue with constant rates, through the engine; each starts empty. */
export function runQueue(queue: Queue, seed: number, days: number): DayFigures[] {
  const classes = queue.lams.map((_, k) => `g${k}`);
  const branch = plainBranch(
    queue.servers,
    classes.map((code, tier) => ({ id: code, tier, segments: [code] })),
    'strict-priority',
  );
  const kernel = new Kernel(floorOf(branch, tellers(queue.servers), 1));
  const outcome = makeOutcome();
  return Array.from({ length: days }, (_, day) => {
    const tape = drawTape(queue, seed, day);
    kernel.run(tape, outcome);
    const figures = {
      served: classes.map(() => 0),
      waitSum: classes.map(() => 0),
      waited: 0,
      came: tape.visits,
      left: 0,
      waitAll: 0,
      waits: outcome.waitMs.slice(0, tape.visits),
    };
    for (let visit = 0; visit < tape.visits; visit++) {
      const waitMs = outcome.waitMs[visit]!;
      figures.waitAll += waitMs / unitMs;
      if (outcome.fate[visit] === fates.left) figures.left++;
      if (waitMs > 0) figures.waited++;
      if (outcome.fate[visit] !== fates.served) continue;
      figures.served[tape.segment[visit]!]!++;
      figures.waitSum[tape.segment[visit]!]! += waitMs / unitMs;
    }
    return figures;
  });
}

function drawTape(queue: Queue, seed: number, day: number): Tape {
  const total = queue.lams.reduce((sum, lam) => sum + lam, 0);
  const tape = makeTape(Math.ceil((dayMs / unitMs) * total * 1.2 + 1000));
  const [gaps, kinds, work, patience] = (['arrivals', 'mix', 'work', 'patience'] as const).map((purpose) =>
    new Stream().start(seed, day, purpose),
  );
  const distributions = queue.work.map((make, k) => makeDistribution(make(queue.meanWork[k]! * unitMs)));
  for (
    let at = (-Math.log(1 - gaps!.uniform()) / total) * unitMs;
    at < dayMs;
    at += (-Math.log(1 - gaps!.uniform()) / total) * unitMs
  ) {
    const visit = tape.visits++;
    let left = kinds!.uniform() * total;
    let kind = 0;
    while (kind < queue.lams.length - 1 && left >= queue.lams[kind]!) left -= queue.lams[kind++]!;
    tape.arrivalMs[visit] = Math.floor(at);
    tape.segment[visit] = kind;
    tape.workMs[visit] = Math.round(distributions[kind]!.quantile(work!.uniform()));
    const stays = patience!.uniform();
    tape.patienceMs[visit] =
      queue.theta > 0 ? wholePatience((-Math.log(1 - stays) / queue.theta) * unitMs) : Number.POSITIVE_INFINITY;
  }
  return tape;
}

/** Ratio of two sums over days with its 95 % interval by day. */
export function ratio(days: readonly DayFigures[], top: (day: DayFigures) => number, bottom: (day: DayFigures) => number) {
  const sum = (of: (day: DayFigures) => number): number => days.reduce((total, day) => total + of(day), 0);
  return sectionInterval(
    sum(top) / sum(bottom),
    days.map((day) => ({ value: top(day) / bottom(day), weight: 1 })),
  )!;
}

export const exponential = (meanMs: number): DistributionSpec => ({ family: 'exponential', meanMs });
