import type { Branch } from '../../branch/branch.ts';
import type { Plan } from '../../branch/plan.ts';
import { type Role, roles } from '../../branch/service.ts';

const clockMs = (clock: string): number => Number(clock.slice(0, 2)) * 3_600_000 + Number(clock.slice(3, 5)) * 60_000;

/** Time that a roster has its people at work, breaks included, by role in the order of `roles`. */
export function rosteredMs({ staff }: Pick<Branch, 'staff'>, { roster }: Plan): readonly number[] {
  const sums = roles.map(() => 0);
  for (const { person, role, from, to, count } of roster) {
    const declared: Role = staff.find(({ id }) => id === person)?.role ?? role;
    sums[roles.indexOf(declared)]! += count * (clockMs(to) - clockMs(from));
  }
  return sums;
}
