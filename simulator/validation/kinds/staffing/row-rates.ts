import type { ValueRecord } from '../../case.ts';

/** Arrivals per hour of a table: the list that the case gives, else those of the rows; null where neither says. */
export function rowRates(lam: unknown, rows: readonly ValueRecord[]): number[] | null {
  const given = Array.isArray(lam) ? lam : rows.map((row) => row.lamPerHour ?? row.lam);
  const rates = given.filter((rate): rate is number => typeof rate === 'number' && rate > 0);
  return rates.length === 0 || rates.length !== given.length ? null : rates;
}
