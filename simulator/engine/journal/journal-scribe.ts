import { languages } from '../../lobby/branch/language.ts';
import { numberText } from '../../lobby/decide/number.ts';
import { type By, journalVersion } from '../../lobby/journal/envelope.ts';
import type { Fact, LobbyEvent } from '../../lobby/journal/event.ts';
import type { Outcome as NeedOutcome, Quote } from '../../lobby/journal/ticket-events.ts';
import { channels } from '../../lobby/journal/ticket-events.ts';
import { dayMs, msOfClock } from '../../workload/clock.ts';
import { firstNeedOf, type Tape } from '../../workload/tape.ts';
import type { Way } from '../customers/way.ts';
import type { Floor } from '../floor/floor.ts';
import type { From } from '../floor/from.ts';
import type { Scribe } from './scribe.ts';

/** An event of a simulated day: as stored, without the hash chain, which a host adds where it is wanted. */
export type SimulatedEvent = Omit<LobbyEvent, 'prev'> & Fact;

/** The day that is written down: its date, and the instant of its midnight in the branch's zone. */
export interface WrittenDay {
  readonly date: string;
  readonly midnightAt: number;
}

const system: By = { kind: 'system', id: 'day' };
const kiosk: By = { kind: 'kiosk', id: 'kiosk' };

/** Writes the journal of a day (SPEC Y4, Y5), event by event, to whoever takes it. */
export class JournalScribe implements Scribe {
  declare private readonly floor: Floor;
  declare private readonly day: WrittenDay;
  private readonly write: (event: SimulatedEvent) => void;
  private readonly ordinals = new Map<string, number>();
  declare private readonly proposals: number[];
  declare private tape: Tape;
  private seq = 0;
  private lastMs = 0;
  /** What one command emits has one author: events that follow from another keep its author. */
  private author: By = system;

  constructor(floor: Floor, day: WrittenDay, write: (event: SimulatedEvent) => void) {
    this.floor = floor;
    this.day = day;
    this.write = write;
    this.proposals = floor.elastic.map(() => 0);
  }

  begins(tape: Tape, takenUp: From | null): void {
    this.tape = tape;
    if (takenUp !== null) {
      this.lastMs = takenUp.atMs;
      return;
    }
    const { branch, cast, closesMs, opensMs, plan } = this.floor;
    const first = tape.visits > 0 ? tape.arrivalMs[0]! : opensMs;
    const last = tape.visits > 0 ? tape.arrivalMs[tape.visits - 1]! : 0;
    const from = Math.min(opensMs, first);
    const to = Math.max(closesMs, last + 1);
    const atMs = Math.min(from, cast.changes[0]?.atMs ?? opensMs);
    const { date, midnightAt } = this.day;
    const startsAt = midnightAt + Math.min(msOfClock(branch.dayRollsAt), atMs);
    const rule = plan.calling ?? branch.rules.calling;
    this.by(system);
    this.emit(atMs, { type: 'branch-configured', data: { version: 1, config: branch } });
    this.emit(atMs, { type: 'plan-adopted', data: { plan } });
    const hours = [{ from: midnightAt + from, to: midnightAt + to }];
    const endsAt = startsAt + 2 * dayMs;
    this.emit(atMs, { type: 'day-opened', data: { date, startsAt, endsAt, hours, config: 1, plan: plan.id, rule } });
    tape.bookings.forEach(({ slotMs, service, segment }, at) => {
      const needs = [{ service: branch.services[service]!.id }];
      const data = {
        appointment: `b${at}`,
        slotAt: midnightAt + slotMs,
        needs,
        segment: branch.segments[segment]!.code,
        prepared: false,
      };
      this.emit(atMs, { type: 'appointment-booked', data });
    });
  }

  issued(visit: number, readyAtMs: number, way: Way, quote: Quote | null, atMs: number): void {
    const { branch } = this.floor;
    const { tape } = this;
    const services = this.servicesOf(visit);
    const segment = branch.segments[tape.segment[visit]!]!;
    const series = segment.series ?? services[0]!.series;
    const ordinal = (this.ordinals.get(series) ?? 0) + 1;
    this.ordinals.set(series, ordinal);
    const booking =
      tape.slotMs === null || Number.isNaN(tape.slotMs[visit]!) ? -1 : tape.bookings.findIndex((one) => one.visit === visit);
    const mask = tape.traits?.[visit] ?? 0;
    this.by(kiosk);
    this.emit(atMs, {
      type: 'ticket-issued',
      data: {
        ticket: ticketId(visit),
        date: this.day.date,
        series,
        ordinal,
        number: numberText(branch.rules.numbers.digits, series, ordinal),
        channel: channels[tape.channel?.[visit] ?? 0]!,
        segment: segment.code,
        traits: branch.traits.filter((_, bit) => (mask >>> bit) & 1).map(({ code }) => code),
        language: languages[tape.language?.[visit] ?? 0]!,
        prepared: tape.prepared?.[visit] === 1,
        needs: services.map(({ id }) => ({ service: id })),
        ...(booking < 0 ? {} : { appointment: { id: `b${booking}`, slotAt: this.at(tape.bookings[booking]!.slotMs) } }),
        readyAt: this.at(readyAtMs),
        ...(quote === null ? {} : { quote }),
      },
    });
    if (booking >= 0)
      this.emit(atMs, { type: 'appointment-checked-in', data: { appointment: `b${booking}`, ticket: ticketId(visit) } });
    this.routed(visit, 0, way, atMs);
  }

