import { declaredTeam, modeAt } from '../../simulator/lobby/ability.ts';
import { catalogueOf } from '../../simulator/lobby/branch/catalogue.ts';
import type { Station } from '../../simulator/lobby/branch/place.ts';
import type { Command } from '../../simulator/lobby/command/command.ts';
import type { Ticket } from '../../simulator/lobby/state.ts';
import { type Floor, isFree, type Next } from './floor.ts';

const secondMs = 1_000;
const recallAfterMs = 30 * secondMs;

/** From the call to the end of a need at one station. */
export class Service {
  private readonly floor: Floor;
  private readonly station: Station;
  private readonly parked: string[] = [];

  constructor(floor: Floor, station: Station) {
    this.floor = floor;
    this.station = station;
  }

  /** `refusals`: how often the last button was refused; then the plainest one is pressed. */
  next(ticket: Ticket, refusals: number): Next | null {
    if (ticket.status === 'called') return this.awaitAnswer(ticket);
    return ticket.status === 'serving' ? this.work(ticket, refusals) : null;
  }

  /** One who was parked here and may come back. */
  parkedHere(): string | null {
    const { tickets } = this.floor.buttons.state;
    return this.parked.find((id) => tickets.get(id)?.status === 'parked') ?? null;
  }

  forget(ticket: string): void {
    this.parked.splice(this.parked.indexOf(ticket), 1);
  }

  private awaitAnswer({ calls, id }: Ticket): Next {
    const { branch, buttons, crowd } = this.floor;
    const station = this.station.id;
    const answersAt = crowd.answersAt(id);
    if (answersAt > 0 && calls >= answersAt) {
      const { walkMs } = branch.zones.find((zone) => zone.id === this.station.zone)!;
      return { afterMs: Math.round(walkMs * crowd.pace(id)) + secondMs, act: () => buttons.press({ type: 'start', station }) };
    }
    const type = calls < branch.rules.callsBeforeNoShow ? 'recall' : 'no-show';
    return { afterMs: recallAfterMs, act: () => buttons.press({ type, station }) };
  }

  private work(ticket: Ticket, refusals: number): Next {
    const { branch, buttons, chance, crowd } = this.floor;
    const service = catalogueOf(branch).services.get(ticket.needs[ticket.current]!.service)!;
    const mode = modeAt(service, this.station.kind, ticket) ?? service.modes[0]!;
    const fetched = refusals === 0 ? this.fetching(ticket) : null;
    if (fetched !== null) return { afterMs: chance.about(mode.typicalWorkMs / 3), act: () => buttons.press(fetched) };
    const afterMs = crowd.workMs(ticket.id, ticket.current, mode.at) ?? chance.about(mode.typicalWorkMs);
    const button = refusals > 0 ? this.finish('done') : this.lastButton(ticket);
    return {
      afterMs: refusals > 0 ? secondMs : afterMs,
      act: async () => {
        const accepted = await buttons.press(button);
        if (accepted && button.type === 'park') this.parked.push(ticket.id);
        return accepted;
      },
    };
  }

  /** [P3] Somebody of the team who joins later is fetched when they are free. */
  private fetching(ticket: Ticket): Command | null {
    const { state } = this.floor.buttons;
    if (this.station.kind === 'device') return null;
    const [missing] = declaredTeam(state, this.station.id, ticket).missing;
    if (missing === undefined) return null;
    const person = [...state.staff.values()].find(
      (one) => one.role === missing.role && one.skills.includes(missing.skill) && isFree(state, one.person),
    );
    return person === undefined ? null : { type: 'join-team', station: this.station.id, person: person.person };
  }

  private finish(outcome: 'done' | 'device-failed' | 'documents-missing'): Command {
    return { type: 'finish', station: this.station.id, outcome };
  }

  /** How a need ends: nearly always it is done. */
  private lastButton(ticket: Ticket): Command {
    const { branch, chance, crowd } = this.floor;
    const station = this.station.id;
    if (this.station.kind === 'device') return this.finish(crowd.deviceFails(ticket.id) ? 'device-failed' : 'done');
    if (chance.happens(0.02)) return { type: 'park', station };
    if (chance.happens(0.03)) return this.finish('documents-missing');
    const other = chance.happens(0.04) && ticket.current === 0 ? chance.one(branch.services) : undefined;
    const own = ticket.needs[ticket.current]!.service;
    return other === undefined || other.id === own ? this.finish('done') : { type: 'transfer', station, service: other.id };
  }
}
