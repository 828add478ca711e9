import { modeAt } from '../lobby/ability.ts';
import type { Plan } from '../lobby/branch/plan.ts';
import { clockOfMs, hourMs, minuteMs, msOfClock } from '../workload/clock.ts';
import { makeDistribution } from '../workload/distributions/table.ts';
import type { Model } from '../workload/model.ts';
import type { ArrivalProfile } from '../workload/model-shape.ts';
import { closesAt, hoursOn, opensAt, type Span } from '../workload/opening.ts';
import { firstFor } from '../workload/sampler.ts';
import type { Floor } from './floor/floor.ts';
import { floorOf } from './run.ts';

/** What is legal but hopeless about a plan: each in one sentence that says what and how much. */
export function planWarnings(model: Model, plan: Plan, profile: ArrivalProfile): string[] {
  const floor = floorOf(model.branch, plan, profile.days[0]!);
  const hours = hoursOn(model.branch, profile.days[0]!);
  const open = { fromMs: opensAt(hours), toMs: closesAt(hours) };
  const needed = [...new Set(profile.mix.flatMap(({ service, further = [] }) => [service, ...further]))];
  const counts = headCount(plan);
  return [
    ...(profile.expected.every((expected) => expected === 0) ? ['nobody comes: all expected arrivals are 0'] : []),
    ...needed.filter((service) => !anybodyServes(floor, service)).map((service) => `nobody on the roster can serve "${service}"`),
    ...idleHours(plan, counts, open),
    ...beyondHours(plan, open),
    ...crowded(floor, counts),
    ...overload(model, floor, plan, profile, open),
  ];
}

/** Some group of the roster, a device, or a station opened by a rule can do it. */
function anybodyServes(
  { able, branch, deviceGroup, elastic, groups, isDevice, services, stations, suits }: Floor,
  service: string,
): boolean {
  const at = branch.services.findIndex(({ id }) => id === service);
  return groups.some((_, group) =>
    branch.stations.some((station, s) => {
      const row = group * stations + s;
      const there =
        group < deviceGroup
          ? suits[row] === 1
          : group === deviceGroup
            ? isDevice[s] === 1
            : elastic[group - deviceGroup - 1]!.station === station.id;
      return there && able[row * services + at] === 1;
    }),
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

/** More work than all of the staff's hours hold, and nobody who leaves: then the waits are only as long as the day. */
function overload(model: Model, floor: Floor, plan: Plan, profile: ArrivalProfile, open: Span): string[] {
  const patient = model.branch.services.some(({ id }) =>
    model.branch.segments.some(({ code }) => {
      const law = firstFor(model.patience, { service: id, segment: code })?.distribution;
      return law === undefined || law.family === 'none';
    }),
  );
  if (!patient || plan.roster.length === 0) return [];
  let workMs = 0;
  profile.expected.forEach((expected, step) => {
    for (const { further = [], segment, service, share } of profile.mix)
      for (const id of [service, ...further])
        workMs += expected * (Array.isArray(share) ? share[step]! : share) * staffWorkMs(model, floor, id, segment);
  });
  const staffMs = plan.roster.reduce(
    (sum, { count, from, role, to }) =>
      sum +
      (role === 'greeter' ? 0 : count * Math.max(0, Math.min(msOfClock(to), open.toMs) - Math.max(msOfClock(from), open.fromMs))),
    0,
  );
  const hours = (ms: number): string => (ms / hourMs).toFixed(ms < 10 * hourMs ? 1 : 0);
  return workMs > staffMs
    ? [
        `overload without end: ${hours(workMs)} hours of work come a day for ${hours(staffMs)} staff-hours in the opening hours, and some customers never leave: what waits say then is how long the day is`,
      ]
    : [];
}

/** Mean work of a need that only staff can do; 0 where a device may. */
function staffWorkMs(model: Model, { branch }: Floor, service: string, segment: string): number {
  const declared = branch.services.find(({ id }) => id === service)!;
  if (modeAt(declared, 'device') !== undefined) return 0;
  const entry = firstFor(
    model.work.filter(({ mode }) => mode === undefined || mode === declared.modes[0]!.at),
    { service, segment },
  );
  return entry ? makeDistribution(entry.distribution).meanMs : 0;
}
