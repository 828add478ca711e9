import type { Goal } from '../engine/results/goal.ts';
import { countedBy, countingGoals } from '../engine/results/goal-count.ts';
import type { Run } from '../engine/run.ts';
import type { Branch } from '../lobby/branch/branch.ts';
import type { Plan } from '../lobby/branch/plan.ts';
import type { RuleSpec } from '../lobby/branch/rules.ts';
import type { Model } from '../workload/model.ts';
import type { ArrivalProfile } from '../workload/model-shape.ts';

/** How much more a tier counts than the next one: weights, rates and costs are its powers. */
const powers = [1, 1.5, 2, 3, 4, 6, 9] as const;
/** Parts of the stated limits that lines are given as their own. */
const parts = [0.4, 0.6, 0.8, 1, 1.3] as const;
/** Tapes of the tuning: nobody else's. */
const fromDay = 5_000_000;
const tuningDays = 150;
const usualLimitMs = 900_000;

/** A rule with the numbers that keep the stated targets best. */
export interface TunedRule {
  readonly rule: RuleSpec;
  /** Of the worst target: share in hand of those it is about; 0 or more where all hold. */
  readonly inHand: number;
}

/**
 * Weights tuned to stated targets: for each strategy that has numbers, a small set of them on common tapes; kept is the one whose worst target stands best. Targets are
 * taken over the day.
 */
export async function tunedRules(
  run: Run,
  model: Model,
  profile: ArrivalProfile,
  plan: Plan,
  goals: readonly Goal[],
  seed: number,
  workMs: Readonly<Record<string, number>>,
): Promise<TunedRule[]> {
  const tuned: TunedRule[] = [];
  for (const rules of candidates(model.branch, goals, workMs)) {
    const plans = rules.map((calling) => ({ ...plan, calling }));
    const job = { model, profile: profile.id, plans, seed, firstDay: fromDay, days: tuningDays, sections: 1 };
    const results = await run({
      ...job,
      goals: { grid: wholeDay(model.branch), goals: [...goals, ...goals.flatMap(countingGoals)] },
    });
    const inHand = results.map(({ cells }) =>
      Math.min(
        ...goals.map((goal, at) => {
          const [one, other] = [0, 1].map((k) => cells!.sum[goals.length + 2 * at + k]!);
          const of = goal.daysShare === undefined ? countedBy(goal, one!, other!) : cells!.days;
          return cells!.sum[at]! / Math.max(1, of);
        }),
      ),
    );
    const best = inHand.reduce((top, one, at) => (one > inHand[top]! + 1e-9 ? at : top), 0);
    tuned.push({ rule: rules[best]!, inHand: inHand[best]! });
  }
  return tuned;
}

/** All arrivals of a day as one cell. */
export const wholeDay = ({ services }: Branch) => ({
  fromMs: 0,
  stepMs: 86_400_000,
  steps: 1,
  roles: 1,
  roleOfService: services.map(() => 0),
});

function candidates({ lines, segments }: Branch, goals: readonly Goal[], workMs: Readonly<Record<string, number>>): RuleSpec[][] {
  if (lines.length < 2) return [];
  const tiers = [...new Set(lines.map(({ tier }) => tier))].sort((a, b) => b - a);
  const byTier = (power: number): Record<string, number> =>
    Object.fromEntries(lines.map((line) => [line.id, Math.round(1000 * power ** tiers.indexOf(line.tier)) / 1000]));
  const limitOf = (line: Branch['lines'][number]): number => {
    const codes = line.segments ?? segments.map(({ code }) => code);
    const limits = goals.flatMap((goal) => {
      const about = goal.segments === undefined || goal.segments.some((at) => codes.includes(segments[at]!.code));
      return 'limitMs' in goal && about ? [goal.limitMs] : [];
    });
    return Math.max(60_000, Math.min(...limits, line.targetWaitMs ?? usualLimitMs));
  };
  // a favoured line is given a smaller part of its limit than the rest
  const limits = (part: number): Record<string, number> =>
    Object.fromEntries(lines.map((line) => [line.id, Math.round(limitOf(line) * (tiers.indexOf(line.tier) > 0 ? part : 1))]));
  const many = tiers.length > 1 ? powers : ([1] as const);
  return [
    ...(tiers.length > 1 ? [many.map((power) => ({ id: 'ratio', options: { weights: byTier(power) } }))] : []),
    many.map((power) => ({ id: 'ageing', options: { ratePerLine: byTier(power) } })),
    parts.map((part) => ({ id: 'target-ratio', options: { targetMs: limits(part) } })),
    many.map((power) => ({ id: 'generalised-c-mu', options: { cost: byTier(power), workMs } })),
    parts.map((part) => ({
      id: 'threshold',
      options: {
        lines: Object.fromEntries(Object.entries(limits(1)).map(([id, ms]) => [id, Math.round(ms * part)])),
        base: { id: 'strict-priority', options: {} },
      },
    })),
  ];
}
