import type { DayKpi } from './day-kpi.ts';

export const handoffsPerVisit: DayKpi = {
  id: 'handoffsPerVisit',
  names: { zh: '每次来访转手次数', en: 'Handoffs a visit' },
  unit: 'count',
  better: 'lower',
  definition: {
    zh: '一次来访中换到另一服务点的平均次数',
    en: 'How often a visit is passed on to another station, in the mean',
  },
  value: (day) => day.handoffs / day.visits,
};
