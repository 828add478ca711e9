import type { DayKpi } from './day-kpi.ts';

export const deviceRate: DayKpi = {
  id: 'deviceRate',
  names: { zh: '智能设备替代率', en: 'Smart-device substitution' },
  unit: 'share',
  better: 'higher',
  definition: {
    zh: '网点设备与员工都能办理的业务中，在设备上办成的比例',
    en: 'Of served needs that a device of the branch or staff could do: done at a device',
  },
  value: (day) => day.atDevice / day.substitutable,
};
