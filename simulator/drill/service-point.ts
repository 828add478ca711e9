import { modeAt } from '../lobby/ability.ts';
import { catalogueOf } from '../lobby/branch/catalogue.ts';
import type { Station } from '../lobby/branch/place.ts';
import type { By } from '../lobby/journal/envelope.ts';
import { isRefusal } from '../lobby/refusal.ts';
import type { StationState } from '../lobby/state.ts';
import type { Customer } from './customer.ts';
import type { Hall } from './hall.ts';
import { Entity } from './simjs-loader.ts';

/** Who presses the buttons of a station. */
export interface Attendant {
  readonly by: By;
  /** The customer has gone after service: turnaround, then ready or going. */
  served(): Promise<void>;
  /** Nobody came: ready or going. */
  free(): Promise<void>;
  /** May take a customer now. */
  readonly available: boolean;
}

/** 服务点: a counter, desk or device: calls, waits for the customer, serves, and lets go. */
export class ServicePoint extends Entity {
  declare at: number;
  declare declared: Station;
  attendant: Attendant | null = null;
  /** The customer at a device who waits for somebody to assist. */
  private helpless: Customer | null = null;
  declare private hall: Hall;

  start(hall: Hall, at: number): void {
    this.hall = hall;
    this.at = at;
    this.declared = hall.branch.stations[at]!;
    hall.points[at] = this;
  }

  get station(): string {
    return this.declared.id;
  }

  get isDevice(): boolean {
    return this.declared.kind === 'device';
  }

  get state(): StationState {
    return this.hall.station(this.station);
  }

  /** Calls or serves; a customer who waits here for assistance is neither called nor served. */
  get isWorking(): boolean {
    return this.state.status === 'busy' && this.helpless === null;
  }

  /** [Y5] A ready station looks once and calls. */
  async look(): Promise<void> {
    if (this.state.status !== 'ready' || this.attendant?.available !== true) return;
    const events = await this.hall.press(this.attendant.by, { type: 'call-next', station: this.station });
    const called = events.find(({ type }) => type === 'called');
    if (called?.type !== 'called') return;
    const customer = this.hall.customers.get(called.data.ticket)!;
    customer.hearsCall();
    await this.awaitAnswer(customer, 1);
  }

  /** [Y12] */
  private async awaitAnswer(customer: Customer, call: number): Promise<void> {
    const { agenda, behaviour } = this.hall.setting;
    if (customer.answersAt > 0 && call >= customer.answersAt) {
      const walkMs = customer.walkMs(this.declared.zone);
      if (walkMs === 0) await this.begin(customer);
      else
        agenda.after(
          walkMs,
          'calls-answered',
          () => [this.at],
          () => this.begin(customer),
        );
      return;
    }
    agenda.after(
      behaviour.recallAfterMs,
      'calls-answered',
      () => [this.at],
      () => this.callAgain(customer, call + 1),
    );
  }

  private async callAgain(customer: Customer, call: number): Promise<void> {
    const { by } = this.attendant!;
    if (call <= this.hall.branch.rules.callsBeforeNoShow) {
      await this.hall.press(by, { type: 'recall', station: this.station });
      await this.awaitAnswer(customer, call);
      return;
    }
    const team = this.others(customer);
    await this.hall.press(by, { type: 'no-show', station: this.station });
    await this.attendant!.free();
    for (const member of team) await member.setFree();
  }

  /** [Y13] Service starts when the customer is there. */
  private async begin(customer: Customer): Promise<void> {
    const by = this.isDevice ? customer.by : this.attendant!.by;
    const answer = await this.hall.ask(by, { type: 'start', station: this.station });
    if (isRefusal(answer)) {
      if (answer.refused !== 'team-not-ready')
        throw new Error(`${customer.ticketId} cannot start at ${this.station}: ${answer.refused}`);
      this.helpless = customer;
      return;
    }
    this.helpless = null;
    const service = catalogueOf(this.hall.branch).services.get(customer.ticket!.needs[customer.ticket!.current]!.service)!;
    const mode = modeAt(service, this.declared.kind, customer.ticket)!;
    this.hall.setting.agenda.after(
      customer.workMs(mode.at),
      'work-ends',
      () => [this.at],
      () => this.end(customer),
    );
  }

  /** [Y16] A customer who waited here for assistance tries again. */
  async tryAgain(): Promise<void> {
    if (this.helpless !== null) await this.begin(this.helpless);
  }

  private async end(customer: Customer): Promise<void> {
    const team = this.others(customer);
    await customer.endNeed(this.station, this.isDevice, this.isDevice ? customer.by : this.attendant!.by);
    await this.attendant!.served();
    for (const member of team) await member.setFree();
  }

  /** Those who work or assist here beside whoever works the station. */
  private others(customer: Customer) {
    const ticket = customer.ticket!;
    const held = ticket.staff.filter((id) => id !== this.state.staff[0]);
    return [...held, ...(ticket.assistedBy === null ? [] : [ticket.assistedBy])].map((id) => this.hall.person(id));
  }
}

/** A device attends to itself: the core makes it ready. */
export const selfAttended = (station: string): Attendant => ({
  by: { kind: 'system', id: station },
  async served() {},
  async free() {},
  available: true,
});
