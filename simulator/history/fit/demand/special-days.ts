import { readFileSync } from 'node:fs';
import chineseDays from 'chinese-days';
import { dayMs } from '../../../workload/clock.ts';
import { BadHistory } from '../../bad-history.ts';
import { memorySource } from '../../read/byte-source.ts';
import { instantFormatOf } from '../../read/instants.ts';
import { knowTable } from '../../read/read-table.ts';
import { weekdayOf } from './day-types.ts';
import { dateOf } from './fit-arrivals.ts';

export interface SpecialDaysAsked {
  /** A table of dates and names: paydays, pension days, events. */
  readonly calendar?: string | undefined;
  /** 法定节假日: `cn` for the mainland's, with its working weekends. */
  readonly holidays?: 'cn' | undefined;
}

/** Days that are of no weekday's kind, by what they are; a day that two calendars name is what the file says. */
export function specialDays(asked: SpecialDaysAsked, days: readonly number[]): ReadonlyMap<number, string> {
  const special = new Map<number, string>();
  if (asked.holidays === 'cn') {
    for (const day of days) {
      const name = chineseDay(day);
      if (name !== null) special.set(day, name);
    }
  }
  if (asked.calendar !== undefined) for (const [day, name] of calendarFile(asked.calendar)) special.set(day, name);
  return special;
}

/** A feast by its name, or a weekend that is worked for one. */
function chineseDay(day: number): string | null {
  const { name, work } = chineseDays.getDayDetail(dateOf(day));
  const feast = name.split(',')[1];
  const weekend = weekdayOf(day) >= 6;
  if (feast === undefined) return null;
  return work ? (weekend ? '调休上班 make-up workday' : null) : feast;
}

function calendarFile(path: string): [number, string][] {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch {
    throw new BadHistory(`${path}: no such file`);
  }
  const table = knowTable(memorySource(path, bytes));
  const dates = table.headers.findIndex((header) => ['date', 'day', '日期'].includes(header.toLowerCase()));
  const names = table.headers.findIndex((header) =>
    ['name', 'what', 'event', '名称', '说明', '事件'].includes(header.toLowerCase()),
  );
  const format = dates < 0 ? null : instantFormatOf(table.rows.map(({ cells }) => cells[dates] ?? ''));
  if (format === null || !format.dated || names < 0)
    throw new BadHistory(`${path}: a calendar has the columns date and name; it has: ${table.headers.join(', ')}`);
  return table.rows.map(({ cells, line }) => {
    const at = format.read(cells[dates] ?? '');
    if (Number.isNaN(at)) throw new BadHistory(`${path}:${line}: "${cells[dates]}" is no date`);
    return [Math.floor(at / dayMs), cells[names] || 'special'];
  });
}
