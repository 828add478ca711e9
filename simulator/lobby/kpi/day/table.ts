import type { DayKpi, DayKpiId } from './day-kpi.ts';
import { deviceRate } from './device-rate.ts';
import { flexCost } from './flex-cost.ts';
import { greeterLoad } from './greeter-load.ts';
import { handoffsPerVisit } from './handoffs.ts';
import { idleRate } from './idle-rate.ts';
import { overtimeMs } from './overtime.ts';
import { pastPatienceRate } from './past-patience.ts';
import { queueMean } from './queue-mean.ts';
import { releasedStaffMs } from './released-staff.ts';
import { staffCost } from './staff-cost.ts';
import { staffTimeMs } from './staff-time.ts';
import { timeToGreetMs } from './time-to-greet.ts';
import { visitLastWaitMs } from './visit-last-wait.ts';
import { visitWorstWaitMs } from './visit-worst-wait.ts';

/** Every KPI of days by id. A new one is added here and to `dayKpiIds`. */
export const dayKpis: Readonly<Record<DayKpiId, DayKpi>> = {
  queueMean,
  pastPatienceRate,
  timeToGreetMs,
  handoffsPerVisit,
  visitWorstWaitMs,
  visitLastWaitMs,
  idleRate,
  overtimeMs,
  staffTimeMs,
  flexCost,
  staffCost,
  deviceRate,
  releasedStaffMs,
  greeterLoad,
};
