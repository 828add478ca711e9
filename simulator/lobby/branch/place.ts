import { z } from 'zod';
import { codeSchema, durationMsSchema, namesSchema } from './names.ts';

export const stationKinds = ['counter', 'desk', 'room', 'device', 'remote'] as const;
export type StationKind = (typeof stationKinds)[number];

/** Which way to a station, as one sees it who faces the lobby display. */
export const stationDirections = ['left', 'right', 'ahead', 'behind', 'upstairs', 'downstairs'] as const;
export type StationDirection = (typeof stationDirections)[number];

/** 分区: an area of the lobby. */
export const zoneSchema = z.strictObject({
  id: codeSchema,
  names: namesSchema,
  seats: z.int().min(0).max(10_000).default(0),
  walkMs: durationMsSchema.default(0),
});

/** 队列: waiting tickets that a strategy treats alike. A ticket joins the first line, in this order, that takes it. */
export const lineSchema = z.strictObject({
  id: codeSchema,
  names: namesSchema,
  zone: codeSchema,
  /** Kinds of station that call from this line. */
  kinds: z.array(z.enum(stationKinds)).min(1),
  /** Services taken; all when absent. */
  services: z.array(codeSchema).optional(),
  /** Segments taken; all when absent. */
  segments: z.array(codeSchema).optional(),
  /** Calling tier of the line for strict priority: 0 first. */
  tier: z.int().min(0).max(9).default(5),
  targetWaitMs: durationMsSchema.min(1).optional(),
});
export type Line = z.infer<typeof lineSchema>;

/** 服务点: where a need is served. */
export const stationSchema = z.strictObject({
  id: codeSchema,
  kind: z.enum(stationKinds),
  names: namesSchema,
  /** What the display shows and the voice speaks, e.g. "3". */
  label: z.string().min(1).max(8),
  zone: codeSchema,
  /** Shown beside a called number; nothing is shown when absent. */
  direction: z.enum(stationDirections).optional(),
  /** The station's own skills: services it can give, whoever works it; all that its kind allows when absent. */
  services: z.array(codeSchema).optional(),
  /** Ready again as soon as a service finishes. When false the teller says `ready`, and the gap is the turnaround. */
  autoReady: z.boolean().default(true),
});
export type Station = z.infer<typeof stationSchema>;
