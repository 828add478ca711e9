import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importHistory } from '../../../simulator/history/clean/history-log.ts';
import { weekdayOf } from '../../../simulator/history/fit/demand/day-types.ts';
import { specialDays } from '../../../simulator/history/fit/demand/special-days.ts';
import { forecast } from '../../../simulator/history/forecast/forecast.ts';
import { memorySource } from '../../../simulator/history/read/byte-source.ts';
import { drawArrivals, rateOf } from '../../../simulator/workload/arrivals.ts';
import { gamma } from '../../../simulator/workload/distributions/gamma.ts';
import { Stream } from '../../../simulator/workload/streams.ts';

const dayMs = 86_400_000;
const firstDay = Date.UTC(2025, 0, 6) / dayMs;
const payday = (day: number): boolean => new Date(day * dayMs).getUTCDate() === 10;
const shape = { from: '09:00', stepMinutes: 30, expected: [6, 10, 14, 14, 12, 10, 9, 9, 10, 8, 6, 4] };

/** A year of arrivals: Mondays busy, Saturdays half, Sundays closed, paydays half as many again, a level that falls by a fifth. */
function yearOf(seed: number): string {
  const factor = gamma(1, 1 / 0.1 ** 2);
  const stream = new Stream();
  const lines = ['arrival'];
  const times = new Float64Array(1000);
  for (let day = firstDay; day < firstDay + 364; day++) {
    const weekday = weekdayOf(day);
    if (weekday === 7) continue;
    const level = 1 - (0.2 * (day - firstDay)) / 364;
    const usual = level * (weekday === 1 ? 1.3 : weekday === 6 ? 0.5 : 1) * (payday(day) ? 1.5 : 1);
    const own = factor.quantile(stream.start(seed, day, 'dayFactor').uniform());
    const count = drawArrivals(rateOf(shape), usual * own, stream.start(seed, day, 'arrivals'), times);
    for (const ms of times.subarray(0, count)) lines.push(new Date(day * dayMs + ms).toISOString().slice(0, 19));
  }
  return lines.join('\n');
}

const logOf = (text: string) =>
  importHistory({ files: [memorySource('log.csv', new TextEncoder().encode(text))], about: null, folder: 'x' });

describe('forecast', () => {
  it('of a generated year: better than a week ago, with limits that hold as often as they say', () => {
    const log = logOf(yearOf(1));
    const special = new Map(log.days.filter(payday).map((day) => [day, 'payday']));
    const { days, score } = forecast(log, 12, special);
    expect(score!.days).toBeGreaterThan(150);
    expect(score!.mase).toBeLessThan(0.85);
    expect(score!.maseHalfHours).toBeLessThan(0.85);
    expect(score!.coverage80).toBeGreaterThan(0.72);
    expect(score!.coverage80).toBeLessThan(0.9);
    expect(score!.coverage95).toBeGreaterThan(0.9);
    expect(score!.coverage80HalfHours).toBeGreaterThan(0.74);
    expect(score!.coverage80HalfHours).toBeLessThan(0.9);
    expect(score!.coverage95HalfHours).toBeGreaterThan(0.92);
    // the week that follows: no Sunday, Monday busiest, Saturday least
    expect(days.map(({ weekday }) => weekday)).toEqual([1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6]);
    expect(days[0]!.expected).toBeGreaterThan(1.15 * days[1]!.expected);
    expect(days[5]!.expected).toBeLessThan(0.65 * days[1]!.expected);
    const halfHours = days[0]!.halfHours.reduce((sum, { expected }) => sum + expected, 0);
    expect(halfHours).toBeCloseTo(days[0]!.expected, 6);
  });

  it('knows a payday by those before', () => {
    const text = yearOf(2);
    const until = (day: number) =>
      text.split('\n').filter((line, n) => n === 0 || line < new Date(day * dayMs).toISOString().slice(0, 19));
    const tenth = Date.UTC(2025, 9, 10) / dayMs;
    const log = logOf(until(tenth).join('\n'));
    const named = new Map([...log.days, tenth].filter(payday).map((day) => [day, 'payday']));
    const [plain] = forecast(log, 1, new Map()).days;
    const [special] = forecast(log, 1, named).days;
    expect(plain!.date).toBe('2025-10-10');
    expect(special!.special).toBe('payday');
    expect(special!.expected / plain!.expected).toBeGreaterThan(1.25);
  });

  it('says what is missing', () => {
    expect(() => forecast(logOf('arrival\n2026-03-02 09:00\n2026-03-03 09:00\n'), 7, new Map())).toThrow(
      'a forecast needs a week of dated arrivals or more; the history has 2 days',
    );
    const twoWeeks = Array.from({ length: 14 }, (_, n) => `2026-03-${String(n + 2).padStart(2, '0')} 09:00`);
    expect(forecast(logOf(['arrival', ...twoWeeks].join('\n')), 3, new Map()).score).toBeNull();
  });
});

describe('special days', () => {
  it('of the Chinese mainland: feasts by name, and weekends that are worked', () => {
    const days = Array.from({ length: 365 }, (_, n) => Date.UTC(2026, 0, 1) / dayMs + n);
    const special = specialDays({ holidays: 'cn' }, days);
    const on = (month: number, date: number): string | undefined => special.get(Date.UTC(2026, month - 1, date) / dayMs);
    expect([on(2, 17), on(10, 1), on(3, 2), on(3, 7)]).toEqual(['春节', '国庆节', undefined, undefined]);
    expect(on(2, 28)).toContain('调休');
  });

  it('of a file: dates and names, or one clear line', () => {
    const folder = mkdtempSync(join(tmpdir(), 'calendar-'));
    const write = (text: string): string => {
      writeFileSync(join(folder, 'days.csv'), text);
      return join(folder, 'days.csv');
    };
    expect([...specialDays({ calendar: write('日期,名称\n2026-03-10,发薪日\n') }, [])]).toEqual([
      [Date.UTC(2026, 2, 10) / dayMs, '发薪日'],
    ]);
    expect(() => specialDays({ calendar: write('when,what\n2026-03-10,x\n') }, [])).toThrow('has the columns date and name');
    expect(() => specialDays({ calendar: join(folder, 'none.csv') }, [])).toThrow('no such file');
  });
});
