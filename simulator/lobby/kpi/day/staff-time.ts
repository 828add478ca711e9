import type { DayKpi } from './day-kpi.ts';

export const staffTimeMs: DayKpi = {
  id: 'staffTimeMs',
  names: { zh: '每日在岗工时', en: 'Staff at work a day' },
  unit: 'ms',
  better: 'lower',
  definition: {
    zh: '全体员工每日在岗时间之和（含休息与加班）：以工时计的人力成本',
    en: 'Time of all staff at work in a day, breaks and overtime included: the cost of staff in staff-hours',
  },
  value: (day) => day.staffMs / day.days,
};
