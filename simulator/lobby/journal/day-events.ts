import { z } from 'zod';
import { branchSchema } from '../branch/branch.ts';
import { codeSchema, instantMsSchema } from '../branch/names.ts';
import { planSchema } from '../branch/plan.ts';
import { ruleSpecSchema } from '../branch/rules.ts';

export const dateSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date such as 2026-03-02');
export const spanSchema = z.strictObject({ from: instantMsSchema, to: instantMsSchema });

/** The branch as it is from now on; a version is never reused. */
export const branchConfigured = z.strictObject({
  type: z.literal('branch-configured'),
  data: z.strictObject({ version: z.int().min(1), config: branchSchema }),
});
export const planAdopted = z.strictObject({
  type: z.literal('plan-adopted'),
  data: z.strictObject({ plan: planSchema }),
});
/** The calling strategy from `effectiveAt` on. */
export const strategyChanged = z.strictObject({
  type: z.literal('strategy-changed'),
  data: z.strictObject({ rule: ruleSpecSchema, effectiveAt: instantMsSchema }),
});
/** A business day begins: config version, plan and rule in force are written down, so a day can be read alone. */
export const dayOpened = z.strictObject({
  type: z.literal('day-opened'),
  data: z.strictObject({
    date: dateSchema,
    startsAt: instantMsSchema,
    endsAt: instantMsSchema,
    /** Opening hours of this day. */
    hours: z.array(spanSchema),
    config: z.int().min(1),
    plan: codeSchema.nullable(),
    rule: ruleSpecSchema,
  }),
});
export const dayClosed = z.strictObject({
  type: z.literal('day-closed'),
  data: z.strictObject({ date: dateSchema }),
});
/** Numbers from..to of a series belong to one offline device for the rest of the day. */
export const numberBlockLeased = z.strictObject({
  type: z.literal('number-block-leased'),
  data: z.strictObject({
    block: codeSchema,
    series: z.string(),
    from: z.int().min(1),
    to: z.int().min(1),
    holder: z.string().min(1).max(64),
  }),
});
/** `used` numbers of the block were given to tickets; the rest never will be. */
export const numberBlockReturned = z.strictObject({
  type: z.literal('number-block-returned'),
  data: z.strictObject({ block: codeSchema, used: z.int().min(0) }),
});
/** The acts `undoes`..`to` at one station are taken back; what they changed is as it was. */
export const undone = z.strictObject({
  type: z.literal('undone'),
  data: z.strictObject({ station: codeSchema, ticket: z.string().nullable(), to: z.int().min(1) }),
});

export const dayEvents = [
  branchConfigured,
  planAdopted,
  strategyChanged,
  dayOpened,
  dayClosed,
  numberBlockLeased,
  numberBlockReturned,
  undone,
] as const;
