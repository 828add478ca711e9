import fc from 'fast-check';
import { expect, it } from 'vitest';
import { absencesOf } from '../../../simulator/workload/absence-draws.ts';
import type { AbsenceRule } from '../../../simulator/workload/behaviour.ts';
import { dayMs } from '../../../simulator/workload/clock.ts';
import { makeDistribution } from '../../../simulator/workload/distributions/table.ts';
import { Stream } from '../../../simulator/workload/streams.ts';

/** The whole day drawn at once and then put in order. */
function drawnAtOnce(rule: AbsenceRule, seed: number, day: number, person: number) {
  const stream = new Stream().start(seed, day, 'absence', person);
  const gap = (meanMs: number): number => -meanMs * Math.log(1 - stream.uniform());
  const everyMs = (3_600_000 / rule.perHour) * rule.clusterMean;
  const all = [];
  for (let clusterMs = gap(everyMs); clusterMs < dayMs; clusterMs += gap(everyMs)) {
    let atMs = clusterMs;
    do {
      all.push({ atMs: Math.round(atMs), lengthMs: Math.max(1, Math.round(rule.length.quantile(stream.uniform()))) });
      atMs += gap(rule.clusterGapMs);
    } while (stream.uniform() >= 1 / rule.clusterMean);
  }
  return all.sort((a, b) => a.atMs - b.atMs);
}

it('[Y21] absences that are drawn as they come are those of the whole day in order, also where clusters overlap', () => {
  fc.assert(
    fc.property(
      fc.record({
        perHour: fc.double({ min: 0.1, max: 40, noNaN: true }),
        clusterMean: fc.double({ min: 1, max: 8, noNaN: true }),
        clusterGapMs: fc.integer({ min: 1, max: 3_600_000 }),
      }),
      fc.nat(),
      fc.nat(100),
      (rates, seed, person) => {
        const rule = { ...rates, length: makeDistribution({ family: 'exponential', meanMs: 180_000 }) };
        expect(absencesOf(rule, seed, 3, person)).toEqual(drawnAtOnce(rule, seed, 3, person));
      },
    ),
    { numRuns: 60 },
  );
});
