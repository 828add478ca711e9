import type { DataOf, EventType, JournalEntry } from '../../../../simulator/lobby/journal/event.ts';

/** One line of a hand-written journal: when (ms), what, and the facts. */
export const line = <T extends EventType>(at: number, type: T, data: DataOf<T>): Omit<JournalEntry, 'seq'> =>
  ({ at, type, data }) as Omit<JournalEntry, 'seq'>;

/** Numbers the lines from 1. */
export const journalOf = (...lines: readonly Omit<JournalEntry, 'seq'>[]): JournalEntry[] =>
  lines.map((entry, at) => ({ ...entry, seq: at + 1 }) as JournalEntry);

const rule = { id: 'fcfs', version: 1 };

/** The usual lines, with only what a measure reads left to say. */
export const issued = (at: number, ticket: string, services: readonly string[], segment = 'normal') =>
  line(at, 'ticket-issued', {
    ticket,
    date: '2026-03-02',
    series: 'A',
    ordinal: 1,
    number: 'A001',
    channel: 'kiosk',
    segment,
    traits: [],
    language: 'zh-CN',
    prepared: false,
    needs: services.map((service) => ({ service })),
    readyAt: at,
  });
export const routed = (at: number, ticket: string, need: number, queue: string) =>
  line(at, 'need-routed', {
    ticket,
    need,
    line: queue,
    zone: 'hall',
    kind: 'counter',
    mode: 'counter',
    policy: 'by-need',
    version: 1,
    reason: 'first-open',
  });
export const called = (at: number, ticket: string, need: number, station: string, staff: string[], queue = 'normal') =>
  line(at, 'called', { ticket, need, station, line: queue, staff, rule });
export const started = (at: number, ticket: string, need: number, station: string, staff: string[]) =>
  line(at, 'service-started', { ticket, need, station, staff });
export const finished = (
  at: number,
  ticket: string,
  need: number,
  station: string,
  outcome: DataOf<'service-finished'>['outcome'] = 'done',
) => line(at, 'service-finished', { ticket, need, station, outcome });
