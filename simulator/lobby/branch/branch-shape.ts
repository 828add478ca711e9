import { z } from 'zod';
import { clockSchema, openingSchema } from './hours.ts';
import { codeSchema, namesSchema } from './names.ts';
import { personSchema } from './person.ts';
import { lineSchema, stationSchema, zoneSchema } from './place.ts';
import { rulesSchema } from './rules.ts';
import { segmentSchema, traitSchema } from './segment.ts';
import { serviceSchema } from './service.ts';

/** 网点: one lobby. Everything a branch declares about itself; it changes only by the event `branch-configured`. */
export const branchShape = z.strictObject({
  v: z.literal(1),
  note: z.string().max(2000).optional(),
  id: codeSchema,
  names: namesSchema,
  /** IANA time zone, e.g. Asia/Shanghai. */
  zone: z.string().min(1).max(60),
  /** Local time at which one business day ends and the next begins. */
  dayRollsAt: clockSchema.default('04:00'),
  hours: z.array(openingSchema).min(1),
  services: z.array(serviceSchema).min(1).max(64),
  segments: z.array(segmentSchema).min(1).max(16),
  traits: z.array(traitSchema).max(32).default([]),
  zones: z.array(zoneSchema).min(1).max(32),
  lines: z.array(lineSchema).min(1).max(64),
  stations: z.array(stationSchema).min(1).max(200),
  staff: z.array(personSchema).max(500).default([]),
  rules: rulesSchema,
});
