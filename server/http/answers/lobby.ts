import { z } from 'zod';
import { namesSchema } from '../../../simulator/lobby/branch/names.ts';
import { stationKinds } from '../../../simulator/lobby/branch/place.ts';
import { modeKinds } from '../../../simulator/lobby/branch/service.ts';
import { quoteSchema } from '../../../simulator/lobby/journal/ticket-events.ts';

const text = z.string();
const count = z.int().min(0);

export const personAnswer = z.strictObject({ person: z.strictObject({ id: text, present: z.boolean(), onBreak: z.boolean() }) });

const appointment = z
  .strictObject({
    id: text,
    slotAt: z.int(),
    needs: z.array(z.strictObject({ service: text, person: text.optional() })),
    segment: text.nullable(),
    prepared: z.boolean(),
    status: z.enum(['booked', 'checked-in', 'cancelled', 'missed']),
  })
  .nullable();
export const appointmentAnswer = z.strictObject({ appointment });
/** `contactRef`: under which the contact can be erased. */
export const bookedAnswer = z.strictObject({ appointment, contactRef: text.nullable() });

const block = z
  .strictObject({
    id: text,
    date: text,
    series: text,
    from: count,
    to: count,
    holder: text,
    next: count,
    returned: z.boolean(),
  })
  .nullable();
/** `digits`: how many of them a number has. */
export const leasedAnswer = z.strictObject({ block, digits: count.nullable() });
export const returnedAnswer = z.strictObject({ block });

export const printerAnswer = z.strictObject({
  printer: z
    .strictObject({ code: text, message: namesSchema, paperLow: z.boolean(), waiting: count, notPrinted: z.array(text) })
    .nullable(),
});

export const placesAnswer = z.strictObject({
  places: z.array(
    z.strictObject({
      line: text,
      zone: text,
      kind: z.enum(stationKinds),
      mode: z.enum(modeKinds),
      advised: z.boolean(),
      reason: text.nullable(),
      current: z.boolean(),
      quote: quoteSchema.nullable(),
      behind: z.strictObject({ people: count, eachMs: z.number() }),
    }),
  ),
});
