import { describe, expect, it } from 'vitest';
import type { SimulatedEvent } from '../../../simulator/engine/journal/journal-scribe.ts';
import { writeDay } from '../../../simulator/engine/write-day.ts';
import { clockOfMs } from '../../../simulator/workload/clock.ts';
import { smallDay } from '../agreement/small-day.ts';

const aMonday = { date: '2026-03-02', midnightAt: Date.UTC(2026, 2, 1, 16), weekday: 1 };

/** Who comes, opens, rests, pauses and goes, one line each: "09:40 teller-1 left". */
function trace(...day: Parameters<typeof smallDay>): string[] {
  const journal: SimulatedEvent[] = [];
  const { model, plan, tape } = smallDay(...day);
  writeDay(model, plan, tape, aMonday, (event) => journal.push(event));
  const said: Partial<Record<SimulatedEvent['type'], string>> = {
    'staff-joined': 'joined',
    'station-opened': 'opened',
    'staff-break-started': 'rests',
    'staff-break-ended': 'is back',
    'service-finished': 'finishes',
    'staff-left': 'left',
  };
  return journal
    .filter(({ by, type }) => said[type] !== undefined && by.kind !== 'system')
    .map(({ at, by, data, type }) => {
      const station = type === 'station-opened' && 'station' in data ? ` ${data.station}` : '';
      return `${clockOfMs(at - aMonday.midnightAt)} ${by.id} ${said[type]}${station}`;
    });
}

describe('when capacity shrinks', () => {
  it('[Y7] who stands by goes first, then the longest idle, then the first to be free', () => {
    // four tellers for three counters; a customer each for C1 at 09:05 and C2 at 09:06, so C3 has been idle longest
    const roster = [
      { role: 'teller', from: '09:00', to: '11:00' },
      { role: 'teller', from: '09:00', to: '09:30' },
      { role: 'teller', from: '09:00', to: '09:20' },
      { role: 'teller', from: '09:00', to: '09:10' },
    ];
    const visits = [
      { at: '09:05', for: 'cash', minutes: 40 },
      { at: '09:06', for: 'cash', minutes: 35 },
    ];
    expect(trace(roster, visits)).toEqual([
      '09:00 teller-1 joined',
      '09:00 teller-1 opened C1',
      '09:00 teller-2 joined',
      '09:00 teller-2 opened C2',
      '09:00 teller-3 joined',
      '09:00 teller-3 opened C3',
      '09:00 teller-4 joined',
      '09:10 teller-4 left',
      '09:20 teller-3 left',
      // one more is to go at 09:30, and both serve: the first to finish goes
      '09:41 teller-2 finishes',
      '09:41 teller-2 left',
      '09:45 teller-1 finishes',
      '11:00 teller-1 left',
    ]);
  });

  it('[Y3] who was still to leave stays when the number rises again', () => {
    const roster = [
      { role: 'teller', from: '09:00', to: '09:10' },
      { role: 'teller', from: '09:20', to: '11:00' },
    ];
    expect(trace(roster, [{ at: '09:05', for: 'cash', minutes: 30 }])).toEqual([
      '09:00 teller-1 joined',
      '09:00 teller-1 opened C1',
      '09:35 teller-1 finishes',
      '11:00 teller-1 left',
    ]);
  });

  it('[Y8] a break waits for the customer, keeps its length, and leaving comes before it', () => {
    const breaks = [{ from: '09:30', to: '09:45' }];
    const rests = [{ role: 'teller', from: '09:00', to: '11:00', breaks }];
    expect(trace(rests, [{ at: '09:20', for: 'cash', minutes: 20 }])).toEqual([
      '09:00 teller-1 joined',
      '09:00 teller-1 opened C1',
      '09:40 teller-1 finishes',
      '09:40 teller-1 rests',
      '09:55 teller-1 is back',
      '11:00 teller-1 left',
    ]);
    const goes = [{ role: 'teller', from: '09:00', to: '09:50', breaks }];
    expect(trace(goes, [{ at: '09:20', for: 'cash', minutes: 40 }])).toEqual([
      '09:00 teller-1 joined',
      '09:00 teller-1 opened C1',
      '10:00 teller-1 finishes',
      '10:00 teller-1 left',
    ]);
  });

  it('[Y18] who works to closing time stays for those who wait and no longer', () => {
    const roster = [{ role: 'teller', count: 2, from: '09:00', to: '11:00' }];
    const visits = [
      { at: '10:50', for: 'cash', minutes: 20 },
      { at: '10:51', for: 'cash', minutes: 14 },
      { at: '10:52', for: 'corporate', minutes: 5 },
      { at: '10:53', for: 'cash', minutes: 10 },
    ];
    expect(trace(roster, visits)).toEqual([
      '09:00 teller-1 joined',
      '09:00 teller-1 opened C1',
      '09:00 teller-2 joined',
      '09:00 teller-2 opened C2',
      '11:05 teller-2 finishes',
      '11:10 teller-1 finishes',
      // no advisor comes for the corporate customer: teller-1 stays while somebody is at work, and goes when nobody is
      '11:15 teller-2 finishes',
      '11:15 teller-1 left',
      '11:15 teller-2 left',
    ]);
  });
});
