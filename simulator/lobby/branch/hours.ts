import { z } from 'zod';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'a time of day such as 09:00, or 24:00');

/** Opening hours on some days of the week; 1 is Monday, 7 Sunday. Local time of the branch. */
export const openingSchema = z.strictObject({
  days: z.array(z.int().min(1).max(7)).min(1),
  from: clock,
  to: clock,
});

export const clockSchema = clock;
