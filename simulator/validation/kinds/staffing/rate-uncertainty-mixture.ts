import { z } from 'zod';
import { expectedServiceLevel } from '../../../theory/staffing/rate-uncertainty.ts';
import { answererOf } from '../../answer.ts';
import { length, rate } from '../../params.ts';

const params = z.object({
  lam: rate,
  cv: z.number().min(0),
  /** [rate per hour, weight]. */
  points: z.array(z.tuple([rate, z.number().min(0).max(1)])).min(1),
  ahtMin: length,
  targetMin: z.number().min(0),
});

/** Service level expected when the day's rate is not known, for each number of servers of the table. */
export const rateUncertaintyMixture = answererOf('rate-uncertainty-mixture', params, ({ points, ahtMin, targetMin }, { rows }) => {
  const counts = rows.flatMap(({ servers }) => (typeof servers === 'number' && servers >= 1 ? [servers] : []));
  if (counts.length === 0 || counts.length !== rows.length) return { reason: 'every row is to name its servers' };
  const day = { points: points.map(([perHour, weight]) => [perHour / 60, weight] as const), mu: 1 / ahtMin, target: targetMin };
  return { exact: counts.map((servers) => ({ servers, expectedSL: expectedServiceLevel(day, servers) })) };
});
