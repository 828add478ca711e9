import type { CellGrid } from '../engine/results/goal.ts';
import type { Role } from '../lobby/branch/service.ts';
import { minuteMs } from '../workload/clock.ts';
import { leadRole } from '../workload/group.ts';
import type { Model } from '../workload/model.ts';
import type { ArrivalProfile } from '../workload/model-shape.ts';
import { closesAt, hoursOn, opensAt } from '../workload/opening.ts';
import type { Contracts } from './contracts/contracts.ts';
import { skillRows } from './skill-rows.ts';
import { stationsOf } from './stations-of.ts';

/** The half hours of a day by role, and by skill where it matters: what a requirement is stated for. */
export interface StaffGrid {
  readonly fromMs: number;
  readonly toMs: number;
  readonly stepMs: number;
  readonly steps: number;
  /** The role of each row: one a role, or several where contracts tell its skills apart. */
  readonly roles: readonly Role[];
  /** Skills of each row; null: all of its role. */
  readonly skills: readonly (readonly string[] | null)[];
  /** Stations at which people of each row can work, and those of its role. */
  readonly most: readonly number[];
  readonly mostOfRole: readonly number[];
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

/** `contracts`: what tells the skills of a role apart; nothing does when absent. */
export function staffGrid(model: Model, profile: ArrivalProfile, contracts?: Contracts): StaffGrid {
  const hours = hoursOn(model.branch, profile.days[0]!);
  const fromMs = opensAt(hours);
  const toMs = closesAt(hours);
  const steps = Math.ceil((toMs - fromMs) / stepMs);
  const asked = new Set(profile.mix.map(({ service }) => service));
  const roleOfService = model.branch.services.map((service) => (asked.has(service.id) ? roleOf(service) : null));
  const lead = roleOfService.filter((role) => role !== null);
  const needed = [...new Set<Role>([...lead, ...(needsGreeters(model, asked) ? (['greeter'] as const) : [])])];
  const rows = needed.flatMap((role) =>
    skillRows(
      model.branch,
      role,
      roleOfService.flatMap((one, service) => (one === role ? [service] : [])),
      role === 'greeter' ? undefined : contracts,
    ),
  );
  const mostOf = (role: Role, skills: readonly string[] | null): number =>
    role === 'greeter' ? mostGreeters : stationsOf(model, role, profile.days[0]!, skills ?? undefined).length;
  return {
    fromMs,
    toMs,
    stepMs,
    steps,
    roles: rows.map(({ role }) => role),
    skills: rows.map(({ skills }) => skills),
    most: rows.map(({ role, skills }) => mostOf(role, skills)),
    mostOfRole: rows.map(({ role }) => mostOf(role, null)),
    cells: {
      fromMs,
      stepMs,
      steps,
      roles: rows.length,
      roleOfService: model.branch.services.map((_, service) => rows.findIndex((row) => row.services.includes(service))),
    },
  };
}
