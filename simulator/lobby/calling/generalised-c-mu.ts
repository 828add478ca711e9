import { type CostedOptions, costedOptions, costedProblems, costRates } from './c-mu.ts';
import type { CallingStrategy } from './strategy.ts';

/**
 * 广义 c-μ. What the next minute of the head's wait costs × service rate, where a wait of w costs c·w²/2: so c × w × μ, the highest first. Nearly the least
 * cost that any rule reaches in a busy lobby when each further minute hurts more than the last (van Mieghem 1995; Mandelbaum & Stolyar 2004);
 * nobody starves, since every score grows with the wait.
 */
export const generalisedCMu: CallingStrategy<CostedOptions> = {
  id: 'generalised-c-mu',
  names: { zh: '广义 c-μ', en: 'Generalised c-mu' },
  version: 1,
  options: costedOptions,
  problems: costedProblems,
  scorer(options, context) {
    const rates = costRates(options, context);
    return (view) => rates[view.line]! * view.headWaitMs;
  },
};
