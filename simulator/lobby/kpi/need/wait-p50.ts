import type { Kpi } from '../kpi.ts';
import { waitQuantile } from './wait-quantile.ts';

export const waitP50Ms: Kpi = {
  id: 'waitP50Ms',
  names: { zh: '等候中位数', en: 'Median wait' },
  unit: 'ms',
  better: 'lower',
  definition: {
    zh: '一半已受理者的等候不超过此值',
    en: 'Half of the served waited no longer',
  },
  value: (tally) => waitQuantile(tally, 0.5),
};
