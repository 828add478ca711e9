import { z } from 'zod';
import { codeSchema, durationMsSchema, namesSchema } from './names.ts';

/** Where a need can be served. An assisted device is a device with a greeter beside the customer. */
export const modeKinds = ['counter', 'device', 'assisted-device', 'desk', 'room', 'remote'] as const;
export type ModeKind = (typeof modeKinds)[number];
export const roles = ['teller', 'advisor', 'greeter'] as const;
export type Role = (typeof roles)[number];

/** One part of the team a service takes. The first member of a team leads it and works the station. */
export const teamMemberSchema = z.strictObject({
  role: z.enum(roles),
  /** Skill the person must have; the service's own skill when absent. */
  skill: codeSchema.optional(),
  count: z.int().min(1).max(4).default(1),
  /** `start`: must be free when the customer is called. `later`: is fetched during the service. */
  joins: z.enum(['start', 'later']).default('start'),
});
export type TeamMember = z.infer<typeof teamMemberSchema>;

export const modeSchema = z.strictObject({
  at: z.enum(modeKinds),
  team: z.array(teamMemberSchema).max(4).default([]),
  /** Usual length of the work in this mode: the prior of every promise until the branch has its own records. */
  typicalWorkMs: durationMsSchema.min(1000).default(300_000),
});
export type Mode = z.infer<typeof modeSchema>;

/** 业务: what a customer comes for. */
export const serviceSchema = z.strictObject({
  id: codeSchema,
  names: namesSchema,
  /** Letter that starts the numbers of tickets issued for this service. */
  series: z.string().regex(/^[A-Z]{1,2}$/, 'one or two capital letters'),
  /** Skill that serving it needs; the service id when absent. */
  skill: codeSchema.optional(),
  modes: z.array(modeSchema).min(1),
  /** What the customer should bring. */
  documents: z.array(namesSchema).max(8).default([]),
  targetWaitMs: durationMsSchema.optional(),
});
export type Service = z.infer<typeof serviceSchema>;

export const skillOf = (service: Service): string => service.skill ?? service.id;
