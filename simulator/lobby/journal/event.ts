import { z } from 'zod';
import { appointmentEvents } from './appointment-events.ts';
import { dayEvents } from './day-events.ts';
import { elasticEvents } from './elastic-events.ts';
import { envelopeSchema } from './envelope.ts';
import { helpEvents } from './help-events.ts';
import { stationEvents } from './station-events.ts';
import { ticketEvents } from './ticket-events.ts';

/** What happened, without when, where and by whom: what `decide` answers. */
export const factSchema = z.discriminatedUnion('type', [
  ...dayEvents,
  ...ticketEvents,
  ...stationEvents,
  ...appointmentEvents,
  ...elasticEvents,
  ...helpEvents,
]);
export type Fact = z.infer<typeof factSchema>;
export type EventType = Fact['type'];
export type FactOf<T extends EventType> = Extract<Fact, { type: T }>;
export type DataOf<T extends EventType> = FactOf<T>['data'];

/** A fact as `decide` gives it: the host adds branch, seq, at, by, cause and prev. */
export type Draft = Fact & { occurredAt?: number; undoes?: number };

export type Envelope = z.infer<typeof envelopeSchema>;
/** One event of the journal 流水, as stored. */
export type LobbyEvent = Envelope & Fact;
/** What `evolve` and the folds read; simulated journals need no hash chain to be measured. */
export type JournalEntry = Pick<LobbyEvent, 'seq' | 'at' | 'occurredAt' | 'undoes'> & Fact;

export const eventTypes: readonly EventType[] = factSchema.options.map((option) => option.shape.type.value);

/** Reads one stored event; throws a ZodError that names what is wrong. */
export function parseEvent(value: unknown): LobbyEvent {
  const { type, data, ...envelope } = z.looseObject({ type: z.unknown(), data: z.unknown() }).parse(value);
  const fact = factSchema.parse({ type, data });
  return { ...envelopeSchema.parse(envelope), ...fact };
}
