import { z } from 'zod';
import { codeSchema, instantMsSchema } from '../branch/names.ts';

/** Version of the stored form of events. A changed event schema must raise it; older ones are read through upcasters. */
export const journalVersion = 1;

/** Who caused an event. `id` is a token, device, person or rule id; never a name. */
export const bySchema = z.strictObject({
  kind: z.enum([
    'kiosk',
    'display',
    'ticket',
    'teller',
    'advisor',
    'greeter',
    'manager',
    'planner',
    'admin',
    'system',
    'rule',
    'model',
  ]),
  id: z.string().min(1).max(64),
});
export type By = z.infer<typeof bySchema>;

/** The part of a stored event that is the same for all types. */
export const envelopeSchema = z.strictObject({
  v: z.int().min(1).max(journalVersion, `written by a newer program; this one reads versions up to ${journalVersion}`),
  branch: codeSchema,
  /** Gap-free per branch, from 1. */
  seq: z.int().min(1),
  /** When it was accepted, epoch ms; never decreasing. */
  at: instantMsSchema,
  /** When it happened, where a device was offline. */
  occurredAt: instantMsSchema.optional(),
  by: bySchema,
  /** The command's idempotency key. */
  cause: z.string().max(200).optional(),
  /** The first seq that this event takes back. */
  undoes: z.int().min(1).optional(),
  /** SHA-256 (hex) of the event before; 64 zeros for the first. */
  prev: z.string().regex(/^[0-9a-f]{64}$/),
});
