import type { DayKpi } from './day-kpi.ts';

/** NaN where no roster is known. */
export const overtimeMs: DayKpi = {
  id: 'overtimeMs',
  names: { zh: '每日加班', en: 'Overtime a day' },
  unit: 'ms',
  better: 'lower',
  definition: {
    zh: '各岗位每日在岗时间超出排班的部分',
    en: 'Time at work beyond the roster, role by role and day by day',
  },
  value: (day) => day.overtimeMs / day.days,
};
