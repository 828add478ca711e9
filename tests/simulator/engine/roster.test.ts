import { describe, expect, it } from 'vitest';
import { Kernel } from '../../../simulator/engine/kernel.ts';
import { fates, makeOutcome } from '../../../simulator/engine/results/outcome.ts';
import { type CannotRun, floorOf, run } from '../../../simulator/engine/run.ts';
import { type Branch, branchSchema } from '../../../simulator/lobby/branch/branch.ts';
import { type Plan, planSchema } from '../../../simulator/lobby/branch/plan.ts';
import { makeDistribution } from '../../../simulator/workload/distributions/table.ts';
import { recordedTape } from '../../../simulator/workload/recorded.ts';
import { plainBranch, tellers } from './plain-branch.ts';

const minute = 60_000;
const at = (clock: string): number => (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))) * minute;
const clock = (ms: number): string =>
  `${String(Math.floor(ms / 3_600_000)).padStart(2, '0')}:${String(Math.floor(ms / minute) % 60).padStart(2, '0')}`;

interface Customer {
  readonly comes: string;
  readonly minutes: number;
  readonly patience?: number;
  readonly service?: number;
}

/** Runs a few customers and tells of each: station and start, or when they left. */
function trace(branch: Branch, plan: Plan, customers: readonly Customer[], turnaroundMin = 0): string[] {
  const floor = floorOf(branch, plan, 1);
  const outcome = makeOutcome();
  const turnaround = turnaroundMin > 0 ? makeDistribution({ family: 'constant', ms: turnaroundMin * minute }) : null;
  const tape = recordedTape(
    customers.map(({ comes, minutes, patience, service }) => ({
      arrivalMs: at(comes),
      workMs: minutes * minute,
      patienceMs: patience === undefined ? Number.POSITIVE_INFINITY : patience * minute,
      service: service ?? 0,
      segment: 0,
    })),
  );
  new Kernel(
    floor,
    floor.groups.map(() => turnaround),
  ).run(tape, outcome);
  return customers.map((_, visit) => {
    const when = clock(tape.arrivalMs[visit]! + outcome.waitMs[visit]!);
    if (outcome.fate[visit] === fates.unserved) return 'unserved';
    return outcome.fate[visit] === fates.left ? `left ${when}` : `${branch.stations[outcome.station[visit]!]!.id} ${when}`;
  });
}

const line = [{ id: 'all', tier: 5, segments: ['normal'] }];
const branch = (counters: number, closes = '17:00') => plainBranch(counters, line, 'fcfs', closes);
const plan = (...roster: object[]): Plan => planSchema.parse({ v: 1, id: 'p', roster });
const long = (comes: string, minutes: number): Customer => ({ comes, minutes });

describe('who goes when capacity shrinks', () => {
  it('an idle one goes at once; the others work on', () => {
    const roster = plan({ count: 1, from: '09:00', to: '17:00' }, { count: 1, from: '09:00', to: '10:00' });
    expect(trace(branch(2), roster, [long('09:30', 60), long('10:00', 5), long('10:01', 5)])).toEqual([
      'C1 09:30',
      'C1 10:30',
      'C1 10:35',
    ]);
  });

  it('all busy: the first to finish goes, whoever it is, and nobody is interrupted', () => {
    const roster = plan({ count: 1, from: '09:00', to: '17:00' }, { count: 1, from: '09:00', to: '10:00' });
    // C1 is done at 10:10 and goes; C2 is done at 10:20 and takes the next
    expect(trace(branch(2), roster, [long('09:30', 40), long('09:40', 40), long('09:50', 5)])).toEqual([
      'C1 09:30',
      'C2 09:40',
      'C2 10:20',
    ]);
  });

  it('a change of number brings no fresh crew: who was to leave stays when the number rises again', () => {
    const roster = plan({ count: 2, from: '09:00', to: '10:00' }, { count: 2, from: '10:00', to: '17:00' });
    expect(trace(branch(4), roster, [long('09:30', 90), long('09:31', 90), long('10:05', 5)])).toEqual([
      'C1 09:30',
      'C2 09:31',
      'C1 11:00',
    ]);
    const dip = plan(
      { count: 2, from: '09:00', to: '17:00' },
      { count: 1, from: '09:00', to: '10:00' },
      { count: 1, from: '10:10', to: '17:00' },
    );
    expect(trace(branch(4), dip, [long('09:30', 90), long('09:31', 90), long('09:32', 90), long('10:20', 5)])).toEqual([
      'C1 09:30',
      'C2 09:31',
      'C3 09:32',
      'C1 11:00',
    ]);
  });

  it('two declared people are not interchangeable: the one whose shift ends goes, the newcomer takes a free counter', () => {
    const staffed = branchSchema.parse({
      ...branch(2),
      staff: ['A', 'B'].map((id) => ({ id, role: 'teller', label: id, skills: ['short', 'long'] })),
    });
    const roster = plan({ person: 'A', from: '09:00', to: '10:00' }, { person: 'B', from: '10:00', to: '17:00' });
    expect(trace(staffed, roster, [long('09:50', 30), long('10:05', 5)])).toEqual(['C1 09:50', 'C2 10:05']);
  });

  it('a newcomer waits for a counter when all are taken', () => {
    const staffed = branchSchema.parse({
      ...branch(1),
      staff: ['A', 'B'].map((id) => ({ id, role: 'teller', label: id, skills: ['short', 'long'] })),
    });
    const roster = plan({ person: 'A', from: '09:00', to: '10:00' }, { person: 'B', from: '10:00', to: '17:00' });
    expect(trace(staffed, roster, [long('09:50', 30), long('10:05', 5)])).toEqual(['C1 09:50', 'C1 10:20']);
  });
});

