import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crowd } from '../../../simulator/engine/customers/patience-heap.ts';
import type { Scribe } from '../../../simulator/engine/journal/scribe.ts';
import { Kernel } from '../../../simulator/engine/kernel.ts';
import { PlainDay } from '../../../simulator/engine/plain/plain-day.ts';
import { makeOutcome, type Outcome } from '../../../simulator/engine/results/outcome.ts';
import { floorOf } from '../../../simulator/engine/run.ts';
import { branchSchema } from '../../../simulator/lobby/branch/branch.ts';
import { type Plan, planSchema } from '../../../simulator/lobby/branch/plan.ts';
import { plainBehaviour } from '../../../simulator/workload/behaviour.ts';
import type { Distribution } from '../../../simulator/workload/distributions/distribution.ts';
import { recordedTape } from '../../../simulator/workload/recorded.ts';

const minute = 60_000;
const name = (en: string) => ({ zh: en, en });
const tiers = [
  { id: 'vip', tier: 0 },
  { id: 'normal', tier: 5 },
];
/** Counters for two kinds of work, and a line for each of two tiers. */
const branch = branchSchema.parse({
  v: 1,
  id: 'plain',
  names: name('Plain'),
  zone: 'Asia/Shanghai',
  hours: [{ days: [1], from: '09:00', to: '13:00' }],
  services: ['short', 'long'].map((id, at) => ({
    id,
    names: name(id),
    series: 'AB'[at],
    modes: [{ at: 'counter', team: [{ role: 'teller' }] }],
  })),
  segments: tiers.map(({ id, tier }) => ({ code: id, names: name(id), tier })),
  zones: [{ id: 'hall', names: name('Hall') }],
  lines: tiers.map(({ id, tier }) => ({ id, names: name(id), zone: 'hall', kinds: ['counter'], segments: [id], tier })),
  stations: [1, 2, 3, 4, 5].map((n) => ({ id: `C${n}`, kind: 'counter', names: name(`C${n}`), label: `${n}`, zone: 'hall' })),
  rules: { calling: { id: 'fcfs' }, greeting: { id: 'by-need' } },
});
const clock = (slot: number): string =>
  `${String(9 + Math.floor(slot / 4)).padStart(2, '0')}:${String((slot % 4) * 15).padStart(2, '0')}`;
const shift = fc
  .record({
    from: fc.integer({ min: 0, max: 14 }),
    length: fc.integer({ min: 1, max: 12 }),
    count: fc.integer({ min: 1, max: 3 }),
    station: fc.option(fc.constantFrom('C1', 'C3'), { nil: undefined }),
    rest: fc.boolean(),
  })
  .map(({ from, length, count, station, rest }) => {
    const to = Math.min(20, from + length);
    const breaks = rest && to - from > 2 ? [{ from: clock(from + 1), to: clock(from + 2) }] : [];
    return { from: clock(from), to: clock(to), count, breaks, ...(station === undefined ? {} : { station }) };
  });
/** Whole minutes make simultaneous events the rule. */
const customer = fc.record({
  arrivalMs: fc.integer({ min: 9 * 60 - 5, max: 13 * 60 }).map((m) => m * minute),
  workMs: fc.integer({ min: 0, max: 20 }).map((m) => m * minute),
  patienceMs: fc.oneof(
    fc.constant(Number.POSITIVE_INFINITY),
    fc.integer({ min: 0, max: 40 }).map((m) => m * minute),
  ),
  service: fc.integer({ min: 0, max: 1 }),
  segment: fc.integer({ min: 0, max: 1 }),
});
const rules = fc.constantFrom<Plan['calling'][]>(
  { id: 'fcfs', options: {} },
  { id: 'strict-priority', options: {} },
  { id: 'ratio', options: { weights: { vip: 2, normal: 1 } } },
  { id: 'ageing', options: {} },
  { id: 'threshold', options: { lines: { normal: 5 * minute }, base: { id: 'strict-priority', options: {} } } },
);

/** Whole minutes here too; long ones cluster, or are shorter where nobody waits. */
const turnarounds = fc.option(
  fc.record({
    minutes: fc.integer({ min: 0, max: 3 }),
    quiet: fc.option(fc.integer({ min: 0, max: 2 })),
    persistence: fc.constantFrom(0, 0.5),
  }),
);
const inMinutes = (most: number) => ({ quantile: (u: number) => Math.floor(u * (most + 1)) * minute });
const absences = fc.option(fc.record({ perHour: fc.constantFrom(0.3, 2), clusterMean: fc.constantFrom(1, 3) }));
const comes = fc.option(fc.integer({ min: 0, max: 4 }));

/** Who writes nothing; but a day that is written down takes the long way. */
const nobodyWrites = new Proxy({}, { get: () => () => {} }) as Scribe;

