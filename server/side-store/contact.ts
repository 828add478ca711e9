import { z } from 'zod';

/** How to reach a customer. Personal data: it lives in the side store only, and only as long as it is needed. */
export const contactSchema = z.strictObject({
  phone: z.string().regex(/^\+?[0-9][0-9 -]{5,19}$/, 'a phone number such as +86 138 0000 0000'),
});
export type Contact = z.infer<typeof contactSchema>;
