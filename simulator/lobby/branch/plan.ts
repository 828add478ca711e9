import { z } from 'zod';
import { clockSchema } from './hours.ts';
import { codeSchema } from './names.ts';
import { elasticRuleSchema, ruleSpecSchema } from './rules.ts';
import { roles } from './service.ts';

/** A break inside a shift, as local time of day. */
export const breakSchema = z.strictObject({ from: clockSchema, to: clockSchema });

/** 班次: one person's working piece, or `count` interchangeable people, with its breaks. */
export const shiftSchema = z.strictObject({
  /** A declared person; anonymous staff of this role when absent. */
  person: codeSchema.optional(),
  role: z.enum(roles).default('teller'),
  skills: z.array(codeSchema).optional(),
  /** Station worked; the first free able one when absent. */
  station: codeSchema.optional(),
  count: z.int().min(1).max(500).default(1),
  from: clockSchema,
  to: clockSchema,
  breaks: z.array(breakSchema).max(6).default([]),
});
export type Shift = z.infer<typeof shiftSchema>;

/** 方案: what a planner changes. */
export const planSchema = z.strictObject({
  v: z.literal(1),
  id: codeSchema,
  note: z.string().max(2000).optional(),
  roster: z.array(shiftSchema),
  calling: ruleSpecSchema.optional(),
  greeting: ruleSpecSchema.optional(),
  elastic: z.array(elasticRuleSchema).optional(),
});
export type Plan = z.infer<typeof planSchema>;
