import type { CellSums } from '../../engine/results/goal.ts';
import type { Plan } from '../../lobby/branch/plan.ts';
import { minuteMs } from '../../workload/clock.ts';
import { runPlan, type Trial } from '../trial.ts';
import type { Doubt } from './doubt.ts';
import { longerWork, withArrivals } from './more-of.ts';

/** Days on which every parameter is tried at its limit, on the same tapes; no search and no verification has seen them. */
const days = 1000;
const firstDay = 2_000_000;
/** Arrivals of half hours so far apart hardly touch each other's waits, so they are raised together. */
const apart = 3;
/** Of each half hour by itself, one-sided. */
export const guardConfidence = 0.95;
const z = 1.6449;

/**
 * Half hours in which a plan would miss a target, were the parameters as unlucky as the records allow (95 % for each half hour): each is tried at its limit
 * by itself, and what they cost a half hour is added as independent errors are (the delta method). `known`: how the plan stands as fitted.
 */
export async function openCells(trial: Trial, plan: Plan, doubt: Doubt, known: CellSums): Promise<number[]> {
  const { model, profile, grid } = trial;
  const stepsOfHalfHour = Math.max(1, Math.round(grid.stepMs / (profile.stepMinutes * minuteMs)));
  const more = (part: number): number[] =>
    profile.expected.map((one, at) =>
      Math.floor(at / stepsOfHalfHour) % apart === part ? one * (1 + z * doubt.arrivalErrors[at]!) : one,
    );
  const worlds: Trial[] = [
    trial,
    { ...trial, model: longerWork(model, Math.max(1, 1 + doubt.workLonger + z * doubt.workError)) },
    ...Array.from({ length: apart }, (_, part) => ({ ...trial, ...withArrivals(model, profile, more(part)) })),
  ];
  const means: Float64Array[] = [];
  for (const world of worlds) {
    const { cells } = await runPlan(world, plan, firstDay, days);
    means.push(cells!.sum.map((sum) => sum / days));
  }
  const [asFitted, ...others] = means as [Float64Array, ...Float64Array[]];
  const size = grid.roles.length * grid.steps;
  const open = new Set<number>();
  for (let at = 0; at < known.sum.length; at++) {
    const mean = known.sum[at]! / known.days;
    const variance = Math.max(0, known.squares[at]! / known.days - mean * mean) / known.days;
    const squares = others.reduce((sum, other) => sum + Math.max(0, asFitted[at]! - other[at]!) ** 2, z ** 2 * variance);
    if (mean - Math.sqrt(squares) < 0) open.add(at % size);
  }
  return [...open].sort((a, b) => a - b);
}

/** Of half hours one after another only the first: who is there then often mends those after it too. */
export const firstOfEach = (cells: readonly number[], steps: number): number[] =>
  cells.filter((cell) => cell % steps === 0 || !cells.includes(cell - 1));
