import type { Kpi } from '../kpi.ts';
import { waitQuantile } from './wait-quantile.ts';

export const waitP95Ms: Kpi = {
  id: 'waitP95Ms',
  names: { zh: '等候 P95', en: 'P95 wait' },
  unit: 'ms',
  better: 'lower',
  definition: {
    zh: '95% 已受理者的等候不超过此值',
    en: '19 in 20 of the served waited no longer',
  },
  value: (tally) => waitQuantile(tally, 0.95),
};
