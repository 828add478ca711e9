import type { KpiEstimate, KpiEstimates } from '../engine/study.ts';
import { type KpiId, kpiIds } from '../lobby/kpi/kpi.ts';
import { kpis } from '../lobby/kpi/table.ts';
import { textTable } from './text-table.ts';

/** 95,000 ms → "1:35"; an hour or more "1:02:30". */
function clockText(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${hours > 0 ? two(Math.floor((seconds % 3600) / 60)) : Math.floor(seconds / 60)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

function figureText(id: KpiId, value: number): string {
  if (Number.isNaN(value)) return '–';
  const { unit } = kpis[id];
  if (unit === 'ms') return clockText(Math.max(0, value));
  return unit === 'share' ? `${(100 * value).toFixed(1)} %` : value.toFixed(1);
}

const parts = (estimate: KpiEstimate): { value: number; low: number; high: number } =>
  estimate === null || typeof estimate === 'number'
    ? { value: estimate ?? Number.NaN, low: Number.NaN, high: Number.NaN }
    : estimate;

export const estimateText = (id: KpiId, estimate: KpiEstimate): string => figureText(id, parts(estimate).value);

/** A difference with its limits: "−1:35 (−2:01 … −1:09)". */
export function differenceText(id: KpiId, difference: KpiEstimate): string {
  const { value, low, high } = parts(difference);
  const signed = (one: number): string => {
    if (Number.isNaN(one)) return '–';
    const text = figureText(id, Math.abs(one));
    return /[1-9]/.test(text) ? (one < 0 ? '−' : '+') + text : text;
  };
  return Number.isNaN(low) ? signed(value) : `${signed(value)} (${signed(low)} … ${signed(high)})`;
}

/** All KPIs that say something, with their 95 % limits. */
export function kpiTable(estimates: KpiEstimates): string {
  const rows = kpiIds
    .filter((id) => estimates[id] !== null && !(id === 'noShowRate' && parts(estimates[id]).value === 0))
    .map((id) => {
      const { value, low, high } = parts(estimates[id]);
      const label = id === 'served' ? '每日受理量 Served a day' : `${kpis[id].names.zh} ${kpis[id].names.en}`;
      return [label, figureText(id, value), Number.isNaN(low) ? '' : `${figureText(id, low)} … ${figureText(id, high)}`];
    });
  return textTable(['指标 KPI', '数值 value', '95 % 区间 interval'], rows);
}
