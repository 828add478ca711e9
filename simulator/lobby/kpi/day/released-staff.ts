import type { DayKpi } from './day-kpi.ts';

export const releasedStaffMs: DayKpi = {
  id: 'releasedStaffMs',
  names: { zh: '每日释放工时', en: 'Released staff-hours a day' },
  unit: 'ms',
  better: 'higher',
  definition: {
    zh: '设备办成的业务按员工通常办理时间折算的工时，减去大堂协助时间',
    en: 'Usual staff time of the needs done at devices, less the time greeters assisted',
  },
  value: (day) => day.releasedMs / day.days,
};
