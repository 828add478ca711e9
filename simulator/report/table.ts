import type { ChartTable } from './chart.ts';

export interface Column<Row> {
  readonly label: string;
  /** Figures line up on the right; words, and what names the row, on the left. */
  readonly words?: boolean;
  readonly cell: (row: Row) => string;
}

/** The table of a chart; a column that has nothing to say is null. */
export function tableOf<Row>(rows: readonly Row[], columns: readonly (Column<Row> | null)[]): ChartTable {
  const shown = columns.filter((column) => column !== null);
  return {
    columns: shown.map(({ label, words }) => ({ label, numeric: words !== true })),
    rows: rows.map((row) => shown.map(({ cell }) => cell(row))),
  };
}
