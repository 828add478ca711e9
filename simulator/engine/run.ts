import type { Branch } from '../lobby/branch/branch.ts';
import type { Plan } from '../lobby/branch/plan.ts';
import { type KpiValues, kpiValues } from '../lobby/kpi/need/table.ts';
import { emptyTally } from '../lobby/kpi/tally.ts';
import { hasProblems, type Problem } from '../lobby/problem.ts';
import { behaviourOf } from '../workload/behaviour.ts';
import type { Distribution } from '../workload/distributions/distribution.ts';
import type { Model } from '../workload/model.ts';
import { Stream } from '../workload/streams.ts';
import type { Tape } from '../workload/tape.ts';
import { type Floor, makeFloor } from './floor/floor.ts';
import type { From } from './floor/from.ts';
import { Kernel } from './kernel.ts';
import { type Breakdown, breakDown, makeBreakdown } from './results/breakdown.ts';
import { GatheredWaits } from './results/gathered-waits.ts';
import { type CellGrid, type CellSums, type Goal, makeCells, scoreDay } from './results/goal.ts';
import { makeOutcome } from './results/outcome.ts';
import { addQueue, type QueueGrid } from './results/queue-over-time.ts';
import { makeSections, type SectionTallies, turnaroundOf } from './results/study.ts';
import { gatherDay, tallyDay } from './results/tally-day.ts';
import { figuresOn } from './results/tally-figures.ts';
import { addWaits, type CellWaits, makeCellWaits } from './results/waits-by-cell.ts';

/** A plan or model that cannot be run; every problem is listed. */
export class CannotRun extends Error {
  override readonly name = 'CannotRun';
  declare readonly problems: readonly Problem[];

  constructor(what: string, problems: readonly Problem[]) {
    super(`${what}: ${problems.map(({ path, message }) => `${path}: ${message}`).join('; ')}`);
    this.problems = problems;
  }
}

/** The floor of a plan; throws `CannotRun` when the plan makes no sense at the branch. */
export function floorOf(branch: Branch, plan: Plan, weekday: number): Floor {
  const made = makeFloor(branch, plan, weekday);
  if (hasProblems(made)) throw new CannotRun(`plan "${plan.id}"`, made.problems);
  return made;
}

/**
 * One day under a plan: `run(tape, plan, branch)`; with `from`, the rest of one (SPEC Y23). Pure: the same arguments give the same answer.
 *
 * @example
 * const tape = sample(model, 1, 0);
 * run(tape, model.plan!, model.branch).waitP90Ms
 */
export function run(
  tape: Tape,
  plan: Plan,
  branch: Branch,
  weekday = branch.hours[0]!.days[0]!,
  turnaround: Distribution | null = null,
  from: From | null = null,
): KpiValues {
  const floor = floorOf(branch, plan, weekday);
  const outcome = makeOutcome();
  const tally = emptyTally();
  new Kernel(
    floor,
    floor.groups.map(() => turnaround),
  ).run(tape, outcome, null, from);
  tallyDay(floor, outcome, tally);
  return kpiValues(tally);
}

/** Days `firstDay` … of one seed under several plans, on the same tapes. Plain data: it may go to another thread. */
export interface RunJob {
  readonly model: Model;
  /** Id of the profile of arrivals; the first when absent. */
  readonly profile?: string | undefined;
  readonly plans: readonly Plan[];
  readonly seed: number;
  readonly firstDay: number;
  readonly days: number;
  /** Sections of the whole study that these days are part of; day d belongs to section d mod sections. */
  readonly sections: number;
  /** On days whose demand is busier than this share of all days, these take the places of `plans`, one for one. */
  readonly onBusyDays?: { readonly above: number; readonly plans: readonly Plan[] } | undefined;
  /** Also score these goals by cell. */
  readonly goals?: { readonly grid: CellGrid; readonly goals: readonly Goal[] } | undefined;
  /** Also tally by service and by segment. */
  readonly byGroup?: boolean | undefined;
  /** Also count who waits in each step of the day. */
  readonly queue?: QueueGrid | undefined;
  /** Also keep every wait of the served, by cell. */
  readonly waits?: CellGrid | undefined;
}

