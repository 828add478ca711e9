import { describe, expect, it } from 'vitest';
import { agreeOn } from '../../../simulator/agreement/agree.ts';
import type { AnyDay } from '../../../simulator/agreement/any-day.ts';
import { aMonday } from '../../../simulator/agreement/both-journals.ts';
import type { DrilledEvent } from '../../../simulator/drill/core-lobby.ts';
import { clockOfMs, msOfClock } from '../../../simulator/workload/clock.ts';
import { smallBranchInput } from '../../fixtures/branch.ts';
import { smallDay } from './small-day.ts';

/** Days on which the engines once differed: what they have settled on, and that both write it. */
const bothWrite = (day: AnyDay): readonly DrilledEvent[] => agreeOn(day);

const clock = ({ at }: DrilledEvent): number => at - aMonday.midnightAt;
const of = (journal: readonly DrilledEvent[], type: DrilledEvent['type']) => journal.filter((event) => event.type === type);

describe('[Y16] a customer who is called at once takes no greeter’s time', () => {
  const day = smallDay(
    [
      { role: 'teller', from: '09:00', to: '11:00' },
      { role: 'greeter', count: 2, from: '09:00', to: '11:00' },
    ],
    [
      { at: '09:10', for: 'cash', minutes: 5 },
      { at: '09:20', for: 'wealth', minutes: 5 },
    ],
    { triageMinutes: 2 },
  );
  it('in both', () => {
    const journal = bothWrite(day);
    expect(of(journal, 'greeted').map(({ by }) => by.id)).toEqual(['greeter-1']);
  });
});

describe('[Y16] who assists takes newcomers again once another has gone in their stead', () => {
  const greeter = { role: 'greeter', from: '09:00', to: '11:00' };
  const day = smallDay(
    [greeter, { ...greeter, to: '09:20' }],
    [
      { at: '09:16', for: 'card', minutes: 20 },
      { at: '09:19', for: 'wealth', minutes: 5 },
      { at: '09:19', for: 'wealth', minutes: 5 },
      { at: '09:23', for: 'wealth', minutes: 5 },
    ],
    { triageMinutes: 2 },
  );
  it('in both', () => {
    const journal = bothWrite(day);
    expect(of(journal, 'staff-left')[0]?.by.id).toBe('greeter-2');
    expect(of(journal, 'device-use-ended')[0]?.data).toMatchObject({ assistedBy: 'greeter-1' });
    expect(of(journal, 'greeted').map((event) => `${event.by.id} ${clockOfMs(clock(event))}`)).toEqual([
      'greeter-1 09:21',
      'greeter-2 09:21',
      'greeter-1 09:25',
    ]);
  });
});

describe('[Y17] a rule that need not hold proposes at once', () => {
  const rule = { id: 'flex', station: 'C3', openAtWaiting: 2, closeAtWaiting: 0, holdMs: 0, minOpenMs: 0 };
  const day = smallDay(
    [],
    [
      { at: '09:10', for: 'corporate', minutes: 5 },
      { at: '09:20', for: 'corporate', minutes: 5 },
    ],
    { elastic: [{ ...rule, expiresMs: 300_000, costPerHour: 0 }] },
  );
  it('in both', () => {
    const journal = bothWrite(day);
    expect(of(journal, 'elastic-proposed').map(clock)).toEqual([msOfClock('09:20')]);
  });
});

describe('[Y8] a break due to somebody who stands by is not taken', () => {
  const day = smallDay(
    [
      { role: 'teller', count: 3, from: '09:00', to: '10:00' },
      { role: 'teller', skills: ['cash'], from: '09:00', to: '11:00', breaks: [{ from: '09:30', to: '09:40' }] },
    ],
    [{ at: '10:10', for: 'cash', minutes: 5 }],
  );
  it('in both', () => {
    const journal = bothWrite(day);
    expect(of(journal, 'station-opened').map(({ by }) => by.id)).toContain('teller-4');
    expect(of(journal, 'staff-break-started')).toEqual([]);
  });
});

describe('[Y6] who was in a team when a station closed takes it when the team is done', () => {
  const day = smallDay(
    [
      { person: 'a1', from: '09:00', to: '10:00' },
      { role: 'advisor', from: '09:00', to: '11:00' },
      { role: 'teller', from: '09:00', to: '11:00' },
    ],
    [
      { at: '09:45', for: 'wealth', minutes: 10 },
      { at: '09:46', for: 'corporate', minutes: 30 },
    ],
  );
  it('in both', () => {
    const journal = bothWrite(day);
    const opened = of(journal, 'station-opened').filter(({ by }) => by.id === 'advisor-1');
    expect(opened.map(clock)).toEqual([msOfClock('10:16')]);
  });
});

const whoDid = (journal: readonly DrilledEvent[], type: DrilledEvent['type']) =>
  of(journal, type).map((event) => `${clockOfMs(clock(event))} ${event.by.id}`);

describe('[Y3] who stood by for one shift comes for the next', () => {
  const day = smallDay(
    [
      { role: 'teller', station: 'C1', from: '09:00', to: '11:00' },
      { person: 't2', station: 'C1', from: '09:00', to: '10:00' },
      { person: 't2', from: '10:00', to: '11:00' },
    ],
    [{ at: '10:10', for: 'cash', minutes: 5 }],
  );
  it('in both', () => {
    const journal = bothWrite(day);
    expect(whoDid(journal, 'staff-joined')).toEqual(['09:00 teller-1', '09:00 t2', '10:00 t2']);
    expect(whoDid(journal, 'station-opened').slice(2)).toEqual(['09:00 teller-1', '10:00 t2']);
  });
});