describe('breaks', () => {
  it('begin when the customer is done, keep their length, and do not outlast the shift', () => {
    const roster = plan({ count: 1, from: '09:00', to: '17:00', breaks: [{ from: '12:00', to: '12:30' }] });
    expect(trace(branch(1), roster, [long('11:50', 20), long('11:55', 5)])).toEqual(['C1 11:50', 'C1 12:40']);
    const short = plan(
      { count: 1, from: '09:00', to: '12:40', breaks: [{ from: '12:00', to: '12:30' }] },
      { count: 1, from: '12:50', to: '17:00' },
    );
    expect(trace(branch(1), short, [long('11:50', 30), long('11:55', 5)])).toEqual(['C1 11:50', 'C1 12:50']);
  });

  it('of interchangeable staff the idle one goes first', () => {
    const roster = plan(
      { count: 2, from: '09:00', to: '17:00', breaks: [] },
      { count: 1, from: '09:00', to: '17:00', breaks: [{ from: '12:00', to: '12:30' }] },
    );
    // three at work, C1 and C2 busy: C3 takes the break
    expect(trace(branch(3), roster, [long('11:50', 60), long('11:51', 20), long('12:05', 5)])).toEqual([
      'C1 11:50',
      'C2 11:51',
      'C2 12:11',
    ]);
  });
});

describe('closing', () => {
  it('who works to the end of the opening hours stays until nobody waits whom they can serve', () => {
    expect(trace(branch(1), tellers(1, '09:00', '17:00'), [long('16:50', 20), long('16:55', 20), long('16:59', 20)])).toEqual([
      'C1 16:50',
      'C1 17:10',
      'C1 17:30',
    ]);
  });

  it('a shift that ends earlier ends as planned, and who waits then is not served', () => {
    expect(trace(branch(1), tellers(1, '09:00', '16:00'), [long('15:50', 20), long('15:55', 20)])).toEqual([
      'C1 15:50',
      'unserved',
    ]);
  });

  it('counts overtime as paid, and an empty day as exactly the roster', () => {
    const day = (customers: Customer[]) => {
      const floor = floorOf(branch(2), tellers(2, '09:00', '17:00'), 1);
      const outcome = makeOutcome();
      new Kernel(floor).run(
        recordedTape(
          customers.map((one) => ({
            arrivalMs: at(one.comes),
            workMs: one.minutes * minute,
            patienceMs: Number.POSITIVE_INFINITY,
            service: 0,
            segment: 0,
          })),
        ),
        outcome,
      );
      return outcome;
    };
    expect(day([]).paidMs).toBe(2 * 8 * 60 * minute);
    expect(day([]).busyMs).toBe(0);
    expect(day([long('16:50', 30)]).paidMs).toBe(2 * 8 * 60 * minute + 20 * minute);
    expect(day([long('16:50', 30)]).busyMs).toBe(30 * minute);
  });
});

