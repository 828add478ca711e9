import type { DayKpi } from './day-kpi.ts';

/** NaN from a journal in which people were greeted: how long each took is not on record. */
export const greeterLoad: DayKpi = {
  id: 'greeterLoad',
  names: { zh: '大堂经理负荷', en: 'Greeter load' },
  unit: 'share',
  better: 'neither',
  definition: {
    zh: '大堂经理分流与协助的时间占其在岗时间的比例',
    en: 'Time greeters triaged and assisted, of their time at work',
  },
  value: (day) => (day.triageMs + day.assistMs) / day.greeterMs,
};
