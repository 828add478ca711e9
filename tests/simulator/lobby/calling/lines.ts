import { type Chooses, chooseLine, type LineSource } from '../../../../simulator/lobby/calling/choose.ts';
import type { CallingRule } from '../../../../simulator/lobby/calling/make.ts';
import type { StrategyContext } from '../../../../simulator/lobby/calling/strategy.ts';
import { makeScorer } from '../../../../simulator/lobby/calling/table.ts';
import { hasProblems } from '../../../../simulator/lobby/problem.ts';

/** Three lines, in branch order. */
export const context: StrategyContext = {
  lines: [
    { id: 'vip', tier: 0, targetWaitMs: 300_000 },
    { id: 'gold', tier: 3, targetWaitMs: undefined },
    { id: 'normal', tier: 5, targetWaitMs: 900_000 },
  ],
};

/** One line's head: how long it has waited, or null when the line holds nobody for the station. */
export interface Head {
  readonly waitMs: number;
  readonly seq?: number;
  readonly calls?: number;
  readonly length?: number;
}

export const now = 1_000_000_000;

export function linesOf(heads: readonly (Head | null)[]): LineSource {
  const at = (line: number): Head => {
    const head = heads[line];
    if (!head) throw new Error(`line ${line} has no head`);
    return head;
  };
  return {
    count: heads.length,
    totalWaiting: heads.reduce((sum, head) => sum + (head ? (head.length ?? 1) : 0), 0),
    headReadyAt: (line) => (heads[line] ? now - at(line).waitMs : Number.NaN),
    headSeq: (line) => at(line).seq ?? line,
    length: (line) => at(line).length ?? 1,
    callsSoFar: (line) => at(line).calls ?? 0,
  };
}

export function ruleOf(id: string, options: Record<string, unknown> = {}, lines: StrategyContext = context): CallingRule {
  const made = makeScorer({ id, options }, lines);
  if (hasProblems(made)) throw new Error(JSON.stringify(made.problems));
  return made;
}

/** The id of the line called, or null. */
export function called(rule: Chooses, heads: readonly (Head | null)[]): string | null {
  const line = chooseLine(linesOf(heads), rule, 0, now);
  return context.lines[line]?.id ?? null;
}

const minute = 60_000;
/** Heads by their waits in minutes. */
export const waits = (...minutes: readonly (number | null)[]): (Head | null)[] =>
  minutes.map((wait) => (wait === null ? null : { waitMs: wait * minute }));
