import { CannotRun } from '../engine/run.ts';
import { BadHistory } from '../history/bad-history.ts';
import { BadTarget } from '../staffing/bad-target.ts';
import { BadInput } from './verb.ts';

/** Does the work of a verb; what a study refuses becomes bad input, one clear line. */
export async function refusing<T>(work: () => Promise<T> | T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BadHistory || error instanceof BadTarget || error instanceof CannotRun) throw new BadInput(error.message);
    throw error;
  }
}
