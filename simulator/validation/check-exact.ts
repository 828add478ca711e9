import type { Case, Value } from './case.ts';
import { isDescribed } from './described-keys.ts';

/** What an exact answer gets wrong and does not say; empty lists when all is well. Places are dotted. */
export interface ExactCheck {
  readonly misses: string[];
  readonly missing: string[];
}

/** Quantities that are held to the tolerance of the one they are made of, where tolerances go by key. */
const madeOf: Readonly<Record<string, string>> = {
  total: 's',
  periodsOverTarget10pct: 's',
  squareRootStaffing: 's',
  maxPdelay: 'pDelay',
  avgPdelay: 'pDelay',
  beta: 'pDelay',
};

/** Compares an answer with what is expected: |x − e| ≤ t max(1, |e|) for numbers, else equality. `skip` says which places are not asked. */
export function checkExact(one: Case, got: Value | undefined, skip: (place: string) => boolean): ExactCheck {
  const check: ExactCheck = { misses: [], missing: [] };
  compare(one, one.expected, got, [], skip, check);
  return check;
}

function compare(
  one: Case,
  expected: Value,
  got: Value | undefined,
  path: readonly string[],
  skip: (place: string) => boolean,
  check: ExactCheck,
): void {
  const place = path.join('.');
  const key = path.findLast((part) => !/^\d+$/.test(part)) ?? '';
  if (place !== '' && (isDescribed(key) || skip(place))) return;
  if (got === undefined) check.missing.push(place);
  else if (Array.isArray(expected)) {
    const list = Array.isArray(got) ? got : [];
    if (list.length !== expected.length) check.misses.push(`${place}: ${list.length} values for ${expected.length}`);
    else for (const [at, value] of expected.entries()) compare(one, value, list[at], [...path, String(at)], skip, check);
  } else if (typeof expected === 'object' && expected !== null) {
    const record = typeof got === 'object' && got !== null ? (got as { [key: string]: Value }) : {};
    for (const [name, value] of Object.entries(expected)) compare(one, value, record[name], [...path, name], skip, check);
  } else if (typeof expected === 'number' && typeof got === 'number') {
    const t = toleranceOf(one.tolerance, key);
    if (!(Math.abs(got - expected) <= t * Math.max(1, Math.abs(expected))))
      check.misses.push(`${place}: ${got}, expected ${expected} (tolerance ${t})`);
  } else if (got !== expected) check.misses.push(`${place}: ${JSON.stringify(got)}, expected ${JSON.stringify(expected)}`);
}

function toleranceOf(tolerance: Case['tolerance'], key: string): number {
  if (typeof tolerance === 'number') return tolerance;
  return tolerance[key] ?? tolerance[madeOf[key] ?? ''] ?? Math.min(...Object.values(tolerance));
}
