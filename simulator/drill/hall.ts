import type { Branch } from '../lobby/branch/branch.ts';
import type { Command } from '../lobby/command/command.ts';
import type { By } from '../lobby/journal/envelope.ts';
import { isRefusal, type Refusal } from '../lobby/refusal.ts';
import type { LobbyState, StationState, Ticket } from '../lobby/state.ts';
import type { Behaviour } from '../workload/behaviour.ts';
import type { Cast } from '../workload/cast.ts';
import type { Tape } from '../workload/tape.ts';
import type { Agenda } from './agenda.ts';
import type { Crew } from './crew.ts';
import type { Customer } from './customer.ts';
import type { Awaitable, DrilledEvent, Lobby } from './lobby-port.ts';
import type { Reception } from './reception.ts';
import type { ServicePoint } from './service-point.ts';
import type { StaffMember } from './staff-member.ts';
import { stationFor } from './station-for.ts';

/** What is given before anybody comes. */
export interface Setting {
  readonly lobby: Lobby;
  readonly agenda: Agenda;
  readonly tape: Tape;
  readonly cast: Cast;
  readonly behaviour: Behaviour;
  /** Midnight of the day, epoch ms: times of the drill count from here. */
  readonly midnightAt: number;
  /** Closing time, ms after midnight. */
  readonly closesMs: number;
}

export const theDay: By = { kind: 'system', id: 'day' };

/** 厅堂: where everybody in the drill finds everybody else. */
export class Hall {
  readonly setting: Setting;
  readonly customers = new Map<string, Customer>();
  /** By position in the branch. */
  readonly points: ServicePoint[] = [];
  readonly people: StaffMember[] = [];
  readonly crews: Crew[] = [];
  reception: Reception | null = null;

  constructor(setting: Setting) {
    this.setting = setting;
  }

  get branch(): Branch {
    return this.setting.cast.branch;
  }

  get state(): LobbyState {
    return this.setting.lobby.state;
  }

  /** Ms after midnight. */
  get nowMs(): number {
    return this.setting.agenda.time();
  }

  get closing(): boolean {
    return this.nowMs >= this.setting.closesMs;
  }

  /** Presses a button that must work: whoever presses has looked first. */
  async press(by: By, command: Command): Promise<readonly DrilledEvent[]> {
    const answer = await this.ask(by, command);
    if (isRefusal(answer)) throw new Error(`${by.kind} ${by.id} was refused ${command.type}: ${JSON.stringify(answer)}`);
    return answer;
  }

  /** Presses a button that may be refused. */
  ask(by: By, command: Command): Awaitable<readonly DrilledEvent[] | Refusal> {
    return this.setting.lobby.submit(command, by, this.setting.midnightAt + this.nowMs);
  }

  station(id: string): StationState {
    return this.state.stations.get(id)!;
  }

  /** The ticket, while it is in the lobby. */
  ticket(id: string): Ticket | undefined {
    return this.state.tickets.get(id);
  }

  person(id: string): StaffMember {
    return this.people.find((member) => member.personId === id)!;
  }

  point(id: string): ServicePoint {
    return this.points.find((point) => point.station === id)!;
  }

  /** [Y6] Who stands by takes a station that has closed, in the order of the cast as when shifts begin. */
  async closed(point: ServicePoint): Promise<void> {
    const standing = this.crews.flatMap((crew) => crew.standingBy());
    await standing.find((member) => stationFor(this, member) === point)?.findStation();
  }
}
