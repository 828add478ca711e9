import { z } from 'zod';
import type { Problem } from '../problem.ts';
import { byLineSchema, inLineOrder, unknownLines } from './by-line.ts';
import type { CallingStrategy } from './strategy.ts';

const targetMs = z.int().min(1);
const options = z.strictObject({
  /** Target wait by line, in place of the line's own `targetWaitMs`. */
  targetMs: byLineSchema(targetMs).default({}),
  /** For lines that have no target of their own. */
  otherwiseMs: targetMs.optional(),
});

/**
 * 目标比例. The line whose head has used up most of its target: largest wait ÷ target. In a busy lobby the waits of the lines
 * settle in the proportion of their targets, so all promises are kept or missed together. It equals `ageing` with rate
 * 1 ÷ target, and so never starves. Every line needs a target: its own, or one in the options.
 * Reference: van Mieghem 1995; Gurvich & Whitt 2009.
 */
export const targetRatio: CallingStrategy<z.infer<typeof options>> = {
  id: 'target-ratio',
  names: { zh: '目标比例', en: 'Target ratio' },
  version: 1,
  options,
  problems: ({ targetMs: targets, otherwiseMs }, context) => [
    ...unknownLines('targetMs', targets, context),
    ...context.lines
      .filter((line) => otherwiseMs === undefined && line.targetWaitMs === undefined && !Object.hasOwn(targets, line.id))
      .map(
        ({ id }): Problem => ({
          path: 'targetMs',
          message: `line "${id}" has no target: set its targetWaitMs in the branch, or targetMs.${id} or otherwiseMs here`,
        }),
      ),
  ],
  scorer({ targetMs: targets, otherwiseMs }, context) {
    // problems() has made sure that one of the three is there.
    const target = inLineOrder(targets, context, (line) => (line.targetWaitMs ?? otherwiseMs)!);
    return (view) => view.headWaitMs / target[view.line]!;
  },
};
