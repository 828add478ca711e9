import { modeAt } from '../../lobby/ability.ts';
import type { Branch } from '../../lobby/branch/branch.ts';
import type { Plan } from '../../lobby/branch/plan.ts';
import type { ElasticRule } from '../../lobby/branch/rules.ts';
import { modeKinds, skillOf } from '../../lobby/branch/service.ts';
import { strategyContextOf } from '../../lobby/calling/context-of.ts';
import type { CallingRule } from '../../lobby/calling/make.ts';
import { makeScorer } from '../../lobby/calling/table.ts';
import type { Router } from '../../lobby/greeting/policy.ts';
import { type GreetingRule, makeRouter } from '../../lobby/greeting/table.ts';
import { staffMsOf } from '../../lobby/kpi/day/staff-ms-of.ts';
import { targetsOf } from '../../lobby/kpi/target-of.ts';
import { hasProblems, type Problem, type Problems } from '../../lobby/problem.ts';
import { type Cast, castOf } from '../../workload/cast.ts';
import { type Group, leadRole } from '../../workload/group.ts';
import { closesAt, hoursOn, opensAt } from '../../workload/opening.ts';
import type { RosterChange } from '../../workload/timeline.ts';
import { problemsOfPlan } from './check-plan.ts';
import { canServe } from './groups.ts';
import { flexGroup, ownSkills } from './own-skills.ts';

/** How a station of a group looks at a line. `check`: whether it can serve somebody depends on who else is free just now. */
export const reaches = { never: 0, first: 1, search: 2, check: 3 } as const;

/** Lines that fit a set of bits. */
export const mostBits = 31;

/** A branch under a plan, made ready for runs: everything by position, nothing by name. */
export interface Floor {
  readonly cast: Cast;
  /** The branch of the cast. */
  readonly branch: Branch;
  readonly plan: Plan;
  readonly stations: number;
  /** Stations, and behind them a post for each greeter who works none: what has a state and an end. */
  readonly places: number;
  readonly lines: number;
  readonly services: number;
  readonly opensMs: number;
  readonly closesMs: number;
  /** Those of the roster, then devices, then one for each elastic rule: stations that work with their own skills. */
  readonly groups: readonly Group[];
  readonly deviceGroup: number;
  readonly changes: readonly RosterChange[];
  /** 1 for a group that works no station. */
  readonly atPost: Uint8Array;
  /** Place of a person's post, by person; posts are in the order of the branch. -1: none. */
  readonly postOf: Int16Array;
  /** 1 where a group at a station can serve a service: [(group × stations + station) × services + service]. */
  readonly able: Uint8Array;
  /** One of `reaches`: [(group × stations + station) × lines + line]. */
  readonly reach: Uint8Array;
  /** Bits of the lines that a group at a station may serve somebody of; all bits where there are more than 31 lines: [group × stations + station]. */
  readonly reachable: Int32Array;
  /** 1 where a group of the roster has work at a station: [group × stations + station]. */
  readonly suits: Uint8Array;
  /** 1 for a station that some shift names, so that others leave it free where they can. */
  readonly named: Uint8Array;
  readonly isDevice: Uint8Array;
  /** The mode, by position in `modeKinds`, of a service at a station; 255: none. [service × stations + station] */
  readonly modeIn: Uint8Array;
  /** 1 where a service takes more people from its start than the one at the station. [service × stations + station] */
  readonly teamed: Uint8Array;
  readonly hasTeams: boolean;
  readonly hasDevices: boolean;
  /** Usual staff time of a service that a device can do as well; 0 for others. */
  readonly staffMs: Float64Array;
  readonly walkMs: Float64Array;
  readonly rule: CallingRule;
  /** 1 for a line whose calls count for the ratio (SPEC C6). */
  readonly inRatio: Uint8Array;
  /** The same as bits, where they fit. */
  readonly ratioLines: number;
  readonly policy: GreetingRule;
  readonly router: Router;
  readonly elastic: readonly ElasticRule[];
  /** Target wait in ms, NaN for none: [service × lines + line]. */
  readonly targetMs: Float64Array;
  /** Whether there is any target. */
  readonly promises: boolean;
}

