import type { Branch } from '../lobby/branch/branch.ts';
import type { Plan } from '../lobby/branch/plan.ts';
import { msOfClock } from './clock.ts';
import { type Group, groupKey, groupOf } from './group.ts';

/** Something the roster does at a moment. */
export type RosterChange =
  /** The number of a group at work rises or falls; rises and falls of one moment are netted, so nobody is exchanged. */
  | { readonly kind: 'number'; readonly atMs: number; readonly group: number; readonly delta: number }
  /** `count` of a group go on a break when free. */
  | {
      readonly kind: 'break';
      readonly atMs: number;
      readonly group: number;
      readonly count: number;
      readonly toMs: number;
      readonly shiftEndMs: number;
    };

export interface Timeline {
  readonly groups: readonly Group[];
  /** In order of time. */
  readonly changes: readonly RosterChange[];
}

/** The roster of a plan as what happens when. */
export function timelineOf(branch: Branch, plan: Plan): Timeline {
  const groups: Group[] = [];
  const positions = new Map<string, number>();
  const deltas = new Map<string, { atMs: number; group: number; delta: number }>();
  const breaks: Extract<RosterChange, { kind: 'break' }>[] = [];
  for (const shift of plan.roster) {
    const made = groupOf(branch, shift);
    const key = groupKey(made);
    const group = positions.get(key) ?? groups.push(made) - 1;
    positions.set(key, group);
    const fromMs = msOfClock(shift.from);
    const toMs = msOfClock(shift.to);
    for (const [atMs, delta] of [
      [fromMs, shift.count],
      [toMs, -shift.count],
    ] as const) {
      const known = deltas.get(`${atMs} ${group}`);
      deltas.set(`${atMs} ${group}`, { atMs, group, delta: (known?.delta ?? 0) + delta });
    }
    for (const pause of shift.breaks) {
      breaks.push({
        kind: 'break',
        atMs: msOfClock(pause.from),
        group,
        count: shift.count,
        toMs: msOfClock(pause.to),
        shiftEndMs: toMs,
      });
    }
  }
  const numbers = [...deltas.values()].filter(({ delta }) => delta !== 0).map((change) => ({ kind: 'number' as const, ...change }));
  return { groups, changes: [...numbers, ...breaks].sort((a, b) => a.atMs - b.atMs || a.group - b.group) };
}
