import type { BreakdownBy } from '../engine/results/breakdown.ts';
import {
  estimateDifferences,
  estimateKpis,
  type KpiEstimate,
  type KpiEstimates,
  type SectionTallies,
} from '../engine/results/study.ts';
import type { PlanResult } from '../engine/run.ts';
import type { Branch } from '../lobby/branch/branch.ts';
import { type AnyKpiId, aboutKpi, anyKpiIds } from '../lobby/kpi/any-kpi.ts';
import type { KpiId } from '../lobby/kpi/kpi.ts';

/** KPIs that make sense for the needs of a service or a segment: what belongs to staff is not among them. */
export const groupKpis = [
  'served',
  'waitMeanMs',
  'waitAllMeanMs',
  'waitP90Ms',
  'waitMaxMs',
  'waitedRate',
  'withinTargetRate',
  'abandonRate',
  'noShowRate',
] as const satisfies readonly KpiId[];
export type GroupKpis = Readonly<Pick<KpiEstimates, (typeof groupKpis)[number]>>;
/** By service, or by segment, of the branch: by id. */
export type ByGroup = Readonly<Record<BreakdownBy, Readonly<Record<string, GroupKpis>>>>;

export interface ComparedPlan {
  readonly name: string;
  readonly kpis: KpiEstimates;
  readonly groups: ByGroup;
}

export interface PlanDifference {
  readonly name: string;
  /** The plan it is compared with. */
  readonly against: string;
  readonly kpis: KpiEstimates;
  /** KPIs that are surely better, or worse, than those of `against`. */
  readonly better: readonly AnyKpiId[];
  readonly worse: readonly AnyKpiId[];
  readonly groups: ByGroup;
}

export interface Comparison {
  readonly plans: readonly ComparedPlan[];
  readonly differences: readonly PlanDifference[];
}

/** Plans run on the same tapes, each beside the first. */
export function comparisonOf(branch: Branch, names: readonly string[], results: readonly PlanResult[]): Comparison {
  const byGroup = (of: (by: BreakdownBy, at: number) => KpiEstimates): ByGroup => ({
    service: Object.fromEntries(branch.services.map(({ id }, at) => [id, forGroup(of('service', at))])),
    segment: Object.fromEntries(branch.segments.map(({ code }, at) => [code, forGroup(of('segment', at))])),
  });
  const group = (plan: number, by: BreakdownBy, at: number): SectionTallies => results[plan]!.groups![by][at]!;
  return {
    plans: names.map((name, plan) => ({
      name,
      kpis: estimateKpis(results[plan]!.sections),
      groups: byGroup((by, at) => estimateKpis(group(plan, by, at))),
    })),
    differences: names.slice(1).map((name, before) => {
      const plan = before + 1;
      const difference = estimateDifferences(results[plan]!.sections, results[0]!.sections);
      return {
        name,
        against: names[0]!,
        kpis: difference,
        better: anyKpiIds.filter((id) => verdictOn(id, difference[id]) === 'better'),
        worse: anyKpiIds.filter((id) => verdictOn(id, difference[id]) === 'worse'),
        groups: byGroup((by, at) => estimateDifferences(group(plan, by, at), group(0, by, at))),
      };
    }),
  };
}

const forGroup = (estimates: KpiEstimates): GroupKpis =>
  Object.fromEntries(groupKpis.map((id) => [id, estimates[id]])) as unknown as GroupKpis;

/** What a difference means to a planner; null where its interval holds 0, or more is neither better nor worse. */
export function verdictOn(id: AnyKpiId, difference: KpiEstimate): 'better' | 'worse' | null {
  if (difference === null || typeof difference === 'number') return null;
  const { low, high } = difference;
  const { better } = aboutKpi(id);
  if (better === 'neither' || (low <= 0 && high >= 0)) return null;
  return (better === 'lower') === high < 0 ? 'better' : 'worse';
}
