import type { Branch } from '../branch/branch.ts';
import type { BusinessDay, LobbyState, NumberBlock } from '../state.ts';

/** [N2] A012: series and number with leading zeros; larger numbers are written in full. */
export const numberText = (digits: number, series: string, ordinal: number): string =>
  `${series}${String(ordinal).padStart(digits, '0')}`;

const blocksOf = (state: LobbyState, day: BusinessDay, series: string): NumberBlock[] =>
  [...state.blocks.values()].filter((block) => block.date === day.date && block.series === series);

/** [N1] The next number of a series: one after the last, stepping over leased blocks. */
export function nextOrdinal(state: LobbyState, day: BusinessDay, series: string): number {
  let ordinal = (day.lastOrdinal.get(series) ?? 0) + 1;
  for (const block of blocksOf(state, day, series).sort((a, b) => a.from - b.from)) {
    if (ordinal >= block.from && ordinal <= block.to) ordinal = block.to + 1;
  }
  return ordinal;
}

/** [N3] Where the next leased block starts: above every number given and every block leased today. */
export function nextBlockFrom(state: LobbyState, branch: Branch, day: BusinessDay, series: string): number {
  const ends = blocksOf(state, day, series).map((block) => block.to + 1);
  return Math.max(branch.rules.numbers.leaseFrom, (day.lastOrdinal.get(series) ?? 0) + 1, ...ends);
}
