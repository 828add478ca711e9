import { expect, test } from 'vitest';
import { type Floor, makeFloor } from '../../../../simulator/engine/floor/floor.ts';
import type { SimulatedEvent } from '../../../../simulator/engine/journal/journal-scribe.ts';
import { figuresOn } from '../../../../simulator/engine/results/tally-figures.ts';
import { writeDay } from '../../../../simulator/engine/write-day.ts';
import { anyKpiIds } from '../../../../simulator/lobby/kpi/any-kpi.ts';
import { type DayKpiId, dayKpiGroups, dayKpiIds } from '../../../../simulator/lobby/kpi/day/day-kpi.ts';
import { emptyDayTally, mergeDayTally } from '../../../../simulator/lobby/kpi/day/day-tally.ts';
import { dayKpis } from '../../../../simulator/lobby/kpi/day/table.ts';
import { measure } from '../../../../simulator/lobby/kpi/measure.ts';
import { smallDay } from '../../agreement/small-day.ts';

/** Midnight of 2026-03-02, a Monday, in Shanghai. */
const monday = { date: '2026-03-02', midnightAt: Date.UTC(2026, 2, 1, 16), weekday: 1 };
const minute = 60_000;
const hour = 60 * minute;
const value = (id: DayKpiId, day: ReturnType<typeof emptyDayTally>): number => dayKpis[id].value(day);

test('a morning worked by hand: one teller, two hours', () => {
  // The second customer waits 20 minutes; the third is served until ten past eleven, ten minutes beyond the shift.
  const { model, plan, tape } = smallDay(
    [{ role: 'teller', from: '09:00', to: '11:00' }],
    [
      { at: '09:00', for: 'cash', minutes: 30 },
      { at: '09:10', for: 'cash', minutes: 30 },
      { at: '10:55', for: 'cash', minutes: 15 },
    ],
  );
  const journal: SimulatedEvent[] = [];
  writeDay(model, plan, tape, monday, (event) => journal.push(event));
  const { days } = measure(journal);
  expect(days.days).toBe(1);
  expect(days.openMs).toBe(2 * hour);
  expect(value('queueMean', days)).toBeCloseTo((20 * minute) / (2 * hour));
  expect(value('visitWorstWaitMs', days)).toBeCloseTo((20 * minute) / 3);
  expect(value('handoffsPerVisit', days)).toBe(0);
  expect(value('staffTimeMs', days)).toBe(2 * hour + 10 * minute);
  expect(value('overtimeMs', days)).toBe(10 * minute);
  expect(value('idleRate', days)).toBeCloseTo(55 / 130);
  expect(value('deviceRate', days)).toBe(0);
  expect(value('pastPatienceRate', days)).toBeNaN();
});

test('tallies add up, and every KPI of days is in one group', () => {
  const one = { ...emptyDayTally(), days: 1, staffMs: hour, substitutable: 4, atDevice: 3, releasedMs: hour };
  const two = { ...emptyDayTally(), days: 1, staffMs: 3 * hour, substitutable: 4, atDevice: 1, releasedMs: 0 };
  mergeDayTally(one, two);
  expect([value('staffTimeMs', one), value('deviceRate', one), value('releasedStaffMs', one)]).toEqual([2 * hour, 0.5, hour / 2]);
  expect(dayKpiGroups.flatMap(({ ids }) => ids).sort()).toEqual([...dayKpiIds].sort());
  expect(new Set(anyKpiIds).size).toBe(anyKpiIds.length);
});

test('a service that could be done at a device substitutes nothing where the branch has no device', () => {
  const { model, plan, tape } = smallDay(
    [{ role: 'teller', from: '09:00', to: '11:00' }],
    [
      { at: '09:00', for: 'cash', minutes: 30 },
      { at: '09:10', for: 'cash', minutes: 30 },
    ],
  );
  const substitutable = (stations: typeof model.branch.stations): [engine: number, journal: number] => {
    const branch = { ...model.branch, stations };
    const journal: SimulatedEvent[] = [];
    const outcome = writeDay({ ...model, branch }, plan, tape, monday, (event) => journal.push(event));
    const floor = makeFloor(branch, plan, 1) as Floor;
    const tally = emptyDayTally();
    figuresOn(floor)(tape, outcome, tally);
    return [tally.substitutable, measure(journal).days.substitutable];
  };
  const { stations } = model.branch;
  expect(substitutable(stations)).toEqual([2, 2]);
  expect(substitutable(stations.filter(({ kind }) => kind !== 'device'))).toEqual([0, 0]);
});

test('staff cost what they are at work at the wage of their role; where one is not known, nobody knows', () => {
  const { model, plan, tape } = smallDay(
    [
      { role: 'teller', count: 2, from: '09:00', to: '11:00' },
      { role: 'greeter', from: '09:00', to: '10:30' },
    ],
    [{ at: '09:00', for: 'cash', minutes: 10 }],
  );
  const costAt = (perHour: Partial<Record<'teller' | 'greeter', number>>): number => {
    const outcome = writeDay(model, plan, tape, monday, () => {});
    const tally = emptyDayTally();
    figuresOn(makeFloor(model.branch, plan, 1) as Floor, { currency: 'CNY', perHour })(tape, outcome, tally);
    return value('staffCost', tally);
  };
  expect(costAt({ teller: 50, greeter: 40 })).toBe(2 * 2 * 50 + 1.5 * 40);
  expect(costAt({ teller: 50 })).toBeNaN();
  expect(value('staffCost', measure([]).days)).toBeNaN();
});
