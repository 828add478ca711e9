import { z } from 'zod';
import { clockSchema } from '../lobby/branch/hours.ts';
import { codeSchema } from '../lobby/branch/names.ts';
import { channels } from '../lobby/journal/ticket-events.ts';

/** How many records stand behind a parameter, and how well it fits them. Written by `fit`; the sampler does not read it. */
export const evidenceSchema = z.strictObject({
  records: z.int().min(0),
  /** Largest distance between the distribution functions of fit and data (Kolmogorov-Smirnov), and the limit it is held to. */
  ks: z.number().min(0).max(1).optional(),
  ksLimit: z.number().min(0).max(1).optional(),
  /** Akaike's criterion of every family tried; the smallest is the best. */
  aic: z.record(z.string(), z.number()).optional(),
  /** 95 % limits of parameters, by name. */
  intervals: z.record(z.string(), z.strictObject({ low: z.number(), high: z.number() })).optional(),
  /** Too few records of its own: these are pooled with others. */
  pooled: z.boolean().optional(),
  /** What to doubt, in plain words. */
  doubts: z.array(z.string().max(400)).optional(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

export const shareSchema = z.number().min(0).max(1);

/** A kind of visit: what is needed, by whom. Its share of the arrivals: one number, or one for each step. */
export const mixSchema = z.strictObject({
  service: codeSchema,
  segment: codeSchema,
  share: z.union([shareSchema, z.array(shareSchema).min(1)]),
  /** Services needed after the first, one after another, under the same number. */
  further: z.array(codeSchema).max(4).optional(),
});

/** Arrivals of one kind of day: a Poisson process times a factor drawn once a day. The rate is constant within each step, or linear. */
export const profileSchema = z.strictObject({
  id: codeSchema,
  /** Days of the week it describes; 1 is Monday, 7 Sunday. */
  days: z.array(z.int().min(1).max(7)).min(1),
  from: clockSchema,
  stepMinutes: z.int().min(1).max(240),
  /** Arrivals expected in each step. People may come before the doors open: they wait outside, and their wait counts. */
  expected: z.array(z.number().min(0).max(100_000)).min(1).max(1440),
  /** Rates at the edges of the steps, one more than there are steps: the rate is linear between them, and `expected` its integral. */
  knotsPerHour: z.array(z.number().min(0)).min(2).max(1441).optional(),
  /** Coefficient of variation of the day's factor (gamma, mean 1); 0: every day alike. */
  dayFactorCv: z.number().min(0).max(2).default(0),
  /** Shares of arrivals that bring 1, 2, … visits at once; `expected` counts visits. Absent: they come one by one. */
  batch: z.array(shareSchema).min(1).max(20).optional(),
  mix: z.array(mixSchema).min(1).max(256),
  evidence: evidenceSchema.optional(),
});
export type ArrivalProfile = z.infer<typeof profileSchema>;

/** 预约: slots of the day, every one of them booked with probability `booked`. */
export const appointmentsSchema = z.strictObject({
  service: codeSchema,
  segment: codeSchema,
  /** First and last slot. */
  from: clockSchema,
  to: clockSchema,
  everyMinutes: z.int().min(1).max(480),
  /** Places of one slot. */
  places: z.int().min(1).max(50).default(1),
  booked: shareSchema.default(1),
  /** Share of the booked who come. */
  shows: shareSchema.default(1),
  /** Arrival less slot: normal. Nobody comes before the day's first opening or after the doors close. */
  punctuality: z
    .strictObject({ meanMs: z.number().min(-7_200_000).max(7_200_000), sdMs: z.number().min(0).max(7_200_000) })
    .default({ meanMs: -300_000, sdMs: 300_000 }),
  evidence: evidenceSchema.optional(),
});

/** Who the customers are, beside what they need: independent shares, drawn for each visit. */
export const customersSchema = z.strictObject({
  /** Share of the customers (of a segment) who have a trait of the branch; the first entry that fits counts. */
  traits: z
    .array(z.strictObject({ code: codeSchema, segment: codeSchema.optional(), share: shareSchema }))
    .max(64)
    .default([]),
  /** Share whose tickets speak English. */
  english: shareSchema.default(0),
  /** Share who brought what is needed; when absent, tickets do not say so. */
  prepared: shareSchema.optional(),
  /** Shares by the way the ticket is drawn; the rest by kiosk. Remote tickets are not simulated. */
  channels: z.partialRecord(z.enum(channels).exclude(['remote', 'booking']), shareSchema).optional(),
});
