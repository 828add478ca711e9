import { BadHistory } from '../bad-history.ts';
import { columnNames, type Meaning, meanings } from './column-names.ts';
import type { Table } from './read-table.ts';

export type Unit = 's' | 'min' | 'ms' | null;

export interface Column {
  readonly at: number;
  readonly header: string;
  /** Unit that the header names. A clock time with a unit counts from the base time of the day. */
  readonly unit: Unit;
}
export type Columns = Readonly<Partial<Record<Meaning, Column>>>;

const units: readonly (readonly [RegExp, Unit])[] = [
  [/(?:[ _(（]+(?:s|sec|secs|seconds?)[)）]?|[(（]?秒[)）]?)$/i, 's'],
  [/(?:[ _(（]+(?:m|min|mins|minutes?)[)）]?|[(（]?分钟?[)）]?)$/i, 'min'],
  [/(?:[ _(（]+(?:ms|msec|millis)[)）]?|[(（]?毫秒[)）]?)$/i, 'ms'],
];

/** "Arrival_Time (s)" → the plain name and the unit. */
function split(header: string): { name: string; unit: Unit } {
  const spaced = header.replace(/([a-z])([A-Z])/g, '$1 $2').trim();
  const unit = [units[2]!, units[0]!, units[1]!].find(([pattern]) => pattern.test(spaced));
  const bare = unit ? spaced.replace(unit[0], '') : spaced;
  return {
    name: bare
      .toLowerCase()
      .replace(/[\s_\-.+/]+/g, ' ')
      .trim(),
    unit: unit?.[1] ?? null,
  };
}

/** Which column means what: by `given` (meaning → header, optionally ":unit"), else guessed by name. Columns without a meaning are left. */
export function columnsOf(table: Table, given: Readonly<Partial<Record<Meaning, string>>> = {}): Columns {
  const columns: Partial<Record<Meaning, Column>> = {};
  for (const meaning of meanings) {
    const wanted = given[meaning];
    if (wanted !== undefined) {
      columns[meaning] = named(table, meaning, wanted);
      continue;
    }
    const found = columnNames[meaning].flatMap((name) =>
      table.headers.flatMap((header, at) => (split(header).name === name ? [at] : [])),
    );
    const at = found[0];
    if (at !== undefined) columns[meaning] = { at, header: table.headers[at]!, unit: split(table.headers[at]!).unit };
  }
  return withoutDouble(columns);
}

/** "service_s" is a length, not a name; one column never means two things. */
function withoutDouble(columns: Partial<Record<Meaning, Column>>): Columns {
  const { service } = columns;
  if (service && service.unit !== null) {
    delete columns.service;
    columns.work ??= service;
  }
  const taken = new Set<number>();
  for (const meaning of meanings) {
    const column = columns[meaning];
    if (column === undefined) continue;
    if (taken.has(column.at)) delete columns[meaning];
    taken.add(column.at);
  }
  return columns;
}

function named(table: Table, meaning: Meaning, wanted: string): Column {
  const [header = '', unit] = wanted.split(':');
  const at = table.headers.indexOf(header);
  if (at < 0) throw new BadHistory(`${table.file}: no column "${header}" for ${meaning}; columns: ${table.headers.join(', ')}`);
  if (unit !== undefined && !['s', 'min', 'ms'].includes(unit))
    throw new BadHistory(`unknown unit "${unit}" for column ${meaning}; allowed: s, min, ms`);
  return { at, header, unit: (unit as Unit | undefined) ?? split(header).unit };
}
