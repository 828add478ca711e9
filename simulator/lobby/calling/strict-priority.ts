import { z } from 'zod';
import { byLineSchema, inLineOrder, unknownLines } from './by-line.ts';
import type { CallingStrategy } from './strategy.ts';

const options = z.strictObject({
  /** Tier by line, in place of the line's own: 0 is called first. */
  tiers: byLineSchema(z.int().min(0).max(9)).default({}),
});

/**
 * 严格优先. The line of the lowest tier first; within a tier, first come, first served. Nobody in service is interrupted.
 * Good when the favoured are few. It starves: while a favoured line never empties, no other line is called, so watch the
 * longest wait. Reference: non-preemptive priority, Cobham 1954.
 */
export const strictPriority: CallingStrategy<z.infer<typeof options>> = {
  id: 'strict-priority',
  names: { zh: '严格优先', en: 'Strict priority' },
  version: 1,
  options,
  problems: ({ tiers }, context) => unknownLines('tiers', tiers, context),
  scorer({ tiers }, context) {
    const tier = inLineOrder(tiers, context, (line) => line.tier);
    return (view) => -tier[view.line]!;
  },
};
