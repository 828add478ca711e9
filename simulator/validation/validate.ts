import type { Effort } from './answer.ts';
import type { Answered } from './answer-case.ts';
import type { Case } from './case.ts';
import { type CaseVerdict, failedByChance, familySize, judge, type Unsupported } from './verdict.ts';

/** How a file of cases went. */
export interface Validation {
  readonly cases: readonly CaseVerdict[];
  readonly passed: number;
  readonly failed: number;
  readonly unsupported: readonly Unsupported[];
}

/** Where cases are answered: here, or by a pool. Answers come in the order of the jobs. */
export type AnswerCases = (jobs: readonly CaseJob[]) => Promise<readonly Answered[]>;
export interface CaseJob {
  readonly one: Case;
  readonly effort: Effort;
}

/**
 * Answers every case and judges them together: exact answers by the case's tolerance, simulated ones so that a program without fault
 * passes all of them with 99.9 %. A case that fails by simulation alone is run once more on independent streams with four times the
 * work, and that run counts.
 */
export async function validate(cases: readonly Case[], effort: Effort, answerCases: AnswerCases): Promise<Validation> {
  const first = await answerCases(cases.map((one) => ({ one, effort })));
  const family = familySize(cases, first);
  const doubtful = cases.filter((one, at) => failedByChance(one, first[at]!, family));
  // a seed next to the first: every seed starts streams of its own. Half the width is four times the work
  const second = await answerCases(
    doubtful.map((one) => ({ one, effort: { seed: effort.seed + 1, precision: effort.precision / 2 } })),
  );
  const verdicts = cases.map((one, at) => {
    const again = doubtful.indexOf(one);
    if (again < 0) return judge(one, first[at]!, family);
    return { ...judge(one, second[again]!, family), again: true as const };
  });
  const judged = verdicts.filter((verdict): verdict is CaseVerdict => 'pass' in verdict);
  const passed = judged.filter(({ pass }) => pass).length;
  return {
    cases: judged,
    passed,
    failed: judged.length - passed,
    unsupported: verdicts.filter((verdict): verdict is Unsupported => !('pass' in verdict)),
  };
}
