import { BadHistory } from '../bad-history.ts';
import type { ByteSource } from './byte-source.ts';
import type { Encoding } from './decode.ts';
import type { OpenTable, Row, Table } from './read-table.ts';
import { blocksOf } from './text-blocks.ts';

type Plain = Readonly<Record<string, unknown>>;
/** Rows that tell which keys there are, and what they hold. */
const knownRows = 5000;

/** The first line of NDJSON; null: the file is something else. */
export function firstObject(source: ByteSource, encoding: Encoding): Plain | null {
  const line = new TextDecoder(encoding).decode(source.read(0, 65_536)).trimStart().split('\n')[0]!.trim();
  return line.startsWith('{') ? objectOf(line) : null;
}

export function objectOf(line: string): Plain | null {
  try {
    const value: unknown = JSON.parse(line);
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Plain) : null;
  } catch {
    return null;
  }
}

/** Objects of a file, one a line, with the line; null for a line that is none. */
export function* objectsOf(source: ByteSource, encoding: Encoding): Generator<{ line: number; object: Plain | null }> {
  for (const { text, line } of blocksOf(source, encoding)) {
    for (const [at, written] of text.split('\n').entries())
      if (written.trim() !== '') yield { line: line + at, object: objectOf(written) };
  }
}

/** NDJSON of flat objects: keys are headers. */
export function objectTable(source: ByteSource, encoding: Encoding): OpenTable {
  const headers = new Set<string>();
  const known: { line: number; object: Plain }[] = [];
  for (const { line, object } of objectsOf(source, encoding)) {
    if (known.length >= knownRows) break;
    if (object === null) continue;
    for (const key of Object.keys(object)) headers.add(key);
    known.push({ line, object });
  }
  if (known.length === 0) throw new BadHistory(`${source.name}: no line holds a JSON object`);
  const keys = [...headers].slice(0, 500);
  const rowOf = (line: number, object: Plain): Row => ({ line, cells: keys.map((key) => cellText(object[key])) });
  const table: Table = {
    file: source.name,
    encoding,
    delimiter: 'NDJSON',
    headers: keys,
    rows: known.map(({ line, object }) => rowOf(line, object)),
    notes: [],
  };
  return {
    table,
    *rows() {
      let broken = 0;
      for (const { line, object } of objectsOf(source, encoding)) {
        if (object !== null) yield rowOf(line, object);
        else broken++;
      }
      if (broken > 0) table.notes.push(`${broken} lines are no JSON objects and were left out`);
    },
  };
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value).trim();
}
