import type { Kpi } from '../kpi.ts';
import { came } from '../tally.ts';

export const abandonRate: Kpi = {
  id: 'abandonRate',
  names: { zh: '离开率', en: 'Abandonment' },
  unit: 'share',
  better: 'lower',
  definition: {
    zh: '等候中离开者占全部来客的比例',
    en: 'Share of all who came that left while waiting',
  },
  value: (tally) => tally.left / came(tally),
};
