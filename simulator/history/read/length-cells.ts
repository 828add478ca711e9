import { BadHistory } from '../bad-history.ts';
import { type CellReader, textsOf } from './cells.ts';
import type { Column } from './columns.ts';
import { lengthMs } from './instants.ts';
import { cellOf, type Table } from './read-table.ts';

/** Reads a column of lengths. Plain numbers need a unit. */
export function lengthReader(table: Table, column: Column | undefined): CellReader {
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
