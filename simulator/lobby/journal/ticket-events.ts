import { z } from 'zod';
import { languages } from '../branch/language.ts';
import { codeSchema, durationMsSchema, instantMsSchema } from '../branch/names.ts';
import { stationKinds } from '../branch/place.ts';
import { modeKinds } from '../branch/service.ts';

/** Unguessable id of a ticket; live at least 128 random bits, in a drill the tape's visit id. */
export const ticketIdSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
export const channels = ['kiosk', 'phone', 'greeter', 'counter', 'booking', 'remote'] as const;

/** How a served or tried need ended. */
export const outcomes = ['done', 'documents-missing', 'referred', 'device-failed', 'customer-left', 'not-possible'] as const;
export type Outcome = (typeof outcomes)[number];

const ticket = ticketIdSchema;
const need = z.int().min(0);
const station = codeSchema;
const staff = z.array(codeSchema);

export const ruleInForceSchema = z.strictObject({ id: codeSchema, version: z.int().min(1) });

/** The promise given with a ticket: the wait will be low..high with probability `level`. */
export const quoteSchema = z.strictObject({
  lowMs: durationMsSchema,
  highMs: durationMsSchema,
  level: z.number().gt(0).lt(1),
  method: codeSchema,
});
export type Quote = z.infer<typeof quoteSchema>;

export const ticketIssued = z.strictObject({
  type: z.literal('ticket-issued'),
  data: z.strictObject({
    ticket,
    /** Business day the number belongs to. */
    date: z.string(),
    series: z.string(),
    ordinal: z.int().min(1),
    /** As printed, e.g. A012. */
    number: z.string(),
    /** The leased block the number came from. */
    block: codeSchema.optional(),
    channel: z.enum(channels),
    segment: codeSchema,
    traits: z.array(codeSchema),
    language: z.enum(languages),
    prepared: z.boolean(),
    needs: z.array(z.strictObject({ service: codeSchema, person: codeSchema.optional() })).min(1),
    appointment: z.strictObject({ id: codeSchema, slotAt: instantMsSchema }).optional(),
    /** Place in the line: see SPEC T4. */
    readyAt: instantMsSchema,
    quote: quoteSchema.optional(),
  }),
});
/** A greeter has met the customer. */
export const greeted = z.strictObject({ type: z.literal('greeted'), data: z.strictObject({ ticket, greeter: codeSchema }) });
/** A remote ticket's customer is in the lobby. */
export const arrived = z.strictObject({ type: z.literal('arrived'), data: z.strictObject({ ticket }) });
/** Where a need is to be served. `mode` says more than `kind`: an assisted device is a device with a greeter beside the customer. */
export const placeSchema = z.strictObject({
  line: codeSchema,
  zone: codeSchema,
  kind: z.enum(stationKinds),
  mode: z.enum(modeKinds),
});
export const needRouted = z.strictObject({
  type: z.literal('need-routed'),
  data: z.strictObject({
    ticket,
    need,
    ...placeSchema.shape,
    policy: codeSchema,
    version: z.int().min(1),
    reason: codeSchema,
    /** What the policy would have chosen, where a person chose otherwise. */
    overrode: placeSchema.optional(),
  }),
});
export const called = z.strictObject({
  type: z.literal('called'),
  data: z.strictObject({
    ticket,
    need,
    station,
    line: codeSchema,
    /** Everybody held for this need, the one at the station first. */
    staff,
    rule: ruleInForceSchema,
    /** The ticket the rule would have called (null: nobody), where a person chose otherwise. */
    overrode: z.strictObject({ ticket: ticket.nullable() }).optional(),
  }),
});
export const recalled = z.strictObject({ type: z.literal('recalled'), data: z.strictObject({ ticket, station }) });
export const serviceStarted = z.strictObject({
  type: z.literal('service-started'),
  data: z.strictObject({ ticket, need, station, staff }),
});
export const teamJoined = z.strictObject({
  type: z.literal('team-joined'),
  data: z.strictObject({ ticket, station, staff: codeSchema }),
});
export const teamLeft = z.strictObject({
  type: z.literal('team-left'),
  data: z.strictObject({ ticket, station, staff: codeSchema }),
});
export const serviceFinished = z.strictObject({
  type: z.literal('service-finished'),
  data: z.strictObject({ ticket, need, station, outcome: z.enum(outcomes) }),
});
/** The ticket waits elsewhere: for another service (a new need) or in another line. */
export const transferred = z.strictObject({
  type: z.literal('transferred'),
  data: z.strictObject({ ticket, from: station.nullable(), need, service: codeSchema, ...placeSchema.shape }),
});
export const parked = z.strictObject({ type: z.literal('parked'), data: z.strictObject({ ticket, station }) });
/** A parked or no-show ticket is called back to a station. */
export const resumed = z.strictObject({ type: z.literal('resumed'), data: z.strictObject({ ticket, station, need, staff }) });
export const noShow = z.strictObject({ type: z.literal('no-show'), data: z.strictObject({ ticket, station }) });
export const abandoned = z.strictObject({
  type: z.literal('abandoned'),
  data: z.strictObject({ ticket, how: z.enum(['observed', 'inferred']) }),
});
export const voidReasons = ['day-ended', 'issued-by-mistake', 'duplicate', 'customer-request', 'system'] as const;
export const voided = z.strictObject({ type: z.literal('voided'), data: z.strictObject({ ticket, reason: z.enum(voidReasons) }) });
/** Service at a device. `assistedBy` holds one place of that person's assist capacity, not the person. */
export const deviceUseStarted = z.strictObject({
  type: z.literal('device-use-started'),
  data: z.strictObject({ ticket, need, station, assistedBy: codeSchema.optional() }),
});
export const deviceUseEnded = z.strictObject({
  type: z.literal('device-use-ended'),
  data: z.strictObject({ ticket, need, station, outcome: z.enum(outcomes), assistedBy: codeSchema.optional() }),
});

export const ticketEvents = [
  ticketIssued,
  greeted,
  arrived,
  needRouted,
  called,
  recalled,
  serviceStarted,
  teamJoined,
  teamLeft,
  serviceFinished,
  transferred,
  parked,
  resumed,
  noShow,
  abandoned,
  voided,
  deviceUseStarted,
  deviceUseEnded,
] as const;
