import { z } from 'zod';
import { lastWaitErrorRatio } from '../../../theory/queues/delay-prediction.ts';
import { answererOf } from '../../answer.ts';

/** How much worse quoting the last wait is than counting the queue: the limit in heavy traffic. */
export const delayPredictorLes = answererOf('delay-predictor-les', z.object({}), () => ({
  exact: { mseRatioLEStoQL_Poisson: lastWaitErrorRatio(1), mseRatioLEStoQL_Deterministic: lastWaitErrorRatio(0) },
}));