describe('[S5] who takes an arrival', () => {
  it('the longest ready, then branch order', () => {
    // C1 and C2 are ready from 09:00: branch order. At 09:20 C2 has been ready longer than C1.
    expect(
      trace(branch(2), tellers(2, '09:00', '17:00'), [long('09:05', 10), long('09:06', 4), long('09:20', 5), long('09:20', 5)]),
    ).toEqual(['C1 09:05', 'C2 09:06', 'C2 09:20', 'C1 09:20']);
  });

  it('of those ready since the same moment the first in branch order, whatever made them ready', () => {
    const roster = plan(
      { count: 1, from: '09:00', to: '17:00' },
      { count: 1, from: '09:00', to: '17:00', breaks: [{ from: '09:02', to: '09:12' }] },
    );
    // C2 comes back from its break at 09:12, C1's turnaround ends then
    expect(trace(branch(2), roster, [long('09:00', 10), long('09:12', 5)], 2)).toEqual(['C1 09:00', 'C1 09:12']);
  });
});

describe('[C2] [C3] skills', () => {
  it('the head of a line is its first ticket that this station can serve', () => {
    const roster = plan(
      { count: 1, from: '09:00', to: '17:00', skills: ['short'] },
      { count: 1, from: '09:00', to: '17:00', skills: ['short', 'long'] },
    );
    const [short, longer] = [0, 1];
    expect(
      trace(branch(2), roster, [
        { comes: '09:01', minutes: 30, service: short },
        { comes: '09:02', minutes: 40, service: longer },
        { comes: '09:03', minutes: 5, service: longer },
        { comes: '09:04', minutes: 5, service: short },
      ]),
    ).toEqual(['C1 09:01', 'C2 09:02', 'C2 09:42', 'C1 09:31']);
  });

  it("a station's own services bind whoever works it", () => {
    const one = branch(2);
    const bound = branchSchema.parse({
      ...one,
      stations: one.stations.map((station, n) => (n === 0 ? { ...station, services: ['long'] } : station)),
    });
    expect(trace(bound, tellers(2, '09:00', '17:00'), [long('09:01', 30), long('09:02', 5)])).toEqual(['C2 09:01', 'C2 09:31']);
  });
});

describe('patience and turnaround', () => {
  it('who has waited as long as they would leaves, before a call at the same moment', () => {
    const customers = [
      long('09:00', 30),
      { comes: '09:10', minutes: 5, patience: 20 },
      { comes: '09:11', minutes: 5, patience: 20 },
    ];
    expect(trace(branch(1), tellers(1, '09:00', '17:00'), customers)).toEqual(['C1 09:00', 'left 09:30', 'C1 09:30']);
  });

  it('a turnaround keeps the station from the next customer', () => {
    expect(trace(branch(1), tellers(1, '09:00', '17:00'), [long('09:00', 10), long('09:01', 10)], 2)).toEqual([
      'C1 09:00',
      'C1 09:12',
    ]);
  });
});

describe('a plan that makes no sense', () => {
  const staffed = branchSchema.parse({ ...branch(2), staff: [{ id: 'A', role: 'teller', label: 'A', skills: ['short'] }] });
  it.each([
    [{ person: 'Z', from: '09:00', to: '10:00' }, 'roster.0.person: unknown person "Z"; declared: A'],
    [{ station: 'C9', from: '09:00', to: '10:00' }, 'unknown station "C9"; declared: C1, C2'],
    [{ skills: ['loans'], from: '09:00', to: '10:00' }, 'unknown skill "loans"'],
    [{ from: '10:00', to: '10:00' }, 'a shift must end after it begins'],
    [{ from: '09:00', to: '10:00', breaks: [{ from: '09:50', to: '10:10' }] }, 'is not within the shift'],
    [{ person: 'A', count: 2, from: '09:00', to: '10:00' }, 'is one person'],
  ])('%j is refused with what, where and what is allowed', (shift, message) => {
    expect(() => floorOf(staffed, plan(shift), 1)).toThrow(message);
  });

  it('lists every problem', () => {
    const bad = plan(
      { person: 'Z', from: '10:00', to: '09:00' },
      { person: 'A', from: '09:00', to: '11:00' },
      { person: 'A', from: '10:00', to: '12:00' },
    );
    try {
      run(recordedTape([]), { ...bad, calling: { id: 'magic', options: {} } }, staffed);
      expect.unreachable();
    } catch (error) {
      expect((error as CannotRun).problems.map(({ path }) => path)).toEqual([
        'roster.0.person',
        'roster.0.to',
        'roster.2',
        'calling.id',
      ]);
    }
  });
});
