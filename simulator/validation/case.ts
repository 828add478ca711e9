import { z } from 'zod';

/** A number, a text, or lists and records of them: what a case expects and what is answered, keyed alike. */
export type Value = number | string | boolean | null | readonly Value[] | { readonly [key: string]: Value };
export type ValueRecord = { readonly [key: string]: Value };

const value: z.ZodType<Value> = z.lazy(() =>
  z.union([z.number(), z.string(), z.boolean(), z.null(), z.array(value), z.record(z.string(), value)], {
    error: 'must be a finite number, a text, or lists and records of them',
  }),
);
const valueRecord: z.ZodType<ValueRecord> = z.record(z.string(), value);

/** A reference case: a problem with a published or recomputed answer. */
export const caseSchema = z.object({
  id: z.string().min(1).max(120),
  /** What sort of problem it is; it says which parameters there are. */
  kind: z.string().min(1).max(80),
  params: valueRecord,
  /** One key a checked quantity; a list holds one value a class, station or time; a table is a list of rows. */
  expected: z
    .union([z.array(valueRecord).min(1), valueRecord], { error: 'must be a record of quantities, or a list of such rows' })
    .refine((expected) => Object.keys(expected).length > 0, 'expects nothing'),
  /** A result x passes when |x − e| ≤ t max(1, |e|); by key where quantities differ. A simulated result is held to its interval. */
  tolerance: z.union([z.number().min(0), z.record(z.string(), z.number().min(0))], {
    error: 'must be a number of at least 0, or one for each key',
  }),
  source: z.string().optional(),
  verified: z.boolean().optional(),
  note: z.string().optional(),
});
export type Case = z.infer<typeof caseSchema>;

/** A file of cases; ids are told apart. */
export const casesSchema = z
  .array(caseSchema)
  .min(1, 'a cases file is a list with at least one case')
  .superRefine((cases, ctx) => {
    const seen = new Map<string, number>();
    cases.forEach(({ id }, at) => {
      const first = seen.get(id);
      if (first === undefined) seen.set(id, at);
      else ctx.addIssue({ code: 'custom', path: [at, 'id'], message: `"${id}" is already the id of case ${first}` });
    });
  });
