import { z } from 'zod';
import type { Board } from '../../../simulator/lobby/board/board.ts';
import { languages } from '../../../simulator/lobby/branch/language.ts';
import { namesSchema } from '../../../simulator/lobby/branch/names.ts';
import { stationDirections, stationKinds } from '../../../simulator/lobby/branch/place.ts';
import { segmentSchema, traitSchema } from '../../../simulator/lobby/branch/segment.ts';
import { modeKinds, roles } from '../../../simulator/lobby/branch/service.ts';
import { quoteSchema } from '../../../simulator/lobby/journal/ticket-events.ts';
import { helpSchema } from './help.ts';

const text = z.string();
const texts = z.array(text);
const count = z.int().min(0);
const instant = z.int();
const kind = z.enum(stationKinds);
const phase = z.enum(['called', 'serving']);

const service = z.strictObject({
  id: text,
  names: namesSchema,
  series: text,
  documents: z.array(namesSchema),
  staffed: z.boolean(),
  waiting: count,
  ahead: count,
  quote: quoteSchema.nullable(),
});

const line = z.strictObject({
  id: text,
  names: namesSchema,
  zone: text,
  kinds: z.array(kind),
  services: texts.nullable(),
  targetMs: count.nullable(),
  waiting: count,
  longestSince: instant.nullable(),
  next: texts,
});

const team = z.strictObject({
  held: texts,
  missing: z.array(z.strictObject({ role: z.enum(roles), skill: text, able: texts })),
});

const counter = z.strictObject({
  id: text,
  kind,
  label: text,
  names: namesSchema,
  zone: text,
  direction: z.enum(stationDirections).nullable(),
  status: z.enum(['closed', 'ready', 'busy', 'wrap-up', 'paused']),
  since: instant,
  pauseReason: text.nullable(),
  number: text.nullable(),
  phase: phase.nullable(),
  ticketId: text.nullable().exactOptional(),
  staff: texts.exactOptional(),
  serves: texts.exactOptional(),
  team: team.nullable().exactOptional(),
  undo: z.strictObject({ act: text, until: instant }).nullable().exactOptional(),
  callsBeforeNoShow: count.exactOptional(),
});

const call = z.strictObject({
  number: text,
  counter: text,
  label: text,
  zone: text,
  phase,
  calledAt: instant,
  calls: count,
  language: z.enum(languages),
});

const ticket = z.strictObject({
  id: text,
  number: text,
  status: z.enum(['waiting', 'called', 'serving', 'parked', 'no-show']),
  segment: text,
  traits: texts,
  channel: text,
  prepared: z.boolean(),
  present: z.boolean(),
  greeted: z.boolean(),
  greetedAt: instant.nullable(),
  greetedBy: text.nullable(),
  service: text,
  further: texts,
  line: text.nullable(),
  zone: text.nullable(),
  kind: kind.nullable(),
  station: text.nullable(),
  arrivedAt: instant,
  needSince: instant,
  calls: count,
  ahead: count.nullable(),
  quote: quoteSchema.nullable(),
  slotAt: instant.nullable(),
  targetMs: count.nullable(),
  servable: z.boolean(),
  advice: z.strictObject({ line: text, kind, mode: z.enum(modeKinds), reason: text }).nullable(),
  ways: z.array(kind),
  assistedBy: text.nullable(),
});

const person = z.strictObject({
  id: text,
  label: text,
  role: text,
  present: z.boolean(),
  onBreak: z.boolean(),
  station: text.nullable(),
  ticket: text.nullable(),
  assisting: count,
  assistCapacity: count,
});

const proposal = z.strictObject({
  id: text,
  action: z.enum(['open', 'close']),
  station: text,
  expiresAt: instant,
  waiting: count,
  openAtWaiting: count,
  closeAtWaiting: count,
  holdMs: count,
});

const tally = z.strictObject({
  issued: count,
  waiting: count,
  called: count,
  serving: count,
  parked: count,
  done: count,
  noShow: count,
  abandoned: count,
  void: count,
});

/** What screens show of a lobby; `tickets`, `staff`, `help` and `proposals` are for staff only. Instants are epoch ms. */
export const boardSchema = z
  .strictObject({
    branch: text,
    names: namesSchema,
    zone: text,
    seq: count,
    at: instant,
    view: z.enum(['public', 'full']),
    day: z
      .strictObject({
        date: text,
        open: z.boolean(),
        endsAt: instant,
        hours: z.array(z.strictObject({ from: instant, to: instant })),
      })
      .nullable(),
    open: z.boolean(),
    services: z.array(service),
    segments: z.array(segmentSchema),
    traits: z.array(traitSchema),
    zones: z.array(z.strictObject({ id: text, names: namesSchema })),
    lines: z.array(line),
    counters: z.array(counter),
    nowServing: z.array(call),
    tally,
    strategy: z.strictObject({ id: text, options: z.record(text, z.unknown()) }),
    tickets: z.array(ticket).exactOptional(),
    staff: z.array(person).exactOptional(),
    help: z.array(helpSchema).exactOptional(),
    proposals: z.array(proposal).exactOptional(),
  })
  .meta({ id: 'Board' }) satisfies z.ZodType<Board, unknown>;
