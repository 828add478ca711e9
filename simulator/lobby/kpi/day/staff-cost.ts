import type { DayKpi } from './day-kpi.ts';

/** NaN where no wages are known. */
export const staffCost: DayKpi = {
  id: 'staffCost',
  names: { zh: '每日人力成本', en: 'Cost of staff a day' },
  unit: 'count',
  better: 'lower',
  definition: {
    zh: '按模型的岗位工资计算的每日在岗费用（含休息与加班），另加弹性窗口成本',
    en: 'Time at work in a day, breaks and overtime included, at the model’s wages by role, and the cost of elastic stations',
  },
  value: (day) => day.staffCost / day.days,
};
