import type { Chart, ChartOptions } from '../../../../simulator/report/chart.ts';
import { rosterGantt } from '../../../../simulator/report/charts/roster-gantt.ts';
import { staffingSteps } from '../../../../simulator/report/charts/staffing-steps.ts';
import { at, half } from './made-up-day.ts';

const shift = (
  name: string,
  role: 'teller' | 'greeter' | 'advisor',
  spans: readonly string[],
  breaks: readonly string[] = [],
  count = 1,
) => ({
  name,
  role: {
    teller: { zh: '柜员', en: 'Tellers' },
    greeter: { zh: '大堂经理', en: 'Greeters' },
    advisor: { zh: '理财经理', en: 'Advisors' },
  }[role],
  count,
  pieces: spans.map(pieceOf),
  breaks: breaks.map(pieceOf),
});
const pieceOf = (text: string) => {
  const [from, to] = text.split('-').map((clock) => at(Number(clock.slice(0, 2)), Number(clock.slice(3, 5))));
  return { fromMs: from!, toMs: to! };
};

const spans = (counts: readonly number[], stepMs = half) =>
  counts.map((count, n) => ({ fromMs: at(9) + n * stepMs, toMs: at(9) + (n + 1) * stepMs, count }));

/** How many are needed, and who works when. */
export const staff: Readonly<Record<string, (options: ChartOptions) => Chart>> = {
  staffing: (options) =>
    staffingSteps(
      {
        role: { zh: '柜员', en: 'tellers' },
        required: spans([2, 3, 4, 5, 5, 5, 4, 3, 3, 3, 4, 5, 5, 4, 3, 2, 2]),
        planned: [...spans([3, 3, 4, 4, 4, 5, 4, 3, 2, 2, 4, 5, 5, 4, 4, 3, 3])],
      },
      options,
    ),
  'staffing-enough': (options) =>
    staffingSteps(
      { role: { zh: '大堂经理', en: 'greeters' }, required: spans([1, 1, 2, 2, 1, 1, 1]), planned: spans([2, 2, 2, 2, 2, 1, 1]) },
      options,
    ),
  roster: (options) =>
    rosterGantt(
      {
        rows: [
          shift('T01', 'teller', ['08:30-17:30'], ['12:00-13:00']),
          shift('T02', 'teller', ['08:30-17:30'], ['11:00-12:00']),
          shift('T03', 'teller', ['08:30-12:30', '14:30-17:30']),
          shift('T04', 'teller', ['09:00-13:00']),
          shift('T05', 'teller', ['10:00-16:00'], ['13:00-13:30']),
          shift('G1', 'greeter', ['08:30-17:30'], ['12:30-13:30']),
          shift('G2', 'greeter', ['09:30-11:30', '14:00-16:00']),
          shift('A1', 'advisor', ['09:00-17:00'], ['12:00-13:00'], 2),
        ],
      },
      options,
    ),
  'roster-large': (options) =>
    rosterGantt(
      {
        rows: Array.from({ length: 21 }, (_, n) =>
          shift(
            `T${String(n + 1).padStart(2, '0')}`,
            n % 6 === 5 ? 'greeter' : n % 7 === 6 ? 'advisor' : 'teller',
            n % 3 === 0 ? ['08:30-12:00', '13:30-17:30'] : ['08:30-17:30'],
            n % 3 === 0 ? ['10:15-10:30'] : ['12:00-13:00'],
          ),
        ),
      },
      options,
    ),
};
