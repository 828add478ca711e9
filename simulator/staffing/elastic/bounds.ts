import type { FlexStaff } from '../contracts/contracts.ts';
import type { StaffGrid } from '../grid.ts';
import type { HeadCount } from '../head-count.ts';

/** Lower bounds where the back office may help: as if it stood at its stations all day for nothing, so still no plan gets by with fewer. */
export const boundsWithFlex = ({ roles, steps }: StaffGrid, bounds: HeadCount, flexStaff: readonly FlexStaff[]): HeadCount =>
  Int32Array.from(bounds, (bound, cell) => {
    const helpers = flexStaff.reduce((sum, { role, people }) => sum + (role === roles[Math.floor(cell / steps)] ? people : 0), 0);
    return Math.max(Math.min(1, bound), bound - helpers);
  });
