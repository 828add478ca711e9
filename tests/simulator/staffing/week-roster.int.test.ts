import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SolverThread } from '../../../simulator/hosts/solver-thread.ts';
import { type NamedShift, solveWeek, type WeekRoster } from '../../../simulator/staffing/roster/solve-week.ts';
import type { WeekProblem } from '../../../simulator/staffing/roster/week-problem.ts';
import { paidHours } from '../../../simulator/staffing/roster/week-terms.ts';
import { weekProblem } from './a-week.ts';

const options = { gap: 0.0025, seconds: 20 };

/** What is wrong with a roster of the week, checked without the program that made it. */
function faults(problem: WeekProblem, roster: WeekRoster): string[] {
  const shifts = roster.shifts!;
  const of = (id: string): NamedShift[] => shifts.filter(({ person }) => person === id);
  return [
    ...problem.people.flatMap((person) => {
      const own = of(person.id);
      const hours = own.reduce((sum, { day, shift }) => sum + paidHours(problem.days[day]!, shift), 0);
      const weekdays = own.map(({ day }) => problem.days[day]!.weekday);
      return [
        ...(new Set(weekdays).size < weekdays.length ? [`${person.id} works twice a day`] : []),
        ...(weekdays.length > person.daysMost ? [`${person.id} works ${weekdays.length} days`] : []),
        ...(hours > person.hoursMost + problem.week.overtimeMostHours + 1e-6 ? [`${person.id} works ${hours} h`] : []),
        ...(weekdays.some((day) => person.daysOff.includes(day)) ? [`${person.id} works on a day off`] : []),
        ...(person.workedLastWeekend && weekdays.includes(6) ? [`${person.id} works two weekends running`] : []),
        ...own.flatMap(({ day, shift }) =>
          person.contracts.includes(problem.days[day]!.shifts[shift]!.contract.id) ? [] : [`${person.id} has no such contract`],
        ),
      ];
    }),
    ...problem.days.flatMap((day, d) =>
      problem.skills.flatMap((skill, k) =>
        day.need[k]!.flatMap((need, step) => {
          const there = shifts.filter((one) => {
            const type = day.shifts[one.shift]!;
            const resting = one.breaks.some((at, b) => at <= step && step < at + type.breaks[b]!.length);
            return one.day === d && type.group === k && type.cover[step]! > 0 && !resting;
          }).length;
          const missing = roster.missing.find((one) => one.day === d && one.skill === k && one.step === step)?.people ?? 0;
          return there + missing + 1e-6 < need ? [`${skill} day ${d} step ${step}: ${there} of ${need}`] : [];
        }),
      ),
    ),
  ];
}

describe('a week by names', () => {
  const solver = new SolverThread();
  const problem = weekProblem(25);
  let roster: WeekRoster;
  beforeAll(async () => {
    roster = await solveWeek(problem, solver, options);
  });
  afterAll(() => solver.close());

  it('keeps every rule, covers every need, and is near its bound', () => {
    expect(faults(problem, roster)).toEqual([]);
    expect(roster.gap!).toBeLessThanOrEqual(0.0025);
    expect(roster.missing).toEqual([]);
  });

  it('a rest between days is kept', async () => {
    const late = { ...problem, week: { ...problem.week, restHours: 17 } };
    const rested = await solveWeek(late, solver, options);
    const ends = (one: NamedShift): number => problem.days[one.day]!.shifts[one.shift]!.pieces.at(-1)!.to;
    const starts = (one: NamedShift): number => problem.days[one.day]!.shifts[one.shift]!.pieces[0]!.from;
    for (const one of rested.shifts!) {
      const next = rested.shifts!.find(({ person, day }) => person === one.person && day === one.day + 1);
      // 24 h less what lies between the end and the start, in half hours
      if (next) expect(48 - ends(one) + starts(next)).toBeGreaterThanOrEqual(34);
    }
    expect(faults(late, rested)).toEqual([]);
  });

  it('too few people: the places where somebody is missing, not "infeasible"', async () => {
    const few = { ...problem, people: problem.people.slice(0, 6) };
    const short = await solveWeek(few, solver, options);
    expect(short.missing.length).toBeGreaterThan(0);
    expect(faults(few, short)).toEqual([]);
  });

  it('contradictory rules: the nearest roster, and the rule that gives by name', async () => {
    const duty = {
      is: 'present' as const,
      name: 'two advisors to close',
      count: { of: 'people' as const, groups: [1] },
      from: 15,
      to: 16,
      least: 50,
    };
    const days = problem.days.map((day, at) => (at === 0 ? { ...day, rules: [duty] } : day));
    const near = await solveWeek({ ...problem, days }, solver, options);
    expect(near.state).toBe('infeasible');
    expect(near.shifts!.length).toBeGreaterThan(0);
    expect(near.gives.map(({ rule }) => rule)).toContain('two advisors to close');
  });
});
