import { estimateKpis } from '../../engine/results/study.ts';
import type { Plan } from '../../lobby/branch/plan.ts';
import type { HeadCount } from '../head-count.ts';
import { searchDays } from '../requirement.ts';
import { Gathered, runPlan, type Trial } from '../trial.ts';
import type { Verified } from '../verify.ts';
import { type ElasticAdvice, elasticAdvice, flexCostOf, nothingPays } from './advice.ts';
import { type ElasticSearch, type ElasticTerms, searchElastic } from './search.ts';

/** A plan that is finished: verified, and what its roster costs. */
export interface Finished {
  readonly plan: Plan;
  readonly rosterCost: number;
  readonly verified: Verified;
}

/**
 * Elastic rules for a plan that is finished without them: searched with the head-count, finished by `finish` as the plan was, and compared
 * with it on the same fresh days. `finished` is null where they do not surely pay.
 */
export async function adviseElastic<Done extends Finished>(
  trial: Trial,
  required: HeadCount,
  terms: ElasticTerms,
  unit: string,
  known: Finished,
  finish: (search: ElasticSearch) => Promise<Done>,
  progress: (text: string) => void,
): Promise<{ readonly advice: ElasticAdvice; readonly finished: Done | null }> {
  const search = await searchElastic(trial, required, terms, searchDays, progress);
  if (search.rules.length === 0) return { advice: nothingPays(search.tried), finished: null };
  const finished = await finish(search);
  const { firstDay, days, sections } = finished.verified;
  const without = new Gathered(trial);
  without.add(await runPlan(trial, known.plan, firstDay, days));
  const advice = elasticAdvice(
    search.rules,
    search.tried,
    { rosterCost: known.rosterCost, sections: without.sections },
    { rosterCost: finished.rosterCost, sections, holds: finished.verified.holds },
    unit,
  );
  return { advice, finished: advice.rules.length > 0 ? finished : null };
}

/** What a finished plan costs a day: its roster, and the stations that its rules open. */
export const costOf = ({ rosterCost, verified }: Finished): number => rosterCost + flexCostOf(estimateKpis(verified.sections));
