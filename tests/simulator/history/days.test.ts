import { describe, expect, it } from 'vitest';
import { DayStore } from '../../../simulator/history/clean/day-store.ts';
import type { Visit } from '../../../simulator/history/clean/visit.ts';
import { dayTypesOf, weekdayOf } from '../../../simulator/history/fit/demand/day-types.ts';
import { ArrivalCounts } from '../../../simulator/history/fit/demand/fit-arrivals.ts';
import { PatienceRecords } from '../../../simulator/history/fit/fit-patience.ts';
import type { HistoryRecord } from '../../../simulator/history/read/records.ts';
import { exponential } from '../../../simulator/workload/distributions/exponential.ts';
import { Stream } from '../../../simulator/workload/streams.ts';
import { unknownVisit } from './visit.ts';

/** Monday, 2 March 2026. */
const monday = Date.UTC(2026, 2, 2) / 86_400_000;

describe('kinds of day', () => {
  it('knows the weekday', () => {
    expect([0, 1, 5, 6].map((more) => weekdayOf(monday + more))).toEqual([1, 2, 6, 7]);
  });

  it("finds a branch's own week", () => {
    const totals = new Map(
      Array.from({ length: 28 }, (_, n) => {
        const weekday = weekdayOf(monday + n);
        const base = weekday === 5 ? 480 : weekday === 6 ? 210 : 1500;
        return [monday + n, Math.round(base * (1 + 0.08 * Math.sin(n * 7)))] as const;
      }),
    );
    expect(dayTypesOf(totals).map(({ id, weekdays, days }) => [id, weekdays, days.length])).toEqual([
      ['sun-thu', [1, 2, 3, 4, 7], 20],
      ['fri', [5], 4],
      ['sat', [6], 4],
    ]);
  });

  it('[HL1] pools what it cannot tell apart: three days of a history', () => {
    expect(
      dayTypesOf(
        new Map([
          [monday, 100],
          [monday + 1, 130],
          [monday + 2, 115],
        ]),
      ).map(({ id }) => id),
    ).toEqual(['all-days']);
  });
});

describe('arrivals', () => {
  const visitAt = (arrivalMs: number): Visit => ({ ...unknownVisit, arrivalMs });
  const hours = { fromMs: 9 * 3_600_000, toMs: 11 * 3_600_000 };
  const countsOf = (totals: readonly number[], step = 1): ArrivalCounts => {
    const counts = new ArrivalCounts(hours);
    totals.forEach((total, n) => {
      const day = monday + n * step;
      const visits = Array.from({ length: total }, (_, at) => visitAt(day * 86_400_000 + hours.fromMs + (at / total) * 7_200_000));
      counts.add(day, visits, () => ({ service: 'service', segment: 'normal', further: [] }));
    });
    return counts;
  };

  it('tells days that differ by chance from days that differ', () => {
    const steady = countsOf([100, 104, 96, 110, 90, 101, 99, 95, 108, 97], 7).fit(false);
    expect(steady.summaries[0]!.dispersion!.p).toBeGreaterThan(0.5);
    expect(steady.profiles[0]!.dayFactorCv).toBe(0);
    const wild = countsOf([100, 150, 60, 130, 80, 140, 70, 120, 90, 60], 7).fit(false);
    expect(wild.summaries[0]!.dispersion!.p).toBeLessThan(0.001);
    expect(wild.profiles[0]!.dayFactorCv).toBeGreaterThan(0.25);
    expect(wild.profiles[0]!.evidence!.intervals!.perDay!.low).toBeLessThan(100);
  });

  it('[HL1] leaves out a day like no other, and says which', () => {
    const { profiles, summaries } = countsOf([100, 104, 96, 110, 90, 3], 7).fit(false);
    expect(summaries[0]!.unusual).toEqual([monday + 35]);
    expect(profiles[0]!.expected.reduce((sum, count) => sum + count, 0)).toBe(100);
    expect(profiles[0]!.evidence!.doubts!.join()).toContain('2026-04-06');
  });

  it('says a trend that is no chance', () => {
    const trend = countsOf([100, 110, 118, 131, 140, 152, 158, 171, 180, 191], 7).fit(false).summaries[0]!.trend!;
    expect(trend.low).toBeGreaterThan(0.05);
    expect(trend.high).toBeLessThan(0.09);
    expect(countsOf([100, 104, 96, 110, 90, 101, 99, 95, 108, 97], 7).fit(false).summaries[0]!.trend).toBeNull();
  });
});

