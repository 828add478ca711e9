import { type DayKpiId, dayKpiIds } from './day/day-kpi.ts';
import { dayKpis } from './day/table.ts';
import { type KpiAbout, type KpiId, kpiIds } from './kpi.ts';
import { kpis } from './need/table.ts';

/** KPIs of needs and of days together: what a study says of a plan. */
export type AnyKpiId = KpiId | DayKpiId;
export const anyKpiIds: readonly AnyKpiId[] = [...kpiIds, ...dayKpiIds];

export const isDayKpi = (id: AnyKpiId): id is DayKpiId => id in dayKpis;
export const aboutKpi = (id: AnyKpiId): KpiAbout => (isDayKpi(id) ? dayKpis[id] : kpis[id]);
