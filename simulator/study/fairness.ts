import type { BreakdownBy } from '../engine/results/breakdown.ts';
import { type Estimate, sectionInterval } from '../engine/results/interval.ts';
import type { KpiEstimate, SectionTallies } from '../engine/results/study.ts';
import type { PlanResult } from '../engine/run.ts';
import type { Branch } from '../lobby/branch/branch.ts';
import { type Comparison, verdictOn } from './comparison.ts';
import { costByLine } from './usual-rules.ts';

/** Customers of a service or a segment. */
export interface GroupName {
  readonly by: BreakdownBy;
  readonly group: string;
}

/** How even-handed a plan is. */
export interface Fairness {
  readonly name: string;
  /** The segment (the service, where there is one segment) whose P90 wait is longest, and the longest wait in it. */
  readonly leastFavoured:
    | (GroupName & { readonly waitP90Ms: number; readonly waitMaxMs: number; readonly waitMeanMs: KpiEstimate })
    | null;
  /** Against the first plan: groups whose mean wait, leavers included, is surely shorter, and surely longer. */
  readonly gain: readonly GroupName[];
  readonly pay: readonly GroupName[];
  /** Cost of all waiting a day, in minutes of the least favoured tier: each tier's minute costs once more than the next one's. */
  readonly waitingCost: Estimate | null;
  /** Less that of the first plan, on the same days; null for the first. */
  readonly waitingCostDifference: Estimate | null;
}

const numberOf = (estimate: KpiEstimate): number | null =>
  estimate === null || typeof estimate === 'number' ? estimate : estimate.value;

export function fairnessOf(branch: Branch, comparison: Comparison, results: readonly PlanResult[]): Fairness[] {
  const costs = costBySegment(branch);
  return comparison.plans.map(({ name, groups }, plan): Fairness => {
    const difference = comparison.differences[plan - 1];
    const by: BreakdownBy =
      Object.values(groups.segment).filter(({ served }) => numberOf(served)! > 0).length > 1 ? 'segment' : 'service';
    const worst = Object.entries(groups[by])
      .flatMap(([group, { waitMaxMs, waitMeanMs, waitP90Ms }]) => {
        const [p90, most] = [numberOf(waitP90Ms), numberOf(waitMaxMs)];
        return p90 === null || most === null ? [] : [{ by, group, waitP90Ms: p90, waitMaxMs: most, waitMeanMs }];
      })
      .sort((a, b) => b.waitP90Ms - a.waitP90Ms || b.waitMaxMs - a.waitMaxMs)[0];
    const those = (verdict: 'better' | 'worse'): GroupName[] =>
      (['segment', 'service'] as const).flatMap((kind) =>
        Object.entries(difference?.groups[kind] ?? {}).flatMap(([group, kpis]) =>
          verdictOn('waitAllMeanMs', kpis.waitAllMeanMs) === verdict ? [{ by: kind, group }] : [],
        ),
      );
    return {
      name,
      leastFavoured: worst ?? null,
      gain: those('better'),
      pay: those('worse'),
      waitingCost: costOf(results[plan]!, null, costs),
      waitingCostDifference: plan === 0 ? null : costOf(results[plan]!, results[0]!, costs),
    };
  });
}

/** As the c-mu rules have it: by tier. */
function costBySegment({ lines, segments }: Branch): readonly number[] {
  const byLine = costByLine(lines);
  return segments.map(({ code }) => {
    const own = lines.filter((line) => line.segments?.includes(code) ?? false);
    const open = own.length > 0 ? own : lines.filter((line) => line.segments === undefined);
    return Math.max(1, ...open.map(({ id }) => byLine[id]!));
  });
}

function costOf(result: PlanResult, base: PlanResult | null, costs: readonly number[]): Estimate | null {
  const segments = result.groups?.segment;
  if (segments === undefined) return null;
  const minutes = ({ tallies }: SectionTallies, section: number): number =>
    (tallies[section]!.servedWaitMs + tallies[section]!.leftWaitMs) / 60_000;
  const { days } = result.sections;
  const total = (of: PlanResult, section: number): number =>
    of.groups!.segment.reduce((sum, one, segment) => sum + costs[segment]! * minutes(one, section), 0);
  const parts = days.map((weight, section) => ({
    weight,
    value: (total(result, section) - (base === null ? 0 : total(base, section))) / Math.max(1, weight),
  }));
  const all = days.reduce((sum, one) => sum + one, 0);
  return sectionInterval(parts.reduce((sum, { value, weight }) => sum + value * weight, 0) / Math.max(1, all), parts);
}
