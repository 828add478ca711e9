import { estimateKpis, type KpiEstimates } from '../engine/results/study.ts';
import { profileOf, type Run } from '../engine/run.ts';
import type { Names } from '../lobby/branch/names.ts';
import type { Plan, Shift } from '../lobby/branch/plan.ts';
import { clockOfMs, minuteMs, msOfClock } from '../workload/clock.ts';
import type { Model } from '../workload/model.ts';
import { cellName, type NamedCell } from './baselines.ts';
import { planCounts } from './changes.ts';
import type { Contracts } from './contracts/contracts.ts';
import { type StaffGrid, staffGrid } from './grid.ts';
import type { HeadCount } from './head-count.ts';
import { type Program, ProgramBuilder, type Term } from './milp/program.ts';
import type { Solver } from './milp/solver.ts';
import { changesOf, type DayChange } from './repair-options.ts';
import type { Target } from './target.ts';
import { judgePlan, type Trial } from './trial.ts';
import { surelyHolds } from './verdict.ts';
import { confidence, freshFrom, lookAt } from './verify.ts';

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
  /** Extra wages. */
  readonly cost: number;
  readonly before: { readonly kpis: KpiEstimates; readonly failing: readonly NamedCell[] };
  readonly after: { readonly kpis: KpiEstimates; readonly failing: readonly NamedCell[] };
  readonly verified: { readonly holds: boolean; readonly confidence: number; readonly days: number };
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
  const trial: Trial = { model: hit, profile: profileOf(hit, profile.id), grid: staffGrid(hit, profile), targets, seed, run };
  const { grid } = trial;
  const left = without(options.plan, upset);
  const possible = changesOf(left, contracts, upset.nowMs, grid);
  const isOpen = (cell: number): boolean => grid.fromMs + ((cell % grid.steps) + 1) * grid.stepMs > upset.nowMs;
  // the same days as they were planned: what stood in doubt before is not what is to be mended
  const planned = await judgePlan({ ...trial, model, profile, grid: staffGrid(model, profile) }, options.plan, searchDays, never);
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
    const counts = planCounts(grid, plan);
    const more = Int32Array.from(need, (one, cell) =>
      failing.includes(cell) ? Math.max(one, Math.min(counts[cell]! + 1, grid.most[Math.floor(cell / grid.steps)]!)) : one,
    );
    if (more.every((one, cell) => one === need[cell])) break;
    need = more;
    chosen = await fewestChanges(trial.grid, left, possible, need, solver);
    plan = changed(left, chosen);
  }
  const before = await lookAt(trial, left, freshFrom, freshDays);
  const after = await lookAt(trial, plan, freshFrom, freshDays);
  const open = (failing: readonly number[]): NamedCell[] => failing.filter(isOpen).map((cell) => cellName(grid, cell));
  return {
    changes: chosen.map(({ what, cost }) => ({ what, cost })),
    plan,
    cost: chosen.reduce((sum, { cost }) => sum + cost, 0),
    before: { kpis: estimateKpis(before.sections), failing: open(before.failing) },
    after: { kpis: estimateKpis(after.sections), failing: open(after.failing) },
    verified: { holds: open(after.failing).length === 0, confidence, days: after.days },
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

/** Which changes give each half hour the people it needs, for the least: missing people are priced, so there is always an answer. */
async function fewestChanges(
  grid: StaffGrid,
  left: Plan,
  possible: readonly DayChange[],
  need: HeadCount,
  solver: Solver,
): Promise<DayChange[]> {
  const builder = new ProgramBuilder();
  const columns = possible.map((change, at) => builder.column(`change ${at}`, change.cost + change.bother, { high: change.most }));
  const bySubject = new Map<string, Term[]>();
  possible.forEach(({ subject }, at) => {
    bySubject.set(subject, [...(bySubject.get(subject) ?? []), [columns[at]!, 1]]);
  });
  for (const [subject, terms] of bySubject) {
    const [first] = terms;
    builder.atMost(`one change ${subject}`, possible[columns.indexOf(first![0])]!.most, terms);
  }
  const counts = planCounts(grid, left);
  const dearest = 1000 + 20 * Math.max(0, ...possible.map(({ cost, bother }) => cost + bother));
  need.forEach((least, cell) => {
    if (least <= counts[cell]! && !possible.some(({ adds }) => adds[cell]! < 0)) return;
    const missing = builder.column(`missing ${cell}`, dearest, { whole: false });
    const terms = possible.flatMap(({ adds }, at): Term[] => (adds[cell] === 0 ? [] : [[columns[at]!, adds[cell]!]]));
    // where nothing was asked for, a change must not take away what is there
    builder.atLeast(`need ${cell}`, (least > 0 ? least : Math.min(1, counts[cell]!)) - counts[cell]!, [...terms, [missing, 1]]);
  });
  const program: Program = builder.build();
  const { values } = await solver.solve(program, { gap: 0.001, seconds: 2 });
  return possible.flatMap((change, at) => Array.from({ length: Math.round(values?.[columns[at]!] ?? 0) }, () => change));
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
