import type { DrilledEvent } from '../drill/core-lobby.ts';
import { drillDay } from '../drill/drill-day.ts';
import { writeDay } from '../engine/write-day.ts';
import type { AnyDay } from './any-day.ts';

/** 2026-03-02, a Monday, in Shanghai: the date of every generated day. */
export const aMonday = { date: '2026-03-02', midnightAt: Date.UTC(2026, 2, 1, 16), weekday: 1 };

/** The day as the drill's people play it on the core. */
export const drilled = ({ model, plan, tape }: AnyDay): readonly DrilledEvent[] => drillDay(tape, plan, model, aMonday);

/** The same day as the engine writes it. */
export function written({ model, plan, tape }: AnyDay): readonly DrilledEvent[] {
  const journal: DrilledEvent[] = [];
  writeDay(model, plan, tape, aMonday, (event) => journal.push(event));
  return journal;
}
