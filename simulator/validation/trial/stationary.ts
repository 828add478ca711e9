import { makeOutcome } from '../../engine/results/outcome.ts';
import type { RuleSpec } from '../../lobby/branch/rules.ts';
import { dayMs, hourMs } from '../../workload/clock.ts';
import { sampleInto } from '../../workload/sample.ts';
import { makeSampler } from '../../workload/sampler.ts';
import { makeTape, type Tape } from '../../workload/tape.ts';
import { kernelOf } from './kernel-of.ts';
import { lobbyLimits, lobbyOf } from './lobby-of.ts';
import type { Trial } from './measure.ts';
import { type Shape, specOf } from './shape.ts';
import { tallyWindow } from './tally-window.ts';

/** A queue in the long run, in the case's unit of time. */
export interface StationaryQueue {
  readonly servers: number;
  readonly classes: readonly {
    readonly lam: number;
    readonly work: Shape;
    readonly tier: number;
    readonly meanPatience?: number | undefined;
  }[];
  readonly calling: RuleSpec;
  /** Customers that the place holds, in service and waiting; who finds it full goes away. Absent: any number. */
  readonly room?: number | undefined;
  /** Time in which it forgets how it began. */
  readonly relaxation: number;
  /** Waits longer than this are counted; the target of the KPI. */
  readonly target?: number | undefined;
  /** A later arrival may change an earlier customer's wait: then the last hours of a day are not counted either. */
  readonly overtaking: boolean;
  /** A length that is to be a whole number of ms: a constant service, the step of a lattice. The mean service when absent. */
  readonly grain?: number | undefined;
  /** A day's arrivals where they are no Poisson process; `unitMs` is the length of the case's unit. */
  readonly tapeOf?: ((unitMs: number, tape: Tape, day: number) => Tape) | undefined;
}

/** Where in a day of 24 h the customers counted arrive, and how long the case's unit of time is. */
export interface View {
  readonly unitMs: number;
  readonly window: number;
  readonly servers: number;
}

/** A service shorter than this on average would feel the whole milliseconds. */
const shortestServiceMs = 100;
const customersOfDay = { least: 3_000, most: 1_200_000 } as const;
/** Relaxation times before anybody is counted, and while they are: what is left of an empty start is then below a thousandth (tested). */
export const warmUp = 6;
export const counted = 18;

/**
 * A long run as independent days of 24 h, each from an empty lobby at midnight. The case's unit is given a length in ms such that a
 * day holds six relaxation times that are not counted and eighteen that are. Null, with the reason, where no day is long enough.
 */
export function stationaryTrial(queue: StationaryQueue, seed: number): { trial: Trial; view: View } | { reason: string } {
  const lam = queue.classes.reduce((sum, one) => sum + one.lam, 0);
  const meanService = queue.classes.reduce((sum, one) => sum + (one.lam / lam) * one.work.mean, 0);
  if (!Number.isFinite(queue.relaxation)) return { reason: 'the queue grows for ever: it has no long run' };
  if (queue.servers > lobbyLimits.counters) return { reason: `a branch has at most ${lobbyLimits.counters} counters` };
  if (queue.classes.length > lobbyLimits.classes) return { reason: `a branch has at most ${lobbyLimits.classes} tiers` };

  const before = warmUp * queue.relaxation;
  const after = queue.overtaking ? before : 0;
  const least = counted * queue.relaxation;
  const window = Math.max(4 * queue.relaxation, Math.min(Math.max(least, customersOfDay.least / lam), customersOfDay.most / lam));
  const roughMs = dayMs / (before + window + after);
  if (roughMs * meanService < shortestServiceMs)
    return { reason: 'so near saturation that no day of 24 h, in whole ms, is long enough' };
  const grain = queue.grain ?? meanService;
  const unitMs = Math.floor(roughMs * grain) / grain;
  const fromMs = before * unitMs;
  const toMs = fromMs + window * unitMs;

  const { model, plan } = lobbyOf({
    classes: queue.classes.map((one) => ({
      share: one.lam / lam,
      work: specOf(one.work, unitMs),
      patience: one.meanPatience === undefined ? undefined : { family: 'exponential', meanMs: one.meanPatience * unitMs },
      tier: one.tier,
    })),
    calling: queue.calling,
    counters: queue.servers,
    opens: '00:00',
    closes: '24:00',
    stepMinutes: 60,
    expected: new Array<number>(24).fill((lam * hourMs) / unitMs),
    shifts: [['00:00', '24:00', queue.servers]],
    balking: queue.room === undefined ? undefined : { onLength: [{ atLeast: queue.room - queue.servers, share: 1 }] },
  });
  const { kernel } = kernelOf(model, plan);
  const sampler = makeSampler(model);
  const tape = makeTape(0);
  const outcome = makeOutcome();
  const targetMs = Math.floor((queue.target ?? Number.NaN) * unitMs);
  const trial: Trial = {
    classes: queue.classes.length,
    sums: 1,
    customersPerDay: (lam * dayMs) / unitMs,
    run(day, into) {
      const today = queue.tapeOf?.(unitMs, tape, day) ?? sampleInto(sampler, seed, day, tape);
      kernel.run(today, outcome);
      tallyWindow(today, outcome, { fromMs, toMs, targetMs }, into);
    },
  };
  return { trial, view: { unitMs, window: (toMs - fromMs) / unitMs, servers: queue.servers } };
}
