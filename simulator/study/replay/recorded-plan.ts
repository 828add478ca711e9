import type { Branch } from '../../lobby/branch/branch.ts';
import type { Plan, Shift } from '../../lobby/branch/plan.ts';
import { skillOf } from '../../lobby/branch/service.ts';
import { castOf } from '../../workload/cast.ts';
import { clockOfMs, dayMs, minuteMs } from '../../workload/clock.ts';
import { leadRole } from '../../workload/group.ts';
import type { StaffFacts } from './follow-staff.ts';

/**
 * The branch as it was before a simulated day cast its people: those whom a plan only counts, and whom the cast would make again, are
 * taken out of the staff. A live branch has none, and stays as it is.
 */
export function withoutCast(branch: Branch, plan: Plan | null): Branch {
  if (plan === null) return branch;
  const named = new Set(plan.roster.map(({ person }) => person));
  const declared = branch.staff.filter(({ id }) => named.has(id) || !/^(teller|advisor|greeter)-\d+$/.test(id));
  const bare = { ...branch, staff: declared };
  const again = castOf(bare, plan).branch.staff.map(({ id }) => id);
  return again.join() === branch.staff.map(({ id }) => id).join() ? bare : branch;
}

/** The roster that was worked, to the minute, where a journal holds no plan: who was at which station from when to when. */
export function recordedPlan(
  branch: Branch,
  { attended, joined, presences }: StaffFacts,
  midnightAt: number,
  rules: Omit<Plan, 'v' | 'id' | 'roster'>,
): Plan {
  const clock = (at: number, round: (value: number) => number): string =>
    clockOfMs(Math.min(dayMs, Math.max(0, round((at - midnightAt) / minuteMs) * minuteMs)));
  const seated = new Set(presences.map(({ person }) => person));
  // Greeters work no station: they are at work while they are in the lobby.
  const greeters = [...attended].flatMap(([person, spans]) =>
    joined.get(person)?.role === 'greeter' && !seated.has(person)
      ? spans.flatMap(({ from, to }): Shift[] => {
          const times = { from: clock(from, Math.floor), to: clock(to, Math.ceil) };
          const who = branch.staff.some(({ id }) => id === person) ? { person } : {};
          return times.to > times.from ? [{ ...who, role: 'greeter', count: 1, breaks: [], ...times }] : [];
        })
      : [],
  );
  const roster = presences.flatMap(({ station, person, from, to }): Shift[] => {
    const declared = branch.stations.find(({ id }) => id === station);
    const times = { from: clock(from, Math.floor), to: clock(to, Math.ceil) };
    if (declared === undefined || declared.kind === 'device' || times.to <= times.from) return [];
    if (person !== null && branch.staff.some(({ id }) => id === person))
      return [{ person, station, role: 'teller', count: 1, breaks: [], ...times }];
    const given = branch.services.filter(
      ({ id, modes }) => (declared.services?.includes(id) ?? true) && modes.some(({ at }) => at === declared.kind),
    );
    const mode = given[0]?.modes.find(({ at }) => at === declared.kind);
    const known = person === null ? undefined : joined.get(person);
    const skills =
      known?.skills ??
      given.map((service) => service.modes.find(({ at }) => at === declared.kind)?.team[0]?.skill ?? skillOf(service));
    return [
      { role: known?.role ?? leadRole(mode?.team ?? []), skills: [...new Set(skills)], station, count: 1, breaks: [], ...times },
    ];
  });
  return { v: 1, id: 'recorded', roster: withoutOverlaps([...roster, ...greeters]), ...rules };
}

/** To the minute, a shift may begin before another of the same person has ended. */
function withoutOverlaps(roster: readonly Shift[]): Shift[] {
  const kept: Shift[] = [];
  for (const shift of roster) {
    const before = kept.findLast(({ person }) => shift.person !== undefined && person === shift.person);
    const from = before !== undefined && before.to > shift.from ? before.to : shift.from;
    if (from < shift.to) kept.push({ ...shift, from });
  }
  return kept;
}
