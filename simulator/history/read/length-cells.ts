import { BadHistory } from '../bad-history.ts';
import { type CellReader, textsOf } from './cells.ts';
import type { Column } from './columns.ts';
import { lengthMs } from './instants.ts';
import { cellOf, type Row, type Table } from './read-table.ts';

/** How long it was by the clocks of a row; null: they do not say. */
export type ByClocks = (row: Row) => number | null;

/** Units that plain numbers may have, and the ms of one. */
const plainUnits = { s: 1000, min: 60_000, ms: 1 } as const;
/** So many rows must agree … */
const fewRows = 10;
/** … and so much of them. */
const mostAgree = 0.8;

/** Reads a column of lengths. Plain numbers need a unit: that of the header, else the one that the clocks of the same rows agree with. */
export function lengthReader(
  table: Table,
  column: Column | undefined,
  meaning: 'wait' | 'work',
  byClocks: ByClocks,
  assumed: string[],
): CellReader {
  if (column === undefined) return null;
  const texts = textsOf(table, column);
  const readable = texts.filter((text) => !Number.isNaN(lengthMs(text, column.unit ?? 's')));
  if (texts.length > 0 && readable.length * 2 < texts.length) {
    throw new BadHistory(
      `${table.file}: column "${column.header}" holds no lengths of time (first: "${texts[0]}"); allowed: numbers in a column whose name ends in _s or _min, or h:mm:ss`,
    );
  }
  const plain = column.unit === null && readable.some((text) => !text.includes(':'));
  const unit = plain ? unitByClocks(table, column, byClocks) : column.unit;
  if (plain && unit === null) {
    throw new BadHistory(
      `${table.file}: column "${column.header}" holds plain numbers without a unit; name it ${column.header}_s or ${column.header}_min, or give --columns ${meaning}=${column.header}:s`,
    );
  }
  if (plain) assumed.push(`column "${column.header}": plain numbers are ${unit}, as the clocks of the same rows say`);
  return (row) => {
    const text = cellOf(row, column.at);
    return text === null ? null : lengthMs(text, unit);
  };
}

/** The unit in which a column says what the clocks say; null: none, or there are no clocks. */
function unitByClocks({ rows }: Table, { at }: Column, byClocks: ByClocks): keyof typeof plainUnits | null {
  const both = rows.flatMap((row) => {
    const [stated, clocked] = [Number(cellOf(row, at) ?? Number.NaN), byClocks(row) ?? Number.NaN];
    return stated > 0 && clocked > 0 ? [{ stated, clocked }] : [];
  });
  if (both.length < fewRows) return null;
  // Units are far apart, so half and twice as long is near enough.
  const agreeing = (ms: number): number =>
    both.filter(({ clocked, stated }) => clocked >= (stated * ms) / 2 && clocked <= stated * ms * 2).length;
  const [best] = (Object.keys(plainUnits) as (keyof typeof plainUnits)[])
    .map((unit) => ({ unit, rows: agreeing(plainUnits[unit]) }))
    .sort((a, b) => b.rows - a.rows) as [{ unit: keyof typeof plainUnits; rows: number }];
  return best.rows >= mostAgree * both.length ? best.unit : null;
}
