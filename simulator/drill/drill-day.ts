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
import { ElasticWatch } from './elastic-rule.ts';
import { Hall, type Setting, theDay } from './hall.ts';
import type { DrilledEvent, Lobby } from './lobby-port.ts';
import { type Pace, Pacer } from './pacer.ts';
import { Reception } from './reception.ts';
import { Roster } from './roster.ts';
import { runToEnd } from './run-to-end.ts';
import { ServicePoint } from './service-point.ts';
import { Sim } from './simjs-loader.ts';
import { StaffMember } from './staff-member.ts';

/** The day that a drill plays: local date, its midnight (epoch ms) and day of the week, 1 for Monday. */
export interface DrilledDay {
  readonly date: string;
  readonly midnightAt: number;
  readonly weekday: number;
}

/** No day has so many: a drill that goes on has lost its way. */
const mostEvents = 50_000_000;

/** 演练: the tape's people and the plan's staff act on the real core; the journal is what the core writes (engine/SPEC.md). */
export async function drillDay(tape: Tape, plan: Plan, model: Model, day: DrilledDay): Promise<readonly DrilledEvent[]> {
  const lobby = new CoreLobby();
  await playDay(lobby, tape, plan, model, day);
  return lobby.journal;
}

/** The same on any lobby, and at any pace. */
export async function playDay(
  lobby: Lobby,
  tape: Tape,
  plan: Plan,
  model: Model,
  day: DrilledDay,
  pace: Pace | null = null,
): Promise<void> {
  const sim = new Sim();
  const cast = castOf(model.branch, plan);
  const hours = hoursOn(model.branch, day.weekday);
  const agenda = sim.addEntity(Agenda, 'agenda');
  const closesMs = closesAt(hours);
  const setting: Setting = { lobby, agenda, tape, cast, behaviour: behaviourOf(model), midnightAt: day.midnightAt, closesMs };
  const hall = new Hall(setting);

  const first = tape.visits > 0 ? tape.arrivalMs[0]! : Number.POSITIVE_INFINITY;
  const last = tape.visits > 0 ? tape.arrivalMs[tape.visits - 1]! : Number.NEGATIVE_INFINITY;
  const span = { fromMs: Math.min(opensAt(hours), first), toMs: Math.max(closesMs, last + 1) };
  const opensMs = Math.min(span.fromMs, cast.changes[0]?.atMs ?? span.fromMs);
  sim.addEntity(DayKeeper, 'day', hall, { date: day.date, plan, hours: span }, opensMs);

  for (const [at, { id }] of cast.branch.stations.entries()) sim.addEntity(ServicePoint, id, hall, at);
  for (const [at, { id }] of cast.branch.staff.entries()) sim.addEntity(StaffMember, id, hall, at);
  formCrews(hall);
  sim.addEntity(Roster, 'roster', hall);
  sim.addEntity(ElasticWatch, 'elastic', hall);
  for (let visit = 0; visit < tape.visits; visit++) sim.addEntity(Customer, `v${visit}`, hall, visit);
  if (setting.behaviour.triage !== null) sim.addEntity(Reception, 'reception', hall);
  sim.addEntity(CallingMoment, 'calling', hall);
  sim.addEntity(Closing, 'closing', hall);

  const pacer = pace === null ? null : sim.addEntity(Pacer, 'pacer', pace);
  const ended = await runToEnd(sim, mostEvents, () => agenda.turn ?? pacer?.pause ?? null);
  if (!ended) throw new Error(`the drill of ${day.date} does not come to an end`);
  const endsAt = Math.max(day.midnightAt + closesMs, lobby.state.at);
  await lobby.submit({ type: 'close-day' }, theDay, endsAt);
}

/** [Y2] Of each role only so many come, the first in the order of the branch. */
function formCrews(hall: Hall): void {
  const { behaviour, cast, tape } = hall.setting;
  const comes = new Set<StaffMember>();
  const rostered = [...new Set(cast.members.flat())].sort((a, b) => a - b).map((at) => hall.people[at]!);
  for (const role of roles) {
    const count = attendanceOn(behaviour, role, tape.seed, tape.day);
    for (const member of rostered.filter(({ person }) => person.role === role).slice(0, count)) comes.add(member);
  }
  cast.groups.forEach(({ station }, at) => {
    const members = cast.members[at]!.map((person) => hall.people[person]!);
    hall.crews.push(new Crew(hall, station, members, comes));
  });
}
