import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessDayAt } from '../../../../server/branches/day/business-day.ts';
import { instantOf, wallAt } from '../../../../server/branches/day/zone-time.ts';
import { isZone } from '../../../../simulator/lobby/branch/zone.ts';

const zones = [
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Casablanca',
  'America/Sao_Paulo',
  'Asia/Kathmandu',
  'UTC',
];
const everyDay = [1, 2, 3, 4, 5, 6, 7];
const branch = (zone: string, dayRollsAt = '04:00', hours = [{ days: everyDay, from: '09:00', to: '17:00' }]) => ({
  zone,
  dayRollsAt,
  hours,
});
const utc = (...parts: Parameters<typeof Date.UTC>) => Date.UTC(...parts);
const hour = 3_600_000;

describe('wall time', () => {
  it('goes to an instant and back, in every zone, except in the hour that a clock change skips', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: utc(2000, 0), max: utc(2040, 0) }), (zone, instant) => {
        const wall = wallAt(zone, instant);
        const back = instantOf(zone, wall);
        expect(wallAt(zone, back)).toBe(wall);
        expect(back).toBeLessThanOrEqual(instant);
        expect(instant - back).toBeLessThanOrEqual(hour);
      }),
      { numRuns: 2000 },
    );
  });

  it('a skipped time is as much later; of a time that comes twice, the first', () => {
    expect(instantOf('Europe/Berlin', utc(2026, 2, 29, 2, 30))).toBe(utc(2026, 2, 29, 1, 30));
    expect(instantOf('Europe/Berlin', utc(2026, 9, 25, 2, 30))).toBe(utc(2026, 9, 25, 0, 30));
  });

  it('knows a zone from a typing mistake', () => {
    expect(isZone('Asia/Shanghai')).toBe(true);
    expect(isZone('Asia/Shanghia')).toBe(false);
  });
});

describe('the business day of an instant', () => {
  it('takes the date it begins on', () => {
    const day = businessDayAt(branch('Asia/Shanghai'), utc(2026, 2, 2, 4));
    expect(day).toEqual({
      type: 'open-day',
      date: '2026-03-02',
      startsAt: utc(2026, 2, 1, 20),
      endsAt: utc(2026, 2, 2, 20),
      hours: [{ from: utc(2026, 2, 2, 1), to: utc(2026, 2, 2, 9) }],
    });
    expect(businessDayAt(branch('Asia/Shanghai'), utc(2026, 2, 2, 19, 59)).date).toBe('2026-03-02');
    expect(businessDayAt(branch('Asia/Shanghai'), utc(2026, 2, 2, 20)).date).toBe('2026-03-03');
  });

  it('days follow each other without gap or overlap, whatever the clock does', () => {
    const rolls = fc.constantFrom('00:00', '02:30', '03:00', '04:00', '23:30');
    fc.assert(
      fc.property(fc.constantFrom(...zones), rolls, fc.integer({ min: utc(2005, 0), max: utc(2035, 0) }), (zone, roll, now) => {
        const day = businessDayAt(branch(zone, roll), now);
        expect(day.startsAt).toBeLessThanOrEqual(now);
        expect(day.endsAt).toBeGreaterThan(now);
        const next = businessDayAt(branch(zone, roll), day.endsAt);
        expect(next.startsAt).toBe(day.endsAt);
        expect(next.date > day.date).toBe(true);
        for (const { from, to } of day.hours) expect(day.startsAt <= from && from < to && to <= day.endsAt).toBe(true);
      }),
      {
        numRuns: 2000,
        examples: [
          ['Pacific/Apia', '04:00', utc(2011, 11, 30, 10)],
          ['Europe/Berlin', '02:30', utc(2026, 9, 25, 1)],
        ],
      },
    );
  });

  it('a date that a zone skips has no day: the one before lasts until the next begins', () => {
    const apia = branch('Pacific/Apia');
    const skipped = businessDayAt(apia, utc(2011, 11, 30, 10));
    expect([skipped.date, skipped.endsAt]).toEqual(['2011-12-29', utc(2011, 11, 30, 14)]);
    expect(businessDayAt(apia, skipped.endsAt)).toMatchObject({ date: '2011-12-31', startsAt: skipped.endsAt });
  });

  it('a roll time that comes twice begins the day at the first of them', () => {
    const berlin = branch('Europe/Berlin', '02:30');
    const twice = utc(2026, 9, 25, 1);
    expect(new Date(wallAt('Europe/Berlin', twice)).toISOString()).toMatch('T02:00');
    expect(businessDayAt(berlin, twice)).toMatchObject({ date: '2026-10-25', startsAt: utc(2026, 9, 25, 0, 30) });
  });

  it('is 23 or 25 hours long at a clock change, and half hours exist', () => {
    const length = (zone: string, now: number) => {
      const { startsAt, endsAt } = businessDayAt(branch(zone, '00:00'), now);
      return (endsAt - startsAt) / hour;
    };
    expect(length('Europe/Berlin', utc(2026, 2, 29, 12))).toBe(23);
    expect(length('Europe/Berlin', utc(2026, 9, 25, 12))).toBe(25);
    expect(length('Australia/Lord_Howe', utc(2026, 3, 5, 2))).toBe(24.5);
  });

  it('a branch open at every hour is open without a break from roll to roll', () => {
    const day = businessDayAt(
      branch('Asia/Shanghai', '04:00', [{ days: everyDay, from: '00:00', to: '24:00' }]),
      utc(2026, 2, 2, 4),
    );
    expect(day.hours).toEqual([{ from: day.startsAt, to: day.endsAt }]);
  });

  it('hours past midnight belong to the day they began on; closed days have none', () => {
    const late = branch('UTC', '04:00', [{ days: [5], from: '20:00', to: '02:00' }]);
    expect(businessDayAt(late, utc(2026, 2, 6, 12)).hours).toEqual([{ from: utc(2026, 2, 6, 20), to: utc(2026, 2, 7, 2) }]);
    expect(businessDayAt(late, utc(2026, 2, 7, 12)).hours).toEqual([]);
  });
});
