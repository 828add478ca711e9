import { z } from 'zod';
import { allenCunneenWait, sakasegawaWait } from '../../../theory/queues/ggc.ts';
import { answererOf } from '../../answer.ts';
import { length, scv, servers, share } from '../../params.ts';

const params = z.object({ ca2: scv, cs2: scv, servers, rho: share, meanService: length });

/** Two approximations of G/G/c: a test of the formulas only. */
export const allenCunneen = answererOf('allen-cunneen', params, (queue) => ({
  exact: { Wq_erlangC: allenCunneenWait(queue), Wq_sakasegawa: sakasegawaWait(queue) },
}));
