import { describe, expect, it } from 'vitest';
import { agreeOn } from '../../../simulator/agreement/agree.ts';
import { absencesOf } from '../../../simulator/workload/absence-draws.ts';
import { behaviourOf } from '../../../simulator/workload/behaviour.ts';
import { msOfClock } from '../../../simulator/workload/clock.ts';
import { smallDay } from './small-day.ts';
import { traceOf, withModel } from './trace.ts';

const minute = 60_000;
const teller = { role: 'teller', from: '09:00', to: '11:00' };
const cash = (at: string, minutes: number) => ({ at, for: 'cash', minutes });

describe('[Y2] who does not come by the attendance drawn', () => {
  it('is counted, and the first to go where the number falls', () => {
    const day = withModel(smallDay([teller, { ...teller, to: '10:00' }], []), {
      attendance: [{ role: 'teller', counts: [{ count: 1, share: 1 }] }],
    });
    expect(traceOf(day, 'staff-joined', 'staff-left')).toEqual(['09:00 staff-joined teller-1', '11:00 staff-left teller-1']);
  });
});

describe('[Y4] each event is by', () => {
  const rule = { id: 'flex', station: 'C3', openAtWaiting: 1, closeAtWaiting: 0, holdMs: minute, minOpenMs: 0 };
  const authorsOf = (day: ReturnType<typeof smallDay>): string[] => [
    ...new Set(agreeOn(day).map(({ by, type }) => `${type} ${by.kind}/${by.id}`)),
  ];
  it('the day, the kiosk, whoever works the station, or the user of a device', () => {
    const day = smallDay([{ ...teller, to: '09:20' }], [cash('09:10', 5), cash('09:30', 5)]);
    expect(authorsOf(day)).toEqual([
      'branch-configured system/day',
      'plan-adopted system/day',
      'day-opened system/day',
      'station-opened system/day',
      'staff-joined teller/teller-1',
      'station-opened teller/teller-1',
      'ticket-issued kiosk/kiosk',
      'need-routed kiosk/kiosk',
      'called teller/teller-1',
      'service-started teller/teller-1',
      'service-finished teller/teller-1',
      'station-ready teller/teller-1',
      'station-closed teller/teller-1',
      'staff-left teller/teller-1',
      'called system/D1',
      'device-use-started ticket/v1',
      'device-use-ended ticket/v1',
      'station-ready ticket/v1',
      'day-closed system/day',
    ]);
  });

  it('the rule that opens a station, and the station itself while it works with its own skills', () => {
    const branch = { stations: smallDay([], []).model.branch.stations.filter(({ kind }) => kind !== 'device') };
    const day = smallDay([], [cash('09:10', 5)], { elastic: [{ ...rule, expiresMs: 300_000, costPerHour: 0 }], branch });
    expect(authorsOf(day).slice(3)).toEqual([
      'ticket-issued kiosk/kiosk',
      'need-routed kiosk/kiosk',
      'elastic-proposed rule/flex',
      'elastic-accepted rule/flex',
      'station-opened rule/flex',
      'called system/C3',
      'service-started system/C3',
      'service-finished system/C3',
      'station-closed rule/flex',
      'day-closed system/day',
    ]);
  });
});

describe('[Y21] an absence', () => {
  it('begins at once for who is idle, and for who serves when they are free', () => {
    const absences = [{ role: 'teller' as const, perHour: 4, distribution: { family: 'constant' as const, ms: 2 * minute } }];
    const idle = withModel(smallDay([teller], []), { absences });
    const drawn = absencesOf(behaviourOf(idle.model).absences.teller!, 0, 0, 4).map(({ atMs }) => atMs);
    const inShift = drawn.filter((atMs) => atMs >= msOfClock('09:00') && atMs < msOfClock('10:50'));
    const [first] = inShift;
    const clock = (atMs: number): string => new Date(atMs).toISOString().slice(11, 23);
    expect(traceOf(idle, 'station-paused')[0]).toBe(`${clock(first!)} station-paused C1`);
    // Somebody comes a minute before it, and takes ten.
    const comesMs = first! - minute;
    const busy = smallDay([teller], [cash('09:00', 10)]);
    busy.tape.arrivalMs[0] = comesMs;
    expect(traceOf(withModel(busy, { absences }), 'station-paused', 'service-finished').slice(0, 2)).toEqual([
      `${clock(comesMs + 10 * minute)} service-finished v0 C1`,
      `${clock(comesMs + 10 * minute)} station-paused C1`,
    ]);
  });
});

describe('[Y22] when a need ends', () => {
  it('the lead goes on first, then the members in the order of the call, all of them at once', () => {
    const day = smallDay(
      [teller, { role: 'advisor', from: '09:00', to: '09:20' }],
      [{ at: '09:10', for: 'corporate', minutes: 20 }, cash('09:16', 5)],
    );
    expect(traceOf(day, 'service-finished', 'station-ready', 'station-closed', 'called')).toEqual([
      '09:10 called v0 C1',
      '09:30 service-finished v0 C1',
      '09:30 station-ready C1',
      '09:30 station-closed K1',
      '09:30 called v1 C1',
      '09:35 service-finished v1 C1',
      '09:35 station-ready C1',
      '11:00 station-closed C1',
    ]);
  });
});
