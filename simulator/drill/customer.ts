import { languages } from '../lobby/branch/language.ts';
import { modeKinds } from '../lobby/branch/service.ts';
import type { By } from '../lobby/journal/envelope.ts';
import { channels } from '../lobby/journal/ticket-events.ts';
import type { Ticket } from '../lobby/state.ts';
import { balkShare } from '../workload/behaviour.ts';
import { firstNeedOf } from '../workload/tape.ts';
import type { Alarm } from './agenda.ts';
import type { Hall } from './hall.ts';
import { Entity } from './simjs-loader.ts';

const kiosk: By = { kind: 'kiosk', id: 'kiosk' };

/** 客户: comes, takes a ticket, waits as long as patience lasts, answers a call, is served, and goes on to the next need. */
export class Customer extends Entity {
  declare visit: number;
  /** Position in the tape of the need waited for or served. */
  declare need: number;
  declare private hall: Hall;
  declare private hasCome: (customer: Customer) => void;
  private triedDevice = false;
  private wasParked = false;
  private hasBeenCalled = false;
  /** Sent away in the middle of a service, and not yet back. */
  isAway = false;
  private patience: Alarm | null = null;

  /** `hasCome` hears of each who has taken a ticket. */
  start(hall: Hall, visit: number, hasCome: (customer: Customer) => void): void {
    this.hall = hall;
    this.visit = visit;
    this.hasCome = hasCome;
    this.need = firstNeedOf(this.tape, visit);
    hall.setting.agenda.after(
      this.tape.arrivalMs[visit]!,
      'customers-come',
      () => [1, visit],
      () => this.come(),
    );
  }

  get ticketId(): string {
    return `v${this.visit}`;
  }

  get by(): By {
    return { kind: 'ticket', id: this.ticketId };
  }

  /** The first call that is answered; 0: none. */
  get answersAt(): number {
    return this.tape.answersAt === null ? 1 : this.tape.answersAt[this.visit]!;
  }

  get ticket(): Ticket | undefined {
    return this.hall.ticket(this.ticketId);
  }

  /** Waits since the arrival: nobody has called yet. */
  get isNewcomer(): boolean {
    return this.ticket?.status === 'waiting' && !this.hasBeenCalled;
  }

  private get tape() {
    return this.hall.setting.tape;
  }

  /** [Y9] */
  private come(): void {
    const { branch } = this.hall;
    const { tape, visit } = this;
    const booking = tape.bookings.findIndex((candidate) => candidate.visit === visit);
    const traits = tape.traits === null ? 0 : tape.traits[visit]!;
    this.hall.press(kiosk, {
      type: 'issue',
      ticket: this.ticketId,
      needs: this.wanted().map((need) => ({ service: branch.services[tape.service[need]!]!.id })),
      segment: branch.segments[tape.segment[visit]!]!.code,
      traits: branch.traits.flatMap(({ code }, bit) => ((traits >>> bit) & 1 ? [code] : [])),
      channel: booking >= 0 ? 'booking' : channels[tape.channel === null ? 0 : tape.channel[visit]!]!,
      language: languages[tape.language === null ? 0 : tape.language[visit]!]!,
      prepared: tape.prepared !== null && tape.prepared[visit] === 1,
      ...(booking >= 0 ? { appointment: `b${booking}` } : {}),
    });
    this.wait(this.isPutOff() ? 1 : tape.patienceMs[this.need]!);
    this.hasCome(this);
  }

  /** Needs that are on the ticket: those by transfer arise later. */
  private wanted(): number[] {
    const needs: number[] = [];
    for (let need = this.need; need < firstNeedOf(this.tape, this.visit + 1); need++)
      if (this.tape.byTransfer === null || this.tape.byTransfer[need] === 0) needs.push(need);
    return needs;
  }

