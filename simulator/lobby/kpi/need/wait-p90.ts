import type { Kpi } from '../kpi.ts';
import { waitQuantile } from './wait-quantile.ts';

export const waitP90Ms: Kpi = {
  id: 'waitP90Ms',
  names: { zh: '等候 P90', en: 'P90 wait' },
  unit: 'ms',
  better: 'lower',
  definition: {
    zh: '九成已受理者的等候不超过此值',
    en: 'Nine in ten of the served waited no longer',
  },
  value: (tally) => waitQuantile(tally, 0.9),
};
