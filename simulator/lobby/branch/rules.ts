import { z } from 'zod';
import { codeSchema, durationMsSchema } from './names.ts';

/** A calling strategy or greeting policy by name; its own file checks the options. */
export const ruleSpecSchema = z.strictObject({ id: codeSchema, options: z.record(z.string(), z.unknown()).default({}) });
export type RuleSpec = z.infer<typeof ruleSpecSchema>;

/** 弹性窗口: when flex staff open or close a station. */
export const elasticRuleSchema = z.strictObject({
  id: codeSchema,
  /** The station opened and closed. */
  station: codeSchema,
  /** Lines whose waiting tickets are watched; all that the station's kind calls from when absent. */
  lines: z.array(codeSchema).optional(),
  /** Open when at least this many wait … */
  openAtWaiting: z.int().min(1),
  /** … or close when at most this many wait. The gap between the two is the hysteresis. */
  closeAtWaiting: z.int().min(0),
  /** The condition must have held this long. */
  holdMs: durationMsSchema.default(120_000),
  /** Once open, stay open at least this long. */
  minOpenMs: durationMsSchema.default(900_000),
  /** A proposal nobody answers expires after this. */
  expiresMs: durationMsSchema.default(300_000),
  /** Money an hour of the flex person costs. */
  costPerHour: z.number().min(0).default(0),
});
export type ElasticRule = z.infer<typeof elasticRuleSchema>;

export const rulesSchema = z.strictObject({
  calling: ruleSpecSchema,
  greeting: ruleSpecSchema,
  elastic: z.array(elasticRuleSchema).default([]),
  appointments: z
    .strictObject({
      /** A booked customer who is on time is placed as if arrived this long before the slot. */
      creditMs: durationMsSchema,
      /** Later than this after the slot, the booking gives no credit. */
      graceMs: durationMsSchema,
    })
    .default({ creditMs: 600_000, graceMs: 600_000 }),
  numbers: z
    .strictObject({
      /** Digits of a number, with leading zeros; larger numbers are written in full. */
      digits: z.int().min(2).max(5),
      /** Blocks for offline kiosks are leased from this number up. */
      leaseFrom: z.int().min(2),
      leaseSize: z.int().min(1).max(500),
    })
    .default({ digits: 3, leaseFrom: 501, leaseSize: 50 }),
  /** How long after an act at a station it can be undone. */
  undoWithinMs: durationMsSchema.default(60_000),
  /** Calls (first one included) before the console offers no-show. */
  callsBeforeNoShow: z.int().min(1).max(10).default(3),
});
