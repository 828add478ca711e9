import { z } from 'zod';
import { codeSchema } from '../branch/names.ts';
import { pauseReasons } from '../journal/station-events.ts';
import { outcomes, ticketIdSchema } from '../journal/ticket-events.ts';

const station = codeSchema;
const ticket = ticketIdSchema;
const person = codeSchema;
const at = <T extends string>(type: T) => z.strictObject({ type: z.literal(type), station });

/** Without staff the station works with its own skills. */
export const open = z.strictObject({ type: z.literal('open'), station, staff: z.array(person).max(4).default([]) });
export const close = at('close');
export const pause = z.strictObject({ type: z.literal('pause'), station, reason: z.enum(pauseReasons) });
export const unpause = at('unpause');
/** The rule's choice. Calling says ready: a station in wrap-up becomes ready first. */
export const callNext = at('call-next');
/** A person's choice. */
export const call = z.strictObject({ type: z.literal('call'), station, ticket });
export const recall = at('recall');
/** At a device, `ticket` may be given and `assistedBy` names the greeter beside the customer. */
export const start = z.strictObject({
  type: z.literal('start'),
  station,
  ticket: ticket.optional(),
  assistedBy: person.optional(),
});
export const finish = z.strictObject({ type: z.literal('finish'), station, outcome: z.enum(outcomes).default('done') });
export const ready = at('ready');
export const markNoShow = at('no-show');
export const park = at('park');
export const resume = z.strictObject({ type: z.literal('resume'), station, ticket });
export const undo = at('undo');
export const joinTeam = z.strictObject({ type: z.literal('join-team'), station, person });
export const leaveTeam = z.strictObject({ type: z.literal('leave-team'), station, person });

export const staffJoin = z.strictObject({ type: z.literal('staff-join'), person });
export const staffLeave = z.strictObject({ type: z.literal('staff-leave'), person });
export const breakStart = z.strictObject({ type: z.literal('break-start'), person });
export const breakEnd = z.strictObject({ type: z.literal('break-end'), person });

export const stationCommands = [
  open,
  close,
  pause,
  unpause,
  callNext,
  call,
  recall,
  start,
  finish,
  ready,
  markNoShow,
  park,
  resume,
  undo,
  joinTeam,
  leaveTeam,
  staffJoin,
  staffLeave,
  breakStart,
  breakEnd,
] as const;