  routed(visit: number, need: number, way: Way, atMs: number): void {
    this.emit(atMs, {
      type: 'need-routed',
      data: { ticket: ticketId(visit), need, ...placeOf(way), ...this.policy(), reason: way.reason },
    });
  }

  greeted(visit: number, need: number, greeter: number, advice: Way, kept: Way | null, atMs: number): void {
    const ticket = ticketId(visit);
    this.by(this.person(greeter));
    this.emit(atMs, { type: 'greeted', data: { ticket, greeter: this.id(greeter) } });
    const way = kept ?? advice;
    const overrode = kept === null ? {} : { overrode: placeOf(advice) };
    this.emit(atMs, {
      type: 'need-routed',
      data: { ticket, need, ...placeOf(way), ...this.policy(), reason: way.reason, ...overrode },
    });
  }

  abandoned(visit: number, atMs: number): void {
    this.by({ kind: 'ticket', id: ticketId(visit) });
    this.emit(atMs, { type: 'abandoned', data: { ticket: ticketId(visit), how: 'observed' } });
  }

  missed(booking: number, atMs: number): void {
    this.by(system);
    this.emit(atMs, { type: 'appointment-missed', data: { appointment: `b${booking}` } });
  }

  called(visit: number, need: number, station: number, line: number, lead: number, team: readonly number[], atMs: number): void {
    const { branch, rule } = this.floor;
    this.by(this.worker(station, lead));
    this.emit(atMs, {
      type: 'called',
      data: {
        ticket: ticketId(visit),
        need,
        station: this.station(station),
        line: branch.lines[line]!.id,
        staff: this.staff(lead, team),
        rule: { id: rule.id, version: rule.version },
      },
    });
  }

  recalled(visit: number, station: number, lead: number, atMs: number): void {
    this.by(this.worker(station, lead));
    this.emit(atMs, { type: 'recalled', data: { ticket: ticketId(visit), station: this.station(station) } });
  }

  noShow(visit: number, station: number, lead: number, atMs: number): void {
    this.by(this.worker(station, lead));
    this.emit(atMs, { type: 'no-show', data: { ticket: ticketId(visit), station: this.station(station) } });
  }

  started(
    visit: number,
    need: number,
    station: number,
    lead: number,
    team: readonly number[],
    assistant: number,
    atMs: number,
  ): void {
    const data = { ticket: ticketId(visit), need, station: this.station(station) };
    this.by(this.customerOr(visit, station, lead));
    if (this.floor.isDevice[station] === 1)
      this.emit(atMs, { type: 'device-use-started', data: { ...data, ...this.assistedBy(assistant) } });
    else this.emit(atMs, { type: 'service-started', data: { ...data, staff: this.staff(lead, team) } });
  }

  finished(
    visit: number,
    need: number,
    station: number,
    lead: number,
    outcome: NeedOutcome,
    assistant: number,
    atMs: number,
  ): void {
    const data = { ticket: ticketId(visit), need, station: this.station(station), outcome };
    this.by(this.customerOr(visit, station, lead));
    if (this.floor.isDevice[station] === 1)
      this.emit(atMs, { type: 'device-use-ended', data: { ...data, ...this.assistedBy(assistant) } });
    else this.emit(atMs, { type: 'service-finished', data });
  }

  transferred(visit: number, need: number, station: number, lead: number, service: number, way: Way, atMs: number): void {
    this.by(this.customerOr(visit, station, lead));
    this.emit(atMs, {
      type: 'transferred',
      data: {
        ticket: ticketId(visit),
        from: this.station(station),
        need,
        service: this.floor.branch.services[service]!.id,
        ...placeOf(way),
      },
    });
  }

  parked(visit: number, station: number, lead: number, atMs: number): void {
    this.by(this.worker(station, lead));
    this.emit(atMs, { type: 'parked', data: { ticket: ticketId(visit), station: this.station(station) } });
  }

  resumed(visit: number, need: number, station: number, lead: number, team: readonly number[], atMs: number): void {
    this.by(this.worker(station, lead));
    const data = { ticket: ticketId(visit), station: this.station(station), need, staff: this.staff(lead, team) };
    this.emit(atMs, { type: 'resumed', data });
  }

  ready(station: number, lead: number, atMs: number): void {
    // A device readies itself within the command that freed it.
    if (this.floor.isDevice[station] === 0) this.by(this.worker(station, lead));
    this.emit(atMs, { type: 'station-ready', data: { station: this.station(station) } });
  }

