import { BadHistory } from '../bad-history.ts';
import type { ByteSource } from './byte-source.ts';
import { instantFormatOf } from './instants.ts';
import { type OpenTable, type Row, rowsOf, type Table } from './read-table.ts';
import { zonedReader } from './zone-clock.ts';

/** Names of the columns of readings of a queue display, in small letters. */
const names = {
  waiting: ['liczbaklwkolejce', 'waiting', 'people waiting', 'queue length', '等待人数', '排队人数'],
  called: ['aktualnynumer', 'last called', 'current number', 'now serving', '当前号', '当前叫号', '正在办理'],
  queue: ['nazwagrupy', 'queue', 'queue name', 'group', '队列', '业务名称'],
  office: ['name', 'office', 'branch', '网点'],
  date: ['date', 'day', '日期'],
  time: ['time', 'timestamp', 'read at', '时间'],
} as const;

const headers = ['arrival', 'service'];
/** A series in which the number called steps back more often than this is not one queue's. */
const mostBack = 0.05;
const place = (table: Table, what: keyof typeof names): number =>
  table.headers.findIndex((header) => (names[what] as readonly string[]).includes(header.toLowerCase().trim()));

/** Readings of a display: how many wait, and the last number called. */
export const isSnapshots = (table: Table): boolean => place(table, 'waiting') >= 0 && place(table, 'called') >= 0;

interface Reading {
  readonly line: number;
  readonly at: number;
  readonly called: number;
  readonly waiting: number;
}

/**
 * Arrivals rebuilt from readings: tickets issued are the largest (last number called + people waiting) so far, arrivals its rises, laid evenly
 * between two readings. A series whose numbers step back is not one queue's and is left out; so is one that never changes.
 */
export function snapshotTable(source: ByteSource, table: Table, zone: string): OpenTable {
  const columns = {
    waiting: place(table, 'waiting'),
    called: place(table, 'called'),
    queue: place(table, 'queue'),
    office: place(table, 'office'),
    date: place(table, 'date'),
    time: place(table, 'time'),
  };
  const texts = (at: number): string[] => table.rows.map(({ cells }) => cells[at] ?? '').filter((text) => text !== '');
  const dates = columns.date < 0 ? null : instantFormatOf(texts(columns.date));
  const times = columns.time < 0 ? null : instantFormatOf(texts(columns.time));
  if (times === null || (dates === null && !times.dated))
    throw new BadHistory(
      `${source.name}: readings of a queue display need a date and a time; columns: ${table.headers.join(', ')}`,
    );
  const zoned = zonedReader(times, texts(columns.time), zone);
  const series = new Map<string, { queue: string; readings: Reading[] }>();
  for (const { line, cells } of rowsOf(source, table)) {
    const date = cells[columns.date] ?? '';
    const at = zoned.read(cells[columns.time] ?? '') + (times.dated || dates === null ? 0 : dates.read(date));
    const called = Number(/\d+/.exec(cells[columns.called] ?? '')?.[0] ?? Number.NaN);
    const waiting = Number(cells[columns.waiting]);
    if (Number.isNaN(at) || Number.isNaN(called) || !Number.isInteger(waiting) || waiting < 0) continue;
    const queue = [cells[columns.office], cells[columns.queue]].filter(Boolean).join(' ');
    const key = `${queue}\n${date || Math.floor(at / 86_400_000)}`;
    const one = series.get(key) ?? { queue, readings: [] };
    series.set(key, one);
    one.readings.push({ line, at, called, waiting });
  }
  const counts = { kept: 0, back: 0, frozen: 0 };
  const rows: Row[] = [];
  for (const { queue, readings } of series.values()) {
    const arrivals = arrivalsOf(readings.sort((a, b) => a.at - b.at));
    if (arrivals === 'back' || arrivals === 'frozen') {
      counts[arrivals]++;
      continue;
    }
    counts.kept++;
    for (const { line, at } of arrivals) rows.push({ line, cells: [new Date(at).toISOString().slice(0, 19), queue] });
  }
  if (rows.length === 0) throw new BadHistory(`${source.name}: readings of a queue display, but no series of numbers in it rises`);
  const note = `readings of a queue display: ${rows.length} arrivals rebuilt from ${counts.kept} daily series; left out: ${counts.back} whose numbers step back, ${counts.frozen} that never change`;
  return {
    table: {
      ...table,
      headers,
      rows: rows.slice(0, 5000),
      notes: [...table.notes, note, ...(zoned.told === null ? [] : [zoned.told])],
    },
    rows: () => rows,
  };
}

function arrivalsOf(readings: readonly Reading[]): { line: number; at: number }[] | 'back' | 'frozen' {
  let back = 0;
  for (let at = 1; at < readings.length; at++) if (readings[at]!.called < readings[at - 1]!.called) back++;
  if (back > mostBack * readings.length) return 'back';
  if (readings.every(({ called }) => called === readings[0]!.called)) return 'frozen';
  const arrivals: { line: number; at: number }[] = [];
  // Tickets issued before the first reading are those who wait then; the series may start at any number.
  let issued = readings[0]!.called;
  let before = readings[0]!.at;
  for (const { line, at, called, waiting } of readings) {
    const now = called + waiting;
    for (let more = now - issued, n = 0; n < more; n++) arrivals.push({ line, at: before + ((n + 0.5) / more) * (at - before) });
    issued = Math.max(issued, now);
    before = at;
  }
  return arrivals.length === 0 ? 'frozen' : arrivals;
}
