import { modeAt } from '../lobby/ability.ts';
import type { Plan, Shift } from '../lobby/branch/plan.ts';
import type { Service } from '../lobby/branch/service.ts';
import { hourMs, msOfClock } from '../workload/clock.ts';
import { makeDistribution } from '../workload/distributions/table.ts';
import { groupOf, leadRole } from '../workload/group.ts';
import type { Model } from '../workload/model.ts';
import type { ArrivalProfile } from '../workload/model-shape.ts';
import type { Span } from '../workload/opening.ts';
import { firstFor } from '../workload/sampler.ts';
import type { Floor } from './floor/floor.ts';
import { canServe } from './floor/groups.ts';
import { flexGroup } from './floor/own-skills.ts';
import { type ComingNeed, needsComing } from './needs-coming.ts';

/** Somebody's hours within the opening hours, and the services that they can work at. */
interface Hours {
  readonly ms: number;
  readonly serves: ReadonlySet<string>;
}

/**
 * More work than the hours of all who can do it hold, and nobody who leaves: then the waits are only as long as the day. Looked at for
 * all staff together, and for those who alone can do some services.
 */
export function overload(model: Model, floor: Floor, plan: Plan, profile: ArrivalProfile, open: Span): string[] {
  if (plan.roster.length === 0) return [];
  const needs = needsComing(model, profile).filter(({ visits }) => visits > 0);
  const workMs = new Map<string, number>();
  for (const need of needs)
    workMs.set(need.service, (workMs.get(need.service) ?? 0) + need.visits * staffWorkMs(model, floor, need));
  const stays = new Set(needs.filter((need) => neverLeaves(model, need)).map(({ service }) => service));
  const staff = plan.roster.map((shift) => ({ ms: withinMs(shift, open), serves: servedBy(floor, shift), role: shift.role }));
  const flex = floor.elastic.map((rule) => ({ ms: open.toMs - open.fromMs, serves: servedByRule(floor, rule) }));

  const services = [...workMs.keys()];
  const allMs = sum([...workMs.values()]);
  const heads = sum(staff.map(({ ms, role }) => (role === 'greeter' ? 0 : ms)));
  if (allMs > heads && stays.size > 0) return [told('', allMs, heads, 'staff-hours')];
  const warnings = services
    .filter((service) => stays.has(service))
    .flatMap((service) => {
      const able = [...staff, ...flex].filter(({ serves }) => serves.has(service));
      const apart = services.filter((one) => onlyThese(one, able, [...staff, ...flex]));
      const work = sum(apart.map((one) => workMs.get(one)!));
      const hours = sum(able.map(({ ms }) => ms));
      return hours > 0 && work > hours
        ? [told(` of ${apart.map((one) => `"${one}"`).join(', ')}`, work, hours, 'staff-hours of those who can do it')]
        : [];
    });
  return [...new Set(warnings)];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const told = (what: string, workMs: number, staffMs: number, of: string): string =>
  `overload without end${what}: ${hours(workMs)} hours of work come a day for ${hours(staffMs)} ${of} in the opening hours, and some customers never leave: what waits say then is how long the day is`;

const hours = (ms: number): string => (ms / hourMs).toFixed(ms < 10 * hourMs ? 1 : 0);

/** Whether nobody beside these can do a service. */
const onlyThese = (service: string, able: readonly Hours[], all: readonly Hours[]): boolean =>
  all.every((one) => !one.serves.has(service) || able.includes(one));

function withinMs({ breaks, count, from, to }: Shift, open: Span): number {
  const within = (one: { from: string; to: string }): number =>
    Math.max(0, Math.min(msOfClock(one.to), open.toMs) - Math.max(msOfClock(one.from), open.fromMs));
  return count * (within({ from, to }) - sum(breaks.map(within)));
}

function servedBy({ branch }: Floor, shift: Shift): ReadonlySet<string> {
  const group = groupOf(branch, shift);
  const stations = branch.stations.filter(({ kind }, at) => kind !== 'device' && (group.station < 0 || group.station === at));
  const leads = (service: Service): boolean =>
    stations.some(
      (station) =>
        canServe(group, station, service) && (group.station >= 0 || leadRole(modeAt(service, station.kind)!.team) === group.role),
    );
  return new Set(branch.services.filter(leads).map(({ id }) => id));
}

function servedByRule({ branch }: Floor, rule: Floor['elastic'][number]): ReadonlySet<string> {
  const station = branch.stations.find(({ id }) => id === rule.station)!;
  return new Set(branch.services.filter((service) => canServe(flexGroup(branch, rule), station, service)).map(({ id }) => id));
}

function neverLeaves(model: Model, need: ComingNeed): boolean {
  const law = firstFor(model.patience, need)?.distribution;
  return law === undefined || law.family === 'none';
}

/** Mean work of a need that only staff can do; 0 where a device may. */
function staffWorkMs(model: Model, { branch }: Floor, need: ComingNeed): number {
  const declared = branch.services.find(({ id }) => id === need.service)!;
  if (modeAt(declared, 'device') !== undefined) return 0;
  const entry = firstFor(
    model.work.filter(({ mode }) => mode === undefined || mode === declared.modes[0]!.at),
    need,
  );
  if (entry === undefined) return 0;
  const { distribution, short } = entry;
  const meanMs = makeDistribution(distribution).meanMs;
  return short === undefined ? meanMs : meanMs + short.share * (makeDistribution(short.distribution).meanMs - meanMs);
}
