import type { Kpi } from '../kpi.ts';

export const served: Kpi = {
  id: 'served',
  names: { zh: '受理量', en: 'Served' },
  unit: 'count',
  better: 'higher',
  definition: {
    zh: '已开始并结束办理的数量',
    en: 'How many were served',
  },
  value: (tally) => tally.served,
};
