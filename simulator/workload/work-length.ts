import type { Distribution } from './distributions/distribution.ts';
import { mixture } from './distributions/mixture.ts';
import { makeDistribution } from './distributions/table.ts';
import type { Model } from './model.ts';

/** The length of the work that an entry of the model states, with the share of it that is over at once. */
export function workLength({ distribution, short }: Model['work'][number]): Distribution {
  const usual = makeDistribution(distribution);
  return short === undefined ? usual : mixture(short.share, makeDistribution(short.distribution), usual);
}
