import { checkEngines } from '../agreement/agree.ts';

/** Random days of one seed. */
export interface EnginesPiece {
  readonly seed: number;
  readonly days: number;
}

/** A thread that lets both engines write one piece of random days at a time. */
export default ({ seed, days }: EnginesPiece): ReturnType<typeof checkEngines> => checkEngines(seed, days);