const columns = ({ visits, fate, waitMs, workMs, line, service, station, busyMs, paidMs, day }: Outcome) => ({
  fate: [...fate.subarray(0, visits)],
  waitMs: [...waitMs.subarray(0, visits)].map((ms, at) => (fate[at] === 0 ? 0 : ms)),
  workMs: [...workMs.subarray(0, visits)].map((ms, at) => (fate[at] === 1 ? ms : 0)),
  station: [...station.subarray(0, visits)].map((one, at) => (fate[at] === 1 ? one : 0)),
  line: [...line.subarray(0, visits)],
  service: [...service.subarray(0, visits)],
  busyMs,
  paidMs,
  day: { ...day, presentMs: [...day.presentMs] },
});

describe('a plain day', () => {
  it('gives the same outcome as the whole kernel: every strategy, rosters with breaks, turnaround, absences, attendance, times that coincide', () => {
    const fates = new Map<number, number>();
    const met = { turnaround: 0, away: 0 };
    fc.assert(
      fc.property(
        fc.array(customer, { maxLength: 70 }),
        fc.array(shift, { minLength: 1, maxLength: 6 }),
        rules,
        turnarounds,
        absences,
        comes,
        fc.nat(1000),
        (customers, roster, calling, gap, away, count, day) => {
          const plan = planSchema.parse({ v: 1, id: 'p', roster, calling });
          const floor = floorOf(branch, plan, 1);
          const turnaround = floor.groups.map(() =>
            gap === null
              ? null
              : {
                  ...inMinutes(gap.minutes),
                  quiet: gap.quiet === null ? null : (inMinutes(gap.quiet) as Distribution),
                  persistence: gap.persistence,
                },
          );
          const teller = away === null ? null : { ...away, clusterGapMs: 10 * minute, length: inMinutes(6) as Distribution };
          const attendance = count === null ? {} : { teller: [{ count, share: 1 }] };
          const behaviour = { ...plainBehaviour, attendance, absences: { ...plainBehaviour.absences, teller } };
          expect(PlainDay.on(floor, behaviour, turnaround)).not.toBeNull();
          const tape = { ...recordedTape(customers), day };
          const short = makeOutcome();
          const long = makeOutcome();
          new Kernel(floor, turnaround, behaviour).run(tape, short);
          new Kernel(floor, turnaround, behaviour).run(tape, long, nobodyWrites);
          expect(columns(short)).toEqual(columns(long));
          if (long.day.turnaroundMs > 0) met.turnaround++;
          if (long.day.awayMs > 0) met.away++;
          for (const fate of short.fate.subarray(0, tape.visits)) fates.set(fate, (fates.get(fate) ?? 0) + 1);
        },
      ),
      { numRuns: Number(process.env.PLAIN_RUNS ?? 400), seed: 20261122 },
    );
    // served, left, and unserved for want of staff
    for (const fate of [0, 1, 2]) expect(fates.get(fate)).toBeGreaterThan(20);
    expect(Math.min(met.turnaround, met.away)).toBeGreaterThan(20);
  });

  it('gives the same outcome where a crowd waits, most of whom leave, many at the same ms', () => {
    let most = 0;
    fc.assert(
      fc.property(
        fc.array(customer, { minLength: 4 * crowd.most, maxLength: 5 * crowd.most }),
        fc.array(shift, { minLength: 1, maxLength: 2 }),
        rules,
        (customers, roster, calling) => {
          const floor = floorOf(branch, planSchema.parse({ v: 1, id: 'p', roster, calling }), 1);
          const tape = recordedTape(
            customers.map((one) => ({ ...one, arrivalMs: 9 * 60 * minute + (one.arrivalMs % (60 * minute)) })),
          );
          const short = makeOutcome();
          const long = makeOutcome();
          new Kernel(floor).run(tape, short);
          new Kernel(floor).run(tape, long, nobodyWrites);
          expect(columns(short)).toEqual(columns(long));
          most = Math.max(most, short.fate.subarray(0, tape.visits).filter((fate) => fate === 1).length);
        },
      ),
      { numRuns: 60, seed: 20261122 },
    );
    expect(most).toBeGreaterThan(crowd.most);
  });

  it('is not taken where a skill or a greeter is in the way', () => {
    const on = (roster: object[], behaviour = plainBehaviour) =>
      PlainDay.on(floorOf(branch, planSchema.parse({ v: 1, id: 'p', roster }), 1), behaviour);
    const all = { from: '09:00', to: '13:00' };
    expect(on([all])).not.toBeNull();
    expect(on([{ ...all, skills: ['short'] }])).toBeNull();
    expect(on([all], { ...plainBehaviour, triage: { waitLimitMs: 0, obeyShare: 1 } })).toBeNull();
  });
});
