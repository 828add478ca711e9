import type { Fairness, GroupName } from '../../study/fairness.ts';
import { estimateText } from '../figures.ts';
import { textTable } from '../text-table.ts';
import type { Held } from './compare-targets.ts';

const groups = (names: readonly GroupName[]): string => names.map(({ group }) => group).join(', ') || '–';
const number = (estimate: { readonly value: number; readonly low: number; readonly high: number } | null): string =>
  estimate === null ? '–' : `${estimate.value.toFixed(0)} (${estimate.low.toFixed(0)} … ${estimate.high.toFixed(0)})`;

/** Who waits longest under each plan, who gains and who pays, and what all waiting costs. */
export const fairnessTable = (plans: readonly Fairness[]): string =>
  textTable(
    [
      '公平 fairness',
      '最不受照顾 least favoured',
      'P90',
      '最长 longest',
      '受益 gain',
      '付出 pay',
      '等候代价 cost of waiting',
      '差 less the first',
    ],
    plans.map(({ gain, leastFavoured, name, pay, waitingCost, waitingCostDifference }) => [
      name,
      leastFavoured?.group ?? '–',
      leastFavoured === null ? '–' : estimateText('waitP90Ms', leastFavoured.waitP90Ms),
      leastFavoured === null ? '–' : estimateText('waitMaxMs', leastFavoured.waitMaxMs),
      groups(gain),
      groups(pay),
      number(waitingCost),
      number(waitingCostDifference),
    ]),
  );

/** Which stated targets hold under each plan. */
export const targetsTable = (names: readonly string[], held: readonly (readonly Held[])[]): string =>
  textTable(
    ['目标 target', ...(held[0] ?? []).map(({ target }) => target)],
    names.map((name, plan) => [
      name,
      ...held[plan]!.map(({ holds, inHand: { high, low, value } }) => {
        const percent = (share: number): string => `${(100 * share).toFixed(1)}`;
        const mark = holds === null ? '?' : holds ? '+' : '−';
        return `${mark} ${percent(value)} % (${percent(low)} … ${percent(high)})`;
      }),
    ]),
  );
