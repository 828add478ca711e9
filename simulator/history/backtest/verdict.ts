import type { KpiEstimate, KpiEstimates } from '../../engine/results/study.ts';

/** One thing that a model is held to. */
export interface Check {
  readonly what: string;
  readonly observed: number | null;
  readonly simulated: number | null;
  /** What is allowed, in words. */
  readonly limit: string;
  /** How far apart they may be, in the figure's own unit. */
  readonly tolerance: number;
  readonly pass: boolean;
}

export interface Verdict {
  readonly pass: boolean;
  readonly checks: readonly Check[];
}

/** A wait that differs by less than this is right, however small the wait. */
const slackMs = 3000;

const figureOf = (estimate: KpiEstimate): number | null =>
  estimate === null || typeof estimate === 'number' ? estimate : estimate.value;

/** Mean and P90 within a share, waited and abandonment within points: with service times as recorded, and all from the model. */
export function verdictOf(
  observed: KpiEstimates,
  simulated: KpiEstimates,
  fitted: KpiEstimates,
  days: { readonly count: number; readonly correlation: number | null },
): Verdict {
  const length = (name: string, id: 'waitMeanMs' | 'waitP90Ms', kpis: KpiEstimates, share: number): Check => {
    const [was, is] = [figureOf(observed[id]), figureOf(kpis[id])];
    const tolerance = Math.max(share * (was ?? 0), slackMs);
    const pass = was !== null && is !== null && Math.abs(is - was) <= tolerance;
    return {
      what: `${id}, ${name}`,
      observed: was,
      simulated: is,
      limit: `within ${Math.round(100 * share)} %, or 3 s`,
      tolerance,
      pass,
    };
  };
  const share = (id: 'waitedRate' | 'abandonRate', points: number): Check => {
    const [was, is] = [figureOf(observed[id]), figureOf(simulated[id])];
    const pass = was !== null && is !== null && Math.abs(is - was) <= points / 100;
    return {
      what: `${id}, recorded services`,
      observed: was,
      simulated: is,
      limit: `within ${points} points`,
      tolerance: points / 100,
      pass,
    };
  };
  const checks = [
    length('recorded services', 'waitMeanMs', simulated, 0.15),
    length('recorded services', 'waitP90Ms', simulated, 0.15),
    length('fitted services', 'waitMeanMs', fitted, 0.2),
    length('fitted services', 'waitP90Ms', fitted, 0.2),
    share('abandonRate', 2.5),
    share('waitedRate', 8),
    // With fewer days a rank correlation is mostly chance.
    ...(days.count >= 5
      ? [
          {
            what: 'daily mean waits, rank correlation',
            observed: 1,
            simulated: days.correlation,
            limit: 'at least 0.7',
            tolerance: 0.3,
            pass: days.correlation !== null && days.correlation >= 0.7,
          },
        ]
      : []),
  ];
  return { pass: checks.every(({ pass }) => pass), checks };
}
