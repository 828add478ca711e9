import { z } from 'zod';
import { languages } from '../branch/language.ts';
import { codeSchema, instantMsSchema } from '../branch/names.ts';
import { stationKinds } from '../branch/place.ts';
import { channels, ticketIdSchema, voidReasons } from '../journal/ticket-events.ts';

const ticket = ticketIdSchema;

/** Issue a ticket. The host draws `ticket` (at least 128 random bits). */
export const issue = z.strictObject({
  type: z.literal('issue'),
  ticket,
  needs: z
    .array(z.strictObject({ service: codeSchema, person: codeSchema.optional() }))
    .min(1)
    .max(5),
  /** The branch's last declared tier (its ordinary customers) when absent. */
  segment: codeSchema.optional(),
  traits: z.array(codeSchema).max(16).default([]),
  channel: z.enum(channels).default('kiosk'),
  language: z.enum(languages).default(languages[0]),
  prepared: z.boolean().default(false),
  /** Id of a booked appointment this visit is for. */
  appointment: codeSchema.optional(),
  /** A number already given offline, from a leased block, and when. */
  offline: z.strictObject({ block: codeSchema, ordinal: z.int().min(1), occurredAt: instantMsSchema }).optional(),
});
/** Where a person sends a ticket; what is absent follows from the rest. */
export const destinationSchema = z.strictObject({
  line: codeSchema.optional(),
  kind: z.enum(stationKinds).optional(),
});
export const route = z.strictObject({
  type: z.literal('route'),
  ticket,
  /** Absent: the greeter agrees with the greeting policy. */
  to: destinationSchema.optional(),
  reason: codeSchema.optional(),
  greeter: codeSchema.optional(),
});
/** A greeter has seen to a waiting customer, where they wait and without sending them anywhere. */
export const greet = z.strictObject({ type: z.literal('greet'), ticket, greeter: codeSchema });
export const arrive = z.strictObject({ type: z.literal('arrive'), ticket });
export const abandon = z.strictObject({
  type: z.literal('abandon'),
  ticket,
  how: z.enum(['observed', 'inferred']).default('observed'),
});
export const voidTicket = z.strictObject({ type: z.literal('void'), ticket, reason: z.enum(voidReasons) });
/** Send a waiting ticket (or the one at a station) to another service or line. */
export const transfer = z.strictObject({
  type: z.literal('transfer'),
  ticket: ticket.optional(),
  station: codeSchema.optional(),
  service: codeSchema.optional(),
  line: codeSchema.optional(),
});

export const ticketCommands = [issue, route, greet, arrive, abandon, voidTicket, transfer] as const;
