import { z } from 'zod';
import { codeSchema, durationMsSchema } from '../lobby/branch/names.ts';
import { modeKinds, roles } from '../lobby/branch/service.ts';
import { dateSchema } from '../lobby/journal/day-events.ts';
import { evidenceSchema, shareSchema } from './demand-shape.ts';
import { distributionSchema } from './distributions/spec.ts';
import { survivalSchema } from './distributions/survival.ts';

/** Which visits a distribution is for; absent: all. The first entry that matches a visit counts. */
const whose = { service: codeSchema.optional(), segment: codeSchema.optional() };

/** Length of the work of a need; with `mode`, when it is done in that mode (the same customer is slow in every mode). */
export const workSchema = z.strictObject({
  ...whose,
  mode: z.enum(modeKinds).optional(),
  distribution: distributionSchema,
  /** A share of all is over at once (hung up, sent away, keyed in by mistake) and not of the distribution. */
  short: z.strictObject({ share: z.number().min(0).max(0.9), distribution: distributionSchema }).optional(),
  evidence: evidenceSchema.optional(),
});
export const patienceSchema = z.strictObject({
  ...whose,
  distribution: z.discriminatedUnion('family', [
    ...distributionSchema.options,
    z.strictObject({ family: z.literal('none') }),
    survivalSchema,
  ]),
  evidence: evidenceSchema.optional(),
});
/** 办结间隔: from finishing one customer to being ready for the next. */
export const turnaroundSchema = z.strictObject({
  role: z.enum(roles).optional(),
  /** Declared people it is for; absent: everybody of the role. */
  staff: z.array(codeSchema).min(1).max(500).optional(),
  distribution: distributionSchema,
  /** When nobody waits whom they can serve; absent: as always. */
  quiet: distributionSchema.optional(),
  /** How alike one turnaround is to the next of the same person and day (correlation of normal scores): short absences cluster. */
  persistence: z.number().min(0).max(0.99).default(0),
  evidence: evidenceSchema.optional(),
});

/** Walking from the lobby to the station: the walk time of the station's zone, times a pace of mean 1 (lognormal). */
export const walkSchema = z.strictObject({ paceCv: z.number().min(0).max(2).default(0) });

/** 过号: at each call a customer is away with probability `away`; `gone` have left for good and answer no call. */
export const answersSchema = z.strictObject({
  away: z.number().min(0).max(0.99).default(0),
  gone: shareSchema.default(0),
  /** From a call that nobody answers to the next one, or to the no-show. */
  recallAfterMs: durationMsSchema.min(1).default(20_000),
  evidence: evidenceSchema.optional(),
});

/** Leaving at once: the share put off by a line of at least so many, or by a promised wait of at least so long; the last entry reached counts. */
export const balkingSchema = z.strictObject({
  onLength: z
    .array(z.strictObject({ atLeast: z.int().min(0), share: shareSchema }))
    .max(100)
    .default([]),
  onQuote: z
    .array(z.strictObject({ atLeastMs: durationMsSchema, share: shareSchema }))
    .max(100)
    .default([]),
});

/** 大堂分流: what greeters on duty do with newcomers. */
export const triageSchema = z.strictObject({
  /** Time a greeter takes with one of them. */
  distribution: distributionSchema,
  /** After waiting so long for a greeter, a customer keeps the route that the kiosk gave. */
  waitLimitMs: durationMsSchema.default(120_000),
  /** Share who follow the greeter's advice; the others stay in the line they are in. */
  obeyShare: shareSchema.default(1),
});

/** 暂挂: a share of services stops when so much of the work is done; the customer is sent away (a form, a paper) and comes back. */
export const interruptionSchema = z.strictObject({
  ...whose,
  share: shareSchema,
  /** Share of the work that is done before. */
  after: z.number().min(0).max(1).default(0.5),
  /** How long the customer is away. */
  distribution: distributionSchema,
});

export const deviceFailureSchema = z.strictObject({ ...whose, share: shareSchema, evidence: evidenceSchema.optional() });
/** 转办: after the service, this share goes on to another one that they did not come for. */
export const transferSchema = z.strictObject({
  service: codeSchema,
  to: codeSchema,
  share: shareSchema,
  evidence: evidenceSchema.optional(),
});

/** Short absences of staff while at work (back office, cash): a Poisson process of clusters, the absences of a cluster close together. */
export const absenceSchema = z.strictObject({
  role: z.enum(roles).optional(),
  /** Absences an hour, in the mean. */
  perHour: z.number().gt(0).max(60),
  distribution: distributionSchema,
  /** Absences of one cluster, in the mean (geometric), and the mean time from one to the next. */
  clusterMean: z.number().min(1).max(50).default(1),
  clusterGapMs: durationMsSchema.min(1).default(300_000),
});
export type Absence = z.infer<typeof absenceSchema>;

/** 工资: what an hour at work costs, by role; breaks and overtime are paid alike. Roles left out make the cost unknown where they work. */
export const wagesSchema = z.strictObject({
  /** ISO 4217. */
  currency: z.string().regex(/^[A-Z]{3}$/, 'three capital letters, such as CNY'),
  perHour: z.partialRecord(z.enum(roles), z.number().min(0).max(1e6)),
});
export type Wages = z.infer<typeof wagesSchema>;

/** Days a model was fitted from, by local date, and how long a server without a customer was taken to be at work. */
export const historySchema = z.strictObject({
  from: dateSchema,
  to: dateSchema,
  days: z.int().min(1),
  spellLimitMs: durationMsSchema.min(1),
});

/** The verdict of `backtest`, kept with the model. */
export const backtestSchema = z.strictObject({
  pass: z.boolean(),
  days: z.int().min(1),
  leaveOneDayOut: z.boolean(),
  failed: z.array(z.string().max(400)).max(50),
});

/** How many of a role come to work on a day, whatever the roster says: the first so many in its order. Shares add up to 1. */
export const attendanceSchema = z.strictObject({
  role: z.enum(roles),
  counts: z
    .array(z.strictObject({ count: z.int().min(0).max(500), share: shareSchema }))
    .min(1)
    .max(100),
});
