import type { DayKpi } from './day-kpi.ts';

export const flexCost: DayKpi = {
  id: 'flexCost',
  names: { zh: '弹性窗口成本', en: 'Cost of elastic stations a day' },
  unit: 'count',
  better: 'lower',
  definition: {
    zh: '弹性规则开放的窗口每日费用（按规则的每小时费用）',
    en: 'What stations opened by elastic rules cost in a day, by the rules’ cost an hour',
  },
  value: (day) => day.flexCost / day.days,
};
