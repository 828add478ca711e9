import { msOfClock } from '../workload/clock.ts';
import { BadHistory } from './bad-history.ts';
import { type Column, type Columns, columnsOf, type Meaning } from './columns.ts';
import { type InstantFormat, instantFormatOf, lengthMs } from './instants.ts';
import type { Ledger } from './ledger.ts';
import { cellOf, type Row, type Table } from './read-table.ts';

/** One row of a history, read. Times are wall ms (see `instants.ts`); null is "not given". */
export interface HistoryRecord {
  readonly file: string;
  readonly line: number;
  readonly arrivalMs: number | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly waitMs: number | null;
  readonly workMs: number | null;
  readonly service: string | null;
  readonly segment: string | null;
  readonly server: string | null;
  readonly outcome: 'served' | 'abandoned' | 'no-show' | null;
  /** The row as it was, to find repeats. */
  readonly text: string;
}

export interface ReadOptions {
  /** Base of columns in seconds. */
  readonly from: string | undefined;
  /** Day of records without a date. */
  readonly day: string | undefined;
  readonly columns: Readonly<Partial<Record<Meaning, string>>>;
}

/** What the records of a file are, and how its columns were understood. */
export interface ReadFile {
  readonly records: readonly HistoryRecord[];
  readonly understood: Readonly<Record<string, string>>;
  readonly ignored: readonly string[];
  /** Assumptions made, in plain words. */
  readonly assumed: readonly string[];
  /** No date was given anywhere: all records are of one unnamed day. */
  readonly undated: boolean;
}

/** The wall time of records without any date: a Monday, named nowhere. */
const unnamedDayMs = Date.UTC(1970, 0, 5);

const outcomes: readonly (readonly [RegExp, 'served' | 'abandoned' | 'no-show'])[] = [
  [/no.?show|过号|未到|爽约/i, 'no-show'],
  [/aband|left|reneg|hang|walk.?out|弃号|放弃|离开|取消|cancel/i, 'abandoned'],
  [/serv|done|complete|finish|agent|ok|办结|完成|已办|正常|成功/i, 'served'],
];

type Clock = 'arrival' | 'start' | 'end';

/** Reads the rows of a table. A file without a column to learn from is refused, with what was looked for. */
export function readRecords(table: Table, options: ReadOptions, ledger: Ledger): ReadFile {
  const columns = columnsOf(table, options.columns);
  if (!columns.arrival && !columns.work && !(columns.start && columns.end)) {
    throw new BadHistory(
      `${table.file}: no column of arrivals or service times; columns: ${table.headers.join(', ') || 'none'}; name them with --columns arrival=HEADER,start=…,end=…,work=HEADER:s`,
    );
  }
  const assumed: string[] = [];
  const clocks = Object.fromEntries(
    (['arrival', 'start', 'end'] as const).map((meaning) => [meaning, clockReader(table, columns, meaning, options, assumed)]),
  ) as Record<Clock, ((row: Row) => number | null) | null>;
  const lengths = { wait: lengthReader(table, columns.wait), work: lengthReader(table, columns.work) };

  const records = table.rows.map((row): HistoryRecord => {
    const where = { file: table.file, line: row.line };
    const number = (column: Column | undefined, read: ((row: Row) => number | null) | null): number | null => {
      const value = column === undefined || read === null ? null : read(row);
      if (value === null || !Number.isNaN(value)) return value;
      ledger.note('unreadable-cell', where, `${column!.header}: ${row.cells[column!.at] ?? ''}`);
      return null;
    };
    const outcome = cellOf(row, columns.outcome?.at);
    return {
      ...where,
      arrivalMs: number(columns.arrival, clocks.arrival),
      startMs: number(columns.start, clocks.start),
      endMs: number(columns.end, clocks.end),
      waitMs: number(columns.wait, lengths.wait),
      workMs: number(columns.work, lengths.work),
      service: cellOf(row, columns.service?.at),
      segment: cellOf(row, columns.segment?.at),
      server: cellOf(row, columns.server?.at),
      outcome: outcome === null ? null : (outcomes.find(([pattern]) => pattern.test(outcome))?.[1] ?? null),
      text: row.cells.join('\u001f'),
    };
  });
  const used = new Set(Object.values(columns).map((column) => column.at));
  return {
    records,
    understood: Object.fromEntries(Object.entries(columns).map(([meaning, column]) => [meaning, column.header])),
    ignored: table.headers.filter((_, at) => !used.has(at)),
    assumed,
    undated: options.day === undefined && columns.date === undefined && !dated(table, columns),
  };
}

function textsOf(table: Table, column: Column): string[] {
  return table.rows.flatMap((row) => cellOf(row, column.at) ?? []);
}

/** The times of a column hold their date. */
function dated(table: Table, columns: Columns): boolean {
  const column = columns.arrival ?? columns.start;
  if (column === undefined || column.unit !== null) return false;
  return instantFormatOf(textsOf(table, column))?.dated ?? false;
}

/** Reads a clock column: seconds from the base, full date and time, or a clock beside a column of dates. */
function clockReader(
  table: Table,
  columns: Columns,
  meaning: Clock,
  options: ReadOptions,
  assumed: string[],
): ((row: Row) => number | null) | null {
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
  if (format.dated) return readWith(column, format);
  return clockBesideDate(table, columns, column, format, baseMs);
}

const readWith =
  (column: Column, format: InstantFormat) =>
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

/** Reads a column of lengths. Plain numbers need a unit. */
function lengthReader(table: Table, column: Column | undefined): ((row: Row) => number | null) | null {
  if (column === undefined) return null;
  const texts = textsOf(table, column);
  const readable = texts.filter((text) => !Number.isNaN(lengthMs(text, column.unit ?? 's')));
  if (texts.length > 0 && readable.length * 2 < texts.length) {
    throw new BadHistory(
      `${table.file}: column "${column.header}" holds no lengths of time (first: "${texts[0]}"); allowed: numbers in a column whose name ends in _s or _min, or h:mm:ss`,
    );
  }
  if (column.unit === null && readable.some((text) => !text.includes(':'))) {
    throw new BadHistory(
      `${table.file}: column "${column.header}" holds plain numbers without a unit; name it ${column.header}_s or ${column.header}_min, or give --columns work=${column.header}:s`,
    );
  }
  return (row) => {
    const text = cellOf(row, column.at);
    return text === null ? null : lengthMs(text, column.unit);
  };
}
