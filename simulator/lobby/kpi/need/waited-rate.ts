import type { Kpi } from '../kpi.ts';

export const waitedRate: Kpi = {
  id: 'waitedRate',
  names: { zh: '需等候比例', en: 'Share who waited' },
  unit: 'share',
  better: 'lower',
  definition: {
    zh: '已受理者中等候大于零的比例',
    en: 'Share of the served whose wait was above zero',
  },
  value: (tally) => tally.waited / tally.served,
};
