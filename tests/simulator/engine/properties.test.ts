import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeFloor } from '../../../simulator/engine/floor/floor.ts';
import { Kernel } from '../../../simulator/engine/kernel.ts';
import { fates, makeOutcome, type Outcome } from '../../../simulator/engine/results/outcome.ts';
import { estimateKpis, makeSections, mergeSections } from '../../../simulator/engine/results/study.ts';
import { tallyDay } from '../../../simulator/engine/results/tally-day.ts';
import { floorOf, runJob } from '../../../simulator/engine/run.ts';
import { type Plan, planSchema } from '../../../simulator/lobby/branch/plan.ts';
import { came, emptyTally } from '../../../simulator/lobby/kpi/tally.ts';
import { hasProblems } from '../../../simulator/lobby/problem.ts';
import { bankDay } from '../../../simulator/study/bench/bank-day.ts';
import { recordedTape } from '../../../simulator/workload/recorded.ts';
import { sample } from '../../../simulator/workload/sample.ts';
import type { Tape } from '../../../simulator/workload/tape.ts';
import { plainBranch } from './plain-branch.ts';

const minute = 60_000;
const runs = { numRuns: 300, seed: 20261122 };
const lines = [
  { id: 'vip', tier: 0, segments: ['vip'] },
  { id: 'normal', tier: 5, segments: ['normal'] },
];

const customer = (patient: boolean) =>
  fc.record({
    arrivalMs: fc.integer({ min: 9 * 60, max: 17 * 60 }).map((m) => m * minute),
    workMs: fc.integer({ min: 0, max: 40 }).map((m) => m * minute),
    patienceMs: patient ? fc.constant(Number.POSITIVE_INFINITY) : fc.integer({ min: 0, max: 60 }).map((m) => m * minute),
    service: fc.integer({ min: 0, max: 1 }),
    segment: fc.integer({ min: 0, max: 1 }),
  });

/** Heads by half hour from 09:00 to 17:00, as pieces. */
const heads = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 16, maxLength: 16 });
const half = (step: number): string => `${String(9 + Math.floor(step / 2)).padStart(2, '0')}:${step % 2 === 0 ? '00' : '30'}`;
const planOf = (counts: readonly number[]): Plan =>
  planSchema.parse({ v: 1, id: 'p', roster: counts.map((count, step) => ({ count, from: half(step), to: half(step + 1) })) });

const anyShift = fc
  .record({
    from: fc.integer({ min: 16, max: 36 }),
    length: fc.integer({ min: 1, max: 12 }),
    count: fc.integer({ min: 1, max: 3 }),
    skills: fc.subarray(['short', 'long'], { minLength: 1 }),
    pause: fc.boolean(),
  })
  .map(({ from, length, count, skills, pause }) => {
    const clock = (slot: number): string => `${String(Math.floor(slot / 2)).padStart(2, '0')}:${slot % 2 === 0 ? '00' : '30'}`;
    const breaks = pause && length >= 3 ? [{ from: clock(from + 1), to: clock(from + 2) }] : [];
    return { from: clock(from), to: clock(from + length), count, skills, breaks };
  });

function outcomeOf(
  tape: Tape,
  plan: Plan,
  calling = 'fcfs',
  counters = 6,
): { outcome: Outcome; tally: ReturnType<typeof emptyTally> } {
  const floor = makeFloor(plainBranch(counters, lines, calling, '17:00'), plan, 1);
  if (hasProblems(floor)) throw new Error(JSON.stringify(floor.problems));
  const outcome = makeOutcome();
  new Kernel(floor).run(tape, outcome);
  const tally = emptyTally();
  tallyDay(floor, outcome, tally);
  return { outcome, tally };
}

