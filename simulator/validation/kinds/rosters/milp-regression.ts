import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { highsHere, solveWith } from '../../../staffing/milp/highs.ts';
import { answererOf } from '../../answer.ts';

const params = z.object({ lp: z.string().min(1).max(1000), format: z.string().optional() });

/** CPU that a case may take, a margin kept below the three minutes that are promised. */
const mostSeconds = 170;

/**
 * A program in CPLEX LP form through the product's solver. Solved until its gap is what the case tolerates, and not further: then the
 * objective found is at most best × (1 + tolerance), whatever the best is.
 */
export const milpRegression = answererOf('milp-regression', params, async ({ lp }, { one, expected, folder }) => {
  const path = isAbsolute(lp) ? lp : join(folder, lp);
  if (!existsSync(path)) return { reason: `there is no file "${lp}" beside the cases file` };
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const tolerance = typeof one.tolerance === 'number' ? one.tolerance : Math.min(...Object.values(one.tolerance));
  const gap = Math.max(1e-9, tolerance / (1 + tolerance));
  const solved = solveWith(await highsHere(), { lp: text }, { gap, seconds: mostSeconds });
  const { cost, bound } = solved;
  if (cost === null || bound === null) return { reason: `no solution in ${mostSeconds} CPU seconds (${solved.state})` };
  const best = expected.bestObjective ?? expected.objective;
  if (typeof best !== 'number') return { exact: { objective: cost, lowerBound: bound }, exactBy: 'roster' };
  // a solution may be better than the best known, and a bound lower than the one that somebody proved: both are right answers
  const known = typeof expected.lowerBound === 'number' ? expected.lowerBound : best * (1 - tolerance);
  const sound =
    cost >= known - 1e-6 * Math.abs(known) && cost <= best * (1 + tolerance) + 1e-9 && bound <= best + 1e-6 * Math.abs(best);
  const exact = { objective: cost, bestObjective: cost, lowerBound: bound, gap: solved.gap, cpuSeconds: solved.seconds };
  return {
    exact,
    exactBy: 'roster',
    ...(sound ? { described: ['objective', 'bestObjective', 'lowerBound'] } : { described: ['lowerBound'] }),
  };
});
