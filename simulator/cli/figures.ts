import type { KpiEstimate, KpiEstimates } from '../engine/results/study.ts';
import { type AnyKpiId, aboutKpi } from '../lobby/kpi/any-kpi.ts';
import { dayKpiGroups } from '../lobby/kpi/day/day-kpi.ts';
import { kpiIds } from '../lobby/kpi/kpi.ts';
import { textTable } from './text-table.ts';

/** 95,000 ms → "1:35"; an hour or more "1:02:30". */
function clockText(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${hours > 0 ? two(Math.floor((seconds % 3600) / 60)) : Math.floor(seconds / 60)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

function figureText(id: AnyKpiId, value: number): string {
  if (Number.isNaN(value)) return '–';
  const { unit } = aboutKpi(id);
  if (unit === 'ms') return clockText(Math.max(0, value));
  return unit === 'share' ? `${(100 * value).toFixed(1)} %` : value.toFixed(Math.abs(value) < 1 ? 2 : 1);
}

const parts = (estimate: KpiEstimate): { value: number; low: number; high: number } =>
  estimate === null || typeof estimate === 'number'
    ? { value: estimate ?? Number.NaN, low: Number.NaN, high: Number.NaN }
    : estimate;

export const estimateText = (id: AnyKpiId, estimate: KpiEstimate): string => figureText(id, parts(estimate).value);

/** A difference with its limits: "−1:35 (−2:01 … −1:09)". */
export function differenceText(id: AnyKpiId, difference: KpiEstimate): string {
  const { value, low, high } = parts(difference);
  const signed = (one: number): string => {
    if (Number.isNaN(one)) return '–';
    const text = figureText(id, Math.abs(one));
    return /[1-9]/.test(text) ? (one < 0 ? '−' : '+') + text : text;
  };
  return Number.isNaN(low) ? signed(value) : `${signed(value)} (${signed(low)} … ${signed(high)})`;
}

const groups: readonly { readonly title: string; readonly ids: readonly AnyKpiId[] }[] = [
  { title: '等候与受理 Waits and service', ids: kpiIds },
  ...dayKpiGroups.map(({ names, ids }) => ({ title: `${names.zh} ${names.en}`, ids })),
];

/** Nothing to say: nobody counts, or there is no such thing at this branch. */
function isSilent(id: AnyKpiId, estimate: KpiEstimate): boolean {
  const quiet: readonly AnyKpiId[] = ['noShowRate', 'flexCost', 'handoffsPerVisit', 'deviceRate', 'releasedStaffMs', 'greeterLoad'];
  return estimate === null || (quiet.includes(id) && parts(estimate).value === 0);
}

export const labelOf = (id: AnyKpiId): string =>
  id === 'served' ? '每日受理量 Served a day' : `${aboutKpi(id).names.zh} ${aboutKpi(id).names.en}`;

/** All KPIs that say something, group by group, with their 95 % limits; money in the currency of the model's wages. */
export function kpiTable(estimates: KpiEstimates, currency?: string): string {
  const rows = groups.flatMap(({ title, ids }) => {
    const said = ids.filter((id) => !isSilent(id, estimates[id]));
    const ofGroup = said.map((id) => {
      const { value, low, high } = parts(estimates[id]);
      const limits = Number.isNaN(low) ? '' : `${figureText(id, low)} … ${figureText(id, high)}`;
      const money = id === 'staffCost' && currency !== undefined ? `, ${currency}` : '';
      return [`  ${labelOf(id)}${money}`, figureText(id, value), limits];
    });
    return said.length > 0 ? [[title], ...ofGroup] : [];
  });
  return textTable(['指标 KPI', '数值 value', '95 % 区间 interval'], rows);
}