  joined(person: number, atMs: number): void {
    const { id, role, skills, assistCapacity } = this.floor.branch.staff[person]!;
    this.by({ kind: role, id });
    this.emit(atMs, { type: 'staff-joined', data: { person: id, role, skills, assistCapacity } });
  }

  opened(station: number, lead: number, rule: number, atMs: number): void {
    this.by(lead >= 0 ? this.person(lead) : this.ruleOr(rule));
    this.emit(atMs, { type: 'station-opened', data: { station: this.station(station), staff: lead >= 0 ? [this.id(lead)] : [] } });
  }

  closed(station: number, rule: number, atMs: number): void {
    this.by(this.ruleOr(rule));
    this.emit(atMs, { type: 'station-closed', data: { station: this.station(station) } });
  }

  left(person: number, station: number, atMs: number): void {
    this.by(this.person(person));
    if (station >= 0) this.emit(atMs, { type: 'station-closed', data: { station: this.station(station) } });
    this.emit(atMs, { type: 'staff-left', data: { person: this.id(person) } });
  }

  breakStarted(person: number, station: number, atMs: number): void {
    this.by(this.person(person));
    this.emit(atMs, { type: 'staff-break-started', data: { person: this.id(person) } });
    if (station >= 0) this.emit(atMs, { type: 'station-paused', data: { station: this.station(station), reason: 'break' } });
  }

  breakEnded(person: number, station: number, atMs: number): void {
    this.by(this.person(person));
    this.emit(atMs, { type: 'staff-break-ended', data: { person: this.id(person) } });
    if (station >= 0) this.emit(atMs, { type: 'station-ready', data: { station: this.station(station) } });
  }

  paused(person: number, station: number, atMs: number): void {
    this.by(this.person(person));
    this.emit(atMs, { type: 'station-paused', data: { station: this.station(station), reason: 'back-office' } });
  }

  proposed(rule: number, action: 'open' | 'close', waiting: number, atMs: number): void {
    const { expiresMs, id, station } = this.floor.elastic[rule]!;
    const proposal = `${id}-${++this.proposals[rule]!}`;
    this.by({ kind: 'rule', id });
    this.emit(atMs, {
      type: 'elastic-proposed',
      data: { proposal, rule: id, action, station, waiting, expiresAt: this.at(atMs + expiresMs) },
    });
    this.emit(atMs, { type: 'elastic-accepted', data: { proposal } });
  }

  ends(left: readonly number[], deviceOf: (visit: number) => number): void {
    const atMs = Math.max(this.floor.closesMs, this.lastMs);
    this.by(system);
    for (const visit of left) {
      this.emit(atMs, { type: 'voided', data: { ticket: ticketId(visit), reason: 'day-ended' } });
      if (deviceOf(visit) >= 0) this.emit(atMs, { type: 'station-ready', data: { station: this.station(deviceOf(visit)) } });
    }
    this.emit(atMs, { type: 'day-closed', data: { date: this.day.date } });
  }

  private servicesOf(visit: number) {
    const { branch } = this.floor;
    const { byTransfer, firstNeed, service } = this.tape;
    const from = firstNeedOf(this.tape, visit);
    const to = firstNeed === null ? from + 1 : firstNeed[visit + 1]!;
    return Array.from({ length: to - from }, (_, at) => from + at)
      .filter((row) => byTransfer === null || byTransfer[row] === 0)
      .map((row) => branch.services[service[row]!]!);
  }

  private at(ms: number): number {
    return this.day.midnightAt + ms;
  }

  private by(author: By): void {
    this.author = author;
  }

  private emit(atMs: number, fact: Fact): void {
    this.lastMs = atMs;
    this.write({ v: journalVersion, branch: this.floor.branch.id, seq: ++this.seq, at: this.at(atMs), by: this.author, ...fact });
  }

  private policy() {
    const { id, version } = this.floor.policy;
    return { policy: id, version };
  }

  private id(person: number): string {
    return this.floor.branch.staff[person]!.id;
  }

  private station(station: number): string {
    return this.floor.branch.stations[station]!.id;
  }

  private person(person: number): By {
    const { id, role } = this.floor.branch.staff[person]!;
    return { kind: role, id };
  }

  private worker(station: number, lead: number): By {
    return lead >= 0 ? this.person(lead) : { kind: 'system', id: this.station(station) };
  }

  private customerOr(visit: number, station: number, lead: number): By {
    return this.floor.isDevice[station] === 1 ? { kind: 'ticket', id: ticketId(visit) } : this.worker(station, lead);
  }

  private ruleOr(rule: number): By {
    return rule >= 0 ? { kind: 'rule', id: this.floor.elastic[rule]!.id } : system;
  }

  private staff(lead: number, team: readonly number[]): string[] {
    return [...(lead >= 0 ? [lead] : []), ...team].map((person) => this.id(person));
  }

  private assistedBy(assistant: number): { assistedBy: string } | Record<string, never> {
    return assistant >= 0 ? { assistedBy: this.id(assistant) } : {};
  }
}

const ticketId = (visit: number): string => `v${visit}`;
const placeOf = ({ line, zone, kind, mode }: Way) => ({ line, zone, kind, mode });
