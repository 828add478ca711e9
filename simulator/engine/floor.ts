import type { Branch } from '../lobby/branch/branch.ts';
import type { Plan } from '../lobby/branch/plan.ts';
import { strategyContextOf } from '../lobby/calling/context-of.ts';
import type { LineScorer } from '../lobby/calling/strategy.ts';
import { makeScorer } from '../lobby/calling/table.ts';
import type { Router } from '../lobby/greeting/policy.ts';
import { makeRouter } from '../lobby/greeting/table.ts';
import { targetsOf } from '../lobby/kpi/target-of.ts';
import { hasProblems, type Problem, type Problems } from '../lobby/problem.ts';
import { closesAt, hoursOn } from '../workload/opening.ts';
import { problemsOfPlan } from './check-plan.ts';
import { canServe, type Group } from './groups.ts';
import { type RosterChange, timelineOf } from './timeline.ts';

/** How a station of a group looks at a line. */
export const reaches = { never: 0, first: 1, search: 2 } as const;

/** A branch under a plan, made ready for runs: everything by position, nothing by name. */
export interface Floor {
  readonly branch: Branch;
  readonly stations: number;
  readonly lines: number;
  readonly services: number;
  readonly closesMs: number;
  readonly groups: readonly Group[];
  readonly changes: readonly RosterChange[];
  /** 1 where a group at a station can serve a service: [(group × stations + station) × services + service]. */
  readonly able: Uint8Array;
  /** One of `reaches`: [(group × stations + station) × lines + line]. */
  readonly reach: Uint8Array;
  /** 1 where a group has work at a station: [group × stations + station]. */
  readonly suits: Uint8Array;
  /** 1 for a station that some shift names, so that others leave it free where they can. */
  readonly named: Uint8Array;
  readonly scorer: LineScorer;
  /** 1 for a line whose calls count for the ratio (SPEC C6). */
  readonly inRatio: Uint8Array;
  readonly router: Router;
  /** Target wait in ms, NaN for none: [service × lines + line]. */
  readonly targetMs: Float64Array;
}

/** The floor of a branch under a plan on a day of the week, or everything that is wrong with the plan. Never throws. */
export function makeFloor(branch: Branch, plan: Plan, weekday: number): Floor | Problems {
  const scorer = makeScorer(plan.calling ?? branch.rules.calling, strategyContextOf(branch));
  const router = makeRouter(plan.greeting ?? branch.rules.greeting, branch);
  const hours = hoursOn(branch, weekday);
  const problems: Problem[] = [...problemsOfPlan(branch, plan)];
  if (hasProblems(scorer)) problems.push(...scorer.problems.map(({ path, message }) => ({ path: `calling.${path}`, message })));
  if (hasProblems(router)) problems.push(...router.problems.map(({ path, message }) => ({ path: `greeting.${path}`, message })));
  if (hours.length === 0)
    problems.push({ path: 'hours', message: `the branch has no opening hours on day ${weekday} of the week` });
  if (problems.length > 0 || hasProblems(scorer) || hasProblems(router)) return { problems };

  const { groups, changes } = timelineOf(branch, plan);
  const able = abilities(branch, groups);
  const targetOf = targetsOf(branch);
  return {
    branch,
    stations: branch.stations.length,
    lines: branch.lines.length,
    services: branch.services.length,
    closesMs: closesAt(hours),
    groups,
    changes,
    able,
    reach: reachOf(branch, groups, able),
    suits: Uint8Array.from({ length: groups.length * branch.stations.length }, (_, row) => {
      const { station } = groups[Math.floor(row / branch.stations.length)]!;
      const fixed = station < 0 || station === row % branch.stations.length;
      return fixed && able.subarray(row * branch.services.length, (row + 1) * branch.services.length).includes(1) ? 1 : 0;
    }),
    named: Uint8Array.from(branch.stations, (_, station) => (groups.some((group) => group.station === station) ? 1 : 0)),
    scorer: scorer.scorer,
    inRatio: Uint8Array.from(branch.lines, ({ id }) => (scorer.ratioLines.includes(id) ? 1 : 0)),
    router: router.route,
    targetMs: Float64Array.from({ length: branch.services.length * branch.lines.length }, (_, at) => {
      const service = branch.services[Math.floor(at / branch.lines.length)]!;
      return targetOf(service.id, branch.lines[at % branch.lines.length]!.id) ?? Number.NaN;
    }),
  };
}

function abilities(branch: Branch, groups: readonly Group[]): Uint8Array {
  const able = groups.flatMap((group) =>
    branch.stations.flatMap((station) => branch.services.map((service) => (canServe(group, station, service) ? 1 : 0))),
  );
  return Uint8Array.from(able);
}

/** Whether the head of a line is always somebody the station can serve, or has to be looked for. */
function reachOf(branch: Branch, groups: readonly Group[], able: Uint8Array): Uint8Array {
  const services = branch.services.length;
  const reach = groups.flatMap((_, group) =>
    branch.stations.flatMap((station, s) =>
      branch.lines.map((line) => {
        if (!line.kinds.includes(station.kind)) return reaches.never;
        const row = (group * branch.stations.length + s) * services;
        const taken = branch.services
          .map((service, at) => ({ at, service }))
          .filter(({ service }) => line.services?.includes(service.id) ?? true);
        if (taken.every(({ at }) => able[row + at] === 1)) return reaches.first;
        return taken.some(({ at }) => able[row + at] === 1) ? reaches.search : reaches.never;
      }),
    ),
  );
  return Uint8Array.from(reach);
}
