import { estimateKpis, type KpiEstimates } from '../../engine/results/study.ts';
import { profileOf, type Run } from '../../engine/run.ts';
import type { Names } from '../../lobby/branch/names.ts';
import type { Plan, Shift } from '../../lobby/branch/plan.ts';
import { clockOfMs, minuteMs, msOfClock } from '../../workload/clock.ts';
import type { Model } from '../../workload/model.ts';
import { cellName, type NamedCell } from '../baselines.ts';
import type { Contracts } from '../contracts/contracts.ts';
import { staffGrid } from '../grid.ts';
import type { HeadCount } from '../head-count.ts';
import type { Solver } from '../milp/solver.ts';
import type { Target } from '../target.ts';
import { judgePlan, type Trial } from '../trial.ts';
import { surelyHolds } from '../verdict.ts';
import { confidence, freshFrom, lookAt } from '../verify.ts';
import { type CountPeople, changesOf, type DayChange } from './day-changes.ts';
import { fewestChanges } from './fewest-changes.ts';
import { contractsOf, groupCounts, rowCounts, rowsOf, skillGroups } from './skill-people.ts';

/** What happened, and when it became known. */
export interface Upset {
  /** Ms after local midnight: nothing before can be changed. */
  readonly nowMs: number;
  /** Position in the roster of the shift one of whose people is away from now on; nobody is when absent. */
  readonly absent?: number | undefined;
  /** Arrivals from now on, relative to the forecast. */
  readonly demand: number;
}

export interface Repair {
  /** What is asked of people, the least of it that mends the day. */
  readonly changes: readonly { readonly what: Names; readonly cost: number }[];
  readonly plan: Plan;
  /** The plan without the one who is away, and nothing else changed. */
  readonly left: Plan;
  /** Extra wages. */
  readonly cost: number;
  readonly before: { readonly kpis: KpiEstimates; readonly failing: readonly NamedCell[] };
  readonly after: { readonly kpis: KpiEstimates; readonly failing: readonly NamedCell[] };
  readonly verified: { readonly holds: boolean; readonly confidence: number; readonly days: number };
  /** Skills that nobody at work has any more, nor anybody who may be called in, and from when. */
  readonly nobodyFor: readonly NamedCell[];
  /** Waits of both by half hour are run on these days. */
  readonly trial: Pick<Trial, 'model' | 'profile'>;
}

export interface RepairOptions {
  readonly model: Model;
  readonly profile?: string | undefined;
  readonly plan: Plan;
  readonly upset: Upset;
  readonly targets: readonly Target[];
  readonly contracts: Contracts;
  readonly solver: Solver;
  readonly seed: number;
  readonly run: Run;
}

/** Days of each look; small, since somebody stands there and waits for the answer. */
const searchDays = 96;
const freshDays = 500;
const mostRounds = 12;
/** No cell gives a look up early: what is compared must be of the same days. */
const never = (): boolean => false;
const z = 1.3;

