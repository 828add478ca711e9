import { describe, expect, it } from 'vitest';
import { bankDay } from '../../../simulator/study/bench/bank-day.ts';
import { modelSchema } from '../../../simulator/workload/model.ts';
import { recordedTape } from '../../../simulator/workload/recorded.ts';
import { makeSampler, sample, sampleInto } from '../../../simulator/workload/sample.ts';
import { makeTape, type Tape } from '../../../simulator/workload/tape.ts';

const { model } = bankDay();
const column = (tape: Tape, name: 'arrivalMs' | 'workMs' | 'patienceMs' | 'service' | 'segment'): number[] => [
  ...tape[name].subarray(0, tape.visits),
];

describe('sample', () => {
  it('gives the same tape for the same seed and day, another for another', () => {
    const tape = sample(model, 5, 11);
    expect(sample(model, 5, 11)).toEqual(tape);
    expect(column(sample(model, 5, 12), 'arrivalMs')).not.toEqual(column(tape, 'arrivalMs'));
    expect(column(sample(model, 6, 11), 'arrivalMs')).not.toEqual(column(tape, 'arrivalMs'));
  });

  it('draws the same day into a used tape as into a fresh one', () => {
    const sampler = makeSampler(model);
    const used = makeTape(1);
    sampleInto(sampler, 1, 0, used);
    sampleInto(sampler, 1, 1, used);
    const fresh = sample(model, 1, 1);
    for (const name of ['arrivalMs', 'workMs', 'patienceMs', 'service', 'segment'] as const)
      expect(column(used, name)).toEqual(column(fresh, name));
  });

  it('keeps every other draw when one part of the model changes: a stream for each purpose', () => {
    const before = sample(model, 3, 4);
    const stayers = sample({ ...model, patience: [] }, 3, 4);
    expect(column(stayers, 'patienceMs').every((ms) => ms === Number.POSITIVE_INFINITY)).toBe(true);
    for (const name of ['arrivalMs', 'workMs', 'service', 'segment'] as const)
      expect(column(stayers, name)).toEqual(column(before, name));
    const slower = sample({ ...model, work: [{ distribution: { family: 'exponential', meanMs: 600_000 } }] }, 3, 4);
    for (const name of ['arrivalMs', 'patienceMs', 'service', 'segment'] as const)
      expect(column(slower, name)).toEqual(column(before, name));
    expect(column(slower, 'workMs')).not.toEqual(column(before, 'workMs'));
  });

  it('is made of whole ms in order of arrival, within the profile', () => {
    const tape = sample(model, 8, 0);
    const arrivals = column(tape, 'arrivalMs');
    expect(arrivals.length).toBeGreaterThan(200);
    expect(arrivals).toEqual([...arrivals].sort((a, b) => a - b));
    expect(arrivals[0]).toBeGreaterThanOrEqual(8.5 * 3_600_000);
    expect(arrivals.at(-1)).toBeLessThan(17 * 3_600_000);
    for (const name of ['arrivalMs', 'workMs', 'patienceMs'] as const)
      expect(column(tape, name).every(Number.isInteger)).toBe(true);
  });

  it('holds the rate of each step, the mix and the distributions: within 4 standard errors over 2,000 days', () => {
    const sampler = makeSampler(model);
    const tape = makeTape(0);
    const days = 2000;
    const counts = new Array<number>(17).fill(0);
    const kinds = [0, 0, 0];
    const work = [0, 0, 0];
    let patience = 0;
    let visits = 0;
    for (let day = 0; day < days; day++) {
      sampleInto(sampler, 21, day, tape);
      visits += tape.visits;
      for (let visit = 0; visit < tape.visits; visit++) {
        counts[Math.floor((tape.arrivalMs[visit]! - 8.5 * 3_600_000) / 1_800_000)]!++;
        const kind = tape.segment[visit] === 0 ? 2 : tape.service[visit]!;
        kinds[kind]!++;
        work[kind]! += tape.workMs[visit]!;
        patience += tape.patienceMs[visit]!;
      }
    }
    const z = (got: number, expected: number, error: number): number => Math.abs(got - expected) / error;
    model.arrivals[0]!.expected.forEach((expected, step) => {
      expect(z(counts[step]! / days, expected, Math.sqrt(expected / days)), `step ${step}`).toBeLessThan(4);
    });
    [0.6, 0.3, 0.1].forEach((share, kind) => {
      expect(z(kinds[kind]! / visits, share, Math.sqrt((share * (1 - share)) / visits)), `kind ${kind}`).toBeLessThan(4);
    });
    [
      [4, 0.8],
      [11, 1],
      [9, 0.9],
    ].forEach(([mean, cv], kind) => {
      const meanMs = mean! * 60_000;
      expect(z(work[kind]! / kinds[kind]!, meanMs, (cv! * meanMs) / Math.sqrt(kinds[kind]!)), `work ${kind}`).toBeLessThan(4);
    });
    expect(z(patience / visits, 25 * 60_000, (25 * 60_000) / Math.sqrt(visits))).toBeLessThan(4);
  });

  it('varies whole days by the day factor: variance of the totals is m + cv² m²', () => {
    const varied = modelSchema.parse({ ...model, arrivals: [{ ...model.arrivals[0]!, dayFactorCv: 0.2 }] });
    const sampler = makeSampler(varied);
    const tape = makeTape(0);
    const totals = Array.from({ length: 4000 }, (_, day) => sampleInto(sampler, 2, day, tape).visits);
    const mean = totals.reduce((sum, total) => sum + total, 0) / totals.length;
    const variance = totals.reduce((sum, total) => sum + (total - mean) ** 2, 0) / (totals.length - 1);
    expect(Math.abs(mean - 300)).toBeLessThan(4 * Math.sqrt((300 + 3600) / 4000));
    expect(variance / (300 + 3600)).toBeGreaterThan(0.9);
    expect(variance / (300 + 3600)).toBeLessThan(1.1);
  });

  it('makes a tape of a recorded day, in order of arrival', () => {
    const visit = { service: 0, segment: 0, patienceMs: Number.POSITIVE_INFINITY };
    const tape = recordedTape([
      { ...visit, arrivalMs: 2000.4, workMs: 5 },
      { ...visit, arrivalMs: 1000, workMs: 7.6, patienceMs: 99.5 },
    ]);
    expect(column(tape, 'arrivalMs')).toEqual([1000, 2000]);
    expect(column(tape, 'workMs')).toEqual([8, 5]);
    expect(column(tape, 'patienceMs')).toEqual([100, Number.POSITIVE_INFINITY]);
  });
});
