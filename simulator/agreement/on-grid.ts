import type { Tape } from '../workload/tape.ts';

/** Times on a grid make simultaneous events the rule instead of the exception. */
export function onGrid(tape: Tape, gridMs: number): Tape {
  if (gridMs === 1) return tape;
  const round = (column: Float64Array | null, count: number): void => {
    for (let at = 0; column !== null && at < count; at++) {
      if (Number.isFinite(column[at])) column[at] = Math.max(gridMs, Math.round(column[at]! / gridMs) * gridMs);
    }
  };
  round(tape.arrivalMs, tape.visits);
  for (const column of new Set(tape.workIn)) round(column, tape.needs);
  round(tape.patienceMs, tape.needs);
  round(tape.triageMs, tape.visits);
  round(tape.awayMs, tape.needs);
  return tape;
}
