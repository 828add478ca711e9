import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kpiIds } from '../../../../simulator/lobby/kpi/kpi.ts';
import { kpis, kpiValues } from '../../../../simulator/lobby/kpi/need/table.ts';
import {
  addLeft,
  addNoShow,
  addServed,
  addStaffTime,
  addUnserved,
  clearTally,
  emptyTally,
  type KpiTally,
  mergeTally,
} from '../../../../simulator/lobby/kpi/tally.ts';

/** Ten customers: seven served (waits 0 0 100 200 300 400 500), one left after 700, one no-show, one unserved. */
function worked(): KpiTally {
  const tally = emptyTally();
  for (const wait of [300, 0, 500, 100, 0, 400, 200]) addServed(tally, wait, 1000, 250);
  addLeft(tally, 700, 250);
  addNoShow(tally, 250);
  addUnserved(tally, 250);
  addStaffTime(tally, 6000, 8000);
  return tally;
}

test('every KPI of a day worked by hand', () => {
  expect(kpiValues(worked())).toEqual({
    waitMeanMs: 1500 / 7,
    waitAllMeanMs: 2200 / 8,
    waitP50Ms: 200, // position 3 of 0 0 100 200 300 400 500
    waitP90Ms: 500, // position 6
    waitP95Ms: 500,
    waitMaxMs: 500,
    waitedRate: 5 / 7,
    withinTargetRate: 4 / 10, // 0 0 100 200 of all ten who came
    abandonRate: 1 / 10,
    noShowRate: 1 / 10,
    served: 7,
    utilisation: 0.75,
  });
});

test('P50, P90 and P95 differ where the waits do', () => {
  const tally = emptyTally();
  for (let wait = 0; wait < 100; wait += 1) addServed(tally, wait, 0, Number.NaN);
  expect(kpiValues(tally)).toMatchObject({ waitP50Ms: 50, waitP90Ms: 90, waitP95Ms: 95, waitMaxMs: 99 });
});

test('no quantile lies above the longest wait', () => {
  const tally = emptyTally();
  addServed(tally, 1_048_576, 0, Number.NaN);
  expect(kpiValues(tally)).toMatchObject({ waitP50Ms: 1_048_576, waitP95Ms: 1_048_576, waitMaxMs: 1_048_576 });
});

test('a target counts only where one is set', () => {
  const tally = emptyTally();
  addServed(tally, 10, 0, Number.NaN);
  expect(kpis.withinTargetRate.value(tally)).toBeNaN();
  addServed(tally, 10, 0, 10);
  addServed(tally, 11, 0, 10);
  addLeft(tally, 1, Number.NaN);
  expect(kpis.withinTargetRate.value(tally)).toBe(0.5);
});

test('an empty day has no means and no rates, and nobody served', () => {
  const { served, ...others } = kpiValues(emptyTally());
  expect(served).toBe(0);
  for (const value of Object.values(others)) expect(value).toBeNaN();
});

test('the table holds every KPI once, under its own id, with a definition in both languages', () => {
  expect(Object.keys(kpis)).toEqual([...kpiIds]);
  for (const id of kpiIds) {
    expect(kpis[id].id).toBe(id);
    expect(kpis[id].definition.zh).toMatch(/[一-鿿]/);
    expect(kpis[id].definition.en).toMatch(/^[A-Z0-9]/);
  }
});

const act = fc.oneof(
  fc.record({
    kind: fc.constant('served' as const),
    ms: fc.integer({ min: 0, max: 7_200_000 }),
    target: fc.constantFrom(Number.NaN, 600_000),
  }),
  fc.record({
    kind: fc.constantFrom('left' as const, 'no-show' as const, 'unserved' as const, 'staff' as const),
    ms: fc.integer({ min: 0, max: 7_200_000 }),
    target: fc.constant(600_000),
  }),
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

function tallyOf(acts: readonly Act[]): KpiTally {
  const tally = emptyTally();
  for (const { kind, ms, target } of acts) {
    if (kind === 'served') addServed(tally, ms, ms, target);
    else if (kind === 'left') addLeft(tally, ms, target);
    else if (kind === 'no-show') addNoShow(tally, target);
    else if (kind === 'unserved') addUnserved(tally, target);
    else addStaffTime(tally, ms, ms + 1);
  }
  return tally;
}

test('merging tallies is the same in any order and grouping, and the same as adding', () => {
  const day = fc.array(act, { maxLength: 40 });
  fc.assert(
    fc.property(day, day, day, (a, b, c) => {
      const merged = (...parts: readonly KpiTally[]): KpiTally => {
        const into = emptyTally();
        for (const part of parts) mergeTally(into, part);
        return into;
      };
      const all = kpiValues(tallyOf([...a, ...b, ...c]));
      const [x, y, z] = [tallyOf(a), tallyOf(b), tallyOf(c)];
      expect(kpiValues(merged(merged(x, y), z))).toEqual(all);
      expect(kpiValues(merged(x, merged(y, z)))).toEqual(all);
      expect(kpiValues(merged(z, x, y))).toEqual(all);
    }),
  );
});

test('a cleared tally is an empty one', () => {
  const tally = worked();
  clearTally(tally);
  expect(tally).toEqual(emptyTally());
});