/** What days under a plan came to. */
export interface PlanResult {
  readonly sections: SectionTallies;
  readonly cells: CellSums | null;
  readonly groups?: Breakdown | undefined;
  /** Time waited by all, by step of the job's grid. */
  readonly queue?: Float64Array | undefined;
  readonly waits?: CellWaits | undefined;
}

/** By plan of the job. */
export type RunResult = readonly PlanResult[];

/** The port through which studies run days; hosts supply it. */
export type Run = (job: RunJob) => Promise<RunResult>;

/** Where a job's tapes come from. */
export type TapeSource = (seed: number, day: number) => Tape;

/** The profile a study runs; throws `CannotRun` for an unknown one. */
export function profileOf(model: Model, id: string | undefined): Model['arrivals'][number] {
  const profile = id === undefined ? model.arrivals[0]! : model.arrivals.find((one) => one.id === id);
  if (profile) return profile;
  const known = model.arrivals.map((one) => one.id).join(', ');
  throw new CannotRun('model', [{ path: 'arrivals', message: `unknown profile "${id}"; declared: ${known}` }]);
}

/** Some days of a job that has been made ready; `goOn` is asked before each day, and what is done by then is the answer. */
export type RunDays = (firstDay: number, days: number, goOn?: () => boolean) => RunResult;

/** Makes a job ready: its plans are checked and their floors laid out once, for any number of stretches of days. */
export function prepareJob(job: Omit<RunJob, 'firstDay' | 'days'>, tapeOf: TapeSource): RunDays {
  const weekday = profileOf(job.model, job.profile).days[0]!;
  const behaviour = behaviourOf(job.model);
  const madeOf = (plan: Plan) => {
    const floor = floorOf(job.model.branch, plan, weekday);
    return {
      floor,
      kernel: new Kernel(floor, turnaroundOf(job.model, floor), behaviour),
      addFigures: figuresOn(floor, job.model.wages),
    };
  };
  const plans = job.plans.map(madeOf);
  const busy = job.onBusyDays?.plans.map(madeOf);
  const demand = new Stream();
  const outcome = makeOutcome();
  // Empty between stretches, and used again.
  const gathered = job.plans.map(() => Array.from({ length: job.sections }, () => new GatheredWaits()));
  return (firstDay, days, goOn) => {
    const results = plans.map((made) => ({
      ...made,
      sections: makeSections(job.sections),
      cells: job.goals ? makeCells(job.goals.grid, job.goals.goals.length) : null,
      groups: job.byGroup ? makeBreakdown(made.floor, job.sections) : undefined,
      queue: job.queue ? new Float64Array(job.queue.steps) : undefined,
      waits: job.waits ? makeCellWaits(job.waits) : undefined,
    }));
    const today = new Float64Array(results[0]?.cells?.sum.length ?? 0);
    for (let day = firstDay; day < firstDay + days && (goOn === undefined || goOn()); day++) {
      const tape = tapeOf(job.seed, day);
      const section = day % job.sections;
      const isBusy = busy !== undefined && demand.start(job.seed, day, 'dayFactor').uniform() > job.onBusyDays!.above;
      for (let plan = 0; plan < results.length; plan++) {
        const { sections, cells, groups, queue, waits } = results[plan]!;
        const { addFigures, floor, kernel } = isBusy ? busy[plan]! : results[plan]!;
        kernel.run(tape, outcome);
        gatherDay(floor, outcome, sections.tallies[section]!, gathered[plan]![section]!);
        addFigures(tape, outcome, sections.figures[section]!);
        sections.days[section]!++;
        if (cells && job.goals) scoreDay(job.goals.grid, job.goals.goals, tape, outcome, cells, today);
        if (groups) breakDown(floor, tape, outcome, groups, section);
        if (queue && job.queue) addQueue(job.queue, tape, outcome, queue);
        if (waits && job.waits) addWaits(job.waits, tape, outcome, day, waits);
      }
    }
    results.forEach(({ sections }, plan) => {
      for (const [section, tally] of sections.tallies.entries()) gathered[plan]![section]!.drain(tally);
    });
    return results.map(({ sections, cells, groups, queue, waits }) => ({ sections, cells, groups, queue, waits }));
  };
}

/** Runs a job here and now. */
export const runJob = (job: RunJob, tapeOf: TapeSource): RunResult => prepareJob(job, tapeOf)(job.firstDay, job.days);
