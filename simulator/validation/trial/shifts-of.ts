import type { QueueAsLobby } from './lobby-of.ts';

/** Shifts of a number of tellers that changes: [from, number], each until the next, the last until `end`. Those who stay on are no new crew. */
export function shiftsOf(
  numbers: readonly (readonly [from: number, count: number])[],
  end: number,
  clock: (at: number) => string,
): QueueAsLobby['shifts'] {
  return numbers
    .filter(([from]) => from < end)
    .map(([from, count], at) => [clock(from), clock(Math.min(end, numbers[at + 1]?.[0] ?? end)), count] as const);
}
