import type { Branch } from '../branch/branch.ts';
import { type Catalogue, catalogueOf } from '../branch/catalogue.ts';
import type { CommandOf } from '../command/command.ts';
import { estimateWait } from '../estimate.ts';
import type { DataOf } from '../journal/event.ts';
import { readyAt } from '../ready-at.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { routeByPolicy } from '../routing.ts';
import { isOpenAt } from '../staff/closing.ts';
import type { Appointment, BusinessDay, LobbyState } from '../state.ts';
import type { Act } from './act.ts';
import { branchOf } from './find.ts';
import { nextOrdinal, numberText } from './number.ts';

type Issue = CommandOf<'issue'>;

/** [T1] to [T5]: a ticket gets its number, its place in the line and its line in one command. */
export function issue(act: Act, command: Issue): Refusal | null {
  const branch = branchOf(act.state);
  if (isRefusal(branch)) return branch;
  const { day } = act.state;
  if (!day?.open || act.nowMs >= day.endsAt) return refuse('day-not-open', { date: day?.date ?? null });
  if (act.state.tickets.has(command.ticket)) return refuse('ticket-exists', { ticket: command.ticket });
  const catalogue = catalogueOf(branch);
  const unknown = unknownCode(catalogue, command);
  if (unknown) return unknown;
  const booking = bookingOf(act.state, command);
  if (isRefusal(booking)) return booking;
  return command.offline ? issueOffline(act, branch, day, command, booking) : issueHere(act, branch, day, command, booking);
}

function unknownCode(catalogue: Catalogue, command: Issue): Refusal | null {
  for (const need of command.needs) {
    if (!catalogue.services.has(need.service))
      return refuse('unknown-service', { service: need.service, known: [...catalogue.services.keys()] });
    if (need.person !== undefined && !catalogue.staff.has(need.person))
      return refuse('unknown-person', { person: need.person, known: [...catalogue.staff.keys()] });
  }
  if (command.segment !== undefined && !catalogue.segments.has(command.segment)) {
    return refuse('unknown-segment', { segment: command.segment, known: [...catalogue.segments.keys()] });
  }
  const trait = command.traits.find((code) => !catalogue.traits.has(code));
  return trait === undefined ? null : refuse('unknown-trait', { trait, known: [...catalogue.traits] });
}

function bookingOf(state: LobbyState, command: Issue): Appointment | null | Refusal {
  if (command.appointment === undefined) return null;
  const booking = state.appointments.get(command.appointment);
  if (!booking) return refuse('unknown-appointment', { appointment: command.appointment });
  return booking.status === 'booked'
    ? booking
    : refuse('appointment-not-open', { appointment: booking.id, status: booking.status });
}

interface Numbered {
  readonly date: string;
  readonly ordinal: number;
  readonly arrivedAt: number;
  readonly block?: string;
}

function issuedData(
  branch: Branch,
  command: Issue,
  booking: Appointment | null,
  numbered: Numbered,
  series: string,
): DataOf<'ticket-issued'> {
  const segment = command.segment ?? booking?.segment ?? catalogueOf(branch).ordinarySegment.code;
  return {
    ticket: command.ticket,
    date: numbered.date,
    series,
    ordinal: numbered.ordinal,
    number: numberText(branch.rules.numbers.digits, series, numbered.ordinal),
    ...(numbered.block === undefined ? {} : { block: numbered.block }),
    channel: command.channel,
    segment,
    traits: command.traits,
    language: command.language,
    prepared: command.prepared || (booking?.prepared ?? false),
    needs: command.needs,
    ...(booking ? { appointment: { id: booking.id, slotAt: booking.slotAt } } : {}),
    readyAt: readyAt(branch, numbered.arrivedAt, booking?.slotAt ?? null),
  };
}

/** [N1] A segment's own series comes before the service's. */
function seriesOf(branch: Branch, command: Issue, booking: Appointment | null): string {
  const { segments, services, ordinarySegment } = catalogueOf(branch);
  const segment = segments.get(command.segment ?? booking?.segment ?? ordinarySegment.code)!;
  return segment.series ?? services.get(command.needs[0]!.service)!.series;
}

function issueHere(act: Act, branch: Branch, day: BusinessDay, command: Issue, booking: Appointment | null): Refusal | null {
  if (!isOpenAt(day.hours, act.nowMs)) {
    return refuse('branch-closed', { opensAt: day.hours.find(({ from }) => from > act.nowMs)?.from ?? null });
  }
  const series = seriesOf(branch, command, booking);
  const ordinal = nextOrdinal(act.state, day, series);
  const data = issuedData(branch, command, booking, { date: day.date, ordinal, arrivedAt: act.nowMs }, series);
  return enter(act, data, act.nowMs);
}

/** [N4] A number given offline is accepted in the block's order, whatever the hour: nothing that a customer holds is lost. */
function issueOffline(act: Act, branch: Branch, day: BusinessDay, command: Issue, booking: Appointment | null): Refusal | null {
  const { block: id, ordinal, occurredAt } = command.offline!;
  const block = act.state.blocks.get(id);
  if (!block) return refuse('unknown-block', { block: id });
  if (block.returned) return refuse('block-returned', { block: id });
  if (ordinal !== block.next || ordinal > block.to)
    return refuse('number-out-of-order', { block: id, expected: block.next, last: block.to, given: ordinal });
  const today = block.date === day.date;
  // A device's clock may be wrong: it cannot put an arrival into the future or, today, before the day began.
  const arrivedAt = Math.min(act.nowMs, today ? Math.max(occurredAt, day.startsAt) : occurredAt);
  const data = issuedData(branch, command, booking, { date: block.date, ordinal, arrivedAt, block: id }, block.series);
  return today ? enter(act, data, arrivedAt) : enterTooLate(act, data, arrivedAt);
}

/** The kiosk came back after its day had ended: the ticket is recorded, and void. */
function enterTooLate(act: Act, data: DataOf<'ticket-issued'>, arrivedAt: number): null {
  act.emit({ type: 'ticket-issued', data, occurredAt: arrivedAt });
  act.emit({ type: 'voided', data: { ticket: data.ticket, reason: 'day-ended' } });
  return null;
}

function enter(act: Act, data: DataOf<'ticket-issued'>, arrivedAt: number): Refusal | null {
  const route = routeByPolicy(act.state, { ...data, service: data.needs[0]!.service });
  if (isRefusal(route)) return route;
  const quote = data.appointment ? null : estimateWait(act.state, route, data.needs[0]!.service, act.nowMs);
  act.emit({
    type: 'ticket-issued',
    data: { ...data, ...(quote ? { quote } : {}) },
    ...(arrivedAt === act.nowMs ? {} : { occurredAt: arrivedAt }),
  });
  if (data.appointment)
    act.emit({ type: 'appointment-checked-in', data: { appointment: data.appointment.id, ticket: data.ticket } });
  act.emit({ type: 'need-routed', data: { ticket: data.ticket, need: 0, ...route } });
  return null;
}
