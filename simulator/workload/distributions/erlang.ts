import type { Distribution } from './distribution.ts';
import { gamma } from './gamma.ts';

/** Erlang: the sum of `stages` equal exponential stages, that is a gamma of whole shape. */
export function erlang(meanMs: number, stages: number): Distribution {
  return gamma(meanMs, stages);
}
