import { z } from 'zod';
import { languages } from '../../../simulator/lobby/branch/language.ts';
import { quoteSchema } from '../../../simulator/lobby/journal/ticket-events.ts';
import type { TicketView } from '../../branches/ticket-view.ts';

const text = z.string();
const instant = z.int().nullable();

/** A ticket as callers see it. Instants are epoch ms. */
export const ticketSchema = z
  .strictObject({
    id: text,
    number: text,
    status: z.enum(['waiting', 'called', 'serving', 'parked', 'no-show', 'done', 'abandoned', 'void']),
    segment: text,
    traits: z.array(text),
    channel: text,
    language: z.enum(languages),
    prepared: z.boolean(),
    services: z.array(text),
    service: text,
    line: text.nullable(),
    zone: text.nullable(),
    kind: text.nullable(),
    counter: text.nullable(),
    ahead: z.int().nullable(),
    quote: quoteSchema.nullable(),
    arrivedAt: z.int(),
    calledAt: instant,
    startedAt: instant,
  })
  .meta({ id: 'Ticket' }) satisfies z.ZodType<TicketView, unknown>;

export const ticketAnswer = z.strictObject({ ticket: ticketSchema });
export const ticketOrNone = z.strictObject({ ticket: ticketSchema.nullable() });
/** `link`: the page that follows it on a phone; null where the branch offers none. */
export const issuedAnswer = z.strictObject({ ticket: ticketSchema, link: text.nullable() });
export const ownTicketAnswer = z.strictObject({ branch: text, ticket: ticketSchema });
