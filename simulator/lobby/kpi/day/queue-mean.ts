import type { DayKpi } from './day-kpi.ts';

/** Little's law: the time that everybody waited, over the time in which they could. */
export const queueMean: DayKpi = {
  id: 'queueMean',
  names: { zh: '平均排队人数', en: 'Mean number waiting' },
  unit: 'count',
  better: 'lower',
  definition: {
    zh: '营业时间内平均同时等候的人数',
    en: 'How many wait at a time, in the mean over the opening hours',
  },
  value: (day) => day.queueMs / day.openMs,
};
