import type { Kpi } from '../kpi.ts';

/** Who was called and did not come is left out: nobody knows when they left. */
export const waitAllMeanMs: Kpi = {
  id: 'waitAllMeanMs',
  names: { zh: '平均等候（含离开者）', en: 'Mean wait, leavers included' },
  unit: 'ms',
  better: 'lower',
  definition: {
    zh: '已受理者与中途离开者的平均等候；离开者计到离开为止',
    en: 'Mean over the served and those who left, who count until they leave',
  },
  value: (tally) => (tally.servedWaitMs + tally.leftWaitMs) / (tally.served + tally.left),
};
