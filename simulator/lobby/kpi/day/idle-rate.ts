import type { DayKpi } from './day-kpi.ts';

export const idleRate: DayKpi = {
  id: 'idleRate',
  names: { zh: '空闲率', en: 'Idle' },
  unit: 'share',
  better: 'lower',
  definition: {
    zh: '员工在岗开窗时间中既不办理、也不在办结或离岗的比例',
    en: 'Of the time staff were at open stations: neither serving, nor in turnaround, nor away',
  },
  value: (day) => day.idleMs / day.paidMs,
};
