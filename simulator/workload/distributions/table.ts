import { constant } from './constant.ts';
import type { Distribution } from './distribution.ts';
import { empirical } from './empirical.ts';
import { erlang } from './erlang.ts';
import { exponential } from './exponential.ts';
import { gamma } from './gamma.ts';
import { lognormal } from './lognormal.ts';
import type { DistributionSpec } from './spec.ts';
import { type SurvivalSpec, survivalCurve } from './survival.ts';
import { weibull } from './weibull.ts';

/** The distribution that a model file states. */
export function makeDistribution(spec: DistributionSpec | SurvivalSpec): Distribution {
  switch (spec.family) {
    case 'exponential':
      return exponential(spec.meanMs);
    case 'lognormal':
      return lognormal(spec.meanMs, spec.cv);
    case 'gamma':
      return gamma(spec.meanMs, 1 / (spec.cv * spec.cv));
    case 'erlang':
      return erlang(spec.meanMs, spec.stages);
    case 'weibull':
      return weibull(spec.meanMs, spec.shape);
    case 'constant':
      return constant(spec.ms);
    case 'empirical':
      return empirical(spec.valuesMs);
    case 'kaplan-meier':
      return survivalCurve(spec);
  }
}
