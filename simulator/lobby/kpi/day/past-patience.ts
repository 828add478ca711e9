import type { DayKpi } from './day-kpi.ts';

/** NaN from a journal: the patience of those served is not on record. */
export const pastPatienceRate: DayKpi = {
  id: 'pastPatienceRate',
  names: { zh: '超出耐心比例', en: 'Kept past their patience' },
  unit: 'share',
  better: 'lower',
  definition: {
    zh: '等候超出耐心者（离开者及超时才受理者）占全部来客的比例',
    en: 'Share of all who came whose wait outlasted their patience: who left, and who was served later than that',
  },
  value: (day) => day.pastPatience / day.came,
};
