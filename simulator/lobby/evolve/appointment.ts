import type { DataOf } from '../journal/event.ts';
import type { Appointment, LobbyState } from '../state.ts';
import { withEntry } from './change.ts';

type Booking = DataOf<'appointment-booked' | 'appointment-changed'>;

export function appointmentSet(state: LobbyState, data: Booking): LobbyState {
  const appointment: Appointment = {
    id: data.appointment,
    slotAt: data.slotAt,
    needs: data.needs,
    segment: data.segment ?? null,
    prepared: data.prepared,
    status: 'booked',
  };
  return { ...state, appointments: withEntry(state.appointments, appointment.id, appointment) };
}

export function appointmentEnded(state: LobbyState, id: string, status: Exclude<Appointment['status'], 'booked'>): LobbyState {
  const appointment = state.appointments.get(id);
  if (!appointment) throw new Error(`event ${state.seq}: unknown appointment ${id}`);
  return { ...state, appointments: withEntry(state.appointments, id, { ...appointment, status }) };
}
