import type { DrilledEvent } from '../../../simulator/drill/core-lobby.ts';
import { drillDay } from '../../../simulator/drill/drill-day.ts';
import { writeDay } from '../../../simulator/engine/write-day.ts';
import type { AnyDay } from '../engine/any-day.ts';

/** Midnight of 2026-03-02, a Monday, in Shanghai. */
export const aMonday = { date: '2026-03-02', midnightAt: Date.UTC(2026, 2, 1, 16), weekday: 1 };

export const drilled = ({ model, plan, tape }: AnyDay): readonly DrilledEvent[] => drillDay(tape, plan, model, aMonday);

export function written({ model, plan, tape }: AnyDay): DrilledEvent[] {
  const journal: DrilledEvent[] = [];
  writeDay(model, plan, tape, aMonday, (event) => journal.push(event));
  return journal;
}

/** What the two engines must agree on, one line an event, times as ms after midnight. */
export const lines = (journal: readonly DrilledEvent[]): string[] =>
  journal.map(({ at, by, data, type }) => JSON.stringify([at - aMonday.midnightAt, type, sorted(data), `${by.kind}/${by.id}`]));

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  );
};
