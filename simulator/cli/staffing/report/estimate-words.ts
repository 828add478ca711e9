import type { KpiEstimate } from '../../../engine/results/study.ts';
import { inUnit, plain, say, unitFor } from '../../../report/format/quantity.ts';
import type { Language } from '../../../report/words/words.ts';

/** An estimate in two pieces: what it is, and within which 95 % limits; both in one unit, so that limits never look like the value. */
interface EstimateWords {
  readonly value: string;
  readonly limits: string | null;
}

export function waitWords(estimate: KpiEstimate, language: Language): EstimateWords {
  if (estimate === null) return { value: '—', limits: null };
  if (typeof estimate === 'number') return { value: say(estimate, 'duration', language), limits: null };
  const unit = unitFor('duration', estimate.value, language);
  const decimals = unit.divisor === 1000 ? 0 : 1;
  return {
    value: `${inUnit(estimate.value, unit, decimals)} ${unit.name}`,
    limits: `${inUnit(Math.max(0, estimate.low), unit, decimals)}–${inUnit(estimate.high, unit, decimals)}`,
  };
}

export function shareWords(estimate: KpiEstimate): EstimateWords {
  if (estimate === null) return { value: '—', limits: null };
  if (typeof estimate === 'number') return { value: `${plain(100 * estimate)}\u00a0%`, limits: null };
  return {
    value: `${plain(100 * estimate.value)}\u00a0%`,
    limits: `${plain(100 * Math.max(0, estimate.low))}–${plain(100 * estimate.high)}`,
  };
}

/** In a cell of a table. */
export const inCell = ({ value, limits }: EstimateWords): string => (limits === null ? value : `${value} (${limits})`);
