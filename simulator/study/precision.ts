import type { KpiEstimates } from '../engine/results/study.ts';
import { type AnyKpiId, aboutKpi, anyKpiIds } from '../lobby/kpi/any-kpi.ts';

/** How closely a KPI is to be known: the half-width of its 95 % interval, as a share of its value or in its own unit. */
export interface Precision {
  readonly kpi: AnyKpiId;
  readonly halfWidth: number;
  readonly relative: boolean;
}

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, min: 60_000 };

export const precisionForm = 'KPI±HALF-WIDTH such as waitMeanMs±2%, waitP90Ms±10s or abandonRate±0.005';

/** Reads `waitMeanMs±2%`; also with +- for ±. Answers what is wrong as text. */
export function parsePrecision(text: string): Precision | string {
  const found = /^(\w+)\s*(?:±|\+-|\+\/-)\s*(\d*\.?\d+)\s*(%|ms|s|min)?$/.exec(text.trim());
  if (!found) return `must be ${precisionForm}`;
  const [, name, number, unit] = found;
  const kpi = anyKpiIds.find((id) => id === name);
  if (kpi === undefined) return `unknown KPI "${name}"; allowed: ${anyKpiIds.join(', ')}`;
  if (kpi === 'waitMaxMs') return 'the longest wait has no interval; name another KPI';
  const value = Number(number);
  if (!(value > 0)) return 'the half-width must be above 0';
  if (unit === '%') return { kpi, halfWidth: value / 100, relative: true };
  const timed = aboutKpi(kpi).unit === 'ms';
  if (unit !== undefined && !timed) return `${kpi} is no time; give a share such as 0.005, or a percentage of its value such as 2%`;
  if (unit === undefined && timed) return `give the unit of ${kpi}: ms, s or min, or a percentage of its value such as 2%`;
  return { kpi, halfWidth: value * (units[unit ?? 'ms'] ?? 1), relative: false };
}

/** Whether a KPI is known that closely. One that nobody counts for, or of which every day says the same, is. */
export function isPrecise({ kpi, halfWidth, relative }: Precision, estimates: KpiEstimates): boolean {
  const estimate = estimates[kpi];
  if (estimate === null || typeof estimate === 'number') return true;
  const { value, low, high } = estimate;
  return (high - low) / 2 <= (relative ? halfWidth * Math.abs(value) : halfWidth);
}
