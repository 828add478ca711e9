import type { CatalogueShift } from '../contracts/catalogue.ts';
import type { Contracts, PersonTerms } from '../contracts/contracts.ts';
import type { Cut, DayRule } from './day-problem.ts';

/** One day of a week: what is needed and the shifts there may be. */
export interface WeekDay {
  /** ISO day of the week, Monday 1. */
  readonly weekday: number;
  readonly fromMs: number;
  readonly stepMs: number;
  readonly steps: number;
  /** [skill][step] */
  readonly need: readonly (readonly number[])[];
  /** Skills, by position, of the people of each group; a group is its own skill when absent. */
  readonly groups?: readonly (readonly number[])[] | undefined;
  /** By group: what a step of back-office work is worth; absent, or for groups without, there is none. */
  readonly idleCredits?: readonly (number | undefined)[] | undefined;
  /** Needed on the busiest days, whose share of all it is: people on call are called in for them. Absent: nobody stands by. */
  readonly busy?: { readonly need: readonly (readonly number[])[]; readonly share: number } | undefined;
  readonly shifts: readonly CatalogueShift[];
  readonly rules: readonly DayRule[];
  readonly cuts: readonly Cut[];
}

/** A week by names. */
export interface WeekProblem {
  readonly days: readonly WeekDay[];
  readonly skills: readonly string[];
  readonly people: readonly PersonTerms[];
  readonly week: Contracts['week'];
  readonly partTimeShare?: number | undefined;
  /** Price of one missing person for one step, by skill. */
  readonly missing: readonly number[];
}

/** People planned as one: a person, or so many with the same contracts. */
export interface Unit {
  readonly id: string;
  readonly contracts: readonly string[];
  readonly count: number;
  /** People of it who can work, by day of the problem. */
  readonly available: readonly number[];
  /** People of it who wish to be free, by day of the problem. */
  readonly wishes: readonly number[];
  readonly daysMost: number;
  readonly hoursLeast: number;
  readonly hoursMost: number;
  readonly costFactor: number;
}

/** Weekend days on which somebody who worked the last weekend rests. */
const rests = (problem: WeekProblem, person: PersonTerms, weekday: number): boolean =>
  problem.week.weekendsInTurn && person.workedLastWeekend && weekday >= 6;

export function unitsByName(problem: WeekProblem): Unit[] {
  return problem.people.map((person) => ({
    id: person.id,
    contracts: person.contracts,
    count: 1,
    available: problem.days.map(({ weekday }) => (person.daysOff.includes(weekday) || rests(problem, person, weekday) ? 0 : 1)),
    wishes: problem.days.map(({ weekday }) => (person.wishesOff.includes(weekday) ? 1 : 0)),
    daysMost: person.daysMost,
    hoursLeast: person.hoursLeast,
    hoursMost: person.hoursMost,
    costFactor: person.costFactor,
  }));
}

/** People with the same contracts as one unit: rules of one person become sums, so what it costs is a lower bound. */
export function unitsAlike(units: readonly Unit[]): Unit[] {
  const alike = new Map<string, Unit>();
  for (const unit of units) {
    const key = unit.contracts.toSorted().join(' ');
    const known = alike.get(key);
    alike.set(
      key,
      known === undefined
        ? { ...unit, wishes: unit.wishes.map(() => 0) }
        : {
            ...known,
            count: known.count + unit.count,
            available: known.available.map((one, day) => one + unit.available[day]!),
            daysMost: known.daysMost + unit.daysMost,
            hoursLeast: known.hoursLeast + unit.hoursLeast,
            hoursMost: known.hoursMost + unit.hoursMost,
            costFactor: Math.min(known.costFactor, unit.costFactor),
          },
    );
  }
  return [...alike.values()];
}
