import type { Branch } from '../lobby/branch/branch.ts';
import type { Command } from '../lobby/command/command.ts';
import { heldStaff } from '../lobby/held-staff.ts';
import type { By } from '../lobby/journal/envelope.ts';
import { isRefusal, type Refusal } from '../lobby/refusal.ts';
import type { LobbyState, StationState, Ticket } from '../lobby/state.ts';
import type { Behaviour } from '../workload/behaviour.ts';
import type { Cast } from '../workload/cast.ts';
import type { Tape } from '../workload/tape.ts';
import type { Agenda } from './agenda.ts';
import type { CoreLobby, DrilledEvent } from './core-lobby.ts';

/** What is given before anybody comes. */
export interface Setting {
  readonly lobby: CoreLobby;
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

/** 厅堂: the lobby as those in it see it, its clock and its buttons. It knows nobody. */
export class Hall {
  readonly setting: Setting;
  private held: { readonly state: LobbyState; readonly staff: ReadonlyMap<string, string> } | null = null;

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
  press(by: By, command: Command): readonly DrilledEvent[] {
    const answer = this.ask(by, command);
    if (isRefusal(answer)) throw new Error(`${by.kind} ${by.id} was refused ${command.type}: ${JSON.stringify(answer)}`);
    return answer;
  }

  /** Presses a button that may be refused. */
  ask(by: By, command: Command): readonly DrilledEvent[] | Refusal {
    return this.setting.lobby.submit(command, by, this.setting.midnightAt + this.nowMs);
  }

  station(id: string): StationState {
    return this.state.stations.get(id)!;
  }

  /** The ticket, while it is in the lobby. */
  ticket(id: string): Ticket | undefined {
    return this.state.tickets.get(id);
  }

  /** In the hands of a customer, as lead or in a team. */
  holds(person: string): boolean {
    if (this.held?.state !== this.state) this.held = { state: this.state, staff: heldStaff(this.state) };
    return this.held.staff.has(person);
  }

  /** [Y6] A station that some shift names is left to its people while another is closed. */
  isNamed(station: number): boolean {
    return this.setting.cast.groups.some((group) => group.station === station);
  }
}
