import { z } from 'zod';
import { codeSchema, instantMsSchema } from '../branch/names.ts';

const proposal = codeSchema;

/** An elastic rule asks to open or close a station. Live a person answers; in a drill and in the engine the answer is yes. */
export const elasticProposed = z.strictObject({
  type: z.literal('elastic-proposed'),
  data: z.strictObject({
    proposal,
    rule: codeSchema,
    action: z.enum(['open', 'close']),
    station: codeSchema,
    waiting: z.int().min(0),
    expiresAt: instantMsSchema,
  }),
});
export const elasticAccepted = z.strictObject({ type: z.literal('elastic-accepted'), data: z.strictObject({ proposal }) });
export const elasticDeclined = z.strictObject({ type: z.literal('elastic-declined'), data: z.strictObject({ proposal }) });
export const elasticExpired = z.strictObject({ type: z.literal('elastic-expired'), data: z.strictObject({ proposal }) });

export const elasticEvents = [elasticProposed, elasticAccepted, elasticDeclined, elasticExpired] as const;
