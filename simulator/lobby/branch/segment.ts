import { z } from 'zod';
import { codeSchema, namesSchema } from './names.ts';

/** 客群: decides the calling tier. Tier 0 is the most favoured. */
export const segmentSchema = z.strictObject({
  code: codeSchema,
  names: namesSchema,
  tier: z.int().min(0).max(9),
  /** Letter of the numbers of this segment, instead of the service's. */
  series: z
    .string()
    .regex(/^[A-Z]{1,2}$/, 'one or two capital letters')
    .optional(),
});
export type Segment = z.infer<typeof segmentSchema>;

/** 标签: everything else worth knowing about a customer, as a code. */
export const traitSchema = z.strictObject({
  code: codeSchema,
  names: namesSchema,
  /** A courtesy that a customer may ask for at a kiosk (银发, 爱心); the others are for staff to set. */
  claimable: z.boolean().default(false),
  /** Segment that a kiosk asks for with it: so a courtesy has its own tier and line. */
  segment: codeSchema.optional(),
});
export type Trait = z.infer<typeof traitSchema>;
