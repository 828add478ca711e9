import { hourMs } from '../../workload/clock.ts';
import type { HeadCount } from '../head-count.ts';
import type { WeekDay, WeekProblem } from '../roster/week-problem.ts';
import type { Contracts } from './contracts.ts';
import { type BusyNeed, type CellCut, dayProblemOf, type RosterSpace } from './roster-space.ts';

/** Where nobody says what a missing person costs, one missing in a single step costs so many times the dearest shift: a last resort. */
const usualMissing = 1.2;

/** A week of days and their needs as the roster has it; skills of all days are those of its roles, or what contracts tell apart in them. */
export function weekProblemOf(
  contracts: Contracts,
  days: readonly {
    readonly weekday: number;
    readonly space: RosterSpace;
    readonly need: HeadCount;
    /** Absent: nobody stands by. */
    readonly busy?: BusyNeed | undefined;
    readonly cuts?: readonly CellCut[];
  }[],
): WeekProblem {
  const skills = [...new Set(days.flatMap(({ space }) => space.skills.names))];
  const dearest = Math.max(0, ...days.flatMap(({ space }) => space.shifts.map(({ cost }) => cost)));
  const stepMs = days[0]?.space.span.stepMs ?? 0;
  const perStep = contracts.missingPerHour === undefined ? usualMissing * dearest : (contracts.missingPerHour * stepMs) / hourMs;
  return {
    skills,
    people: contracts.people,
    week: contracts.week,
    ...(contracts.partTimeShare === undefined ? {} : { partTimeShare: contracts.partTimeShare }),
    missing: skills.map(() => perStep),
    days: days.map(({ weekday, space, need, busy, cuts: asked = [] }): WeekDay => {
      const { scenarios, cuts } = dayProblemOf(space, need, asked, undefined, busy);
      const position = (skill: number): number => skills.indexOf(space.skills.names[skill]!);
      const needIn = (scenario: number): (readonly number[])[] =>
        skills.map((name) => {
          const at = space.skills.names.indexOf(name);
          return at < 0 ? Array.from({ length: space.span.steps }, () => 0) : scenarios[scenario]!.need[at]!;
        });
      return {
        weekday,
        ...space.span,
        need: needIn(0),
        ...(busy === undefined ? {} : { busy: { need: needIn(1), share: busy.share } }),
        idleCredits: space.groups.map(({ idleCredit }) => idleCredit),
        shifts: space.shifts,
        groups: space.groups.map((group) => group.skills.map(position)),
        rules: space.rules.filter(({ is }) => is === 'present'),
        cuts: cuts.map((cut) => ({ ...cut, terms: cut.terms.map((term) => ({ ...term, skill: position(term.skill) })) })),
      };
    }),
  };
}
