import { z } from 'zod';
import { byLineSchema, inLineOrder, unknownLines } from './by-line.ts';
import type { CallingStrategy } from './strategy.ts';

const options = z.strictObject({
  /** Calls per round by line, e.g. `{ vip: 2, normal: 1 }`. */
  weights: byLineSchema(z.number().gt(0).max(1000)).refine((weights) => Object.keys(weights).length >= 2, {
    error: 'a ratio needs the weights of at least two lines',
  }),
});

/**
 * 按比例叫号. Two VIP to one normal: the line with the smallest (calls + ½) ÷ weight first, which is the Webster divisor rule
 * (Balinski & Young 1982) and spreads each line's turns evenly. Calls count only while two lines of the ratio compete, so an
 * empty line is owed nothing. Lines without a weight are called when no line of the ratio waits, first come, first served.
 *
 * While its lines stay occupied none starves: between two calls of line k at most Σ ⌊w_j ÷ w_k⌋ + 1 calls of others pass,
 * over the other lines j; and after n calls line k has had n·w_k ÷ W of them, give or take ½ + m·w_k ÷ 2W (m lines, W = Σ w).
 * Good for a promise that people can see; it does not look at waits, so a long line in the small share waits long.
 */
export const ratio: CallingStrategy<z.infer<typeof options>> = {
  id: 'ratio',
  names: { zh: '按比例叫号', en: 'Ratio' },
  version: 1,
  options,
  problems: ({ weights }, context) => unknownLines('weights', weights, context),
  scorer({ weights }, context) {
    const weight = inLineOrder(weights, context, () => 0);
    // Equal and finite for every line outside the ratio: after all of its lines, and among themselves by readyAt.
    const outside = -Number.MAX_VALUE;
    return (view) => (weight[view.line]! > 0 ? -(view.callsSoFar + 0.5) / weight[view.line]! : outside);
  },
  ratioLines: ({ weights }) => Object.keys(weights),
};
