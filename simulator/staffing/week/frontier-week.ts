import { estimateKpis, makeSections, mergeSections, sectionCount } from '../../engine/results/study.ts';
import type { Plan } from '../../lobby/branch/plan.ts';
import { peakOf, priceOf } from '../baselines.ts';
import type { Contracts } from '../contracts/contracts.ts';
import { sippStart } from '../erlang-start.ts';
import type { HeadCount } from '../head-count.ts';
import { type FrontierPoint, pointOf } from '../recommendation.ts';
import type { Requirement } from '../requirement.ts';
import type { WeekRoster } from '../roster/solve-week.ts';
import { Gathered, runPlan, type Trial } from '../trial.ts';
import { jointZ, surelyFails, verdictOf } from '../verdict.ts';
import { confidence, freshFrom } from '../verify.ts';
import { daysFor } from './days-for.ts';
import type { OpenDay } from './open-days.ts';
import { type AskedDay, costOfWeek, type SettledWeek, stagedTrial } from './settle.ts';
import { dayPlan } from './week-days.ts';

/** Customers of each day of the week by whom the weeks are held against each other. */
const customers = 30_000;

interface FrontierOptions {
  readonly contracts: Contracts;
  /** Null where there are not the people. */
  readonly solve: (days: readonly AskedDay[]) => Promise<WeekRoster | null>;
  readonly days: number;
}

/** A day of a week under a plan. */
interface RunDay {
  readonly trial: Trial;
  readonly plan: Plan;
}

/** Weeks by what they cost and how long people wait, all on the same fresh days, the cheapest first; a week that has not the people is left out. */
export async function frontierWeek(
  open: readonly OpenDay[],
  required: readonly Requirement[],
  week: SettledWeek,
  { contracts, days, solve }: FrontierOptions,
): Promise<FrontierPoint[]> {
  const needs = (of: (day: OpenDay, d: number) => HeadCount): AskedDay[] => open.map((day, d) => ({ ...day, need: of(day, d) }));
  const sipp = open.map(({ trial: { model, profile, grid, targets } }) =>
    sippStart(
      model,
      profile,
      grid,
      targets.map(({ goal }) => goal),
    ),
  );
  const more = (by: number) =>
    needs(({ trial: { grid } }, d) =>
      required[d]!.counts.map((one, cell) => Math.max(1, Math.min(one + by, grid.most[Math.floor(cell / grid.steps)]!))),
    );
  const rostered = async (name: string, asked: readonly AskedDay[]): Promise<FrontierPoint[]> => {
    const roster = await solve(asked);
    if (roster === null) return [];
    const run = open.map((day, d) => ({ trial: day.trial, plan: dayPlan(day, roster, d) }));
    return [await pointFrom(name, roster.cost ?? 0, run, days)];
  };
  const { plan } = open[0]!.trial.model;
  const today =
    plan &&
    pointFrom(
      'today',
      open.length * priceOf(plan, contracts),
      open.map(({ trial }) => ({ trial, plan })),
      days,
    );
  const own = week.days.map(({ called, day, plan }) => ({ trial: stagedTrial(day, plan, called), plan }));
  const points = await Promise.all([
    pointFrom('recommended', costOfWeek(week), own, days).then((one) => [one]),
    rostered(
      'sipp-cover',
      needs((_, d) => sipp[d]!),
    ),
    rostered(
      'flat-peak',
      needs(({ trial: { grid } }, d) => peakOf(sipp[d]!, grid.steps)),
    ),
    rostered('one-more', more(1)),
    rostered('one-fewer', more(-1)),
    today?.then((one) => [one]) ?? [],
  ]);
  return points.flat().sort((a, b) => a.cost - b.cost);
}

/** All days of a week together: customers of a Monday count as those of a Sunday do. */
async function pointFrom(name: string, cost: number, run: readonly RunDay[], days: number): Promise<FrontierPoint> {
  const sections = makeSections(sectionCount);
  const missed = await Promise.all(
    run.map(async ({ plan, trial }) => {
      const gathered = new Gathered(trial);
      gathered.add(await runPlan(trial, plan, freshFrom, daysFor(trial, customers, days)));
      mergeSections(sections, gathered.sections);
      const verdict = verdictOf(trial.grid, gathered.cells);
      const z = jointZ(confidence, verdict.came.filter((came) => came > 0).length, 1);
      return Array.from(verdict.mean.keys()).filter((cell) => surelyFails(verdict, cell, z));
    }),
  );
  return pointOf({ name, cost, kpis: estimateKpis(sections), missed: missed.flat() });
}
