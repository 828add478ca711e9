import { z } from 'zod';
import { kimNelson } from '../../../theory/selection/kim-nelson.ts';
import { answererOf } from '../../answer.ts';
import { share } from '../../params.ts';

const params = z.object({ k: z.int().min(2), n0: z.int().min(2), alpha: share });

/** Constants of the KN procedure. */
export const knRankingSelection = answererOf('kn-ranking-selection', params, ({ k, n0, alpha }) => ({
  exact: kimNelson(k, n0, alpha),
}));
