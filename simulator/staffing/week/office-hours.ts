import type { RosterSpace } from '../contracts/roster-space.ts';
import type { BackOffice } from '../roster/back-office.ts';
import type { NamedShift } from '../roster/solve-week.ts';

/** Steps of a day, from one to before another. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A person's day between the counter and the back office, in steps; breaks are in neither. */
export interface SplitDay {
  readonly atStation: readonly Stretch[];
  readonly inOffice: readonly Stretch[];
}

/**
 * Who of a group is in the back office when only so many are: whoever is there stays, else whoever came last goes. Answers the shifts of
 * people who are there at all.
 */
export function officeHours(
  { shifts: catalogue, span }: Pick<RosterSpace, 'shifts' | 'span'>,
  shifts: readonly NamedShift[],
  office: readonly BackOffice[],
): ReadonlyMap<NamedShift, SplitDay> {
  const split = new Map<NamedShift, SplitDay>();
  for (const group of new Set(office.map((one) => one.group))) {
    const own = shifts
      .filter(({ shift }) => catalogue[shift]!.group === group)
      .sort((a, b) => catalogue[b.shift]!.pieces[0]!.from - catalogue[a.shift]!.pieces[0]!.from || (a.person < b.person ? -1 : 1));
    const idle = new Map(own.map((one) => [one, new Set<number>()]));
    for (let step = 0; step < span.steps; step++) {
      const people = office.reduce((sum, one) => sum + (one.group === group && one.step === step ? one.people : 0), 0);
      own
        .filter((one) => isAtWork(catalogue, one, step))
        .sort((a, b) => Number(idle.get(b)!.has(step - 1)) - Number(idle.get(a)!.has(step - 1)))
        .slice(0, people)
        .forEach((one) => {
          idle.get(one)!.add(step);
        });
    }
    for (const [one, steps] of idle) {
      if (steps.size === 0) continue;
      const stretches = (belongs: (step: number) => boolean): Stretch[] =>
        stretchesOf(Array.from({ length: span.steps }, (_, step) => isAtWork(catalogue, one, step) && belongs(step)));
      split.set(one, { atStation: stretches((step) => !steps.has(step)), inOffice: stretches((step) => steps.has(step)) });
    }
  }
  return split;
}

function isAtWork(catalogue: RosterSpace['shifts'], { shift, breaks }: NamedShift, step: number): boolean {
  const type = catalogue[shift]!;
  return type.cover[step]! > 0 && !breaks.some((at, b) => at <= step && step < at + type.breaks[b]!.length);
}

function stretchesOf(here: readonly boolean[]): Stretch[] {
  return here.flatMap((is, from): Stretch[] => {
    if (!is || here[from - 1] === true) return [];
    const end = here.indexOf(false, from);
    return [{ from, to: end < 0 ? here.length : end }];
  });
}
