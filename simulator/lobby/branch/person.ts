import { z } from 'zod';
import { codeSchema } from './names.ts';
import { roles } from './service.ts';

/** One of the staff. `label` is a badge ("T03"), never a name. */
export const personSchema = z.strictObject({
  id: codeSchema,
  role: z.enum(roles),
  label: z.string().min(1).max(12),
  skills: z.array(codeSchema),
  /** How many device users this person can assist at once. */
  assistCapacity: z.int().min(0).max(8).default(0),
});
export type Person = z.infer<typeof personSchema>;
