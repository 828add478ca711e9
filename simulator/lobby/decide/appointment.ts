import { catalogueOf } from '../branch/catalogue.ts';
import type { CommandOf } from '../command/command.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import type { Appointment } from '../state.ts';
import type { Act } from './act.ts';
import { branchOf } from './find.ts';

type Booking = CommandOf<'book' | 'change-appointment'>;

/** [A1] Booked and changed appointments name declared services, people and segments. */
function unknownIn(act: Act, { needs, segment }: Booking): Refusal | null {
  const branch = branchOf(act.state);
  if (isRefusal(branch)) return branch;
  const catalogue = catalogueOf(branch);
  for (const { service, person } of needs) {
    if (!catalogue.services.has(service)) return refuse('unknown-service', { service, known: [...catalogue.services.keys()] });
    if (person !== undefined && !catalogue.staff.has(person))
      return refuse('unknown-person', { person, known: [...catalogue.staff.keys()] });
  }
  return segment === undefined || catalogue.segments.has(segment)
    ? null
    : refuse('unknown-segment', { segment, known: [...catalogue.segments.keys()] });
}

/** Only an appointment that is still booked can change. */
function booked(act: Act, id: string): Appointment | Refusal {
  const appointment = act.state.appointments.get(id);
  if (!appointment) return refuse('unknown-appointment', { appointment: id });
  return appointment.status === 'booked'
    ? appointment
    : refuse('appointment-not-open', { appointment: id, status: appointment.status });
}

export function book(act: Act, command: CommandOf<'book'>): Refusal | null {
  const unknown = unknownIn(act, command);
  if (unknown) return unknown;
  if (act.state.appointments.has(command.appointment)) return refuse('appointment-exists', { appointment: command.appointment });
  const { type: _, ...data } = command;
  act.emit({ type: 'appointment-booked', data });
  return null;
}

export function changeAppointment(act: Act, command: CommandOf<'change-appointment'>): Refusal | null {
  const appointment = booked(act, command.appointment);
  if (isRefusal(appointment)) return appointment;
  const unknown = unknownIn(act, command);
  if (unknown) return unknown;
  const { type: _, ...data } = command;
  act.emit({ type: 'appointment-changed', data });
  return null;
}

export function endAppointment(act: Act, command: CommandOf<'cancel-appointment' | 'miss-appointment'>): Refusal | null {
  const appointment = booked(act, command.appointment);
  if (isRefusal(appointment)) return appointment;
  const type = command.type === 'cancel-appointment' ? 'appointment-cancelled' : 'appointment-missed';
  act.emit({ type, data: { appointment: appointment.id } });
  return null;
}
