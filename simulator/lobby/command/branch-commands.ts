import { z } from 'zod';
import { branchSchema } from '../branch/branch.ts';
import { codeSchema, instantMsSchema } from '../branch/names.ts';
import { planSchema } from '../branch/plan.ts';
import { ruleSpecSchema } from '../branch/rules.ts';
import { dateSchema, spanSchema } from '../journal/day-events.ts';

export const configure = z.strictObject({ type: z.literal('configure'), config: branchSchema });
export const adoptPlan = z.strictObject({ type: z.literal('adopt-plan'), plan: planSchema });
/** At once when `effectiveAt` is absent. */
export const changeStrategy = z.strictObject({
  type: z.literal('change-strategy'),
  rule: ruleSpecSchema,
  effectiveAt: instantMsSchema.optional(),
});
/** The host works out the day's instants from the branch's zone; the core reads no calendar. */
export const openDay = z.strictObject({
  type: z.literal('open-day'),
  date: dateSchema,
  startsAt: instantMsSchema,
  endsAt: instantMsSchema,
  hours: z.array(spanSchema),
});
export const closeDay = z.strictObject({ type: z.literal('close-day') });
export const leaseBlock = z.strictObject({
  type: z.literal('lease-block'),
  block: codeSchema,
  series: z.string(),
  holder: z.string().min(1).max(64),
});
export const returnBlock = z.strictObject({ type: z.literal('return-block'), block: codeSchema });

const needs = z
  .array(z.strictObject({ service: codeSchema, person: codeSchema.optional() }))
  .min(1)
  .max(5);
const booking = { slotAt: instantMsSchema, needs, segment: codeSchema.optional(), prepared: z.boolean().default(false) };
export const book = z.strictObject({
  type: z.literal('book'),
  appointment: codeSchema,
  ...booking,
  contactRef: codeSchema.optional(),
});
export const changeAppointment = z.strictObject({ type: z.literal('change-appointment'), appointment: codeSchema, ...booking });
export const cancelAppointment = z.strictObject({ type: z.literal('cancel-appointment'), appointment: codeSchema });
export const missAppointment = z.strictObject({ type: z.literal('miss-appointment'), appointment: codeSchema });

export const proposeElastic = z.strictObject({
  type: z.literal('propose-elastic'),
  proposal: codeSchema,
  rule: codeSchema,
  action: z.enum(['open', 'close']),
  waiting: z.int().min(0),
});
export const answerElastic = z.strictObject({
  type: z.literal('answer-elastic'),
  proposal: codeSchema,
  answer: z.enum(['accepted', 'declined', 'expired']),
});

/** Somebody at a device asks for a greeter. The host draws `help`. */
export const requestHelp = z.strictObject({
  type: z.literal('request-help'),
  help: codeSchema,
  device: z.string().min(1).max(64),
  zone: codeSchema.optional(),
});
export const answerHelp = z.strictObject({ type: z.literal('answer-help'), help: codeSchema });

export const branchCommands = [
  configure,
  adoptPlan,
  changeStrategy,
  openDay,
  closeDay,
  leaseBlock,
  returnBlock,
  book,
  changeAppointment,
  cancelAppointment,
  missAppointment,
  proposeElastic,
  answerElastic,
  requestHelp,
  answerHelp,
] as const;
