import { clockOfMs, msOfClock } from '../../../simulator/workload/clock.ts';
import { type Model, type ModelInput, modelSchema } from '../../../simulator/workload/model.ts';
import { plainBranch } from '../engine/plain-branch.ts';

const opens = '10:00';

interface Small {
  readonly id: string;
  readonly counters: number;
  /** Customers of each half hour from ten o'clock; the branch closes after the last. */
  readonly expected: readonly number[];
  readonly dayFactorCv?: number;
  readonly mix?: ModelInput['arrivals'][number]['mix'];
  readonly work?: ModelInput['work'];
}

/** A branch that is open for an hour or two, with one line: short work of 5 minutes unless told otherwise. */
export function smallModel({
  id,
  counters,
  expected,
  dayFactorCv = 0,
  mix = [{ service: 'short', segment: 'normal', share: 1 }],
  work = [{ distribution: { family: 'lognormal', meanMs: 300_000, cv: 1 } }],
}: Small): Model {
  const closes = clockOfMs(msOfClock(opens) + expected.length * 1_800_000);
  return modelSchema.parse({
    v: 1,
    id,
    branch: {
      ...plainBranch(counters, [{ id: 'all', tier: 5, segments: ['normal'] }], 'fcfs'),
      hours: [{ days: [1], from: opens, to: closes }],
    },
    arrivals: [{ id: 'day', days: [1], from: opens, stepMinutes: 30, expected: [...expected], dayFactorCv, mix }],
    work,
  });
}
