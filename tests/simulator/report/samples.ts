import type { Chart, ChartOptions } from '../../../simulator/report/chart.ts';
import { demand } from './samples/demand.ts';
import { plans } from './samples/plans.ts';
import { staff } from './samples/staff.ts';
import { waitsAndLines } from './samples/waits-and-lines.ts';

/** Every chart in its usual states, on made-up data that stays the same. */
export const samples: Readonly<Record<string, (options: ChartOptions) => Chart>> = {
  ...waitsAndLines,
  ...demand,
  ...staff,
  ...plans,
};
