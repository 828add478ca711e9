import { describe, expect, it } from 'vitest';
import { modeKinds } from '../../../simulator/lobby/branch/service.ts';
import { type Model, modelSchema } from '../../../simulator/workload/model.ts';
import { sample } from '../../../simulator/workload/sample.ts';
import type { Tape } from '../../../simulator/workload/tape.ts';
import { smallBranchInput } from '../../fixtures/branch.ts';

const minute = 60_000;
const open = { ...smallBranchInput, hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '09:00', to: '17:00' }] };

/** A model of the small branch with something of everything. */
function richModel(change: Record<string, unknown> = {}): Model {
  return modelSchema.parse({
    v: 1,
    id: 'rich',
    branch: open,
    arrivals: [
      {
        id: 'day',
        days: [1],
        from: '09:00',
        stepMinutes: 60,
        expected: [100, 100, 100, 100],
        mix: [
          { service: 'cash', segment: 'normal', share: 0.7 },
          { service: 'card', segment: 'gold', share: 0.3, further: ['wealth', 'cash'] },
        ],
      },
    ],
    work: [
      { service: 'cash', mode: 'device', distribution: { family: 'exponential', meanMs: 2 * minute } },
      { distribution: { family: 'exponential', meanMs: 4 * minute } },
    ],
    patience: [{ distribution: { family: 'kaplan-meier', atMs: [0, minute, 9 * minute], survival: [0.9, 0.5, 0.25] } }],
    walk: { paceCv: 0.3 },
    answers: { away: 0.5, gone: 0.1 },
    balking: { onLength: [{ atLeast: 5, share: 0.5 }] },
    triage: { distribution: { family: 'constant', ms: 30_000 } },
    customers: { traits: [{ code: 'senior', segment: 'normal', share: 0.4 }], english: 0.2, channels: { phone: 0.25 } },
    deviceFailures: [{ share: 0.2 }],
    transfers: [{ service: 'cash', to: 'wealth', share: 0.25 }],
    ...change,
  });
}

const share = (tape: Tape, holds: (visit: number) => boolean): number =>
  Array.from({ length: tape.visits }, (_, visit) => holds(visit)).filter(Boolean).length / tape.visits;

/** Within five standard errors of a share. */
const near = (got: number, expected: number, count: number): void =>
  expect(Math.abs(got - expected)).toBeLessThan(5 * Math.sqrt((expected * (1 - expected)) / count));

const many = richModel({
  arrivals: [{ ...richModel().arrivals[0]!, expected: [5000, 5000, 5000, 5000] }],
});

describe('a tape of everything', () => {
  const tape = sample(many, 7, 3);

  it('lays the needs of a visit beside each other, those that come by transfer behind the one they come from', () => {
    expect(tape.firstNeed![0]).toBe(0);
    expect(tape.firstNeed![tape.visits]).toBe(tape.needs);
    for (let visit = 0; visit < tape.visits; visit++) {
      const services: number[] = [];
      for (let need = tape.firstNeed![visit]!; need < tape.firstNeed![visit + 1]!; need++) {
        if (tape.byTransfer![need] === 1) expect([tape.service[need - 1], tape.service[need]]).toEqual([0, 2]);
        else services.push(tape.service[need]!);
      }
      expect(services).toEqual(tape.segment[visit] === 1 ? [1, 2, 0] : [0]);
    }
    near(tape.byTransfer!.subarray(0, tape.needs).reduce((sum, one) => sum + one, 0) / tape.visits, 0.25, tape.visits);
  });

  it('draws each trait, language, channel, answer and pace with its share', () => {
    const normal = share(tape, (visit) => tape.segment[visit] === 2);
    near(share(tape, (visit) => tape.traits![visit] === 1) / normal, 0.4, tape.visits * normal);
    near(
      share(tape, (visit) => tape.language![visit] === 1),
      0.2,
      tape.visits,
    );
    near(
      share(tape, (visit) => tape.channel![visit] === 1),
      0.25,
      tape.visits,
    );
    near(
      share(tape, (visit) => tape.answersAt![visit] === 0),
      0.1,
      tape.visits,
    );
    near(
      share(tape, (visit) => tape.answersAt![visit] === 1),
      0.45,
      tape.visits,
    );
    near(
      share(tape, (visit) => tape.answersAt![visit] === 3),
      0.9 * 0.125,
      tape.visits,
    );
    const paces = tape.pace!.subarray(0, tape.visits);
    expect(paces.reduce((sum, one) => sum + one, 0) / tape.visits).toBeCloseTo(1, 1);
    expect(tape.triageMs![5]).toBe(30_000);
    expect(tape.prepared).toBeNull();
  });

  it('draws one uniform for the work of all modes: who is slow at a counter is slow at a device', () => {
    const device = tape.workIn[modeKinds.indexOf('device')]!;
    for (let need = 0; need < 2000; need++) {
      if (tape.service[need] === 0) expect(Math.abs(device[need]! - tape.workMs[need]! / 2)).toBeLessThanOrEqual(1);
      else expect(device[need]).toBe(tape.workMs[need]);
    }
    expect(tape.workIn[modeKinds.indexOf('desk')]).toBe(tape.workMs);
  });

  it('reads patience from a Kaplan-Meier curve; who outlasts it never leaves', () => {
    const patience = tape.patienceMs.subarray(0, tape.needs);
    const of = (ms: number) => patience.filter((one) => one === ms).length / tape.needs;
    near(of(1), 0.1, tape.needs);
    near(of(minute), 0.4, tape.needs);
    near(of(Number.POSITIVE_INFINITY), 0.25, tape.needs);
  });

  it('changes no other draw when a feature is added', () => {
    const before = sample(richModel({ answers: undefined, walk: undefined, customers: undefined, deviceFailures: [] }), 7, 3);
    const after = sample(richModel(), 7, 3);
    expect(before.pace).toBeNull();
    expect(before.workMs).toEqual(after.workMs);
    expect(before.patienceMs).toEqual(after.patienceMs);
    expect(before.balk).toEqual(after.balk);
  });
});

