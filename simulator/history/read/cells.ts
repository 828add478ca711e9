import type { Column } from './columns.ts';
import { cellOf, type Row, type Table } from './read-table.ts';

/** Reads one cell of a row as a number: null where it is empty, NaN where it cannot be read. Null: there is no such column. */
export type CellReader = ((row: Row) => number | null) | null;

export function textsOf(table: Table, column: Column): string[] {
  return table.rows.flatMap((row) => cellOf(row, column.at) ?? []);
}
