import { chooseLine, type LineSource } from '../../lobby/calling/choose.ts';
import type { CallingRule } from '../../lobby/calling/make.ts';
import { mostBits } from '../floor/floor.ts';

/**
 * The line that a station calls, as `chooseLine` has it; -1: none. `seen`: bits of the lines in which somebody waits and of which the
 * station serves somebody. Nearly always it is one line: then there is nothing to compare.
 */
export function chooseAmong(source: LineSource, seen: number, rule: CallingRule, station: number, nowMs: number): number {
  if (seen === 0) return -1;
  if ((seen & (seen - 1)) !== 0 || rule.holdsBack || source.count > mostBits) return chooseLine(source, rule, station, nowMs);
  const line = 31 - Math.clz32(seen);
  return Number.isNaN(source.headReadyAt(line)) ? -1 : line;
}