describe('arrivals of other kinds', () => {
  it('come in batches: the same number of visits, each group at one ms', () => {
    const model = richModel({ arrivals: [{ ...many.arrivals[0]!, batch: [0.5, 0, 0.5] }] });
    const tape = sample(model, 1, 1);
    const instants = new Set(tape.arrivalMs.subarray(0, tape.visits)).size;
    expect(tape.visits / 20_000).toBeCloseTo(1, 1);
    expect(tape.visits / instants).toBeCloseTo(2, 1);
  });

  it('follow a rate that is linear in each step', () => {
    const profile = { ...many.arrivals[0]!, expected: [10_000, 10_000], knotsPerHour: [0, 20_000, 0] };
    const tape = sample(richModel({ arrivals: [profile] }), 1, 1);
    const firstQuarter = share(tape, (visit) => tape.arrivalMs[visit]! < 9.5 * 60 * minute);
    near(firstQuarter, 0.125, tape.visits);
    near(
      share(tape, (visit) => tape.arrivalMs[visit]! < 10.5 * 60 * minute),
      0.875,
      tape.visits,
    );
  });

  it('are booked: every slot once, shows and misses by their shares, in order among those who walk in', () => {
    const appointments = [
      { service: 'wealth', segment: 'vip', from: '09:00', to: '16:50', everyMinutes: 10, places: 4, booked: 0.5, shows: 0.75 },
    ];
    const tape = sample(richModel({ appointments }), 1, 1);
    expect(tape.bookings.length).toBeGreaterThan(60);
    near(tape.bookings.length / 192, 0.5, 192);
    near(tape.bookings.filter(({ visit }) => visit >= 0).length / tape.bookings.length, 0.75, tape.bookings.length);
    for (const { slotMs, visit } of tape.bookings.filter((one) => one.visit >= 0)) expect(tape.slotMs![visit]).toBe(slotMs);
    for (let visit = 1; visit < tape.visits; visit++)
      expect(tape.arrivalMs[visit]!).toBeGreaterThanOrEqual(tape.arrivalMs[visit - 1]!);
    expect(share(tape, (visit) => !Number.isNaN(tape.slotMs![visit]!))).toBeGreaterThan(0.1);
  });

  it('are refused where the rates at the edges do not fit what is expected, and where shares do not add up', () => {
    const bad = (arrivals: unknown) => modelSchema.safeParse({ ...richModel(), arrivals: [arrivals] }).error?.issues[0]?.message;
    expect(bad({ ...many.arrivals[0], expected: [10, 20], knotsPerHour: [0, 20, 30] })).toMatch(/20 arrivals, but the rates/);
    expect(bad({ ...many.arrivals[0], batch: [0.5, 0.2] })).toMatch(/add up to 0.7/);
  });
});
