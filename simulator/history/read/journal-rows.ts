import { dayClock } from '../../lobby/day-clock.ts';
import { type JournalEntry, parseEvent } from '../../lobby/journal/event.ts';
import { measure } from '../../lobby/kpi/measure.ts';
import type { NeedRecord } from '../../lobby/kpi/record.ts';
import { BadHistory } from '../bad-history.ts';
import type { ByteSource } from './byte-source.ts';
import type { Encoding } from './decode.ts';
import { objectsOf } from './object-rows.ts';
import type { OpenTable, Row, Table } from './read-table.ts';

const headers = ['arrival', 'start', 'end', 'service', 'segment', 'server', 'outcome'];
/** Rows to know the table by: its form is ours, so a few will do. */
const knownRows = 200;
const hourMs = 3_600_000;

/** 流水: the product's own journal as a log of visits, a need a row, in the branch's own time. */
export function journalTable(source: ByteSource, encoding: Encoding): OpenTable {
  const rows = (): Generator<Row> => journalRows(source, encoding);
  const known: Row[] = [];
  for (const row of rows()) {
    known.push(row);
    if (known.length >= knownRows) break;
  }
  if (known.length === 0) throw new BadHistory(`${source.name}: a journal, but no ticket in it has ended`);
  const table: Table = { file: source.name, encoding, delimiter: 'journal', headers, rows: known, notes: [] };
  return { table, rows };
}

/** Days are folded one at a time: a ticket ends on its own day. */
function* journalRows(source: ByteSource, encoding: Encoding): Generator<Row> {
  let configured: JournalEntry | null = null;
  let zone = 'UTC';
  let day: JournalEntry[] = [];
  let from = 1;
  const flush = function* (): Generator<Row> {
    const wall = wallClock(zone);
    for (const [at, need] of measure(day).needs.entries()) {
      const cells = cellsOf(need, wall);
      if (cells !== null) yield { line: from + at, cells };
    }
    day = configured === null ? [] : [configured];
  };
  for (const { line, object } of objectsOf(source, encoding)) {
    let event: JournalEntry;
    try {
      event = parseEvent(object);
    } catch (error) {
      throw new BadHistory(`${source.name}:${line}: not an event of a journal (${(error as Error).message.split('\n')[0]})`);
    }
    if (event.type === 'branch-configured') {
      configured = event;
      zone = event.data.config.zone;
    }
    if (day.length === 0) from = line;
    day.push(event);
    if (event.type === 'day-closed') yield* flush();
  }
  yield* flush();
}

function cellsOf(need: NeedRecord, wall: (at: number) => string): string[] | null {
  const { waitFrom, startedAt, endedAt, outcome, service, segment, staff, station } = need;
  if (outcome === null || outcome === 'void') return null;
  const served = startedAt !== null;
  const fate = served ? 'served' : outcome === 'no-show' ? 'no-show' : 'abandoned';
  return [
    wall(waitFrom),
    // Who left has no start; until when they waited is told by the end.
    served ? wall(startedAt) : '',
    endedAt === null ? '' : wall(endedAt),
    service,
    segment,
    served ? (staff[0] ?? station ?? '') : '',
    fate,
  ];
}

/** Instants as the branch's clock shows them; the offset is looked up once an hour. */
function wallClock(zone: string): (at: number) => string {
  const offsets = new Map<number, number>();
  return (at) => {
    const hour = Math.floor(at / hourMs);
    let offset = offsets.get(hour);
    if (offset === undefined) {
      const shown = dayClock(zone, hour * hourMs)(hour * hourMs);
      const utc = (hour * hourMs) % (24 * hourMs);
      offset = ((shown - utc + 36 * hourMs) % (24 * hourMs)) - 12 * hourMs;
      offsets.set(hour, offset);
    }
    return new Date(at + offset).toISOString().slice(0, 23);
  };
}
