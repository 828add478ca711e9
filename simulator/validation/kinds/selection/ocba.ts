import { z } from 'zod';
import { budgetShares } from '../../../theory/selection/ocba.ts';
import { answererOf } from '../../answer.ts';

const params = z
  .object({
    means: z.array(z.number()).min(2),
    sds: z.array(z.number().gt(0)).min(2),
    sense: z.enum(['min', 'max']).default('min'),
    budget: z.number().gt(0).optional(),
  })
  .refine(({ means, sds }) => means.length === sds.length, { path: ['sds'], message: 'one value for each of means' })
  .refine(
    ({ means, sense }) => means.filter((mean) => mean === (sense === 'min' ? Math.min(...means) : Math.max(...means))).length === 1,
    {
      path: ['means'],
      message: 'two systems are equally good: there is no one best to recognise',
    },
  );

/** How OCBA divides a budget. */
export const ocba = answererOf('ocba', params, ({ means, sds, sense }) => ({
  exact: { fraction: budgetShares(means, sds, sense) },
}));
