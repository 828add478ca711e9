import type { Plan, Shift } from '../../lobby/branch/plan.ts';
import { clockOfMs, hourMs } from '../../workload/clock.ts';
import { planShifts } from '../contracts/roster-plan.ts';
import type { NamedShift, WeekOffice, WeekRoster } from '../roster/solve-week.ts';
import { rulesOf } from '../trial.ts';
import { officeHours } from './office-hours.ts';
import type { OpenDay } from './open-days.ts';
import type { OfficeShift, WeekShift } from './week-recommendation.ts';

/** Shifts of one day of a week. */
export const workedOn = (shifts: readonly NamedShift[], d: number) =>
  shifts.filter(({ day }) => day === d).map(({ shift, breaks }) => ({ shift, count: 1, breaks }));

/** Who is in the back office on a day of a week; on the busiest of such days with `busy`. */
export const officeOn = (backOffice: readonly WeekOffice[], d: number, busy = false): WeekOffice[] =>
  backOffice.filter((one) => one.day === d && one.busy === busy);

/** Shifts of a week and who of them is in the back office. */
type Rostered = Pick<WeekRoster, 'shifts' | 'backOffice'>;

/** A day of a week by names, as a plan that the engine runs; with those on call at work as well when they are `called`. */
export function dayPlan({ trial, space }: OpenDay, { shifts, backOffice }: Rostered, d: number, called = false): Plan {
  const { calling, greeting, elastic } = rulesOf(trial) ?? {};
  const declared = new Set(trial.model.branch.staff.map(({ id }) => id));
  const today = shifts!.filter(({ day, shift }) => day === d && (called || space.shifts[shift]!.kind !== 'on-call'));
  const split = officeHours(space, today, officeOn(backOffice, d, called));
  const roster = today.flatMap((one): Shift[] => {
    const person = declared.has(one.person) ? { person: one.person } : {};
    const pieces = planShifts(space, [{ shift: one.shift, count: 1, breaks: one.breaks }], [], called);
    const stations = split.get(one)?.atStation;
    if (stations === undefined) return pieces.map((piece) => ({ ...piece, ...person }));
    const [like] = pieces;
    return stations.map((stretch) => ({ ...like!, ...person, ...clocks(space.span, stretch), breaks: [] }));
  });
  return {
    v: 1,
    id: called ? `day-${d + 1}-called` : `day-${d + 1}`,
    roster,
    ...(calling ? { calling } : {}),
    ...(greeting ? { greeting } : {}),
    ...(elastic ? { elastic } : {}),
  };
}

const clocks = ({ fromMs, stepMs }: OpenDay['space']['span'], { from, to }: { readonly from: number; readonly to: number }) => ({
  from: clockOfMs(fromMs + from * stepMs),
  to: clockOfMs(Math.min(fromMs + to * stepMs, 24 * hourMs)),
});

/** The shifts of a week as people read them: of those at work on every such day, or of those who stand by. */
const read = (open: readonly OpenDay[], shifts: readonly NamedShift[], onCall: boolean): WeekShift[] =>
  open.flatMap(({ weekday, space }, d) =>
    shifts
      .filter(({ day, shift }) => day === d && (space.shifts[shift]!.kind === 'on-call') === onCall)
      .flatMap(({ person, shift, breaks }) =>
        planShifts(space, [{ shift, count: 1, breaks }], [], onCall).map(({ count: _, person: __, ...piece }) => ({
          weekday,
          person,
          ...piece,
        })),
      ),
  );

export const namedRoster = (open: readonly OpenDay[], shifts: readonly NamedShift[]): WeekShift[] => read(open, shifts, false);
export const standingBy = (open: readonly OpenDay[], shifts: readonly NamedShift[]): WeekShift[] => read(open, shifts, true);

/** Who does back-office work when, as people read it. */
export const inBackOffice = (open: readonly OpenDay[], { shifts, backOffice }: Rostered): OfficeShift[] =>
  open.flatMap(({ weekday, space }, d) =>
    [
      ...officeHours(
        space,
        shifts!.filter(({ day, shift }) => day === d && space.shifts[shift]!.kind !== 'on-call'),
        officeOn(backOffice, d),
      ),
    ].flatMap(([{ person }, { inOffice }]) => inOffice.map((stretch) => ({ weekday, person, ...clocks(space.span, stretch) }))),
  );
