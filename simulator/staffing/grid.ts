import type { CellGrid } from '../engine/goal.ts';
import type { Role } from '../lobby/branch/service.ts';
import { minuteMs } from '../workload/clock.ts';
import { leadRole } from '../workload/group.ts';
import type { Model } from '../workload/model.ts';
import type { ArrivalProfile } from '../workload/model-shape.ts';
import { closesAt, hoursOn, opensAt } from '../workload/opening.ts';
import { stationsOf } from './stations-of.ts';

/** The half hours of a day by role: what a requirement is stated for. */
export interface StaffGrid {
  readonly fromMs: number;
  readonly toMs: number;
  readonly stepMs: number;
  readonly steps: number;
  readonly roles: readonly Role[];
  /** Stations at which each role can work. */
  readonly most: readonly number[];
  readonly cells: CellGrid;
}

const stepMs = 30 * minuteMs;

/** Greeters that a lobby has use for. */
const mostGreeters = 6;

/** Role that leads a service away from devices; greeters where it is given at assisted devices alone. */
function roleOf(service: Model['branch']['services'][number]): Role | null {
  const mode = service.modes.find(({ at }) => at !== 'device' && at !== 'assisted-device');
  if (mode) return leadRole(mode.team);
  return service.modes.some(({ at }) => at === 'assisted-device') ? 'greeter' : null;
}

/** Whether greeters have work: newcomers to receive, or devices to assist at. */
const needsGreeters = (model: Model, asked: ReadonlySet<string>): boolean =>
  model.triage !== undefined ||
  model.branch.services.some(({ id, modes }) => asked.has(id) && modes.some(({ at }) => at === 'assisted-device'));

export function staffGrid(model: Model, profile: ArrivalProfile): StaffGrid {
  const hours = hoursOn(model.branch, profile.days[0]!);
  const fromMs = opensAt(hours);
  const toMs = closesAt(hours);
  const steps = Math.ceil((toMs - fromMs) / stepMs);
  const asked = new Set(profile.mix.map(({ service }) => service));
  const roleOfService = model.branch.services.map((service) => (asked.has(service.id) ? roleOf(service) : null));
  const lead = roleOfService.filter((role) => role !== null);
  const roles: readonly Role[] = [...new Set<Role>([...lead, ...(needsGreeters(model, asked) ? (['greeter'] as const) : [])])];
  return {
    fromMs,
    toMs,
    stepMs,
    steps,
    roles,
    most: roles.map((role) => (role === 'greeter' ? mostGreeters : stationsOf(model, role, profile.days[0]!).length)),
    cells: {
      fromMs,
      stepMs,
      steps,
      roles: roles.length,
      roleOfService: roleOfService.map((role) => (role === null ? -1 : roles.indexOf(role))),
    },
  };
}