/** The floor of a branch under a plan on a day of the week, or everything that is wrong with the plan. Never throws. */
export function makeFloor(declared: Branch, plan: Plan, weekday: number): Floor | Problems {
  const rule = makeScorer(plan.calling ?? declared.rules.calling, strategyContextOf(declared));
  const policy = makeRouter(plan.greeting ?? declared.rules.greeting, declared);
  const hours = hoursOn(declared, weekday);
  const problems: Problem[] = [...problemsOfPlan(declared, plan)];
  if (hasProblems(rule)) problems.push(...rule.problems.map(({ path, message }) => ({ path: `calling.${path}`, message })));
  if (hasProblems(policy)) problems.push(...policy.problems.map(({ path, message }) => ({ path: `greeting.${path}`, message })));
  if (hours.length === 0)
    problems.push({ path: 'hours', message: `the branch has no opening hours on day ${weekday} of the week` });
  if (problems.length > 0 || hasProblems(rule) || hasProblems(policy)) return { problems };

  const cast = castOf(declared, plan);
  const { branch } = cast;
  const elastic = plan.elastic ?? branch.rules.elastic;
  const groups = [...cast.groups, ownSkills(branch), ...elastic.map((one) => flexGroup(branch, one))];
  const count = branch.stations.length;
  const services = branch.services.length;
  const deviceGroup = cast.groups.length;
  const atPost = Uint8Array.from(groups, ({ role, station }, group) =>
    group < deviceGroup && role === 'greeter' && station < 0 ? 1 : 0,
  );
  const { posts, postOf } = postsOf(cast, atPost);
  const able = abilities(branch, groups);
  const modeIn = table(services, count, (service, station) => {
    const mode = modeAt(branch.services[service]!, branch.stations[station]!.kind);
    return mode === undefined ? 255 : modeKinds.indexOf(mode.at);
  });
  const teamed = table(services, count, (service, station) => {
    const { kind } = branch.stations[station]!;
    const team = kind === 'device' ? [] : (modeAt(branch.services[service]!, kind)?.team ?? []);
    return team.reduce((sum, { joins, count: many }) => sum + (joins === 'start' ? many : 0), 0) >
      (team[0]?.joins === 'start' ? 1 : 0)
      ? 1
      : 0;
  });
  const reach = reachOf(branch, groups, able, teamed);
  const targetOf = targetsOf(branch);
  const targetMs = Float64Array.from({ length: services * branch.lines.length }, (_, at) => {
    const service = branch.services[Math.floor(at / branch.lines.length)]!;
    return targetOf(service.id, branch.lines[at % branch.lines.length]!.id) ?? Number.NaN;
  });
  return {
    cast,
    branch,
    plan,
    stations: count,
    places: count + posts,
    lines: branch.lines.length,
    services,
    opensMs: opensAt(hours),
    closesMs: closesAt(hours),
    groups,
    deviceGroup,
    changes: cast.changes,
    atPost,
    postOf,
    able,
    reach,
    reachable: reachableIn(reach, branch.lines.length),
    suits: table(groups.length, count, (group, station) =>
      group < deviceGroup && atPost[group] === 0 ? suits(branch, groups[group]!, station) : 0,
    ),
    named: Uint8Array.from(branch.stations, (_, station) => (cast.groups.some((group) => group.station === station) ? 1 : 0)),
    isDevice: Uint8Array.from(branch.stations, ({ kind }) => (kind === 'device' ? 1 : 0)),
    modeIn,
    teamed,
    hasTeams: teamed.includes(1),
    hasDevices: branch.stations.some(({ kind }) => kind === 'device'),
    staffMs: Float64Array.from(branch.services, (service) => staffMsOf(branch, service) ?? 0),
    walkMs: Float64Array.from(branch.stations, ({ zone }) => branch.zones.find(({ id }) => id === zone)!.walkMs),
    rule,
    inRatio: Uint8Array.from(branch.lines, ({ id }) => (rule.ratioLines.includes(id) ? 1 : 0)),
    ratioLines: branch.lines.reduce((bits, { id }, line) => bits | (rule.ratioLines.includes(id) ? 1 << line : 0), 0),
    policy,
    router: policy.route,
    elastic,
    targetMs,
    promises: targetMs.some((ms) => !Number.isNaN(ms)),
  };
}