describe('any day under any plan', () => {
  it('accounts for everybody: served, left and unserved add up; nobody waits a negative time or past their patience', () => {
    let unserved = 0;
    let left = 0;
    fc.assert(
      fc.property(
        fc.array(customer(false), { maxLength: 60 }),
        fc.array(anyShift, { maxLength: 6 }),
        fc.constantFrom('fcfs', 'strict-priority', 'longest-wait'),
        (customers, roster, calling) => {
          const tape = recordedTape(customers);
          const { outcome, tally } = outcomeOf(tape, planSchema.parse({ v: 1, id: 'p', roster }), calling);
          expect(came(tally)).toBe(tape.visits);
          let work = 0;
          for (let visit = 0; visit < tape.visits; visit++) {
            const fate = outcome.fate[visit];
            if (fate === fates.unserved) continue;
            expect(outcome.waitMs[visit]).toBeGreaterThanOrEqual(0);
            expect(outcome.waitMs[visit]).toBeLessThanOrEqual(tape.patienceMs[visit]!);
            if (fate === fates.left) expect(outcome.waitMs[visit]).toBe(tape.patienceMs[visit]);
            else work += tape.workMs[visit]!;
          }
          unserved += tally.unserved;
          left += tally.left;
          expect(outcome.busyMs).toBe(work);
          expect(outcome.paidMs).toBeGreaterThanOrEqual(outcome.busyMs);
        },
      ),
      runs,
    );
    // the property is not vacuous
    expect(left).toBeGreaterThan(100);
    expect(unserved).toBe(0);
  });

  it('serves nobody at a station that is busy: services at one station do not overlap', () => {
    fc.assert(
      fc.property(fc.array(customer(false), { maxLength: 60 }), fc.array(anyShift, { maxLength: 6 }), (customers, roster) => {
        const tape = recordedTape(customers);
        const { outcome } = outcomeOf(tape, planSchema.parse({ v: 1, id: 'p', roster }));
        const spans = Array.from({ length: tape.visits }, (_, visit) => visit)
          .filter((visit) => outcome.fate[visit] === fates.served)
          .map((visit) => ({
            station: outcome.station[visit]!,
            from: tape.arrivalMs[visit]! + outcome.waitMs[visit]!,
            work: tape.workMs[visit]!,
          }))
          .sort((a, b) => a.station - b.station || a.from - b.from);
        spans.slice(1).forEach((span, n) => {
          const before = spans[n]!;
          if (before.station === span.station) expect(span.from).toBeGreaterThanOrEqual(before.from + before.work);
        });
      }),
      runs,
    );
  });

  it('gives the same outcome every time, also in a kernel that ran other days before', () => {
    fc.assert(
      fc.property(
        fc.array(customer(false), { maxLength: 40 }),
        fc.array(customer(false), { maxLength: 40 }),
        fc.array(anyShift, { maxLength: 5 }),
        (first, second, roster) => {
          const floor = floorOf(plainBranch(6, lines, 'strict-priority', '17:00'), planSchema.parse({ v: 1, id: 'p', roster }), 1);
          const seen = (kernel: Kernel, tape: Tape) => {
            const outcome = makeOutcome();
            kernel.run(tape, outcome);
            return [
              ...outcome.waitMs.subarray(0, tape.visits),
              ...outcome.fate.subarray(0, tape.visits),
              outcome.busyMs,
              outcome.paidMs,
            ];
          };
          const used = new Kernel(floor);
          seen(used, recordedTape(first));
          expect(seen(used, recordedTape(second))).toEqual(seen(new Kernel(floor), recordedTape(second)));
        },
      ),
      runs,
    );
  });
});

describe('more staff', () => {
  it('never make anybody wait longer: first come, first served, one skill, nobody leaving, on the same tape', () => {
    let shorter = 0;
    fc.assert(
      fc.property(
        fc.array(customer(true), { minLength: 30, maxLength: 80 }),
        heads,
        fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }),
        (customers, counts, more) => {
          const tape = recordedTape(customers);
          const few = outcomeOf(tape, planOf(counts), 'fcfs', 8).outcome;
          const many = outcomeOf(tape, planOf(counts.map((count, step) => count + (more[step] ? 1 : 0))), 'fcfs', 8).outcome;
          for (let visit = 0; visit < tape.visits; visit++) {
            expect(many.waitMs[visit]).toBeLessThanOrEqual(few.waitMs[visit]!);
            if (many.waitMs[visit]! < few.waitMs[visit]!) shorter++;
          }
        },
      ),
      runs,
    );
    expect(shorter).toBeGreaterThan(100);
  });
});

describe('common random numbers', () => {
  it('a plan changes nothing on the tape: every customer keeps arrival, work and patience', () => {
    const { model, plan } = bankDay();
    const tape = sample(model, 4, 9);
    const before = structuredClone(tape);
    const more = planSchema.parse({ ...plan, roster: [...plan.roster, { role: 'teller', count: 1, from: '08:30', to: '17:00' }] });
    const bigger = {
      ...model.branch,
      stations: [...model.branch.stations, { ...model.branch.stations[0]!, id: 'C6', label: '6' }],
    };
    for (const one of [plan, more]) {
      const floor = floorOf(bigger, one, 1);
      new Kernel(floor).run(tape, makeOutcome());
      expect(tape).toEqual(before);
    }
  });

  it('the same days give the same figures however they are divided', () => {
    const { model, plan } = bankDay();
    const job = { model, plans: [plan], seed: 5, sections: 10 };
    const source = (seed: number, day: number): Tape => sample(model, seed, day);
    const whole = runJob({ ...job, firstDay: 0, days: 40 }, source)[0]!.sections;
    const parts = makeSections(10);
    for (const [firstDay, days] of [
      [25, 15],
      [0, 7],
      [7, 18],
    ] as const)
      mergeSections(parts, runJob({ ...job, firstDay, days }, source)[0]!.sections);
    expect(JSON.stringify(estimateKpis(parts))).toBe(JSON.stringify(estimateKpis(whole)));
  });
});
