import { branchSchema } from '../../lobby/branch/branch.ts';
import { type Plan, planSchema } from '../../lobby/branch/plan.ts';
import type { RuleSpec } from '../../lobby/branch/rules.ts';
import type { DistributionSpec } from '../../workload/distributions/spec.ts';
import { type Model, type ModelInput, modelSchema } from '../../workload/model.ts';

/** Customers who are alike: one segment of the lobby that stands for the queue. */
export interface CustomerClass {
  readonly share: number;
  readonly work: DistributionSpec;
  readonly patience?: DistributionSpec | undefined;
  /** 0 is called first under strict priority; classes of one tier share a line. */
  readonly tier: number;
}

/** A queue of the literature as a branch: counters, one service, a segment for each class. Times of day as clocks. */
export interface QueueAsLobby {
  readonly classes: readonly CustomerClass[];
  readonly calling: RuleSpec;
  readonly counters: number;
  readonly opens: string;
  readonly closes: string;
  readonly stepMinutes: number;
  /** When the first step begins; at opening when absent. */
  readonly arrivesFrom?: string | undefined;
  /** Arrivals expected in each step. */
  readonly expected: readonly number[];
  readonly dayFactorCv?: number | undefined;
  /** [from, to, tellers]. */
  readonly shifts: readonly (readonly [from: string, to: string, count: number])[];
  /** Who leaves at once, and how many tellers come: as a model says it. */
  readonly balking?: ModelInput['balking'];
  readonly attendance?: ModelInput['attendance'];
}

/** Most classes and counters that a branch can have. */
export const lobbyLimits = { classes: 10, counters: 200 } as const;

export const lineOfTier = (tier: number): string => `line-${tier}`;
const segmentOf = (at: number): string => `class-${at}`;
const named = (en: string) => ({ zh: en, en });
const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** The model and plan of a queue, through the product's own schemas: what makes no sense there throws. */
export function lobbyOf(queue: QueueAsLobby): { model: Model; plan: Plan } {
  const tiers = [...new Set(queue.classes.map(({ tier }) => tier))].sort((left, right) => left - right);
  const branch = branchSchema.parse({
    v: 1,
    id: 'reference-case',
    names: named('Reference case'),
    zone: 'Asia/Shanghai',
    hours: [{ days: everyDay, from: queue.opens, to: queue.closes }],
    services: [{ id: 'work', names: named('Work'), series: 'A', modes: [{ at: 'counter', team: [{ role: 'teller' }] }] }],
    segments: queue.classes.map(({ tier }, at) => ({ code: segmentOf(at), names: named(segmentOf(at)), tier })),
    zones: [{ id: 'hall', names: named('Hall') }],
    lines: tiers.map((tier) => ({
      id: lineOfTier(tier),
      names: named(lineOfTier(tier)),
      zone: 'hall',
      kinds: ['counter'],
      segments: queue.classes.flatMap((one, at) => (one.tier === tier ? [segmentOf(at)] : [])),
      tier,
    })),
    stations: Array.from({ length: queue.counters }, (_, at) => ({
      id: `C${at + 1}`,
      kind: 'counter',
      names: named(`C${at + 1}`),
      label: `${at + 1}`,
      zone: 'hall',
    })),
    rules: { calling: queue.calling, greeting: { id: 'by-need' } },
  });
  const model = modelSchema.parse({
    v: 1,
    id: 'reference-case',
    branch,
    arrivals: [
      {
        id: 'day',
        days: everyDay,
        from: queue.arrivesFrom ?? queue.opens,
        stepMinutes: queue.stepMinutes,
        expected: queue.expected,
        dayFactorCv: queue.dayFactorCv ?? 0,
        mix: queue.classes.map(({ share }, at) => ({ service: 'work', segment: segmentOf(at), share })),
      },
    ],
    work: queue.classes.map(({ work }, at) => ({ segment: segmentOf(at), distribution: work })),
    patience: queue.classes.flatMap(({ patience }, at) => (patience ? [{ segment: segmentOf(at), distribution: patience }] : [])),
    balking: queue.balking,
    attendance: queue.attendance,
  });
  const roster = queue.shifts.filter(([, , count]) => count > 0).map(([from, to, count]) => ({ role: 'teller', from, to, count }));
  return { model, plan: planSchema.parse({ v: 1, id: 'reference-case', roster }) };
}
