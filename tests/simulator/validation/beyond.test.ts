import { expect, it } from 'vitest';
import type { Measured } from '../../../simulator/validation/answer.ts';
import { answerCase } from '../../../simulator/validation/answer-case.ts';
import type { Case } from '../../../simulator/validation/case.ts';
import { aCase } from './a-case.ts';

const effort = { seed: 1, precision: 0.2 };
const callCentre = {
  hours: 2,
  arrivalsPerHour: [100, 80],
  busyness: 'gamma, mean 1, shape 400, once a day',
  servers: [4, 3],
  service: 'exponential, mean 100 s',
  patience: 'exponential, mean 1000 s',
};
const pairs = 'one customer of class 0 and one of class 1 at each of the times 1, 2, ..., 99999999999; class 0 is entered first';

it.each<[string, Partial<Case>, RegExp]>([
  [
    'a schedule of too many cycles',
    { kind: 'trace-schedule', params: { times: [1, 2], capacity: [1, 2], period: 2, until: 1e9 } },
    /500000000 cycles/,
  ],
  [
    'a trace of too many',
    { kind: 'trace-priority-day', params: { arrivals: pairs, service: 0.5, servers: 1, until: 35 } },
    /199999999998 customers/,
  ],
  [
    'too many calls',
    { kind: 'simulation-call-centre', params: { ...callCentre, arrivalsPerHour: [1e9, 1] } },
    /1000000001 calls a day/,
  ],
  [
    'what no branch can be',
    { kind: 'simulation-call-centre', params: { ...callCentre, servers: [0, 0] } },
    /no branch that can be run: stations/,
  ],
  [
    'a line without end',
    { kind: 'erlang-a', params: { servers: 5, lam: 100, mu: 1, theta: 1e-9 } },
    /some 9.5e\+10 wait at a time/,
  ],
])('a case that is beyond the engine is not answered, with the reason: %s', async (_, change, reason) => {
  expect(await answerCase(aCase(change), effort)).toMatchObject({ reason: expect.stringMatching(reason) });
});

it('counts of more arrivals than can be drawn are those of the formula', async () => {
  const counts = aCase({
    kind: 'nhpp-counts',
    params: { rates: [1e7], ends: [1], cycle: 1, until: 10 },
    expected: { meanCounts: [1e8] },
  });
  expect(await answerCase(counts, effort)).toMatchObject({
    answer: { exact: { meanCounts: [1e8] }, notSimulated: expect.stringMatching(/arrivals/) },
  });
});

it('a call centre is asked for the share within any time', async () => {
  const expected = { shareWithin5s: 1, shareWithin300s: 1 };
  const answered = await answerCase(aCase({ kind: 'simulation-call-centre', params: callCentre, expected }), effort);
  const shareOf = (key: keyof typeof expected): number =>
    'answer' in answered ? (answered.answer.simulated![key] as Measured).value : Number.NaN;
  expect(shareOf('shareWithin5s')).toBeLessThan(shareOf('shareWithin300s') - 0.05);
});

it('a room that is far too small for its load has no state beyond numbers', async () => {
  const full = aCase({ kind: 'mmck', params: { servers: 1000, room: 1000, lam: 1e6, mu: 1 }, expected: { pBlock: 0.999 } });
  const answered = await answerCase(full, effort);
  const { pBlock } = ('answer' in answered ? answered.answer.exact : null) as { pBlock: number };
  expect(pBlock).toBeCloseTo(0.999, 4);
});
