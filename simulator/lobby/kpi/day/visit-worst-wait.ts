import type { DayKpi } from './day-kpi.ts';

export const visitWorstWaitMs: DayKpi = {
  id: 'visitWorstWaitMs',
  names: { zh: '来访最长一段等候', en: 'Worst wait of a visit' },
  unit: 'ms',
  better: 'lower',
  definition: {
    zh: '办完的来访中最长一段等候的平均值',
    en: 'Mean of the longest single wait within each visit served to its end',
  },
  value: (day) => day.worstWaitMs / day.visitsServed,
};
