import { dayMs } from '../../workload/clock.ts';
import { BadHistory } from '../bad-history.ts';
import type { Ledger } from '../clean/ledger.ts';
import type { CellReader } from './cells.ts';
import { type Clock, type ClockOptions, clockReader, dated } from './clock-cells.ts';
import type { Meaning } from './column-names.ts';
import { type Column, columnsOf } from './columns.ts';
import { lengthReader } from './length-cells.ts';
import { type HistoryOutcome, outcomeReader } from './outcomes.ts';
import { cellOf, type Row, type Table } from './read-table.ts';

/** One row of a history, read. Times are wall ms (see `instants.ts`); null is "not given". */
export interface HistoryRecord {
  readonly file: string;
  readonly line: number;
  readonly arrivalMs: number | null;
  readonly calledMs: number | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
  /** When the server was ready for the next customer. */
  readonly readyMs: number | null;
  readonly waitMs: number | null;
  readonly workMs: number | null;
  /** Of the appointment. */
  readonly slotMs: number | null;
  readonly service: string | null;
  readonly segment: string | null;
  readonly server: string | null;
  /** Where it was done, in the records' own words. */
  readonly station: string | null;
  /** Of the number on the ticket; null: none is given. */
  readonly ticket: number | null;
  /** How often the customer was called. */
  readonly calls: number | null;
  readonly outcome: HistoryOutcome | null;
  /** Of the row as it was, to find repeats; 53 bits. */
  readonly hash: number;
}
export interface ReadOptions extends ClockOptions {
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
    (['arrival', 'called', 'start', 'end', 'ready', 'slot'] as const).map((meaning) => [
      meaning,
      clockReader(table, columns, meaning, options, assumed),
    ]),
  ) as Record<Clock, CellReader>;
  const between =
    (from: CellReader, to: CellReader) =>
    (row: Row): number | null => {
      const [begun, done] = [from?.(row) ?? null, to?.(row) ?? null];
      return begun === null || done === null ? null : done - begun;
    };
  const lengths = {
    wait: lengthReader(table, columns.wait, 'wait', between(clocks.arrival, clocks.start), assumed),
    work: lengthReader(table, columns.work, 'work', between(clocks.start, clocks.end), assumed),
  };
  const outcomeOf = outcomeReader(table, columns, assumed);
  const segment = columns.segment ?? columns.priority;
  const { calls } = columns;
  const callsOf: CellReader = calls === undefined ? null : (row) => wholeNumber(cellOf(row, calls.at));
  const number = (row: Row, column: Column | undefined, read: CellReader, ledger: Ledger): number | null => {
    const value = column === undefined || read === null ? null : read(row);
    if (value === null || !Number.isNaN(value)) return value;
    ledger.note('unreadable-cell', { file: table.file, line: row.line }, () => `${column!.header}: ${row.cells[column!.at] ?? ''}`);
    return null;
  };
  // A clock beside a date that is hours before the arrival is one of the next day; midnight sharp stands for "none".
  const clockOnly = columns.date !== undefined && !dated(table, columns);
  const onTheDay = (ms: number | null, arrivalMs: number | null): number | null =>
    clockOnly && ms !== null && arrivalMs !== null && ms < arrivalMs - dayMs / 2 && ms % dayMs !== 0 ? ms + dayMs : ms;
  const readRow = (row: Row, arrivalMs: number | null, ledger: Ledger): HistoryRecord => ({
    file: table.file,
    line: row.line,
    arrivalMs,
    calledMs: onTheDay(number(row, columns.called, clocks.called, ledger), arrivalMs),
    startMs: onTheDay(number(row, columns.start, clocks.start, ledger), arrivalMs),
    endMs: onTheDay(number(row, columns.end, clocks.end, ledger), arrivalMs),
    waitMs: number(row, columns.wait, lengths.wait, ledger),
    workMs: number(row, columns.work, lengths.work, ledger),
    readyMs: onTheDay(number(row, columns.ready, clocks.ready, ledger), arrivalMs),
    slotMs: number(row, columns.slot, clocks.slot, ledger),
    service: cellOf(row, columns.service?.at),
    segment: cellOf(row, segment?.at),
    // A file that only says where tells who by it.
    server: cellOf(row, (columns.server ?? columns.station)?.at),
    station: cellOf(row, columns.station?.at),
    ticket: hashOfCell(cellOf(row, columns.ticket?.at)),
    calls: number(row, columns.calls, callsOf, ledger),
    outcome: outcomeOf(row),
    hash: hashOf(row.cells),
  });
  const used = new Set(Object.values(columns).map((column) => column.at));
  return {
    read: (row, ledger) => readRow(row, number(row, columns.arrival, clocks.arrival, ledger), ledger),
    understood: Object.fromEntries(Object.entries(columns).map(([meaning, column]) => [meaning, column.header])),
    ignored: table.headers.filter((_, at) => !used.has(at)),
    assumed,
    undated: options.day === undefined && columns.date === undefined && !dated(table, columns),
  };
}

/** A count of calls; NaN where it is none. */
const wholeNumber = (text: string | null): number | null =>
  text === null ? null : /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;

const hashOfCell = (text: string | null): number | null => (text === null ? null : hashOf([text]));

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
