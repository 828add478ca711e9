import { describe, expect, it } from 'vitest';
import { type ModelInput, modelSchema } from '../../../simulator/workload/model.ts';
import { sample } from '../../../simulator/workload/sample.ts';
import { smallBranchInput } from '../../fixtures/branch.ts';

const minute = 60_000;
const input: ModelInput = {
  v: 1,
  id: 'interrupted',
  branch: { ...smallBranchInput, hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '09:00', to: '10:00' }] },
  arrivals: [
    {
      id: 'day',
      days: [1],
      from: '09:00',
      stepMinutes: 60,
      expected: [4000],
      mix: [
        { service: 'cash', segment: 'normal', share: 0.75, further: ['card'] },
        { service: 'wealth', segment: 'normal', share: 0.25 },
      ],
    },
  ],
  work: [{ distribution: { family: 'exponential', meanMs: 4 * minute } }],
};
const interruptions: ModelInput['interruptions'] = [
  { service: 'cash', share: 0.4, after: 0.3, distribution: { family: 'exponential', meanMs: 5 * minute } },
  { service: 'card', share: 1, distribution: { family: 'constant', ms: 0 } },
];

describe('interrupted services on a tape', () => {
  const plain = sample(modelSchema.parse(input), 5, 1);
  const tape = sample(modelSchema.parse({ ...input, interruptions }), 5, 1);
  const needsFor = (service: string): number[] => {
    const at = smallBranchInput.services.findIndex(({ id }) => id === service);
    return Array.from({ length: tape.needs }, (_, need) => need).filter((need) => tape.service[need] === at);
  };

  it('are so many of a service, after so much of the work, for a time drawn from the distribution', () => {
    const cash = needsFor('cash');
    const away = cash.filter((need) => tape.parkAfter![need]! >= 0);
    const error = Math.sqrt((0.4 * 0.6) / cash.length);
    expect(Math.abs(away.length / cash.length - 0.4)).toBeLessThan(5 * error);
    expect(new Set(away.map((need) => tape.parkAfter![need]))).toEqual(new Set([0.3]));
    const mean = away.reduce((sum, need) => sum + tape.awayMs![need]!, 0) / away.length;
    expect(Math.abs(mean - 5 * minute)).toBeLessThan((5 * (5 * minute)) / Math.sqrt(away.length));
  });

  it('last at least 1 ms, are after half of the work unless said, and are none where no entry is for the service', () => {
    for (const need of needsFor('card')) expect([tape.parkAfter![need], tape.awayMs![need]]).toEqual([0.5, 1]);
    for (const need of needsFor('wealth')) expect([tape.parkAfter![need], tape.awayMs![need]]).toEqual([-1, 0]);
  });

  it('change no other draw', () => {
    expect(plain.parkAfter).toBeNull();
    expect({ ...tape, parkAfter: null, awayMs: null }).toEqual(plain);
  });

  it('of an unknown service are refused, with what the branch declares', () => {
    const wrong = modelSchema.safeParse({ ...input, interruptions: [{ ...interruptions[0], service: 'tea' }] });
    expect(wrong.error?.issues.map(({ message, path }) => `${path.join('.')}: ${message}`)).toEqual([
      'interruptions.0.service: unknown service "tea"; the branch declares: cash, card, wealth, corporate',
    ]);
  });
});
