import { hourMs } from '../../workload/clock.ts';
import type { ProgramBuilder, Term } from '../milp/program.ts';
import type { Works } from './week-cover.ts';
import type { Unit, WeekDay, WeekProblem } from './week-problem.ts';

/** Hours paid for: of a shift on call, when it is called. */
export const paidHours = (day: WeekDay, shift: number): number => (day.shifts[shift]!.paid * day.stepMs) / hourMs;

export const isOnCall = ({ days }: WeekProblem, { day, shift }: Pick<Works, 'day' | 'shift'>): boolean =>
  days[day]!.shifts[shift]!.kind === 'on-call';

/** Hours of the shifts that are surely worked. */
export const sureHours = (problem: WeekProblem, works: readonly Works[]): Term[] =>
  works.flatMap((at): Term[] => (isOnCall(problem, at) ? [] : [[at.column, paidHours(problem.days[at.day]!, at.shift)]]));

/** What a person may be asked to work: who stands by may be called every time, and is promised nothing by it. */
export function addTerms(builder: ProgramBuilder, problem: WeekProblem, unit: Unit, works: readonly Works[]): void {
  const { week } = problem;
  const hours: Term[] = works.map((at) => [at.column, paidHours(problem.days[at.day]!, at.shift)]);
  const ordinary = Math.min(unit.hoursMost, week.overtimeAfterHours * unit.count);
  const dear = Math.max(0, ...works.map((at) => problem.days[at.day]!.shifts[at.shift]!.contract.costPerHour)) * unit.costFactor;
  const over = builder.column(`overtime ${unit.id}`, dear * (week.overtimeFactor - 1), {
    whole: false,
    high: Math.max(0, week.overtimeMostHours * unit.count + unit.hoursMost - ordinary),
  });
  builder.atMost(`hours of ${unit.id}`, ordinary, [...hours, [over, -1]], `contract hours of ${unit.id}`);
  if (unit.hoursLeast > 0) {
    const short = builder.column(`too few hours ${unit.id}`, week.shortHoursPrice, { whole: false });
    const sure = sureHours(problem, works);
    builder.atLeast(`hours promised to ${unit.id}`, unit.hoursLeast, [...sure, [short, 1]], `hours promised to ${unit.id}`);
  }
  builder.atMost(
    `days of ${unit.id}`,
    unit.daysMost,
    works.map((at): Term => [at.column, 1]),
    `days a week of ${unit.id}`,
  );
  if (unit.count === 1) addRest(builder, problem, unit, works);
}

/** Between the end of one day's shift and the start of the next there is rest. */
function addRest(builder: ProgramBuilder, problem: WeekProblem, unit: Unit, works: readonly Works[]): void {
  const dayMs = 24 * hourMs;
  const restMs = problem.week.restHours * hourMs;
  problem.days.forEach((day, d) => {
    const next = problem.days[d + 1];
    if (!next || next.weekday !== day.weekday + 1) return;
    const today = works.filter((at) => at.day === d);
    const tomorrow = works.filter((at) => at.day === d + 1);
    const endMs = (at: Works): number => day.fromMs + day.shifts[at.shift]!.pieces.at(-1)!.to * day.stepMs;
    const startMs = (at: Works): number => dayMs + next.fromMs + next.shifts[at.shift]!.pieces[0]!.from * next.stepMs;
    for (const end of new Set(today.map(endMs))) {
      const early = tomorrow.filter((at) => startMs(at) < end + restMs);
      if (early.length === 0) continue;
      const late = today.filter((at) => endMs(at) >= end);
      builder.atMost(
        `rest of ${unit.id} after day ${d + 1} ${end}`,
        1,
        [...late, ...early].map(({ column }): Term => [column, 1]),
        `${problem.week.restHours} h of rest`,
      );
    }
  });
}

/** Everybody works the same share of the hours they may work; an hour more or less has a price. */
export function addFairness(builder: ProgramBuilder, problem: WeekProblem, units: readonly Unit[], works: readonly Works[]): void {
  const { unfairPrice } = problem.week;
  if (unfairPrice <= 0 || units.length < 2) return;
  const share = builder.column('fair share', 0, { whole: false, high: 2 });
  units.forEach((unit, u) => {
    const own = works.filter((at) => at.unit === u);
    const hours = sureHours(problem, own);
    if (hours.length === 0) return;
    const off = builder.column(`unfair to ${unit.id}`, unfairPrice, { whole: false });
    builder.atMost(`fair to ${unit.id}, not more`, 0, [...hours, [share, -unit.hoursMost], [off, -1]]);
    builder.atLeast(`fair to ${unit.id}, not less`, 0, [...hours, [share, -unit.hoursMost], [off, 1]]);
  });
}
