import { z } from 'zod';
import type { HelpCall } from '../../../simulator/lobby/state.ts';

/** A call for help that nobody has answered yet. */
export const helpSchema = z.strictObject({
  id: z.string(),
  device: z.string(),
  zone: z.string().nullable(),
  since: z.int(),
}) satisfies z.ZodType<HelpCall, unknown>;

export const helpAnswer = z.strictObject({ help: helpSchema.nullable() });
