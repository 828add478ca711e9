import type { Chart } from '../../../report/chart.ts';
import { frontier, type PlanPoint } from '../../../report/charts/frontier.ts';
import type { Label, Language } from '../../../report/words/words.ts';
import type { FrontierPoint } from '../../../staffing/recommendation.ts';
import { planNames } from './words.ts';

/** Plans by what they cost and how long people wait under them. */
export function frontierChart(of: readonly FrontierPoint[], costUnit: Label, targetMs: number | null, language: Language): Chart {
  const points = of.flatMap(({ name, cost, waitP90Ms }): PlanPoint[] => {
    if (waitP90Ms === null) return [];
    const point = { name: planNames(name), cost, waitMs: waitP90Ms };
    return [name === 'today' || name === 'recommended' ? { ...point, is: name } : point];
  });
  return frontier({ costUnit, wait: 'P90', points, targetMs }, { language, height: 280 });
}
