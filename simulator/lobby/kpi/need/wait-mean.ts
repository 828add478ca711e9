import type { Kpi } from '../kpi.ts';

export const waitMeanMs: Kpi = {
  id: 'waitMeanMs',
  names: { zh: '平均等候', en: 'Mean wait' },
  unit: 'ms',
  better: 'lower',
  definition: {
    zh: '已受理业务从到达（或上一项业务结束）到开始办理的平均时长',
    en: 'Mean over the served, from arrival (or the end of the need before) to the start of service',
  },
  value: (tally) => tally.servedWaitMs / tally.served,
};
