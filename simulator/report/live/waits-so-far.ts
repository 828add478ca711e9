import { range } from 'd3';
import type { DayClock } from '../../lobby/day-clock.ts';
import type { NeedRecord } from '../../lobby/kpi/record.ts';
import type { WaitRow } from '../charts/wait-by-half-hour.ts';

/**
 * Waits by when the wait began, of the needs whose service began (SPEC of the KPIs: waits are over served needs), with how many
 * of each step still wait. A quantile is the value at the 0-based place ⌊p·n⌋, as everywhere else.
 */
export function waitsSoFar(
  needs: readonly NeedRecord[],
  clock: DayClock,
  { fromMs, toMs, stepMs }: { readonly fromMs: number; readonly toMs: number; readonly stepMs: number },
): readonly WaitRow[] {
  const steps = range(fromMs, toMs, stepMs).map((from) => ({ fromMs: from, waits: [] as number[], stillWaiting: 0 }));
  for (const need of needs) {
    const step = steps[Math.floor((clock(need.waitFrom) - fromMs) / stepMs)];
    if (step === undefined || need.outcome === 'void') continue;
    if (need.startedAt !== null) step.waits.push(need.startedAt - need.waitFrom);
    else if (need.outcome === null) step.stillWaiting += 1;
  }
  return steps.map(({ fromMs: from, waits, stillWaiting }) => {
    waits.sort((a, b) => a - b);
    const quantile = (p: number): number | null => waits[Math.floor(p * waits.length)] ?? null;
    return { fromMs: from, customers: waits.length, p50Ms: quantile(0.5), p90Ms: quantile(0.9), stillWaiting };
  });
}
