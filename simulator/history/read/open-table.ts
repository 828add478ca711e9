import type { ByteSource } from './byte-source.ts';
import { encodingOf } from './decode.ts';
import { journalTable } from './journal-rows.ts';
import { firstObject, objectTable } from './object-rows.ts';
import { knowTable, type OpenTable, rowsOf } from './read-table.ts';
import { isSnapshots, snapshotTable } from './snapshot-rows.ts';

/** A file as a table of visits, whatever it is: delimited text, NDJSON, the product's own journal, or readings of a queue display. */
export function openTable(source: ByteSource, zone: string): OpenTable {
  const encoding = encodingOf(source);
  const first = firstObject(source, encoding);
  if (first !== null) {
    const journal = typeof first.type === 'string' && typeof first.seq === 'number' && 'data' in first;
    return journal ? journalTable(source, encoding) : objectTable(source, encoding);
  }
  const table = knowTable(source, encoding);
  if (isSnapshots(table)) return snapshotTable(source, table, zone);
  return { table, rows: () => rowsOf(source, table) };
}
