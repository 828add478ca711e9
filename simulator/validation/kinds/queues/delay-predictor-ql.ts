import { z } from 'zod';
import { waitByQueueLength } from '../../../theory/queues/delay-prediction.ts';
import { answererOf } from '../../answer.ts';
import { rate, servers } from '../../params.ts';

const params = z.object({ queueAhead: z.int().min(0).max(1_000_000), servers, mu: rate });

/** The wait behind so many, nobody leaving: a formula. */
export const delayPredictorQl = answererOf('delay-predictor-ql', params, (ahead) => ({ exact: waitByQueueLength(ahead) }));

/** The same where those ahead may leave. */
export const delayPredictorQlm = answererOf('delay-predictor-qlm', params.extend({ theta: rate }), (ahead) => ({
  exact: waitByQueueLength(ahead),
}));
