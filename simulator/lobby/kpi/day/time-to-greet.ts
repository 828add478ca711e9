import type { DayKpi } from './day-kpi.ts';

export const timeToGreetMs: DayKpi = {
  id: 'timeToGreetMs',
  names: { zh: '迎宾时长', en: 'Time to greet' },
  unit: 'ms',
  better: 'lower',
  definition: {
    zh: '从到达到大堂经理完成接待的平均时长',
    en: 'Mean time from arrival until a greeter has met the customer',
  },
  value: (day) => day.greetedMs / day.greeted,
};
