import { z } from 'zod';

const dayMs = 24 * 3_600_000;
const lengthMs = z
  .number()
  .gt(0, 'must be above 0 ms')
  .max(30 * dayMs, 'must be at most 30 days');
const cv = z.number().gt(0, 'must be above 0').max(20, 'must be at most 20');

/** A distribution as a model file states it: always the mean, and what the family needs beside it. */
export const distributionSchema = z.discriminatedUnion('family', [
  z.strictObject({ family: z.literal('exponential'), meanMs: lengthMs }),
  z.strictObject({ family: z.literal('lognormal'), meanMs: lengthMs, cv }),
  z.strictObject({ family: z.literal('gamma'), meanMs: lengthMs, cv }),
  z.strictObject({ family: z.literal('erlang'), meanMs: lengthMs, stages: z.int().min(1).max(200) }),
  z.strictObject({ family: z.literal('weibull'), meanMs: lengthMs, shape: z.number().min(0.1).max(50) }),
  z.strictObject({
    family: z.literal('constant'),
    ms: z
      .number()
      .min(0)
      .max(30 * dayMs),
  }),
  z.strictObject({
    family: z.literal('empirical'),
    valuesMs: z
      .array(
        z
          .number()
          .min(0)
          .max(30 * dayMs),
      )
      .min(1)
      .max(100_000),
  }),
]);
export type DistributionSpec = z.infer<typeof distributionSchema>;
