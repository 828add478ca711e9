import type { Names } from '../../branch/names.ts';
import type { KpiAbout } from '../kpi.ts';
import type { DayTally } from './day-tally.ts';

/** KPIs of whole days: of the lobby, its staff and its visits. Beside those of needs (`kpi.ts`) in the JSON of every study. */
export const dayKpiIds = [
  'queueMean',
  'pastPatienceRate',
  'timeToGreetMs',
  'handoffsPerVisit',
  'visitWorstWaitMs',
  'visitLastWaitMs',
  'idleRate',
  'overtimeMs',
  'staffTimeMs',
  'flexCost',
  'staffCost',
  'deviceRate',
  'releasedStaffMs',
  'greeterLoad',
] as const;
export type DayKpiId = (typeof dayKpiIds)[number];

/** One a file; `day/table.ts` lists them. */
export interface DayKpi extends KpiAbout {
  readonly id: DayKpiId;
  /** NaN when there is nothing to count, or it is not known. */
  value(day: DayTally): number;
}

/** How tables group them. */
export const dayKpiGroups: readonly { readonly names: Names; readonly ids: readonly DayKpiId[] }[] = [
  { names: { zh: '排队', en: 'Queue' }, ids: ['queueMean', 'pastPatienceRate', 'timeToGreetMs'] },
  { names: { zh: '来访', en: 'Visits' }, ids: ['handoffsPerVisit', 'visitWorstWaitMs', 'visitLastWaitMs'] },
  { names: { zh: '人力', en: 'Staff' }, ids: ['idleRate', 'overtimeMs', 'staffTimeMs', 'flexCost', 'staffCost'] },
  { names: { zh: '设备与大堂', en: 'Devices and greeters' }, ids: ['deviceRate', 'releasedStaffMs', 'greeterLoad'] },
];
