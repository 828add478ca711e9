import { z } from 'zod';
import { branchSchema } from '../lobby/branch/branch.ts';
import { clockSchema } from '../lobby/branch/hours.ts';
import { codeSchema } from '../lobby/branch/names.ts';
import { planSchema } from '../lobby/branch/plan.ts';
import { roles } from '../lobby/branch/service.ts';
import { distributionSchema } from './distributions/spec.ts';

/** How many records stand behind a parameter, and how well it fits them. Written by `fit`; the sampler does not read it. */
export const evidenceSchema = z.strictObject({
  records: z.int().min(0),
  /** Largest distance between the distribution functions of fit and data (Kolmogorov-Smirnov), and the limit it is held to. */
  ks: z.number().min(0).max(1).optional(),
  ksLimit: z.number().min(0).max(1).optional(),
  /** Akaike's criterion of every family tried; the smallest is the best. */
  aic: z.record(z.string(), z.number()).optional(),
  /** What to doubt, in plain words. */
  doubts: z.array(z.string().max(400)).optional(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** A kind of visit: what is needed, by whom. Its share of the arrivals: one number, or one for each step. */
export const mixSchema = z.strictObject({
  service: codeSchema,
  segment: codeSchema,
  share: z.union([z.number().min(0).max(1), z.array(z.number().min(0).max(1)).min(1)]),
});

/** Arrivals of one kind of day: a Poisson process whose rate is constant within each step, times a factor drawn once a day. */
export const profileSchema = z.strictObject({
  id: codeSchema,
  /** Days of the week it describes; 1 is Monday, 7 Sunday. */
  days: z.array(z.int().min(1).max(7)).min(1),
  from: clockSchema,
  stepMinutes: z.int().min(1).max(240),
  /** Arrivals expected in each step. */
  expected: z.array(z.number().min(0).max(100_000)).min(1).max(1440),
  /** Coefficient of variation of the day's factor (gamma, mean 1); 0: every day alike. */
  dayFactorCv: z.number().min(0).max(2).default(0),
  mix: z.array(mixSchema).min(1).max(256),
  evidence: evidenceSchema.optional(),
});
export type ArrivalProfile = z.infer<typeof profileSchema>;

/** Which visits a distribution is for; absent: all. The first entry that matches a visit counts. */
const whose = { service: codeSchema.optional(), segment: codeSchema.optional() };
export const workSchema = z.strictObject({ ...whose, distribution: distributionSchema, evidence: evidenceSchema.optional() });
export const patienceSchema = z.strictObject({
  ...whose,
  distribution: z.discriminatedUnion('family', [...distributionSchema.options, z.strictObject({ family: z.literal('none') })]),
  evidence: evidenceSchema.optional(),
});
/** 办结间隔: from finishing one customer to being ready for the next. */
export const turnaroundSchema = z.strictObject({
  role: z.enum(roles).optional(),
  distribution: distributionSchema,
  evidence: evidenceSchema.optional(),
});

/** A model file as it is written, before its names are checked against its branch: see `model.ts`. */
export const modelShape = z.strictObject({
  v: z.literal(1),
  note: z.string().max(4000).optional(),
  id: codeSchema,
  branch: branchSchema,
  plan: planSchema.optional(),
  /** One profile for each kind of day; the first is what a study runs unless told otherwise. */
  arrivals: z.array(profileSchema).min(1).max(64),
  /** Length of the work of a need. */
  work: z.array(workSchema).min(1),
  /** How long a customer waits before leaving; nobody leaves when absent. */
  patience: z.array(patienceSchema).default([]),
  /** None when absent. */
  turnaround: z.array(turnaroundSchema).default([]),
});
export type ModelShape = z.output<typeof modelShape>;
