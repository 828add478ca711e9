import { ableTeam } from '../lobby/ability.ts';
import { catalogueOf } from '../lobby/branch/catalogue.ts';
import { isRefusal } from '../lobby/refusal.ts';
import { routeByPolicy } from '../lobby/routing.ts';
import type { Customer } from './customer.ts';
import type { Hall } from './hall.ts';
import type { ServicePoint } from './service-point.ts';
import { Entity } from './simjs-loader.ts';
import type { StaffMember } from './staff-member.ts';

/** 大堂分流: newcomers wait here for a greeter, first come first served (Y16). */
export class Reception extends Entity {
  declare private hall: Hall;
  declare private points: readonly ServicePoint[];
  declare private people: readonly StaffMember[];
  private newcomers: { readonly customer: Customer; readonly untilMs: number }[] = [];

  start(hall: Hall, points: readonly ServicePoint[], people: readonly StaffMember[]): void {
    this.hall = hall;
    this.points = points;
    this.people = people;
    hall.setting.agenda.inEachPass('greeters-take', () => this.receive());
  }

  /** Tickets of those who wait for a greeter, in order of arrival. */
  get waiting(): readonly string[] {
    return this.newcomers.filter(({ customer }) => customer.isNewcomer).map(({ customer }) => customer.ticketId);
  }

  /** Who can be called at once needs no greeter. */
  meet(customer: Customer): void {
    if (this.canBeCalledAtOnce(customer)) return;
    const { waitLimitMs } = this.hall.setting.behaviour.triage!;
    this.newcomers.push({ customer, untilMs: this.hall.nowMs + waitLimitMs });
  }

  private canBeCalledAtOnce(customer: Customer): boolean {
    const ticket = customer.ticket!;
    const { kinds } = catalogueOf(this.hall.branch).lines.get(ticket.place!.line)!;
    return this.points.some(
      ({ attendant, declared, state, station }) =>
        state.status === 'ready' &&
        attendant?.available === true &&
        kinds.includes(declared.kind) &&
        !isRefusal(ableTeam(this.hall.state, station, ticket)),
    );
  }

  private receive(): void {
    const { nowMs } = this.hall;
    this.newcomers = this.newcomers.filter(({ customer, untilMs }) => customer.isNewcomer && nowMs <= untilMs);
    while (this.newcomers.length > 0) {
      const greeter = this.readyGreeter();
      if (greeter === null) return;
      this.triage(greeter, this.newcomers.shift()!.customer);
    }
  }

  private readyGreeter(): StaffMember | null {
    const ready = this.people.filter((member) => member.mayTriage);
    return ready.reduce<StaffMember | null>(
      (longest, member) => (longest === null || member.idleSince < longest.idleSince ? member : longest),
      null,
    );
  }

  private triage(greeter: StaffMember, customer: Customer): void {
    const triageMs = this.hall.setting.tape.triageMs![customer.visit]!;
    greeter.triage = { ticket: customer.ticketId, untilMs: this.hall.nowMs + triageMs };
    this.hall.setting.agenda.after(
      triageMs,
      'work-ends',
      () => [1000 + greeter.at],
      () => {
        greeter.hasGreeted();
        this.advise(greeter, customer);
        greeter.setFree();
      },
    );
  }

  /** By the policy of this moment, unless the customer does not obey. */
  private advise(greeter: StaffMember, customer: Customer): void {
    if (!customer.isNewcomer) return;
    const ticket = customer.ticket!;
    const { service } = ticket.needs[ticket.current]!;
    const advised = routeByPolicy(this.hall.state, { ...ticket, service });
    if (isRefusal(advised)) throw new Error(`nowhere to send ${customer.ticketId}: ${advised.refused}`);
    const place = ticket.place!;
    const elsewhere = advised.line !== place.line || advised.kind !== place.kind;
    const { obeyShare } = this.hall.setting.behaviour.triage!;
    const obeys = this.hall.setting.tape.obedience![customer.visit]! < obeyShare;
    this.hall.press(greeter.by, {
      type: 'route',
      ticket: customer.ticketId,
      greeter: greeter.personId,
      ...(elsewhere && !obeys ? { to: { line: place.line, kind: place.kind }, reason: 'customer-wish' } : {}),
    });
  }
}
