import type { RosterSpace } from '../contracts/roster-space.ts';

const cents = 100;

/** What the costs of all rosters are multiples of, where the contracts have one; null where none is seen. */
export function grainOf({ groups, shifts }: Pick<RosterSpace, 'groups' | 'shifts'>): number | null {
  if (groups.some(({ idleCredit }) => idleCredit !== undefined) || shifts.some(({ kind }) => kind === 'on-call')) return null;
  const whole = shifts.map(({ cost }) => Math.round(cost * cents));
  if (shifts.some(({ cost }, at) => Math.abs(cost * cents - whole[at]!) > 1e-6)) return null;
  const grain = whole.reduce(greatestCommonDivisor, 0);
  return grain === 0 ? null : grain / cents;
}

/** A lower bound of costs that are multiples of a grain: the next of them. */
export const upToGrain = (bound: number, grain: number | null): number =>
  grain === null ? bound : Math.ceil(bound / grain - 1e-6) * grain;

const greatestCommonDivisor = (a: number, b: number): number => (b === 0 ? a : greatestCommonDivisor(b, a % b));
