import { z } from 'zod';
import { codeSchema } from '../branch/names.ts';
import { roles } from '../branch/service.ts';

const station = codeSchema;
const person = codeSchema;
export const pauseReasons = ['break', 'back-office', 'meeting', 'cash', 'technical', 'other'] as const;

export const staffJoined = z.strictObject({
  type: z.literal('staff-joined'),
  data: z.strictObject({ person, role: z.enum(roles), skills: z.array(codeSchema), assistCapacity: z.int().min(0) }),
});
export const staffLeft = z.strictObject({ type: z.literal('staff-left'), data: z.strictObject({ person }) });
export const staffBreakStarted = z.strictObject({ type: z.literal('staff-break-started'), data: z.strictObject({ person }) });
export const staffBreakEnded = z.strictObject({ type: z.literal('staff-break-ended'), data: z.strictObject({ person }) });

/** The station takes customers from now on; it is ready. No staff: it works with its own skills. */
export const stationOpened = z.strictObject({
  type: z.literal('station-opened'),
  data: z.strictObject({ station, staff: z.array(person) }),
});
export const stationPaused = z.strictObject({
  type: z.literal('station-paused'),
  data: z.strictObject({ station, reason: z.enum(pauseReasons) }),
});
/** Ready for the next customer: after the turnaround, or after a pause. */
export const stationReady = z.strictObject({ type: z.literal('station-ready'), data: z.strictObject({ station }) });
export const stationClosed = z.strictObject({ type: z.literal('station-closed'), data: z.strictObject({ station }) });

export const stationEvents = [
  staffJoined,
  staffLeft,
  staffBreakStarted,
  staffBreakEnded,
  stationOpened,
  stationPaused,
  stationReady,
  stationClosed,
] as const;