describe('[Y1] a greeter whose shift names a station assists nobody', () => {
  const day = smallDay([{ person: 'g1', station: 'C1', from: '09:00', to: '11:00' }], [{ at: '09:10', for: 'card', minutes: 5 }]);
  it('in both', () => {
    const journal = bothWrite(day);
    expect(of(journal, 'device-use-started')).toEqual([]);
    expect(whoDid(journal, 'service-started')).toEqual(['09:10 g1']);
  });
});

describe('[Y1] a person has the skills of their first shift all day', () => {
  const day = smallDay(
    [
      { person: 't1', station: 'C1', skills: ['cash'], from: '09:00', to: '10:00' },
      { person: 't1', station: 'C2', skills: ['cash', 'corporate'], from: '10:00', to: '11:00' },
      { role: 'advisor', from: '09:00', to: '11:00' },
    ],
    [
      { at: '10:10', for: 'corporate', minutes: 5 },
      { at: '10:20', for: 'cash', minutes: 5 },
    ],
  );
  it('in both', () => {
    const started = of(bothWrite(day), 'service-started');
    expect(started.map(({ data }) => data)).toEqual([{ ticket: 'v1', need: 0, station: 'C2', staff: ['t1'] }]);
  });
});

describe('[Y6] who is sent to a station works there, whatever their role leads', () => {
  const day = smallDay(
    [{ role: 'advisor', station: 'C2', skills: ['cash'], from: '09:00', to: '11:00' }],
    [{ at: '09:10', for: 'cash', minutes: 5 }],
  );
  it('in both', () => {
    expect(whoDid(bothWrite(day), 'station-opened').at(-1)).toBe('09:00 advisor-1');
  });
});

/** Corporate customers take two tellers. */
const services = smallBranchInput.services.map((one) =>
  one.id === 'corporate' ? { ...one, modes: [{ at: 'counter' as const, team: [{ role: 'teller' as const, count: 2 }] }] } : one,
);

describe('[Y6] who stands by takes the station that closes, not another that is closed', () => {
  // t1 is in the team at C2 when C1 closes, and out of it when the lead leaves C2.
  const day = smallDay(
    [
      { role: 'teller', skills: ['cash'], from: '09:00', to: '09:40' },
      { role: 'teller', from: '09:00', to: '09:40' },
      { role: 'teller', station: 'C3', from: '09:00', to: '11:00' },
      { person: 't1', from: '09:00', to: '11:00' },
    ],
    [{ at: '09:30', for: 'corporate', minutes: 30 }],
    { branch: { services } },
  );
  it('in both', () => {
    const opened = of(bothWrite(day), 'station-opened').filter(({ by }) => by.kind === 'teller');
    expect(opened.map(({ by, data }) => [by.id, 'station' in data ? data.station : ''])).toEqual([
      ['teller-1', 'C1'],
      ['teller-2', 'C2'],
      ['teller-3', 'C3'],
      ['t1', 'C2'],
    ]);
  });
});

describe('[Y8] a break still owed when the shift is over lapses', () => {
  const day = smallDay(
    [
      { role: 'teller', from: '09:00', to: '09:30', breaks: [{ from: '09:20', to: '09:30' }] },
      { role: 'teller', from: '09:30', to: '11:00' },
    ],
    [{ at: '09:15', for: 'cash', minutes: 30 }],
  );
  it('in both', () => {
    const journal = bothWrite(day);
    expect(of(journal, 'staff-break-started')).toEqual([]);
    expect(whoDid(journal, 'station-ready').at(-1)).toBe('09:45 teller-1');
  });
});

describe('[Y8] who comes back from a team to a break that has lapsed has been ready all along', () => {
  const day = smallDay(
    [
      { role: 'teller', station: 'C1', from: '09:00', to: '11:00' },
      { role: 'teller', from: '09:00', to: '09:30', breaks: [{ from: '09:20', to: '09:30' }] },
      { role: 'teller', from: '09:30', to: '11:00' },
      { role: 'teller', station: 'C3', from: '09:00', to: '11:00' },
    ],
    [
      { at: '09:15', for: 'corporate', minutes: 30 },
      { at: '09:35', for: 'cash', minutes: 5 },
      { at: '09:50', for: 'cash', minutes: 5 },
    ],
    { branch: { services } },
  );
  it('in both', () => {
    expect(whoDid(bothWrite(day), 'called')).toEqual(['09:15 teller-1', '09:35 teller-3', '09:50 teller-2']);
  });
});

describe('[Y5] who takes a station after closing time calls at once', () => {
  const day = smallDay(
    [
      { role: 'teller', skills: ['cash'], count: 3, from: '09:00', to: '11:00' },
      { role: 'teller', skills: ['corporate'], from: '09:00', to: '11:30' },
      { role: 'advisor', from: '09:00', to: '11:30' },
    ],
    [
      { at: '10:50', for: 'corporate', minutes: 5 },
      { at: '10:51', for: 'cash', minutes: 20 },
    ],
  );
  it('in both', () => {
    expect(whoDid(bothWrite(day), 'called')).toEqual(['10:51 teller-1', '11:00 teller-4']);
  });
});

describe('[Y9] a day whose roll is later than its opening starts when it opens', () => {
  const day = smallDay([{ role: 'teller', from: '09:00', to: '11:00' }], [], { branch: { dayRollsAt: '09:30' } });
  it('in both', () => {
    const [opened] = of(bothWrite(day), 'day-opened');
    expect(opened!.data).toMatchObject({ startsAt: aMonday.midnightAt + msOfClock('09:00') });
  });
});
