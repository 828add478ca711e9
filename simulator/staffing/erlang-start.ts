import type { Goal } from '../engine/results/goal.ts';
import { erlangA, meanWaitServed, servedWithin } from '../theory/queues/erlang-a.ts';
import { isStable, meanWait, waitTail } from '../theory/queues/erlang-c.ts';
import { fewestServers } from '../theory/staffing/fewest-servers.ts';
import { offeredLoad } from '../theory/through-the-day/offered-load.ts';
import { rateOf, visitsADay } from '../workload/arrivals.ts';
import { minuteMs } from '../workload/clock.ts';
import { makeDistribution } from '../workload/distributions/table.ts';
import type { Model } from '../workload/model.ts';
import type { ArrivalProfile } from '../workload/model-shape.ts';
import { firstFor } from '../workload/sample.ts';
import { workLength } from '../workload/work-length.ts';
import type { StaffGrid } from './grid.ts';
import type { HeadCount } from './head-count.ts';

/** What one role has to do, in minutes. */
interface RoleWork {
  /** Arrivals per minute at a time of day in minutes. */
  readonly rate: (minute: number) => number;
  readonly survival: (minutes: number) => number;
  readonly meanMin: number;
  /** Longest service that still matters. */
  readonly reachMin: number;
  /** 1 / mean patience; 0: nobody leaves. */
  readonly theta: number;
}

function workOf(model: Model, profile: ArrivalProfile, grid: StaffGrid, role: number): RoleWork {
  if (grid.roles[role] === 'greeter') return greeterWork(model, profile);
  const rate = rateOf(profile);
  const total = visitsADay(profile);
  const parts = profile.mix.flatMap((part) => {
    const service = model.branch.services.findIndex(({ id }) => id === part.service);
    if (grid.cells.roleOfService[service] !== role) return [];
    const shareAt = (step: number): number => (Array.isArray(part.share) ? part.share[step]! : part.share);
    const weight = profile.expected.reduce((sum, expected, step) => sum + expected * shareAt(step), 0) / total;
    const patience = firstFor(model.patience, part)?.distribution;
    return [
      {
        shareAt,
        weight,
        work: workLength(firstFor(model.work, part)!),
        patience: patience && patience.family !== 'none' ? makeDistribution(patience) : null,
      },
    ];
  });
  const all = parts.reduce((sum, { weight }) => sum + weight, 0);
  const gap = model.turnaround.find((one) => (one.role ?? grid.roles[role]) === grid.roles[role]);
  const gapMin = gap ? makeDistribution(gap.distribution).meanMs / minuteMs : 0;
  const over = (value: (part: (typeof parts)[number]) => number): number =>
    parts.reduce((sum, part) => sum + (part.weight / all) * value(part), 0);
  return {
    rate: (minute) => {
      const step = Math.floor((minute * minuteMs - rate.fromMs) / rate.stepMs);
      if (step < 0 || step >= rate.expected.length) return 0;
      return (rate.expected[step]! * parts.reduce((sum, part) => sum + part.shareAt(step), 0) * minuteMs) / rate.stepMs;
    },
    survival: (minutes) => over(({ work }) => (minutes <= gapMin ? 1 : 1 - work.cdf((minutes - gapMin) * minuteMs))),
    meanMin: over(({ work }) => work.meanMs / minuteMs) + gapMin,
    reachMin: gapMin + Math.max(...parts.map(({ work }) => work.quantile(0.9999) / minuteMs)),
    theta: over(({ patience }) => (patience ? minuteMs / patience.meanMs : 0)),
  };
}

/** Receiving newcomers and assisting at devices, as one stream of work of an exponential length. */
function greeterWork(model: Model, profile: ArrivalProfile): RoleWork {
  const rate = rateOf(profile);
  const total = visitsADay(profile);
  const received = model.triage ? makeDistribution(model.triage.distribution).meanMs / minuteMs : 0;
  const assisted = profile.mix.flatMap((part) => {
    const service = model.branch.services.find(({ id }) => id === part.service)!;
    // who is served at a counter as well will mostly be sent there
    if (service.modes.some(({ at }) => at !== 'assisted-device' && at !== 'device')) return [];
    if (!service.modes.some(({ at }) => at === 'assisted-device')) return [];
    const share = Array.isArray(part.share)
      ? profile.expected.reduce((sum, expected, step) => sum + expected * (part.share as readonly number[])[step]!, 0) / total
      : part.share;
    return [{ share, meanMin: makeDistribution(firstFor(model.work, part)!.distribution).meanMs / minuteMs }];
  });
  const tasks = (model.triage ? 1 : 0) + assisted.reduce((sum, { share }) => sum + share, 0);
  const meanMin = (received + assisted.reduce((sum, { share, meanMin: own }) => sum + share * own, 0)) / Math.max(1e-9, tasks);
  return {
    rate: (minute) => {
      const step = Math.floor((minute * minuteMs - rate.fromMs) / rate.stepMs);
      if (step < 0 || step >= rate.expected.length) return 0;
      return (rate.expected[step]! * tasks * minuteMs) / rate.stepMs;
    },
    survival: (minutes) => (meanMin > 0 ? Math.exp(-minutes / meanMin) : 0),
    meanMin: Math.max(1e-6, meanMin),
    reachMin: 10 * meanMin,
    theta: 0,
  };
}

