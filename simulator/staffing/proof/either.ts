import type { RosterSpace } from '../contracts/roster-space.ts';
import { rowOfAny } from '../contracts/skill-groups.ts';
import type { StaffGrid } from '../grid.ts';
import type { Either } from '../roster/day-problem.ts';
import type { LeastOne } from './least-one.ts';

/** Where a roster counts the people of a row of a grid by role: whoever is of the role. */
export const placeOf = ({ grid }: RosterSpace, byRole: StaffGrid, row: number): number => rowOfAny(grid, byRole.roles[row]!);

/**
 * What was proved of half hours, as a roster is asked for it. Where its steps are shorter, more in one of them may do: a plan with fewer
 * in all of them has fewer in the half hour.
 */
export const eitherOf = (space: RosterSpace, byRole: StaffGrid, cuts: readonly LeastOne[]): Either[] =>
  cuts.map((cut, at) => ({
    name: `either ${at}`,
    options: cut.flatMap(({ cell, least }) => {
      const skill = placeOf(space, byRole, Math.floor(cell / byRole.steps));
      const first = space.offset + (cell % byRole.steps) * space.perCell;
      return Array.from({ length: Math.min(space.perCell, space.span.steps - first) }, (_, part) => ({
        skill,
        step: first + part,
        least,
      }));
    }),
  }));
