import type { Branch } from '../branch/branch.ts';
import type { StrategyContext } from './strategy.ts';

/** What calling strategies may know of a branch: its lines, in the declared order. */
export const strategyContextOf = (branch: Branch): StrategyContext => ({
  lines: branch.lines.map(({ id, tier, targetWaitMs }) => ({ id, tier, targetWaitMs })),
});
