import { z } from 'zod';
import { namesSchema } from '../../../simulator/lobby/branch/names.ts';
import { envelopeSchema } from '../../../simulator/lobby/journal/envelope.ts';
import { eventTypes, factSchema } from '../../../simulator/lobby/journal/event.ts';

const text = z.string();

/** A stored event: the envelope, and by its type what happened. */
export const eventSchema = z.union(factSchema.options.map((fact) => envelopeSchema.extend(fact.shape))).meta({ id: 'Event' });

export const eventsAnswer = z.strictObject({ events: z.array(eventSchema) });

const place = z.strictObject({ line: text, zone: text, kind: text });

/** Why a call went to this ticket: the rule, the heads it compared, and who was passed over. */
const callExplanation = z.strictObject({
  kind: z.literal('call'),
  rule: z.strictObject({ id: text, names: namesSchema, options: z.record(text, z.unknown()) }),
  station: text,
  choice: text.nullable(),
  called: text,
  overrode: z.boolean(),
  heads: z.array(
    z.strictObject({
      line: text,
      number: text,
      waitMs: z.number(),
      /** Null: above or below all others. */
      score: z.number().nullable(),
      length: z.int(),
      callsSoFar: z.int(),
      called: z.boolean(),
    }),
  ),
});

/** Why a need was sent where it was. */
const routeExplanation = z.strictObject({
  kind: z.literal('route'),
  policy: text,
  reason: text,
  advised: place.nullable(),
  taken: place,
  overrode: z.boolean(),
});

export const explainAnswer = z.strictObject({
  seq: z.int(),
  at: z.int(),
  type: z.enum(eventTypes),
  explanation: z.discriminatedUnion('kind', [callExplanation, routeExplanation]).nullable(),
});

/** NDJSON: one stored event a line. */
export const journalAnswer = z.string();
