import type { Plan } from '../../lobby/branch/plan.ts';
import type { Model } from '../../workload/model.ts';

/** A day, or one long run, by which the engine's speed is measured: a model like any other. */
export interface BenchModel {
  readonly model: Model;
  readonly plan: Plan;
  /** The unit in which its waits are quoted, ms. */
  readonly unitMs: number;
  /** A run ends when so many customers have come; absent: when the day does. */
  readonly customers?: number | undefined;
}

export const named = (en: string): { zh: string; en: string } => ({ zh: en, en });
export const everyDay = [1, 2, 3, 4, 5, 6, 7];
