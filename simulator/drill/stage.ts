import type { Plan } from '../lobby/branch/plan.ts';
import { roles } from '../lobby/branch/service.ts';
import { attendanceOn, behaviourOf } from '../workload/behaviour.ts';
import { castOf } from '../workload/cast.ts';
import type { Model } from '../workload/model.ts';
import { closesAt, hoursOn, opensAt } from '../workload/opening.ts';
import type { Tape } from '../workload/tape.ts';
import { Agenda } from './agenda.ts';
import { CallingMoment } from './calling-moment.ts';
import { Closing } from './closing.ts';
import { CoreLobby } from './core-lobby.ts';
import { Crew } from './crew.ts';
import { Customer } from './customer.ts';
import { DayKeeper } from './day-keeper.ts';
import { Dues } from './dues.ts';
import { ElasticWatch } from './elastic-rule.ts';
import { Hall, type Setting } from './hall.ts';
import { Reception } from './reception.ts';
import { Returned } from './returned.ts';
import { Roster } from './roster.ts';
import { ServicePoint } from './service-point.ts';
import type { Sim as Simulation } from './simjs.d.ts';
import { Sim } from './simjs-loader.ts';
import { StaffMember } from './staff-member.ts';
import { hasWorkAt } from './station-for.ts';

/** The day that a drill plays: local date, its midnight (epoch ms) and day of the week, 1 for Monday. */
export interface DrilledDay {
  readonly date: string;
  readonly midnightAt: number;
  readonly weekday: number;
}

/** A day ready to be played: who does what in it is on the agenda, and nothing has happened yet. */
export interface Stage {
  readonly sim: Simulation;
  readonly hall: Hall;
  /** In the order of the branch. */
  readonly people: readonly StaffMember[];
  /** In the order of the cast's groups. */
  readonly crews: readonly Crew[];
  /** Null: nobody is triaged. */
  readonly reception: Reception | null;
}

/** Puts the tape's people and the plan's staff into the lobby. */
export function setStage(tape: Tape, plan: Plan, model: Model, day: DrilledDay): Stage {
  const sim = new Sim();
  const lobby = new CoreLobby();
  const cast = castOf(model.branch, plan);
  const hours = hoursOn(model.branch, day.weekday);
  const agenda = sim.addEntity(Agenda, 'agenda');
  const closesMs = closesAt(hours);
  const setting: Setting = { lobby, agenda, tape, cast, behaviour: behaviourOf(model), midnightAt: day.midnightAt, closesMs };
  const hall = new Hall(setting);

  const customers = new Map<string, Customer>();
  const returned = new Returned(hall);
  const helpers = new Map<string, StaffMember>();
  const crews: Crew[] = [];
  const points = cast.branch.stations.map(({ id }, at) =>
    sim.addEntity(ServicePoint, id, hall, at, { customers, helpers, returned }, (point: ServicePoint) =>
      followAt(hall, crews, point),
    ),
  );
  const people = cast.branch.staff.map(({ id }, at) => sim.addEntity(StaffMember, id, hall, at, points));
  for (const member of people) helpers.set(member.personId, member);
  crews.push(...crewsOf(hall, people));

  const first = tape.visits > 0 ? tape.arrivalMs[0]! : Number.POSITIVE_INFINITY;
  const last = tape.visits > 0 ? tape.arrivalMs[tape.visits - 1]! : Number.NEGATIVE_INFINITY;
  const span = { fromMs: Math.min(opensAt(hours), first), toMs: Math.max(closesMs, last + 1) };
  const opensMs = Math.min(span.fromMs, cast.changes[0]?.atMs ?? span.fromMs);
  sim.addEntity(DayKeeper, 'day', hall, points, { date: day.date, plan, hours: span }, opensMs);
  sim.addEntity(Roster, 'roster', hall, crews);
  sim.addEntity(ElasticWatch, 'elastic', hall, points);
  const reception = setting.behaviour.triage === null ? null : sim.addEntity(Reception, 'reception', hall, points, people);
  for (let visit = 0; visit < tape.visits; visit++) {
    const customer = sim.addEntity(Customer, `v${visit}`, hall, visit, (newcomer: Customer) => reception?.meet(newcomer));
    customers.set(customer.ticketId, customer);
  }
  sim.addEntity(CallingMoment, 'calling', hall, points, returned);
  sim.addEntity(Closing, 'closing', hall, { points, people, customers });
  return { sim, hall, people, crews, reception };
}

/** [Y2] Of each role only so many come, the first in the order of the branch. */
function crewsOf(hall: Hall, people: readonly StaffMember[]): Crew[] {
  const { behaviour, cast, tape } = hall.setting;
  const comes = new Set<StaffMember>();
  const rostered = [...new Set(cast.members.flat())].sort((a, b) => a - b).map((at) => people[at]!);
  for (const role of roles) {
    const count = attendanceOn(behaviour, role, tape.seed, tape.day);
    for (const member of rostered.filter(({ person }) => person.role === role).slice(0, count)) comes.add(member);
  }
  return cast.groups.map(({ station }, at) => {
    const members = cast.members[at]!.map((person) => people[person]!);
    return new Crew(hall, new Dues(station), members, comes);
  });
}

/** [Y6] The first who stands by takes a station that has closed, in the order of the cast as when shifts begin. */
function followAt(hall: Hall, crews: readonly Crew[], point: ServicePoint): void {
  if (point.state.status !== 'closed') return;
  const standing = crews.flatMap((crew) => crew.standingBy());
  standing.find(({ dues, person }) => hasWorkAt(hall, point, person, dues!.station))?.take(point);
}
