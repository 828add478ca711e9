import { z } from 'zod';
import { mm1State } from '../../../theory/queues/mmck.ts';
import { answererOf } from '../../answer.ts';
import { rate } from '../../params.ts';

const params = z.object({ lam: rate, mu: rate });

/** P(n in the system) of an M/M/1, as many n as are expected: a formula. */
export const mm1StateProbabilities = answererOf('mm1-state-probabilities', params, ({ lam, mu }, { expected }) => {
  if (lam >= mu) return { reason: `no long run: the load ${lam / mu} is not below 1` };
  const states = Array.isArray(expected.p) ? expected.p.length : 0;
  return { exact: { p: Array.from({ length: states }, (_, n) => mm1State(lam, mu, n)) } };
});
