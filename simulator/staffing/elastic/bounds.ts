import type { FlexStaff } from '../contracts/contracts.ts';
import type { StaffGrid } from '../grid.ts';
import type { HeadCount } from '../head-count.ts';
import type { Asked } from '../lean-skills.ts';

/** Lower bounds where the back office may help: as if it stood at its stations all day for nothing, so still no plan gets by with fewer. */
export const boundsWithFlex = ({ roles, steps }: StaffGrid, bounds: HeadCount, flexStaff: readonly FlexStaff[]): HeadCount =>
  Int32Array.from(bounds, (bound, cell) => {
    const helpers = flexStaff.reduce((sum, { role, people }) => sum + (role === roles[Math.floor(cell / steps)] ? people : 0), 0);
    return Math.max(Math.min(1, bound), bound - helpers);
  });

/** The same as a roster is asked for it; skills aside, whose bounds are of people of any. */
export const leastWithFlex = (grid: StaffGrid, bounds: HeadCount, flexStaff: readonly FlexStaff[]): Asked => ({
  need: grid.skills.some((skills) => skills !== null)
    ? new Int32Array(grid.roles.length * grid.steps)
    : boundsWithFlex(grid, bounds, flexStaff),
  cuts: [],
});
