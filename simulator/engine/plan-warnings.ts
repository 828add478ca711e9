import type { Plan } from '../lobby/branch/plan.ts';
import { clockOfMs, minuteMs, msOfClock } from '../workload/clock.ts';
import type { Model } from '../workload/model.ts';
import type { ArrivalProfile } from '../workload/model-shape.ts';
import { closesAt, hoursOn, opensAt, type Span } from '../workload/opening.ts';
import type { Floor } from './floor/floor.ts';
import { skillsAskedFor } from './floor/own-skills.ts';
import { needsComing } from './needs-coming.ts';
import { overload } from './overload.ts';
import { floorOf } from './run.ts';

/** What is legal but hopeless about a plan: each in one sentence that says what and how much. */
export function planWarnings(model: Model, plan: Plan, profile: ArrivalProfile): string[] {
  const floor = floorOf(model.branch, plan, profile.days[0]!);
  const hours = hoursOn(model.branch, profile.days[0]!);
  const open = { fromMs: opensAt(hours), toMs: closesAt(hours) };
  const needed = [...new Set(needsComing(model, profile).flatMap(({ service, visits }) => (visits > 0 ? [service] : [])))];
  const counts = headCount(plan);
  return [
    ...(profile.expected.every((expected) => expected === 0) ? ['nobody comes: all expected arrivals are 0'] : []),
    ...needed.flatMap((service) => nobodyServes(floor, service)),
    ...unknownSkills(floor, plan),
    ...idleHours(plan, counts, open),
    ...beyondHours(plan, open),
    ...crowded(floor, counts),
    ...overload(model, floor, plan, profile, open),
  ];
}

/** Nobody of the roster and no device can do it; at best a station opened by a rule, when many wait. */
function nobodyServes(floor: Floor, service: string): string[] {
  const at = floor.branch.services.findIndex(({ id }) => id === service);
  if (floor.groups.some((_, group) => group <= floor.deviceGroup && serves(floor, group, at))) return [];
  const rule = floor.elastic.find((_, n) => serves(floor, floor.deviceGroup + 1 + n, at));
  const flex = rule === undefined ? '' : `, only what rule "${rule.id}" opens`;
  return [`nobody on the roster can serve "${service}"${flex}`];
}

function serves(
  { able, branch, deviceGroup, elastic, isDevice, services, stations, suits }: Floor,
  group: number,
  service: number,
): boolean {
  return branch.stations.some((station, s) => {
    const row = group * stations + s;
    const there =
      group < deviceGroup
        ? suits[row] === 1
        : group === deviceGroup
          ? isDevice[s] === 1
          : elastic[group - deviceGroup - 1]!.station === station.id;
    return there && able[row * services + service] === 1;
  });
}

/** A slip of the pen in somebody's skills would otherwise only show in the waits. */
function unknownSkills({ branch }: Floor, { roster }: Plan): string[] {
  const known = new Set(skillsAskedFor(branch));
  return branch.staff.flatMap(({ id, skills }) =>
    roster.some(({ person, skills: named }) => person === id && named === undefined)
      ? skills.filter((skill) => !known.has(skill)).map((skill) => `"${id}" has the skill "${skill}", which no service asks for`)
      : [],
  );
}

/** How many who serve are at work from when, greeters and breaks left out; in order of time. */
function headCount({ roster }: Plan): readonly (readonly [atMs: number, people: number])[] {
  const changes = roster
    .filter(({ role }) => role !== 'greeter')
    .flatMap(({ count, from, to }) => [[msOfClock(from), count] as const, [msOfClock(to), -count] as const])
    .sort(([a], [b]) => a - b);
  let people = 0;
  return changes.map(([atMs, by]) => {
    people += by;
    return [atMs, people] as const;
  });
}

/** Opening hours in which the roster has nobody. */
function idleHours({ roster }: Plan, counts: ReturnType<typeof headCount>, { fromMs, toMs }: Span): string[] {
  if (roster.length === 0) return ['the roster is empty: nobody works'];
  const bare: string[] = [];
  let since = fromMs;
  let people = 0;
  for (const [atMs, after] of [...counts, [toMs, 1] as const]) {
    const until = Math.min(atMs, toMs);
    if (people === 0 && until - since >= minuteMs) bare.push(`${clockOfMs(since)} to ${clockOfMs(until)}`);
    people = after;
    since = Math.max(fromMs, Math.min(atMs, toMs));
  }
  return bare.length > 0
    ? [`nobody is on the roster from ${bare.join(', ')}, while the doors are open: who waits then is not served`]
    : [];
}

function beyondHours({ roster }: Plan, { fromMs, toMs }: Span): string[] {
  const outside = roster.filter(({ from, to }) => msOfClock(from) < fromMs || msOfClock(to) > toMs).length;
  return outside > 0
    ? [`${outside} of the roster's shifts reach beyond the opening hours ${clockOfMs(fromMs)} to ${clockOfMs(toMs)}`]
    : [];
}

function crowded({ branch, isDevice }: Floor, counts: ReturnType<typeof headCount>): string[] {
  const most = Math.max(0, ...counts.map(([, people]) => people));
  const seats = branch.stations.length - isDevice.reduce((sum, one) => sum + one, 0);
  return most > seats
    ? [`up to ${most} are on the roster at once, for ${seats} stations that staff work at: the others stand by`]
    : [];
}
