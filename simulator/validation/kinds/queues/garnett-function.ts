import { z } from 'zod';
import { delayAtSlackWithPatience } from '../../../theory/queues/garnett.ts';
import { answererOf } from '../../answer.ts';
import { rate } from '../../params.ts';

const params = z.object({ beta: z.number().min(-30).max(30), thetaOverMu: rate });

/** The Garnett function. */
export const garnettFunction = answererOf('garnett-function', params, ({ beta, thetaOverMu }) => ({
  exact: { alpha: delayAtSlackWithPatience(beta, thetaOverMu) },
}));
