import { z } from 'zod';
import { kimNelson } from '../../../theory/selection/kim-nelson.ts';
import { answererOf } from '../../answer.ts';
import { share } from '../../params.ts';

const systems = z.int().min(2);
const params = z.object({
  k: systems.optional(),
  systems: systems.optional(),
  n0: z.int().min(2),
  alpha: share.optional(),
  /** 1 − alpha. */
  confidence: share.optional(),
});

/** Constants of the KN procedure. */
export const knRankingSelection = answererOf('kn-ranking-selection', params, ({ k, systems: also, n0, alpha, confidence }) => {
  const count = k ?? also;
  const error = alpha ?? (confidence === undefined ? undefined : 1 - confidence);
  if (count === undefined || error === undefined) return { reason: 'wants the number of systems (k) and alpha, or a confidence' };
  const constants = kimNelson(count, n0, error);
  return { exact: { ...constants, h: Math.sqrt(constants.h2) } };
});
