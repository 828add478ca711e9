import { msOfClock } from '../../workload/clock.ts';
import { BadHistory } from '../bad-history.ts';
import { type CellReader, textsOf } from './cells.ts';
import type { Column, Columns } from './columns.ts';
import { type InstantFormat, instantFormatOf, lengthMs } from './instants.ts';
import { cellOf, type Row, type Table } from './read-table.ts';
import { zonedReader } from './zone-clock.ts';

export type Clock = 'arrival' | 'called' | 'start' | 'end' | 'ready' | 'slot';

export interface ClockOptions {
  /** Base of columns in seconds. */
  readonly from: string | undefined;
  /** Day of records without a date. */
  readonly day: string | undefined;
  /** The branch's own zone, which times that are written with an offset are resolved with. */
  readonly zone: string;
}

/** The wall time of records without any date: a Monday, named nowhere. */
const unnamedDayMs = Date.UTC(1970, 0, 5);

/** The times of a column hold their date. */
export function dated(table: Table, columns: Columns): boolean {
  const column = columns.arrival ?? columns.start;
  if (column === undefined || column.unit !== null) return false;
  return instantFormatOf(textsOf(table, column))?.dated ?? false;
}

/** Reads a clock column: seconds from the base, full date and time, or a clock beside a column of dates. */
export function clockReader(table: Table, columns: Columns, meaning: Clock, options: ClockOptions, assumed: string[]): CellReader {
  const column = columns[meaning];
  if (column === undefined) return null;
  const baseMs = options.day === undefined ? unnamedDayMs : Date.parse(`${options.day}T00:00:00Z`);
  if (column.unit !== null) {
    if (options.from === undefined) {
      throw new BadHistory(
        `${table.file}: column "${column.header}" counts from an unknown time; give --from, for example --from 07:30, or "from" in a history.json beside it`,
      );
    }
    const fromMs = baseMs + msOfClock(options.from);
    return (row) => {
      const text = cellOf(row, column.at);
      return text === null ? null : fromMs + lengthMs(text, column.unit);
    };
  }
  const texts = textsOf(table, column);
  const format = instantFormatOf(texts);
  if (format === null) {
    if (texts.length === 0) return () => null;
    throw new BadHistory(
      `${table.file}: column "${column.header}" holds no times (first: "${texts[0]}"); allowed: 2026-03-02 09:15:00, 2/3/2026 09:15, 09:15 beside a date column, or seconds in a column named ${meaning}_s`,
    );
  }
  assumed.push(...ambiguity(column, format, texts));
  if (!format.dated) return clockBesideDate(table, columns, column, format, baseMs);
  const zoned = zonedReader(format, texts, options.zone);
  if (zoned.told !== null) assumed.push(`column "${column.header}": ${zoned.told}`);
  return readWith(column, zoned);
}

const readWith =
  (column: Column, format: Pick<InstantFormat, 'read'>) =>
  (row: Row): number | null => {
    const text = cellOf(row, column.at);
    return text === null ? null : format.read(text);
  };

function clockBesideDate(
  table: Table,
  columns: Columns,
  column: Column,
  format: InstantFormat,
  baseMs: number,
): (row: Row) => number | null {
  const dates = columns.date && instantFormatOf(textsOf(table, columns.date));
  if (columns.date && !dates)
    throw new BadHistory(`${table.file}: column "${columns.date.header}" holds no dates; allowed: 2026-03-02, 2/3/2026, 20260302`);
  const readClock = readWith(column, format);
  return (row) => {
    const clock = readClock(row);
    if (clock === null || !columns.date || !dates) return clock === null ? null : baseMs + clock;
    const date = cellOf(row, columns.date.at);
    return date === null ? Number.NaN : dates.read(date) + clock;
  };
}

/** Dates such as 3/4/2026 can be read two ways; day first is assumed, and said, when no date decides it. */
function ambiguity(column: Column, format: InstantFormat, texts: readonly string[]): string[] {
  if (format.id !== 'd/m/y') return [];
  const decided = texts.some((text) => Number(/^(\d{1,2})/.exec(text)?.[1]) > 12);
  return decided ? [] : [`column "${column.header}": dates such as ${texts[0]} are read as day/month`];
}
