import { z } from 'zod';
import { squareRootRow } from '../../../theory/staffing/square-root-staffing.ts';
import { answererOf } from '../../answer.ts';
import { share } from '../../params.ts';

const params = z.object({ alpha: share, beta: z.number().optional() });

/** The square root rule beside the exact answer, at each load of the table. */
export const squareRootStaffing = answererOf('square-root-staffing', params, ({ alpha }, { rows }) => {
  const loads = rows.flatMap(({ R }) => (typeof R === 'number' && R > 0 ? [R] : []));
  if (loads.length === 0 || loads.length !== rows.length) return { reason: 'every row is to name its load R' };
  return { exact: loads.map((R) => ({ ...squareRootRow(R, alpha) })) };
});
