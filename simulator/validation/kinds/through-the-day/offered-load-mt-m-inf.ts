import { z } from 'zod';
import { exponentialLag, exponentialLoad } from '../../../theory/through-the-day/sinusoid-load.ts';
import { answererOf } from '../../answer.ts';
import { rate, sinusoidParams } from '../../params.ts';

const params = sinusoidParams.extend({ mu: rate, t: z.array(z.number()).min(1) });

/** The load of sinusoid arrivals with exponential services: a formula. */
export const offeredLoadMtMInf = answererOf('offered-load-Mt-M-inf', params, ({ mu, t, ...sinusoid }) => ({
  exact: { m: t.map((at) => exponentialLoad(sinusoid, mu, at)), ...exponentialLag(sinusoid, mu) },
}));