/** A plan for the rest of the day that holds again, with as few changes as can be had; the nearest where none holds. */
export async function repairDay(options: RepairOptions): Promise<Repair> {
  const { model, upset, targets, seed, run, contracts, solver } = options;
  const profile = profileOf(model, options.profile);
  const hit = afterUpset(model, profile.id, upset);
  const { branch } = model;
  const groups = skillGroups(branch, options.plan, contracts);
  const told = contractsOf(groups, contracts);
  const trial: Trial = { model: hit, profile: profileOf(hit, profile.id), grid: staffGrid(hit, profile, told), targets, seed, run };
  const { grid } = trial;
  const left = without(options.plan, upset);
  const count: CountPeople = (roster) => groupCounts(grid, branch, groups, roster);
  const people = count(left.roster);
  const possible = changesOf(left, contracts, upset.nowMs, grid, count);
  const isOpen = (cell: number): boolean => grid.fromMs + ((cell % grid.steps) + 1) * grid.stepMs > upset.nowMs;
  // the same days as they were planned: what stood in doubt before is not what is to be mended
  const planned = await judgePlan(
    { ...trial, model, profile, grid: staffGrid(model, profile, told) },
    options.plan,
    searchDays,
    never,
  );
  let need: HeadCount = new Int32Array(grid.roles.length * grid.steps);
  let chosen: readonly DayChange[] = [];
  let plan = left;
  for (let round = 0; round < mostRounds; round++) {
    const verdict = await judgePlan(trial, plan, searchDays, never);
    const isWorse = (cell: number): boolean => verdict.mean[cell]! < planned.mean[cell]! - planned.error[cell]!;
    const failing = Array.from(verdict.mean.keys()).filter(
      (cell) => isOpen(cell) && !surelyHolds(verdict, cell, z) && isWorse(cell),
    );
    if (failing.length === 0) break;
    const counts = rowCounts(grid, groups, count(plan.roster), need);
    const more = Int32Array.from(need, (one, cell) =>
      failing.includes(cell) ? Math.max(one, Math.min(counts[cell]! + 1, grid.most[Math.floor(cell / grid.steps)]!)) : one,
    );
    if (more.every((one, cell) => one === need[cell])) break;
    need = more;
    chosen = await fewestChanges(grid, groups, people, possible, need, solver);
    plan = changed(left, chosen);
  }
  const before = await lookAt(trial, left, freshFrom, freshDays);
  const after = await lookAt(trial, plan, freshFrom, freshDays);
  const open = (failing: readonly number[]): NamedCell[] => failing.filter(isOpen).map((cell) => cellName(grid, cell));
  return {
    changes: chosen.map(({ what, cost }) => ({ what, cost })),
    plan,
    left,
    cost: chosen.reduce((sum, { cost }) => sum + cost, 0),
    before: { kpis: estimateKpis(before.sections), failing: open(before.failing) },
    after: { kpis: estimateKpis(after.sections), failing: open(after.failing) },
    verified: { holds: open(after.failing).length === 0, confidence, days: after.days },
    nobodyFor: grid.roles.flatMap((_, row) => {
      const able = groups.map((group) => rowsOf(group, grid).includes(row));
      const isCovered = (step: number): boolean =>
        able.some(
          (is, g) => is && (people[g * grid.steps + step]! > 0 || possible.some(({ adds }) => adds[g * grid.steps + step]! > 0)),
        );
      const steps = Array.from({ length: grid.steps }, (_, step) => step).filter(
        (step) => isOpen(step) && planned.came[row * grid.steps + step]! > 0,
      );
      return steps.length === 0 || steps.some(isCovered) ? [] : [cellName(grid, row * grid.steps + steps[0]!)];
    }),
    trial: { model: hit, profile: trial.profile },
  };
}

/** The model with the demand that has turned out, from now on. */
function afterUpset(model: Model, profile: string, { nowMs, demand }: Upset): Model {
  return {
    ...model,
    arrivals: model.arrivals.map((one) =>
      one.id === profile
        ? {
            ...one,
            expected: one.expected.map((expected, at) =>
              msOfClock(one.from) + at * one.stepMinutes * minuteMs >= nowMs ? expected * demand : expected,
            ),
          }
        : one,
    ),
  };
}

/** The plan without the one who is away from now on. */
function without(plan: Plan, { absent, nowMs }: Upset): Plan {
  if (absent === undefined) return plan;
  const now = clockOfMs(nowMs);
  const roster = plan.roster.flatMap((shift, at): Shift[] => {
    if (at !== absent) return [shift];
    const others = shift.count > 1 ? [{ ...shift, count: shift.count - 1 }] : [];
    if (shift.from >= now) return others;
    const cut = { ...shift, count: 1, to: now, breaks: shift.breaks.filter(({ to }) => to <= now) };
    return [...others, cut];
  });
  return { ...plan, id: 'repair', roster };
}

function changed(left: Plan, chosen: readonly DayChange[]): Plan {
  let roster: Shift[] = [...left.roster];
  for (const { replaces, by } of chosen) {
    if (replaces === null) {
      roster.push(...by);
      continue;
    }
    const at = roster.findIndex((shift) => shift === replaces || sameShift(shift, replaces));
    if (at < 0) continue;
    const shift = roster[at]!;
    roster = [
      ...roster.slice(0, at),
      ...(shift.count > 1 ? [{ ...shift, count: shift.count - 1 }] : []),
      ...roster.slice(at + 1),
      ...by,
    ];
  }
  return { ...left, id: 'repair', roster };
}

/** The same shift of people, of whom one may have been changed already. */
const sameShift = (a: Shift, b: Shift): boolean => JSON.stringify({ ...a, count: 1 }) === JSON.stringify({ ...b, count: 1 });
