import { z } from 'zod';

/** A text in every language the product speaks. zh-CN comes first; en always stands beside it. */
export const namesSchema = z.strictObject({ zh: z.string().min(1).max(60), en: z.string().min(1).max(60) });
export type Names = z.infer<typeof namesSchema>;

/** Ids and codes: short, printable in a URL, never personal data. */
export const codeSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/, 'use 1 to 40 letters, digits, ".", "_" or "-", starting with a letter or digit');

/** A length of time in whole milliseconds. */
export const durationMsSchema = z
  .int()
  .min(0)
  .max(7 * 24 * 3_600_000);

/** Epoch milliseconds. */
export const instantMsSchema = z.int().min(0);
