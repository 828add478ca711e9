import { z } from 'zod';
import { type Problem, unknownName } from '../problem.ts';
import { byLineSchema, inLineOrder, unknownLines } from './by-line.ts';
import type { CallingStrategy, StrategyContext } from './strategy.ts';

const rate = z.number().gt(0).max(1000);
const options = z.strictObject({
  /** Priority earned per ms of wait in a line that neither record names. */
  rate: rate.default(1),
  /** By tier of the line ("0" to "9"). */
  ratePerTier: z.record(z.string(), rate).default({}),
  /** By line; wins over its tier. */
  ratePerLine: byLineSchema(rate).default({}),
  /** Priority on arrival by line, worth so many ms of wait at rate 1. */
  boostMs: byLineSchema(z.int().min(0)).default({}),
});

function unknownTiers(ratePerTier: Readonly<Record<string, number>>, context: StrategyContext): readonly Problem[] {
  const declared = new Set(context.lines.map((line) => String(line.tier)));
  return Object.keys(ratePerTier)
    .filter((tier) => !declared.has(tier))
    .map((tier) => unknownName(`ratePerTier.${tier}`, 'tier', tier, declared));
}

/**
 * 累积优先. Accumulating priority: score = boost + rate × wait, the highest first. With rates 4 and 1 a VIP of 5 min goes
 * before a normal customer of 19 min and after one of 21 min. Between strict priority and first come, first served, and
 * tuned by one number a class.
 *
 * Nobody starves: a head that has waited w is never passed by anybody who has waited less than
 * (its rate × w − largest boost) ÷ largest rate.
 * Reference: Kleinrock 1964; Stanford, Taylor & Ziedins 2014 (mean waits).
 */
export const ageing: CallingStrategy<z.infer<typeof options>> = {
  id: 'ageing',
  names: { zh: '累积优先', en: 'Ageing (accumulating priority)' },
  version: 1,
  options,
  problems: ({ ratePerTier, ratePerLine, boostMs }, context) => [
    ...unknownTiers(ratePerTier, context),
    ...unknownLines('ratePerLine', ratePerLine, context),
    ...unknownLines('boostMs', boostMs, context),
  ],
  scorer({ rate: otherwise, ratePerTier, ratePerLine, boostMs }, context) {
    const rates = inLineOrder(ratePerLine, context, (line) => ratePerTier[line.tier] ?? otherwise);
    const boosts = inLineOrder(boostMs, context, () => 0);
    return (view) => boosts[view.line]! + rates[view.line]! * view.headWaitMs;
  },
};
