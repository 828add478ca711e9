import { z } from 'zod';
import { clockSchema } from '../../lobby/branch/hours.ts';
import { namesSchema } from '../../lobby/branch/names.ts';
import { dateSchema } from '../../lobby/journal/day-events.ts';

/** `history.json` beside the files: what they do not say themselves. */
export const historyFileSchema = z.strictObject({
  v: z.literal(1),
  note: z.string().max(2000).optional(),
  /** Columns of seconds count from here; it is also when the doors open. */
  from: clockSchema.optional(),
  /** When the doors close. */
  to: clockSchema.optional(),
  /** The day of records that hold no date. */
  day: dateSchema.optional(),
  /** IANA zone of the branch. */
  zone: z.string().min(1).max(60).optional(),
  names: namesSchema.optional(),
  /** Name of the only service, where the records name none. */
  service: namesSchema.optional(),
  /** Counters that the branch has. */
  counters: z.int().min(1).max(200).optional(),
});
export type HistoryFile = z.infer<typeof historyFileSchema>;
