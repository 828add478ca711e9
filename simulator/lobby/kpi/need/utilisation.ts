import type { Kpi } from '../kpi.ts';

/** Higher is not better as such: above 0.9 waits grow fast. */
export const utilisation: Kpi = {
  id: 'utilisation',
  names: { zh: '忙碌率', en: 'Utilisation' },
  unit: 'share',
  better: 'neither',
  definition: {
    zh: '员工办理业务的时间占在岗开窗时间的比例（休息不计）',
    en: 'Time staff were serving, of the time they were at open stations, breaks left out',
  },
  value: (tally) => tally.busyMs / tally.paidMs,
};
