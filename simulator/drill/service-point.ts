import { hasSkill, modeAt } from '../lobby/ability.ts';
import { catalogueOf } from '../lobby/branch/catalogue.ts';
import type { Station } from '../lobby/branch/place.ts';
import type { By } from '../lobby/journal/envelope.ts';
import { isRefusal } from '../lobby/refusal.ts';
import type { StationState } from '../lobby/state.ts';
import type { Customer } from './customer.ts';
import type { Hall } from './hall.ts';
import type { Returned } from './returned.ts';
import { Entity } from './simjs-loader.ts';

/** Who presses the buttons of a station. */
export interface Attendant {
  readonly by: By;
  /** The customer has gone after service: turnaround, then ready or going. */
  served(): void;
  /** Nobody came: ready or going. */
  free(): void;
  /** May take a customer now. */
  readonly available: boolean;
}

/** Who helps at a station they do not work: in a team, or beside the user of a device. */
export interface Helper {
  setFree(): void;
}

/** Whom the stations meet, by ticket and by person. */
export interface Company {
  readonly customers: ReadonlyMap<string, Customer>;
  readonly helpers: ReadonlyMap<string, Helper>;
  readonly returned: Returned;
}

/** 服务点: a counter, desk or device: calls, waits for the customer, serves, and lets go. */
export class ServicePoint extends Entity {
  declare at: number;
  declare declared: Station;
  attendant: Attendant | null = null;
  /** The customer at a device who waits for somebody to assist. */
  private helpless: Customer | null = null;
  declare private hall: Hall;
  declare private company: Company;
  declare private hasClosed: (point: ServicePoint) => void;

  /** `hasClosed` hears of it when whoever worked here has gone and the station is closed. */
  start(hall: Hall, at: number, company: Company, hasClosed: (point: ServicePoint) => void): void {
    this.hall = hall;
    this.at = at;
    this.company = company;
    this.hasClosed = hasClosed;
    this.declared = hall.branch.stations[at]!;
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

  /** [Y15] Somebody waits whom it could serve, as it is staffed and whoever else is free. */
  get isWanted(): boolean {
    const { lines, services } = catalogueOf(this.hall.branch);
    return [...this.hall.state.tickets.values()].some((ticket) => {
      if (ticket.status !== 'waiting' || !lines.get(ticket.place!.line)!.kinds.includes(this.declared.kind)) return false;
      const service = services.get(ticket.needs[ticket.current]!.service)!;
      const mode = modeAt(service, this.declared.kind, ticket);
      return mode !== undefined && hasSkill(this.hall.state, this.declared, this.state, service, mode);
    });
  }

  /** Calls or serves; a customer who waits here for assistance is neither called nor served. */
  get isWorking(): boolean {
    return this.state.status === 'busy' && this.helpless === null;
  }

  /** [Y5] A ready station looks once and calls. */
  look(): void {
    if (this.state.status !== 'ready' || this.attendant?.available !== true) return;
    if (this.resumes(this.attendant.by)) return;
    const events = this.hall.press(this.attendant.by, { type: 'call-next', station: this.station });
    const called = events.find(({ type }) => type === 'called');
    if (called?.type !== 'called') return;
    const customer = this.company.customers.get(called.data.ticket)!;
    customer.hearsCall();
    this.awaitAnswer(customer, 1);
  }

  /** [Y24] Goes on with the first who is back and can be served here now. */
  private resumes(by: By): boolean {
    if (this.isDevice) return false;
    for (const customer of this.company.returned.whoMayGoTo(this.station)) {
      const answer = this.hall.ask(by, { type: 'resume', station: this.station, ticket: customer.ticketId });
      if (isRefusal(answer)) continue;
      this.company.returned.goesOn(customer);
      this.begin(customer);
      return true;
    }
    return false;
  }

  /** [Y12] */
  private awaitAnswer(customer: Customer, call: number): void {
    const { agenda, behaviour } = this.hall.setting;
    if (customer.answersAt > 0 && call >= customer.answersAt) {
      const walkMs = customer.walkMs(this.declared.zone);
      if (walkMs === 0) this.begin(customer);
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

  private callAgain(customer: Customer, call: number): void {
    const { by } = this.attendant!;
    if (call <= this.hall.branch.rules.callsBeforeNoShow) {
      this.hall.press(by, { type: 'recall', station: this.station });
      this.awaitAnswer(customer, call);
      return;
    }
    const team = this.others(customer);
    this.hall.press(by, { type: 'no-show', station: this.station });
    this.attendant!.free();
    for (const member of team) member.setFree();
  }

  /** [Y13] Service starts when the customer is there. */
  private begin(customer: Customer): void {
    const by = this.isDevice ? customer.by : this.attendant!.by;
    const answer = this.hall.ask(by, { type: 'start', station: this.station });
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
      customer.workMs(mode.at, this.isDevice),
      'work-ends',
      () => [this.at],
      () => (customer.isToPark && !this.isDevice ? this.park(customer) : this.end(customer)),
    );
  }

  /** [Y16] A customer who waited here for assistance tries again. */
  tryAgain(): void {
    if (this.helpless !== null) this.begin(this.helpless);
  }

  /** [Y24] */
  private park(customer: Customer): void {
    const team = this.others(customer);
    this.company.returned.expect(customer, this.station);
    this.hall.press(this.attendant!.by, { type: 'park', station: this.station });
    this.attendant!.free();
    for (const member of team) member.setFree();
  }

  private end(customer: Customer): void {
    const team = this.others(customer);
    customer.endNeed(this.station, this.isDevice, this.isDevice ? customer.by : this.attendant!.by);
    this.attendant!.served();
    for (const member of team) member.setFree();
  }

  /** Those who work or assist here beside whoever works the station. */
  private others(customer: Customer): readonly Helper[] {
    const ticket = customer.ticket!;
    const held = ticket.staff.filter((id) => id !== this.state.staff[0]);
    return [...held, ...(ticket.assistedBy === null ? [] : [ticket.assistedBy])].map((id) => this.company.helpers.get(id)!);
  }

  /** Whoever worked here has gone. */
  closed(): void {
    this.hasClosed(this);
  }
}

/** A device attends to itself: the core makes it ready. */
export const selfAttended = (station: string): Attendant => ({
  by: { kind: 'system', id: station },
  served() {},
  free() {},
  available: true,
});
