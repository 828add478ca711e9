import { parse } from 'csv-parse/sync';
import { BadHistory } from './bad-history.ts';
import type { Decoded } from './decode.ts';

/** A file as rows of trimmed cells under trimmed headers. */
export interface Table {
  readonly file: string;
  readonly encoding: Decoded['encoding'];
  readonly delimiter: string;
  readonly headers: readonly string[];
  readonly rows: readonly Row[];
  /** Things about the file's form that were put right. */
  readonly notes: readonly string[];
}

export interface Row {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

const delimiters = [',', '\t', ';', '|'];

/** Reads CSV or TSV; the delimiter is the one that splits the header into most columns. */
export function readTable({ text, encoding }: Decoded, file: string): Table {
  const clean = text.replace(/^\uFEFF/, '').replaceAll('\0', '');
  const header = clean.split(/\r\n|\n|\r/).find((line) => line.trim() !== '');
  if (header === undefined) throw new BadHistory(`${file}: the file has no lines`);
  const delimiter = delimiters.reduce((best, one) => (header.split(one).length > header.split(best).length ? one : best));
  const notes = clean.length === text.replace(/^\uFEFF/, '').length ? [] : ['zero bytes were taken out'];
  const records = recordsOf(clean, delimiter, notes);
  if (records.length === 0) throw new BadHistory(`${file}: the file has no cells with anything in them`);
  const headers = records[0]!.cells.map((name) => name.trim());
  return { file, encoding, delimiter, headers, rows: records.slice(1), notes };
}

function recordsOf(text: string, delimiter: string, notes: string[]): Row[] {
  const options = {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    trim: true,
    info: true as const,
  };
  try {
    return rowsOf(parse(text, { ...options, relax_quotes: true }));
  } catch {
    // A quote that is never closed would swallow the rest of the file: read it with quotes as plain characters.
    notes.push('quotes do not pair up and were read as plain characters');
    return rowsOf(parse(text, { ...options, quote: null }));
  }
}

/** With `info`, csv-parse answers each record with the line it ends on. */
function rowsOf(parsed: unknown): Row[] {
  return (parsed as { info: { lines: number }; record: string[] }[]).map(({ info, record }) => ({
    line: info.lines,
    cells: record.map((cell) => cell.replace(/^"(.*)"$/, '$1').trim()),
  }));
}

const blanks = new Set(['', '\\N', 'null', 'NULL', 'NA', 'N/A', 'n/a', '-', '--', '—', '无', 'NaN', 'nan']);

/** A cell's text, or null where the file says that there is nothing. */
export function cellOf(row: Row, column: number | undefined): string | null {
  const text = column === undefined ? undefined : row.cells[column];
  return text === undefined || blanks.has(text) ? null : text;
}
