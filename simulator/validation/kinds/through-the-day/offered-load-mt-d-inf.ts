import { z } from 'zod';
import { arrivalsBetween } from '../../../theory/through-the-day/sinusoid-load.ts';
import { answererOf } from '../../answer.ts';
import { length, sinusoidParams } from '../../params.ts';

const params = sinusoidParams.extend({ D: length, t: z.array(z.number()).min(1) });

/** The same where every service takes D: the arrivals of the last D. */
export const offeredLoadMtDInf = answererOf('offered-load-Mt-D-inf', params, ({ D, t, ...sinusoid }) => ({
  exact: { m: t.map((at) => arrivalsBetween(sinusoid, at - D, at)) },
}));
