import { describe, expect, it } from 'vitest';
import { agreeOn } from '../../../simulator/agreement/agree.ts';
import type { AnyDay } from '../../../simulator/agreement/any-day.ts';
import { measure } from '../../../simulator/lobby/kpi/measure.ts';
import { smallDay } from './small-day.ts';
import { traceOf, withTape } from './trace.ts';

const minute = 60_000;
const shown = ['called', 'resumed', 'parked', 'service-finished', 'staff-left', 'voided'] as const;

/** The first customer is sent away after a share of the work, for so many minutes. */
function interrupted(day: AnyDay, after: number, minutes: number): AnyDay {
  const parkAfter = new Float64Array(day.tape.needs).fill(-1);
  const awayMs = new Float64Array(day.tape.needs);
  parkAfter[0] = after;
  awayMs[0] = minutes * minute;
  return withTape(day, { parkAfter, awayMs });
}

const cash = (at: string, minutes: number) => ({ at, for: 'cash', minutes });
const teller = { role: 'teller', from: '09:00', to: '11:00' };

describe('[Y24] a customer who is sent away in the middle of a service', () => {
  it('goes on where they were served, before anybody who waits, as soon as that station is ready', () => {
    const day = smallDay([teller], [cash('09:10', 10), cash('09:12', 6), cash('09:24', 5), cash('09:26', 1)]);
    expect(traceOf(interrupted(day, 0.5, 10), ...shown)).toEqual([
      '09:10 called v0 C1',
      '09:15 parked v0 C1',
      '09:15 called v1 C1',
      '09:21 service-finished v1 C1',
      '09:24 called v2 C1',
      '09:29 service-finished v2 C1',
      '09:29 resumed v0 C1',
      '09:34 service-finished v0 C1',
      '09:34 called v3 C1',
      '09:35 service-finished v3 C1',
      '11:00 staff-left teller-1',
    ]);
  });

  it('waits for whoever served them although others are ready, and goes to anybody when they have left', () => {
    const short = { ...teller, to: '09:20', person: 't1' };
    const long = { ...teller, person: 't2' };
    const day = smallDay([short, long], [cash('09:10', 10), cash('09:14', 4)]);
    // t1 is busy with the next one while t2 is ready, and goes at 09:20.
    expect(traceOf(interrupted(day, 0.2, 3), ...shown).slice(0, 5)).toEqual([
      '09:10 called v0 C1',
      '09:12 parked v0 C1',
      '09:14 called v1 C2',
      '09:15 resumed v0 C1',
      '09:18 service-finished v1 C2',
    ]);
    expect(traceOf(interrupted(day, 0.2, 12), ...shown).slice(-4)).toEqual([
      '09:20 staff-left t1',
      '09:24 resumed v0 C2',
      '09:32 service-finished v0 C2',
      '11:00 staff-left t2',
    ]);
  });

  it('is waited for after closing time by who can serve them, and measured by the work alone', () => {
    const day = interrupted(smallDay([teller], [cash('10:58', 4)]), 0.5, 20);
    expect(traceOf(day, ...shown)).toEqual([
      '10:58 called v0 C1',
      '11:00 parked v0 C1',
      '11:20 resumed v0 C1',
      '11:22 service-finished v0 C1',
      '11:22 staff-left teller-1',
    ]);
    const { perNeed } = measure(agreeOn(day));
    expect([perNeed.served, perNeed.servedWaitMs, perNeed.workMs, perNeed.busyMs]).toEqual([1, 0, 4 * minute, 4 * minute]);
  });

  it('is not served to the end where nobody is left who can, and counts as served', () => {
    const day = interrupted(smallDay([{ ...teller, to: '09:20' }], [cash('09:10', 4)]), 0.5, 30);
    expect(traceOf(day, ...shown)).toEqual([
      '09:10 called v0 C1',
      '09:12 parked v0 C1',
      '09:20 staff-left teller-1',
      '11:00 voided v0',
    ]);
    const { perNeed } = measure(agreeOn(day));
    expect([perNeed.served, perNeed.unserved, perNeed.workMs]).toEqual([1, 0, 2 * minute]);
  });

  it('is served for 1 ms at least, before and after', () => {
    const day = smallDay([teller], [cash('09:10', 5), cash('09:20', 5)]);
    const types = ['called', 'parked', 'resumed', 'service-finished'] as const;
    expect(traceOf(interrupted(day, 0, 1), ...types).slice(0, 4)).toEqual([
      '09:10 called v0 C1',
      '09:10:00.001 parked v0 C1',
      '09:11:00.001 resumed v0 C1',
      '09:16:00.001 service-finished v0 C1',
    ]);
    expect(traceOf(interrupted(day, 1, 1), ...types).slice(1, 4)).toEqual([
      '09:15 parked v0 C1',
      '09:16 resumed v0 C1',
      '09:16:00.001 service-finished v0 C1',
    ]);
  });
});
