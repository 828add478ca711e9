import { z } from 'zod';
import { codeSchema, instantMsSchema } from '../branch/names.ts';
import { ticketIdSchema } from './ticket-events.ts';

const appointment = codeSchema;
const needs = z.array(z.strictObject({ service: codeSchema, person: codeSchema.optional() })).min(1);
const booking = { slotAt: instantMsSchema, needs, segment: codeSchema.optional(), prepared: z.boolean() };

/** `contactRef` points into the erasable side store; contact data itself never enters the journal. */
export const appointmentBooked = z.strictObject({
  type: z.literal('appointment-booked'),
  data: z.strictObject({ appointment, ...booking, contactRef: codeSchema.optional() }),
});
export const appointmentChanged = z.strictObject({
  type: z.literal('appointment-changed'),
  data: z.strictObject({ appointment, ...booking }),
});
export const appointmentCancelled = z.strictObject({
  type: z.literal('appointment-cancelled'),
  data: z.strictObject({ appointment }),
});
export const appointmentCheckedIn = z.strictObject({
  type: z.literal('appointment-checked-in'),
  data: z.strictObject({ appointment, ticket: ticketIdSchema }),
});
export const appointmentMissed = z.strictObject({ type: z.literal('appointment-missed'), data: z.strictObject({ appointment }) });

export const appointmentEvents = [
  appointmentBooked,
  appointmentChanged,
  appointmentCancelled,
  appointmentCheckedIn,
  appointmentMissed,
] as const;
