import { z } from 'zod';
import type { Distribution } from './distribution.ts';

/** A Kaplan-Meier curve: the share that still waits just after each time at which somebody was seen to leave. */
export const survivalSchema = z
  .strictObject({
    family: z.literal('kaplan-meier'),
    atMs: z.array(z.number().min(0)).min(1).max(10_000),
    survival: z.array(z.number().min(0).max(1)).min(1).max(10_000),
  })
  .superRefine(({ atMs, survival }, ctx) => {
    if (atMs.length !== survival.length)
      ctx.addIssue({
        code: 'custom',
        path: ['survival'],
        message: `${survival.length} shares for ${atMs.length} times; give one a time`,
      });
    for (const [name, list, wrong] of [
      ['atMs', atMs, (before: number, next: number) => next <= before],
      ['survival', survival, (before: number, next: number) => next > before],
    ] as const) {
      const bad = list.findIndex((value, at) => at > 0 && wrong(list[at - 1]!, value));
      if (bad >= 0)
        ctx.addIssue({ code: 'custom', path: [name, bad], message: name === 'atMs' ? 'times must rise' : 'shares must not rise' });
    }
  });
export type SurvivalSpec = z.infer<typeof survivalSchema>;

/**
 * Patience as it was seen, with no family claimed (Kaplan & Meier 1958): a step down for each time somebody left. Whoever
 * outlasts the curve is never seen to leave: their patience is Infinity, and so is the mean when the curve does not reach 0.
 */
export function survivalCurve({ atMs, survival }: Pick<SurvivalSpec, 'atMs' | 'survival'>): Distribution {
  const gone = (at: number): number => (at < 0 ? 0 : 1 - survival[at]!);
  let mean = survival.at(-1)! > 0 ? Number.POSITIVE_INFINITY : 0;
  let squares = mean;
  atMs.forEach((ms, at) => {
    mean += ms * (gone(at) - gone(at - 1));
    squares += ms * ms * (gone(at) - gone(at - 1));
  });
  return {
    meanMs: mean,
    scv: Number.isFinite(mean) && mean > 0 ? squares / (mean * mean) - 1 : Number.NaN,
    quantile(u) {
      let low = 0;
      let high = atMs.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (1 - survival[middle]! < u) low = middle + 1;
        else high = middle;
      }
      return low < atMs.length ? atMs[low]! : Number.POSITIVE_INFINITY;
    },
    cdf: (ms) => gone(atMs.findLastIndex((at) => at <= ms)),
  };
}
