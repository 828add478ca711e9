import { describe, expect, it } from 'vitest';
import { erlangA } from '../../../simulator/theory/queues/erlang-a.ts';
import { meansOf } from '../../../simulator/theory/queues/erlang-c.ts';
import { mmck } from '../../../simulator/theory/queues/mmck.ts';
import { deathRates, follow, shortStep } from '../../../simulator/theory/through-the-day/kolmogorov.ts';
import { relaxationTime } from '../../../simulator/validation/trial/relaxation.ts';
import { counted, warmUp } from '../../../simulator/validation/trial/stationary.ts';

/** Relative error of the mean number waiting, from empty, over the stretch that is counted. */
function biasOf(
  queue: { servers: number; lam: number; mu: number; theta: number; room?: number },
  exactLq: number,
  most: number,
): number {
  const { servers, lam, mu, theta } = queue;
  const relaxation = relaxationTime(queue);
  const death = deathRates(most, servers, mu, theta);
  const waiting = (_: number, law: Float64Array): number => {
    let sum = 0;
    for (let n = servers + 1; n < law.length; n++) sum += (n - servers) * law[n]!;
    return sum;
  };
  const p = new Float64Array(most + 1);
  p[0] = 1;
  const process = { birth: () => lam, death, gauge: waiting };
  const [from, to] = [warmUp * relaxation, (warmUp + counted) * relaxation];
  follow(process, p, 0, from, shortStep(lam, death));
  return follow(process, p, from, to, shortStep(lam, death)) / (to - from) / exactLq - 1;
}

describe('what is left of an empty start, exactly', () => {
  it.each([
    [1, 0.5, 60],
    [1, 0.8, 120],
    [4, 3.2, 120],
    [10, 8, 100],
  ])('M/M/%i at rate %f: below a thousandth', (servers, lam, most) => {
    const queue = { servers, lam, mu: 1, theta: 0 };
    expect(Math.abs(biasOf(queue, meansOf(queue).Lq, most))).toBeLessThan(1e-3);
  });

  it.each([
    [4, 3.6, 0.1, 120],
    [10, 12, 1, 80],
    [3, 3.5, 0.05, 90],
  ])('M/M/%i+M at rate %f, patience 1/%f: below a thousandth', (servers, lam, theta, most) => {
    const queue = { servers, lam, mu: 1, theta };
    expect(Math.abs(biasOf(queue, erlangA(queue).Lq, most))).toBeLessThan(1e-3);
  });

  it.each([
    [1, 1, 10],
    [2, 3, 5],
    [3, 2.7, 10],
  ])('M/M/%i/K at rate %f, room for %i: below a thousandth', (servers, lam, room) => {
    const queue = { servers, lam, mu: 1, theta: 0, room };
    const { p } = mmck(queue);
    const waiting = p.reduce((sum, share, n) => sum + Math.max(0, n - servers) * share, 0);
    expect(Math.abs(biasOf(queue, waiting, room))).toBeLessThan(1e-3);
  });

  it('a queue that grows for ever has no relaxation time', () => {
    expect(relaxationTime({ servers: 1, lam: 1, mu: 1 })).toBe(Number.POSITIVE_INFINITY);
    expect(relaxationTime({ servers: 1, lam: 2, mu: 1, theta: 0.5 })).toBe(2);
  });
});
