import { z } from 'zod';
import { branchSchema } from '../lobby/branch/branch.ts';
import { codeSchema } from '../lobby/branch/names.ts';
import { planSchema } from '../lobby/branch/plan.ts';
import * as behaviour from './behaviour-shape.ts';
import { appointmentsSchema, customersSchema, profileSchema } from './demand-shape.ts';

export type { ArrivalProfile, Evidence } from './demand-shape.ts';

/** A model file as it is written, before its names are checked against its branch: see `model.ts`. */
export const modelShape = z.strictObject({
  v: z.literal(1),
  note: z.string().max(4000).optional(),
  id: codeSchema,
  branch: branchSchema,
  plan: planSchema.optional(),
  /** One profile for each kind of day; the first is what a study runs unless told otherwise. */
  arrivals: z.array(profileSchema).min(1).max(64),
  /** Booked customers, who come beside those of the profile. */
  appointments: z.array(appointmentsSchema).max(64).default([]),
  customers: customersSchema.optional(),
  /** Length of the work of a need. */
  work: z.array(behaviour.workSchema).min(1),
  /** How long a customer waits before leaving; nobody leaves when absent. */
  patience: z.array(behaviour.patienceSchema).default([]),
  /** None when absent. */
  turnaround: z.array(behaviour.turnaroundSchema).default([]),
  /** Nobody takes time to walk when absent. */
  walk: behaviour.walkSchema.optional(),
  /** Everybody answers the first call when absent. */
  answers: behaviour.answersSchema.optional(),
  /** Nobody balks when absent. */
  balking: behaviour.balkingSchema.optional(),
  /** Greeters do not triage when absent. */
  triage: behaviour.triageSchema.optional(),
  /** Share of device uses that fail; the first entry that matches counts. */
  deviceFailures: z.array(behaviour.deviceFailureSchema).max(256).default([]),
  /** Services that stop for a while at a station with staff; the first entry that matches counts. */
  interruptions: z.array(behaviour.interruptionSchema).max(256).default([]),
  transfers: z.array(behaviour.transferSchema).max(256).default([]),
  absences: z.array(behaviour.absenceSchema).max(8).default([]),
  /** What staff cost; unknown when absent, and no money is made up. */
  wages: behaviour.wagesSchema.optional(),
  /** The records it was fitted from. Studies do not read it; `backtest` and reports do. */
  history: behaviour.historySchema.optional(),
  /** How it stood the last time it was held against records; `recommend` warns when it failed. */
  backtest: behaviour.backtestSchema.optional(),
  /** Everybody on the roster comes when absent. */
  attendance: z.array(behaviour.attendanceSchema).max(3).default([]),
});
export type ModelShape = z.output<typeof modelShape>;
