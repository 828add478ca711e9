import type { Plan } from '../../../lobby/branch/plan.ts';
import type { Role } from '../../../lobby/branch/service.ts';
import { clockOfMs, dayMs, minuteMs } from '../../../workload/clock.ts';
import { stepMs } from '../../clean/first-look.ts';
import type { Spell } from './spells.ts';

/** Servers at work by half hour of a kind of day: the mean over its days. An upper bound: breaks nobody can see hide inside it. */
export function meanStaffing(
  days: readonly (readonly Spell[])[],
  dayStarts: readonly number[],
  hours: { fromMs: number; toMs: number },
): number[] {
  const steps = Math.ceil((hours.toMs - hours.fromMs) / stepMs);
  const present = new Float64Array(steps);
  for (const [at, spells] of days.entries()) {
    for (const { fromMs, toMs } of spells) {
      for (let step = 0; step < steps; step++) {
        const from = dayStarts[at]! + hours.fromMs + step * stepMs;
        present[step]! += Math.max(0, Math.min(toMs, from + stepMs) - Math.max(fromMs, from)) / stepMs;
      }
    }
  }
  return Array.from(present, (sum) => sum / Math.max(1, days.length));
}

/** A roster that has so many at work in each half hour: who comes last goes first. */
export function rosterOf(counts: readonly number[], fromMs: number, role: Role = 'teller'): Plan['roster'] {
  const shifts: { from: string; to: string; count: number }[] = [];
  const open: number[] = [];
  const close = (start: number, end: number): void => {
    const [from, to] = [clockOfMs(fromMs + start * stepMs), clockOfMs(fromMs + end * stepMs)];
    const same = shifts.find((shift) => shift.from === from && shift.to === to);
    if (same === undefined) shifts.push({ from, to, count: 1 });
    else same.count++;
  };
  for (let step = 0; step <= counts.length; step++) {
    const wanted = counts[step] ?? 0;
    while (open.length > wanted) close(open.pop()!, step);
    while (open.length < wanted) open.push(step);
  }
  return shifts
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.to < b.to ? 1 : -1))
    .map((shift) => ({ role, breaks: [], ...shift }));
}

/** Today's plan, as the records show it: so many as were at work on an average day. */
export function planOf(
  byRole: ReadonlyMap<Role, readonly number[]>,
  hours: { readonly fromMs: number; readonly toMs: number },
): Plan | undefined {
  const roster = [...byRole].flatMap(([role, counts]) =>
    rosterOf(
      counts.map((count) => Math.round(count)),
      hours.fromMs,
      role,
    ),
  );
  if (roster.length === 0) return undefined;
  return {
    v: 1,
    id: 'today',
    note: 'Made by fit: in each half hour as many as were seen at work in the mean. Breaks that nobody can see are not in it.',
    roster,
  };
}

/** The spells of a recorded day as a roster of the people themselves, to the minute. */
export function recordedRoster(
  spells: readonly Spell[],
  day: number,
  codeOf: (server: string) => string,
  roleOf: (code: string) => Role,
): Plan['roster'] {
  return spells.flatMap(({ server, fromMs, toMs }) => {
    const from = Math.max(0, Math.round((fromMs - day * dayMs) / minuteMs));
    const to = Math.min(dayMs / minuteMs, Math.max(from + 1, Math.round((toMs - day * dayMs) / minuteMs)));
    if (to <= from) return [];
    return [
      {
        person: codeOf(server),
        role: roleOf(codeOf(server)),
        count: 1,
        from: clockOfMs(from * minuteMs),
        to: clockOfMs(to * minuteMs),
        breaks: [],
      },
    ];
  });
}