/** Where a search for a longest wait starts; the engine has the last word. */
const nearlyAll = 0.995;

/** Whether c servers hold a goal at a constant rate, by Erlang C, or Erlang A where people leave. */
function holds(goal: Goal, servers: number, lam: number, mu: number, theta: number): boolean {
  if (lam <= 0) return true;
  const limit = 'limitMs' in goal ? goal.limitMs / minuteMs : 0;
  if (theta > 0) {
    const queue = { servers, lam, mu, theta };
    const lost = erlangA(queue).pAbandon;
    if (goal.measure === 'abandon') return lost <= goal.share;
    if (goal.measure === 'mean') return meanWaitServed(queue) <= limit;
    if (goal.measure === 'longest') return servedWithin(queue, limit) >= nearlyAll * (1 - lost);
    return servedWithin(queue, limit) >= goal.share * (goal.measure === 'quantile' ? 1 - lost : 1);
  }
  const queue = { servers, lam, mu };
  if (!isStable(queue)) return false;
  if (goal.measure === 'abandon') return true;
  if (goal.measure === 'mean') return meanWait(queue) <= limit;
  return 1 - waitTail(queue, limit) >= (goal.measure === 'longest' ? nearlyAll : goal.share);
}

const sized = (goals: readonly Goal[], lam: number, mu: number, theta: number, most: number): number =>
  fewestServers((servers) => goals.every((goal) => holds(goal, servers, lam, mu, theta)), 1, most);

/**
 * Where the search starts: the modified offered load, which follows the arrivals with the delay of the services, fed to Erlang A
 * (Erlang C where nobody leaves) for each half hour (Jennings, Mandelbaum, Massey & Whitt 1996).
 */
export function molStart(model: Model, profile: ArrivalProfile, grid: StaffGrid, goals: readonly Goal[]): HeadCount {
  return byRole(model, profile, grid, (work, fromMin, role) => {
    const loads = [0, 0.25, 0.5, 0.75, 1].map((part) =>
      offeredLoad(work.rate, work.survival, work.reachMin, fromMin + (part * grid.stepMs) / minuteMs, 400),
    );
    return sized(goals, Math.max(...loads) / work.meanMin, 1 / work.meanMin, work.theta, grid.most[role]!);
  });
}

/** What people do today: each half hour by itself, as if its mean rate went on for ever, by Erlang C (SIPP; Green, Kolesar & Soares 2001). */
export function sippStart(model: Model, profile: ArrivalProfile, grid: StaffGrid, goals: readonly Goal[]): HeadCount {
  return byRole(model, profile, grid, (work, fromMin, role) => {
    const parts = 30;
    const stepMin = grid.stepMs / minuteMs;
    const mean =
      Array.from({ length: parts }, (_, at) => work.rate(fromMin + ((at + 0.5) / parts) * stepMin)).reduce(
        (sum, rate) => sum + rate,
        0,
      ) / parts;
    return sized(goals, mean, 1 / work.meanMin, 0, grid.most[role]!);
  });
}

function byRole(
  model: Model,
  profile: ArrivalProfile,
  grid: StaffGrid,
  count: (work: RoleWork, fromMin: number, role: number) => number,
): HeadCount {
  const counts = new Int32Array(grid.roles.length * grid.steps);
  grid.roles.forEach((_, role) => {
    const work = workOf(model, profile, grid, role);
    for (let step = 0; step < grid.steps; step++) {
      counts[role * grid.steps + step] = count(work, (grid.fromMs + step * grid.stepMs) / minuteMs, role);
    }
  });
  return counts;
}