  /** [Y10] */
  private isPutOff(): boolean {
    const { balking } = this.hall.setting.behaviour;
    if (balking === null || this.tape.balk === null) return false;
    const ticket = this.ticket!;
    const u = this.tape.balk[this.visit]!;
    const before = [...this.hall.state.tickets.values()].filter(
      (other) => other !== ticket && other.status === 'waiting' && other.place?.line === ticket.place!.line,
    ).length;
    const highMs = ticket.quote?.highMs ?? Number.NEGATIVE_INFINITY;
    return (
      u < balkShare(balking.onLength, (at) => before >= balking.onLength[at]!.atLeast) ||
      u < balkShare(balking.onQuote, (at) => highMs >= balking.onQuote[at]!.atLeastMs)
    );
  }

  private wait(patienceMs: number): void {
    if (patienceMs === Number.POSITIVE_INFINITY) return;
    this.patience = this.hall.setting.agenda.after(
      Math.max(1, patienceMs),
      'customers-leave',
      () => this.placeInLine(),
      () => this.leave(),
    );
  }

  private placeInLine(): readonly number[] {
    const ticket = this.ticket!;
    return [this.hall.branch.lines.findIndex(({ id }) => id === ticket.place!.line), ticket.readyAt, ticket.seq];
  }

  private leave(): void {
    this.hall.press(this.by, { type: 'abandon', ticket: this.ticketId, how: 'observed' });
  }

  hearsCall(): void {
    this.hasBeenCalled = true;
    this.patience?.cancel();
    this.patience = null;
  }

  /** [Y12] From the lobby to a station in this zone. */
  walkMs(zone: string): number {
    const { pace } = this.tape;
    if (pace === null) return 0;
    return Math.round(this.hall.branch.zones.find(({ id }) => id === zone)!.walkMs * pace[this.visit]!);
  }

  /** What is done of the work in one go (Y24). */
  workMs(mode: (typeof modeKinds)[number], isDevice: boolean): number {
    const wholeMs = this.tape.workIn[modeKinds.indexOf(mode)]![this.need]!;
    if (isDevice || this.parkAfter < 0) return wholeMs;
    const firstMs = Math.round(this.parkAfter * wholeMs);
    return Math.max(1, this.wasParked ? wholeMs - firstMs : firstMs);
  }

  /** [Y24] Has still to be sent away before this need ends. */
  get isToPark(): boolean {
    return this.parkAfter >= 0 && !this.wasParked;
  }

  /** [Y24] Goes for a while; `isBack` hears of the return. */
  goAway(isBack: () => void): void {
    this.wasParked = true;
    this.isAway = true;
    this.hall.setting.agenda.after(
      this.tape.awayMs![this.need]!,
      'customers-come',
      () => [0.5, this.visit],
      () => {
        this.isAway = false;
        isBack();
      },
    );
  }

  private get parkAfter(): number {
    return this.tape.parkAfter === null ? -1 : this.tape.parkAfter[this.need]!;
  }

  /** [Y14] The need ends at a station: the button that says how, pressed by whoever works there or by the device's user. */
  endNeed(station: string, isDevice: boolean, by: By): void {
    const next = this.need + 1;
    const last = next >= firstNeedOf(this.tape, this.visit + 1);
    if (isDevice && !this.triedDevice && this.tape.deviceFails?.[this.need] === 1) {
      this.triedDevice = true;
      this.hall.press(by, { type: 'finish', station, outcome: 'device-failed' });
      this.wait(this.tape.patienceMs[this.need]!);
      return;
    }
    this.triedDevice = false;
    this.wasParked = false;
    if (!last && this.tape.byTransfer?.[next] === 1) {
      const service = this.hall.branch.services[this.tape.service[next]!]!.id;
      this.hall.press(by, { type: 'transfer', station, service });
    } else this.hall.press(by, { type: 'finish', station, outcome: 'done' });
    if (last) return;
    this.need = next;
    this.wait(this.tape.patienceMs[next]!);
  }

  /** Services that may still be asked for in this visit, the one in hand aside. */
  laterServices(): string[] {
    const services: string[] = [];
    for (let need = this.need + 1; need < firstNeedOf(this.tape, this.visit + 1); need++)
      services.push(this.hall.branch.services[this.tape.service[need]!]!.id);
    return services;
  }
}
