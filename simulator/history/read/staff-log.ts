import { BadHistory } from '../bad-history.ts';
import type { Spell } from '../fit/staff/spells.ts';
import { instantFormatOf } from './instants.ts';
import { cellOf, type Row, type Table } from './read-table.ts';
import { zonedReader } from './zone-clock.ts';

/** Names of the columns of a staff log, in small letters. */
const names = {
  server: [
    'server',
    'teller',
    'staff',
    'agent',
    'employee',
    'badge',
    'counter',
    'window',
    '柜员',
    '柜员号',
    '员工',
    '工号',
    '窗口',
    '窗口号',
  ],
  from: ['login', 'log in', 'login time', 'sign in', 'clock in', 'shift start', 'from', '签到', '签到时间', '登录时间', '上班时间'],
  to: ['logout', 'log out', 'logout time', 'sign out', 'clock out', 'shift end', 'to', '签退', '签退时间', '登出时间', '下班时间'],
  date: ['date', 'day', '日期'],
} as const;

const place = (table: Table, what: keyof typeof names): number =>
  table.headers.findIndex((header) =>
    (names[what] as readonly string[]).includes(header.toLowerCase().replace(/[_-]+/g, ' ').trim()),
  );

/** A log of who was at work from when to when. */
export const isStaffLog = (table: Table): boolean => (['server', 'from', 'to'] as const).every((what) => place(table, what) >= 0);

/** The spells of work that a staff log states, and how many rows state none. */
export function readStaffLog(
  table: Table,
  rows: Iterable<Row>,
  zone: string,
): { spells: Spell[]; rows: number; unreadable: number } {
  const [server, from, to, date] = (['server', 'from', 'to', 'date'] as const).map((what) => place(table, what)) as [
    number,
    number,
    number,
    number,
  ];
  const textsOf = (at: number): string[] => table.rows.flatMap((row) => cellOf(row, at) ?? []);
  const clocks = instantFormatOf([...textsOf(from), ...textsOf(to)]);
  const dates = date < 0 ? null : instantFormatOf(textsOf(date));
  if (clocks === null || (!clocks.dated && dates === null))
    throw new BadHistory(`${table.file}: a staff log needs dates and times; columns: ${table.headers.join(', ')}`);
  const zoned = zonedReader(clocks, [...textsOf(from), ...textsOf(to)], zone);
  const spells: Spell[] = [];
  let count = 0;
  for (const row of rows) {
    count++;
    const day = clocks.dated ? 0 : dates!.read(cellOf(row, date) ?? '');
    const [fromMs, toMs] = [from, to].map((at) => day + zoned.read(cellOf(row, at) ?? '')) as [number, number];
    const who = cellOf(row, server);
    if (who !== null && toMs > fromMs) spells.push({ server: who, fromMs, toMs });
  }
  return { spells, rows: count, unreadable: count - spells.length };
}
