import type { Kpi } from '../kpi.ts';

export const waitMaxMs: Kpi = {
  id: 'waitMaxMs',
  names: { zh: '最长等候', en: 'Longest wait' },
  unit: 'ms',
  better: 'lower',
  definition: {
    zh: '已受理者中最长的等候',
    en: 'The longest wait of anybody served',
  },
  value: (tally) => (tally.served > 0 ? tally.maxWaitMs : Number.NaN),
};
