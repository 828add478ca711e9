import type { Branch } from '../../../lobby/branch/branch.ts';
import { plain, say } from '../../../report/format/quantity.ts';
import { type Language, labelIn } from '../../../report/words/words.ts';
import type { Target } from '../../../staffing/target.ts';

/** A target as one tells it to somebody who does not write targets: "90 % wait at most 15 min". */
export function targetInWords({ goal }: Target, branch: Branch, language: Language): string {
  const zh = language === 'zh-CN';
  const percent = (share: number): string => `${plain(100 * share)}\u00a0%`;
  const limit = 'limitMs' in goal ? say(goal.limitMs, 'duration', language) : '';
  const what = {
    quantile: () =>
      zh ? `${percent(shareOf(goal))} 的客户等候不超过 ${limit}` : `${percent(shareOf(goal))} wait at most ${limit}`,
    within: () =>
      zh
        ? `至少 ${percent(shareOf(goal))} 的来客在 ${limit}内开始办理`
        : `at least ${percent(shareOf(goal))} of those who come start within ${limit}`,
    abandon: () => (zh ? `离开的不超过 ${percent(shareOf(goal))}` : `at most ${percent(shareOf(goal))} leave`),
    mean: () => (zh ? `平均等候不超过 ${limit}` : `the mean wait is at most ${limit}`),
    longest: () => (zh ? `最长等候不超过 ${limit}` : `nobody waits longer than ${limit}`),
  }[goal.measure]();
  const whom = [
    ...(goal.services ?? []).map((at) => labelIn(language, branch.services[at]!.names)),
    ...(goal.segments ?? []).map((at) => labelIn(language, branch.segments[at]!.names)),
  ];
  const days = goal.daysShare;
  if (zh)
    return `${whom.length > 0 ? `${whom.join('、')}：` : ''}${what}${goal.over === 'day' ? '（全天合计）' : ''}${days === undefined ? '' : `（${percent(days)} 的日子）`}`;
  return `${what}${whom.length > 0 ? ` (${whom.join(', ')})` : ''}${goal.over === 'day' ? ' over the day' : ''}${days === undefined ? '' : ` on ${percent(days)} of days`}`;
}

const shareOf = (goal: Target['goal']): number => ('share' in goal ? goal.share : 0);

/** The wait that nine in ten are to keep within, where a target says so of everybody, or of all these services. */
export const p90LimitOf = (targets: readonly Target[], services: readonly number[] = []): number | null => {
  const found = targets.find(
    ({ goal }) =>
      goal.measure === 'quantile' &&
      goal.share === 0.9 &&
      goal.segments === undefined &&
      (goal.services === undefined || (services.length > 0 && services.every((one) => goal.services!.includes(one)))),
  );
  return found && 'limitMs' in found.goal ? found.goal.limitMs : null;
};