function postsOf(cast: Cast, atPost: Uint8Array): { posts: number; postOf: Int16Array } {
  const { staff, stations } = cast.branch;
  const postOf = new Int16Array(staff.length).fill(-1);
  const greeters = new Set(cast.members.flatMap((people, group) => (atPost[group] === 1 ? people : [])));
  for (const [post, person] of [...greeters].sort((a, b) => a - b).entries()) postOf[person] = stations.length + post;
  return { posts: greeters.size, postOf };
}

const table = (rows: number, columns: number, value: (row: number, column: number) => number): Uint8Array =>
  Uint8Array.from({ length: rows * columns }, (_, at) => value(Math.floor(at / columns), at % columns));

/** Whether a station holds work of the group's own: a service it can serve there whose mode its role leads (SPEC Y6). */
function suits(branch: Branch, group: Group, station: number): number {
  if (group.station >= 0 && group.station !== station) return 0;
  const declared = branch.stations[station]!;
  if (declared.kind === 'device') return 0;
  const work = branch.services.some((service) => {
    const mode = modeAt(service, declared.kind);
    return mode !== undefined && canServe(group, declared, service) && (group.station >= 0 || leadRole(mode.team) === group.role);
  });
  return work ? 1 : 0;
}

function abilities(branch: Branch, groups: readonly Group[]): Uint8Array {
  const able = groups.flatMap((group) =>
    branch.stations.flatMap((station) => branch.services.map((service) => (canServe(group, station, service) ? 1 : 0))),
  );
  return Uint8Array.from(able);
}

/** Whether the head of a line is always somebody the station can serve, or has to be looked for. */
function reachOf(branch: Branch, groups: readonly Group[], able: Uint8Array, teamed: Uint8Array): Uint8Array {
  const count = branch.stations.length;
  const services = branch.services.length;
  const assisted = branch.services.map(({ modes }) => modes.some(({ at }) => at === 'assisted-device'));
  const reach = groups.flatMap((_, group) =>
    branch.stations.flatMap((station, s) =>
      branch.lines.map((line) => {
        if (!line.kinds.includes(station.kind)) return reaches.never;
        const row = (group * count + s) * services;
        const taken = branch.services
          .map((service, at) => ({ at, service }))
          .filter(({ service }) => line.services?.includes(service.id) ?? true);
        const served = taken.filter(({ at }) => able[row + at] === 1);
        if (served.length === 0) return reaches.never;
        const depends = served.some(({ at }) => teamed[at * count + s] === 1 || (station.kind === 'device' && assisted[at]));
        if (depends) return reaches.check;
        return served.length === taken.length ? reaches.first : reaches.search;
      }),
    ),
  );
  return Uint8Array.from(reach);
}

function reachableIn(reach: Uint8Array, lines: number): Int32Array {
  const rows = Int32Array.from({ length: reach.length / lines }, () => (lines > mostBits ? -1 : 0));
  if (lines <= mostBits)
    reach.forEach((one, at) => {
      rows[Math.floor(at / lines)]! |= one === reaches.never ? 0 : 1 << (at % lines);
    });
  return rows;
}

export const serviceSkill = (branch: Branch, service: number): string => skillOf(branch.services[service]!);
