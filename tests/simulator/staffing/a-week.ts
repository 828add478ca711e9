import { type CatalogueShift, type DaySpan, shiftsOf } from '../../../simulator/staffing/contracts/catalogue.ts';
import { type Contracts, contractsSchema } from '../../../simulator/staffing/contracts/contracts.ts';
import type { WeekProblem } from '../../../simulator/staffing/roster/week-problem.ts';

export const skills = ['teller', 'advisor', 'greeter'] as const;
/** Mean need of a role through the day, by half hours from 09:00 to 17:00. */
const shape = [0.6, 0.8, 1, 1, 0.9, 0.7, 0.6, 0.6, 0.7, 0.9, 1, 1, 0.9, 0.8, 0.7, 0.5];
const byWeekday = [1.2, 1, 0.95, 0.95, 1.1, 0.7];
const peak = { teller: 8, advisor: 4, greeter: 3 };

/** A branch of so many people, Monday to Saturday: two thirds full-time, one third part-time. */
export function branchContracts(people: number): Contracts {
  const share = { teller: 0.56, advisor: 0.24, greeter: 0.2 };
  const named = skills.flatMap((role) =>
    Array.from({ length: Math.round(people * share[role]) }, (_, at) => ({
      id: `${role[0]!.toUpperCase()}${String(at + 1).padStart(2, '0')}`,
      contracts: [at % 3 === 2 ? `${role}-part` : `${role}-full`],
      hoursLeast: at % 3 === 2 ? 12 : 30,
      hoursMost: at % 3 === 2 ? 24 : 40,
      daysOff: at % 5 === 4 ? [3] : [],
      wishesOff: [(at % 6) + 1],
      workedLastWeekend: at % 4 === 0,
    })),
  );
  return contractsSchema.parse({
    v: 1,
    currency: 'CNY',
    contracts: skills.flatMap((role) => [
      {
        id: `${role}-full`,
        kind: 'full-time',
        role,
        hours: [8],
        breaks: [{ minutes: 60, afterHours: 2, beforeEndHours: 2 }],
        costPerHour: role === 'advisor' ? 60 : 40,
      },
      { id: `${role}-part`, kind: 'part-time', role, hours: [4, 6], costPerHour: role === 'advisor' ? 62 : 42 },
    ]),
    people: named,
  });
}

export const span: DaySpan = { fromMs: 9 * 3_600_000, stepMs: 1_800_000, steps: 16 };

export function weekProblem(people: number): WeekProblem {
  const contracts = branchContracts(people);
  const shifts = contracts.contracts.flatMap((contract): CatalogueShift[] => {
    const made = shiftsOf(contract, skills.indexOf(contract.role), span);
    if ('why' in made) throw new Error(made.why);
    return made;
  });
  return {
    skills,
    people: contracts.people,
    week: contracts.week,
    missing: [80, 120, 80],
    days: byWeekday.map((busy, at) => ({
      weekday: at + 1,
      ...span,
      need: skills.map((role) => shape.map((part) => Math.round((peak[role] * busy * part * people) / 25))),
      shifts,
      rules: [],
      cuts: [],
    })),
  };
}
