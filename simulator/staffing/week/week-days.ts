import type { Plan } from '../../lobby/branch/plan.ts';
import { planShifts } from '../contracts/roster-plan.ts';
import type { NamedShift } from '../roster/solve-week.ts';
import type { OpenDay } from './open-days.ts';
import type { WeekShift } from './week-recommendation.ts';

/** Shifts of one day of a week. */
export const workedOn = (shifts: readonly NamedShift[], d: number) =>
  shifts.filter(({ day }) => day === d).map(({ shift, breaks }) => ({ shift, count: 1, breaks }));

/** A day of a week by names, as a plan that the engine runs. */
export function dayPlan({ trial, space }: OpenDay, shifts: readonly NamedShift[], d: number): Plan {
  const { calling, greeting, elastic } = trial.model.plan ?? {};
  const declared = new Set(trial.model.branch.staff.map(({ id }) => id));
  const roster = shifts
    .filter(({ day }) => day === d)
    .flatMap(({ person, shift, breaks }) =>
      planShifts(space, [{ shift, count: 1, breaks }]).map((piece) => (declared.has(person) ? { ...piece, person } : piece)),
    );
  return {
    v: 1,
    id: `day-${d + 1}`,
    roster,
    ...(calling ? { calling } : {}),
    ...(greeting ? { greeting } : {}),
    ...(elastic ? { elastic } : {}),
  };
}

/** The shifts of a week as people read them. */
export const namedRoster = (open: readonly OpenDay[], shifts: readonly NamedShift[]): WeekShift[] =>
  open.flatMap(({ weekday, space }, d) =>
    shifts
      .filter(({ day }) => day === d)
      .flatMap(({ person, shift, breaks }) =>
        planShifts(space, [{ shift, count: 1, breaks }]).map(({ count: _, person: __, ...piece }) => ({
          weekday,
          person,
          ...piece,
        })),
      ),
  );
