import { parse } from 'csv-parse/sync';
import type { Branch } from '../../lobby/branch/branch.ts';
import type { Plan } from '../../lobby/branch/plan.ts';
import { BadHistory } from '../bad-history.ts';
import { type ByteSource, memorySource } from './byte-source.ts';
import { type Decoded, type Encoding, encodingOf } from './decode.ts';
import { blocksOf } from './text-blocks.ts';

/** A file as rows of trimmed cells under trimmed headers. `rows` is all of it, or enough to know it by. */
export interface Table {
  readonly file: string;
  readonly encoding: Encoding;
  readonly delimiter: string;
  readonly headers: readonly string[];
  readonly rows: readonly Row[];
  /** Things about the file's form that were put right. */
  readonly notes: string[];
}

export interface Row {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A file known by some of its rows, and all of them when they are asked for. */
export interface OpenTable {
  readonly table: Table;
  rows(): Iterable<Row>;
  /** The branch that the file itself declares, and its plan: known once its rows have been read. */
  declared?(): DeclaredBranch | null;
}

export interface DeclaredBranch {
  readonly branch: Branch;
  readonly plan: Plan | null;
}

const delimiters = [',', '\t', ';', '|'];
/** So much of a file is read whole to know it by; of a larger one, its beginning and pieces from all over it. */
const knownBytes = 4 << 20;
const startBytes = 512 << 10;
const pieces = 32;
const pieceBytes = 16 << 10;

/** A whole text as a table; the delimiter is the one that splits the header into most columns. */
export function readTable({ text }: Decoded, file: string): Table {
  return knowTable(memorySource(file, new TextEncoder().encode(text)), 'utf-8');
}

/** What a file looks like: its headers, and rows to guess formats from. */
export function knowTable(source: ByteSource, encoding: Encoding = encodingOf(source)): Table {
  const notes: string[] = [];
  const whole = source.size <= knownBytes;
  const start = whole ? source : memorySource(source.name, source.read(0, startBytes));
  const form = { ...formOf(start, encoding, notes), notes };
  const rows = [...rowsOf(start, form)];
  if (!whole) {
    const step = (source.size - startBytes) / pieces;
    for (let piece = 0; piece < pieces; piece++) {
      const offset = 2 * Math.floor((startBytes + piece * step) / 2);
      const part = memorySource(source.name, source.read(offset, pieceBytes));
      // The piece begins and ends within a row.
      rows.push(...[...rowsOf(part, { ...form, notes: [] }, false)].slice(1, -1));
    }
  }
  return { ...form, rows };
}

type Form = Omit<Table, 'rows'>;

function formOf(source: ByteSource, encoding: Encoding, notes: string[]): Form {
  for (const { text } of blocksOf(source, encoding)) {
    const header = text.split('\n').find((line) => line.trim() !== '');
    if (header === undefined) continue;
    const delimiter = delimiters.reduce((best, one) => (header.split(one).length > header.split(best).length ? one : best));
    const first = recordsOf(text, 1, delimiter, notes)[0];
    if (first === undefined) break;
    return { file: source.name, encoding, delimiter, headers: first.cells.map((name) => name.trim()), notes };
  }
  throw new BadHistory(`${source.name}: the file has no lines with anything in them`);
}

/** All rows under the header, in order, holding a few megabytes of the file at a time. */
export function* rowsOf(source: ByteSource, form: Form, headed = true): Generator<Row> {
  let header = headed;
  for (const { text, line } of blocksOf(source, form.encoding, form.notes)) {
    for (const row of recordsOf(text, line, form.delimiter, form.notes)) {
      if (!header) yield row;
      header = false;
    }
  }
}

function recordsOf(text: string, line: number, delimiter: string, notes: string[]): Row[] {
  if (!text.includes('"')) return plainRows(text, line, delimiter);
  const options = {
    delimiter,
    record_delimiter: ['\n'],
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    trim: true,
    info: true as const,
  };
  try {
    return quotedRows(parse(text, { ...options, relax_quotes: true }), line);
  } catch {
    // A quote that is never closed would swallow the rest of the file: read it with quotes as plain characters.
    const said = 'quotes do not pair up and were read as plain characters';
    if (!notes.includes(said)) notes.push(said);
    return quotedRows(parse(text, { ...options, quote: null }), line);
  }
}

/** Where no cell is quoted a row is a line, and splitting it is all there is to do: four times as fast as looking for quotes. */
function plainRows(text: string, first: number, delimiter: string): Row[] {
  const rows: Row[] = [];
  let line = first;
  for (const written of text.split('\n')) {
    const cells = written.split(delimiter);
    let any = false;
    for (let at = 0; at < cells.length; at++) {
      const cell = cells[at]!.trim();
      cells[at] = cell;
      if (cell !== '') any = true;
    }
    if (any) rows.push({ line, cells });
    line++;
  }
  return rows;
}

/** With `info`, csv-parse answers each record with the line it ends on. */
function quotedRows(parsed: unknown, first: number): Row[] {
  return (parsed as { info: { lines: number }; record: string[] }[]).map(({ info, record }) => ({
    line: info.lines + first - 1,
    cells: record.map((cell) => cell.replace(/^"(.*)"$/, '$1').trim()),
  }));
}

const blanks = new Set(['', '\\N', 'null', 'NULL', 'NA', 'N/A', 'n/a', '-', '--', '—', '无', 'NaN', 'nan', 'None', 'NO_SERVER']);

/** A cell's text, or null where the file says that there is nothing. */
export function cellOf(row: Row, column: number | undefined): string | null {
  const text = column === undefined ? undefined : row.cells[column];
  return text === undefined || blanks.has(text) ? null : text;
}