describe('patience', () => {
  const waitOf = (waitMs: number, outcome: Visit['outcome']): Visit => ({ ...unknownVisit, arrivalMs: 0, waitMs, outcome });

  it('[HL3] is found back although two in three were served before they would have left', () => {
    const records = new PatienceRecords();
    const stream = new Stream().start(4, 0, 'patience');
    const [patience, offered] = [exponential(300_000), exponential(150_000)];
    for (let n = 0; n < 9000; n++) {
      const [wait, most] = [offered.quantile(stream.uniform()), patience.quantile(stream.uniform())];
      records.add(waitOf(Math.min(wait, most), most < wait ? 'abandoned' : 'served'));
    }
    for (let n = 0; n < 50; n++) records.add(waitOf(1000, 'left-unseen'));
    const { patience: fitted, summary } = records.fit();
    expect(summary.inferred).toBe(50);
    const { distribution, evidence } = fitted[0]!;
    if (distribution.family !== 'kaplan-meier') throw new Error('a curve expected');
    const left = (ms: number): number => distribution.survival[distribution.atMs.findLastIndex((at) => at <= ms)]!;
    // beyond what is on record it goes on as it fell
    for (const ms of [30_000, 120_000, 300_000, 900_000]) expect(Math.abs(left(ms) - Math.exp(-ms / 300_000))).toBeLessThan(0.03);
    expect(distribution.survival.at(-1)).toBe(0);
    const quarter = -300_000 * Math.log(0.75);
    expect(evidence!.intervals!.quarterLeftMs!.low).toBeLessThan(quarter);
    expect(evidence!.intervals!.quarterLeftMs!.high).toBeGreaterThan(quarter);
  });
});

it('[HR5] a log larger than memory comes back as it went in, day by day, in order', () => {
  const store = new DayStore(20_000);
  const recordOf = (n: number): HistoryRecord => ({
    file: 'log.csv',
    line: n + 2,
    arrivalMs: (n * 7919) % 86_400_000,
    startMs: n % 3 === 0 ? null : n,
    endMs: null,
    waitMs: n % 5,
    workMs: null,
    slotMs: n % 4 === 0 ? n : null,
    service: n % 2 === 0 ? '存款' : null,
    segment: `g${n % 7}`,
    server: `W${n % 11}`,
    outcome: n % 2 === 0 ? 'left-unseen' : 'device-failed',
    calledMs: n % 6 === 0 ? n + 1 : null,
    readyMs: n % 9 === 0 ? n + 2 : null,
    station: n % 2 === 0 ? null : `desk ${n % 5}`,
    ticket: n % 8 === 0 ? n * 7 : null,
    calls: n % 4 === 0 ? n % 12 : null,
    hash: n * 1_000_003,
  });
  const rows = 52_000;
  for (let n = 0; n < rows; n++) store.add(n % 3, recordOf(n));
  expect(store.days()).toEqual([0, 1, 2]);
  let count = 0;
  for (const day of store.days()) {
    let before = -1;
    for (const record of store.read(day)) {
      const n = record.line - 2;
      if (count % 97 === 0) expect(record).toEqual(recordOf(n));
      expect(n % 3 === day && record.arrivalMs! >= before).toBe(true);
      before = record.arrivalMs!;
      count++;
    }
  }
  expect(count).toBe(rows);
  store.close();
});
