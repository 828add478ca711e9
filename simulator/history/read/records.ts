import { msOfClock } from '../../workload/clock.ts';
import { BadHistory } from '../bad-history.ts';
import type { Ledger } from '../clean/ledger.ts';
import type { Meaning } from './column-names.ts';
import { type Column, type Columns, columnsOf } from './columns.ts';
import { type InstantFormat, instantFormatOf, lengthMs } from './instants.ts';
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
  /** Of the appointment. */
  readonly slotMs: number | null;
  readonly service: string | null;
  readonly segment: string | null;
  readonly server: string | null;
  readonly outcome: HistoryOutcome | null;
  /** Of the row as it was, to find repeats; 53 bits. */
  readonly hash: number;
}
/** `left-unseen`: gone when they were called; nobody knows since when. */
export type HistoryOutcome = 'served' | 'abandoned' | 'left-unseen' | 'no-show';

export interface ReadOptions {
  /** Base of columns in seconds. */
  readonly from: string | undefined;
  /** Day of records without a date. */
  readonly day: string | undefined;
  readonly columns: Readonly<Partial<Record<Meaning, string>>>;
}

/** How the records of a file are read, and how its columns were understood. */
export interface RecordReader {
  read(row: Row, ledger: Ledger): HistoryRecord;
  readonly understood: Readonly<Record<string, string>>;
  readonly ignored: readonly string[];
  /** Assumptions made, in plain words. */
  readonly assumed: readonly string[];
  /** No date was given anywhere: all records are of one unnamed day. */
  readonly undated: boolean;
}

/** The wall time of records without any date: a Monday, named nowhere. */
const unnamedDayMs = Date.UTC(1970, 0, 5);

const outcomes: readonly (readonly [RegExp, HistoryOutcome])[] = [
  [/no.?show|过号|未到|爽约/i, 'no-show'],
  [/aband|left|reneg|hang|walk.?out|弃号|放弃|离开|取消|cancel/i, 'abandoned'],
  [/serv|done|complete|finish|agent|ok|办结|完成|已办|正常|成功/i, 'served'],
];

type Clock = 'arrival' | 'start' | 'end' | 'slot';

/** How the rows of a table are read. A file without a column to learn from is refused, with what was looked for. */
export function readerOf(table: Table, options: ReadOptions): RecordReader {
  const columns = columnsOf(table, options.columns);
  if (!columns.arrival && !columns.work && !columns.slot && !(columns.start && columns.end)) {
    throw new BadHistory(
      `${table.file}: no column of arrivals or service times; columns: ${table.headers.join(', ') || 'none'}; name them with --columns arrival=HEADER,start=…,end=…,work=HEADER:s`,
    );
  }
  const assumed: string[] = [];
  const clocks = Object.fromEntries(
    (['arrival', 'start', 'end', 'slot'] as const).map((meaning) => [
      meaning,
      clockReader(table, columns, meaning, options, assumed),
    ]),
  ) as Record<Clock, CellReader>;
  const lengths = { wait: lengthReader(table, columns.wait), work: lengthReader(table, columns.work) };
  const outcomeOf = outcomeReader(table, columns, assumed);
  const segment = columns.segment ?? columns.priority;
  const number = (row: Row, column: Column | undefined, read: CellReader, ledger: Ledger): number | null => {
    const value = column === undefined || read === null ? null : read(row);
    if (value === null || !Number.isNaN(value)) return value;
    ledger.note('unreadable-cell', { file: table.file, line: row.line }, () => `${column!.header}: ${row.cells[column!.at] ?? ''}`);
    return null;
  };
  const used = new Set(Object.values(columns).map((column) => column.at));
  return {
    read: (row, ledger) => ({
      file: table.file,
      line: row.line,
      arrivalMs: number(row, columns.arrival, clocks.arrival, ledger),
      startMs: number(row, columns.start, clocks.start, ledger),
      endMs: number(row, columns.end, clocks.end, ledger),
      waitMs: number(row, columns.wait, lengths.wait, ledger),
      workMs: number(row, columns.work, lengths.work, ledger),
      slotMs: number(row, columns.slot, clocks.slot, ledger),
      service: cellOf(row, columns.service?.at),
      segment: cellOf(row, segment?.at),
      server: cellOf(row, columns.server?.at),
      outcome: outcomeOf(row),
      hash: hashOf(row.cells),
    }),
    understood: Object.fromEntries(Object.entries(columns).map(([meaning, column]) => [meaning, column.header])),
    ignored: table.headers.filter((_, at) => !used.has(at)),
    assumed,
    undated: options.day === undefined && columns.date === undefined && !dated(table, columns),
  };
}

type CellReader = ((row: Row) => number | null) | null;

/** What became of a customer: as the file says, else by whether there is a service. */
function outcomeReader(table: Table, columns: Columns, assumed: string[]): (row: Row) => HistoryOutcome | null {
  const column = columns.outcome;
  if (column !== undefined) {
    const known = new Map<string, HistoryOutcome | null>();
    return (row) => {
      const text = cellOf(row, column.at);
      if (text === null) return null;
      let outcome = known.get(text);
      if (outcome === undefined) {
        outcome = outcomes.find(([pattern]) => pattern.test(text))?.[1] ?? null;
        known.set(text, outcome);
      }
      return outcome;
    };
  }
  if (columns.arrival === undefined || columns.start === undefined) return () => null;
  const start = columns.start.at;
  const end = columns.end?.at;
  const unserved = (row: Row): boolean => cellOf(row, start) === null && cellOf(row, end) === null;
  if (!table.rows.some(unserved)) return () => null;
  assumed.push('who has no start of service took a ticket and did not come when called: the file does not say when they left');
  return (row) => (unserved(row) ? 'no-show' : null);
}

/** FNV-1a over the cells, twice: 53 bits. */
function hashOf(cells: readonly string[]): number {
  let one = 0x811c9dc5;
  let two = 0x9747b28c;
  for (const cell of cells) {
    for (let at = 0; at < cell.length; at++) {
      const code = cell.charCodeAt(at);
      one = Math.imul(one ^ code, 0x01000193);
      two = Math.imul(two ^ code, 0x5bd1e995);
    }
    one = Math.imul(one ^ 31, 0x01000193);
    two = Math.imul(two ^ 31, 0x5bd1e995);
  }
  return (one >>> 0) * 2_097_152 + ((two >>> 0) & 2_097_151);
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
function clockReader(table: Table, columns: Columns, meaning: Clock, options: ReadOptions, assumed: string[]): CellReader {
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
function lengthReader(table: Table, column: Column | undefined): CellReader {
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
