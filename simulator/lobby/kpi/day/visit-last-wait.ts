import type { DayKpi } from './day-kpi.ts';

export const visitLastWaitMs: DayKpi = {
  id: 'visitLastWaitMs',
  names: { zh: '来访最后一段等候', en: 'Last wait of a visit' },
  unit: 'ms',
  better: 'lower',
  definition: {
    zh: '办完的来访中最后一项业务等候的平均值',
    en: 'Mean wait for the last need of each visit served to its end',
  },
  value: (day) => day.lastWaitMs / day.visitsServed,
};
