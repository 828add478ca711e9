import { z } from 'zod';
import type { DayProblem, DayRule, ShiftKind, ShiftType } from '../../../staffing/roster/day-problem.ts';
import { answererOf } from '../../answer.ts';
import { type DayAnswer, isRosterOf, solveDayCase } from './day-case.ts';

const head = z.number().min(0).max(100_000);
const cost = z.number().min(0).max(1e9);
const bit = z.number().min(0).max(1);
const typed = z.strictObject({
  type: z.string().optional(),
  name: z.string().optional(),
  cost: cost.optional(),
  cover: z.array(bit).min(1),
  max: head.optional(),
});

const params = z.object({
  /** A day, or several that have nothing to do with one another. */
  requirement: z.union([z.array(head).min(1), z.array(z.array(head).min(1)).min(1)]),
  shifts: z
    .union([z.array(z.array(bit).min(1)).min(1), z.array(typed).min(1), z.record(z.string(), z.array(bit).min(1))])
    .optional(),
  cost: z.union([cost, z.array(cost).min(1), z.record(z.string(), cost)]).optional(),
  fullTimeCost: cost.optional(),
  partTimeCost: cost.optional(),
  ftMin: head.optional(),
  ftMax: head.optional(),
  ftMinPerPeriod: head.optional(),
  ptMin: head.optional(),
  ptMax: head.optional(),
  /** Hours of part-timers as a share of the hours required. */
  ptHoursShare: z.number().min(0).max(1).optional(),
  ptHours: z.int().min(1).max(12).optional(),
  ftLunch: z.string().optional(),
  ptStarts: z.array(z.number()).optional(),
  maxPeriodConcurrency: head.optional(),
  maxShiftConcurrency: head.optional(),
});
type Params = z.output<typeof params>;

/** Covering a day by shifts, through the product's roster. */
export const shiftCover = answererOf('shift-cover', params, async (given, { one, expected }) => {
  const unknown = Object.keys(one.params).filter((key) => !(key in params.shape) && key !== 'note');
  if (unknown.length > 0) return { reason: `parameters that may change the optimum: ${unknown.join(', ')}` };
  const shifts = shiftsOf(given);
  if (typeof shifts === 'string') return { reason: shifts };
  const several = Array.isArray(given.requirement[0]);
  const days = (several ? given.requirement : [given.requirement]) as readonly (readonly number[])[];
  const problems = days.map((need) => problemOf(given, shifts, need));
  const answers: DayAnswer[] = [];
  for (const problem of problems) {
    const answer = await solveDayCase(problem);
    if (answer === null) return { reason: 'no roster was proved best' };
    answers.push(answer);
  }
  const total = (value: (answer: DayAnswer) => number): number => answers.reduce((sum, answer) => sum + value(answer), 0);
  const x = several ? answers.map((answer) => answer.x) : answers[0]!.x;
  const exact = { cost: total((answer) => answer.cost), x, lp: total((answer) => answer.lp) };
  // there may be several optima: another one than ours is held to being one, not to being ours
  const wanted = expected.x;
  if (wanted === undefined || JSON.stringify(wanted) === JSON.stringify(x)) return { exact, exactBy: 'roster' };
  const others = (several ? wanted : [wanted]) as readonly (readonly number[])[];
  const alike = await Promise.all(problems.map((problem, at) => isRosterOf(problem, others[at] ?? [], answers[at]!.cost)));
  return { exact, exactBy: 'roster', ...(alike.every(Boolean) ? { described: xPlaces(wanted) } : {}) };
});

const xPlaces = (value: unknown, place = 'x'): string[] => [
  place,
  ...(Array.isArray(value) ? value.flatMap((one, at) => xPlaces(one, `${place}.${at}`)) : []),
];

/** Shifts as the catalogue has them, or why they cannot be read. */
function shiftsOf(given: Params): ShiftType[] | string {
  const { shifts, cost: costs } = given;
  const steps = Array.isArray(given.requirement[0]) ? given.requirement[0].length : given.requirement.length;
  if (shifts === undefined) return fullAndPart(given, steps);
  const rows = Array.isArray(shifts)
    ? shifts.map((shift, at) => {
        const own = Array.isArray(shift) ? { cover: shift } : shift;
        const listed = Array.isArray(costs) ? costs[at] : typeof costs === 'number' ? costs : undefined;
        return {
          id: String(at + 1),
          kind: kindOf('type' in own ? own.type : undefined),
          cover: own.cover,
          cost: ('cost' in own ? own.cost : undefined) ?? listed,
          most: 'max' in own ? own.max : undefined,
        };
      })
    : Object.entries(shifts).map(([id, cover]) => ({
        id,
        kind: kindOf(undefined),
        cover,
        cost: typeof costs === 'object' && !Array.isArray(costs) ? costs[id] : typeof costs === 'number' ? costs : undefined,
        most: undefined,
      }));
  const wrong = rows.find(({ cover }) => cover.length !== steps);
  if (wrong) return `shift ${wrong.id} has ${wrong.cover.length} periods, the requirement ${steps}`;
  return rows.map(({ id, kind, cover, cost: own, most }) => ({
    id,
    kind,
    group: 0,
    cover,
    breaks: [],
    // without costs people are counted
    cost: own ?? 1,
    paid: cover.reduce((sum, one) => sum + one, 0),
    most: Math.min(most ?? Number.POSITIVE_INFINITY, given.maxShiftConcurrency ?? Number.POSITIVE_INFINITY),
  }));
}

const kindOf = (type: string | undefined): ShiftKind => (type !== undefined && /^p/i.test(type) ? 'part-time' : 'full-time');

/** Full-timers all day, half of them at lunch in each of the two middle hours, and part-timers from given hours on. */
function fullAndPart(given: Params, steps: number): ShiftType[] | string {
  const { fullTimeCost, partTimeCost, ptStarts, ptHours = 4, ftLunch } = given;
  if (fullTimeCost === undefined || partTimeCost === undefined || ptStarts === undefined)
    return 'without shifts, fullTimeCost, partTimeCost and ptStarts are needed';
  const opens = Math.min(...ptStarts);
  const lunch = ftLunch === undefined ? [] : (ftLunch.match(/\d+/g) ?? []).map((hour) => Number(hour) - opens);
  if (ftLunch !== undefined && (lunch.length !== 2 || !/^half/i.test(ftLunch) || lunch.some((step) => step < 0 || step >= steps)))
    return `ftLunch "${ftLunch}" is to be "half of FT at 11, half at 12"`;
  const full: ShiftType = {
    id: 'FT',
    kind: 'full-time',
    group: 0,
    cover: Array.from({ length: steps }, (_, step) => (lunch.includes(step) ? 0.5 : 1)),
    breaks: [],
    cost: fullTimeCost,
    paid: steps - lunch.length / 2,
  };
  return [
    full,
    ...ptStarts.map(
      (start): ShiftType => ({
        id: `PT ${start}`,
        kind: 'part-time',
        group: 0,
        cover: Array.from({ length: steps }, (_, step) => (step >= start - opens && step < start - opens + ptHours ? 1 : 0)),
        breaks: [],
        cost: partTimeCost,
        paid: ptHours,
      }),
    ),
  ];
}

function problemOf(given: Params, shifts: readonly ShiftType[], need: readonly number[]): DayProblem {
  const people = { of: 'people' as const };
  const full = { ...people, kinds: ['full-time'] as const };
  const part = { ...people, kinds: ['part-time'] as const };
  const rules: DayRule[] = [];
  const limit = (name: string, count: typeof full | typeof part, least: number | undefined, most: number | undefined): void => {
    if (least === undefined && most === undefined) return;
    rules.push({ is: 'limit', name, count, ...(least === undefined ? {} : { least }), ...(most === undefined ? {} : { most }) });
  };
  limit('number of full-timers', full, given.ftMin, given.ftMax);
  limit('number of part-timers', part, given.ptMin, given.ptMax);
  if (given.ptHoursShare !== undefined) {
    const hours = need.reduce((sum, one) => sum + one, 0);
    const count = { of: 'paid-steps' as const, kinds: ['part-time'] as const };
    rules.push({ is: 'limit', name: 'share of part-time hours', count, most: given.ptHoursShare * hours });
  }
  const all = { from: 0, to: need.length };
  if (given.ftMinPerPeriod !== undefined)
    rules.push({ is: 'present', name: 'a full-timer always there', count: full, ...all, least: given.ftMinPerPeriod });
  if (given.maxPeriodConcurrency !== undefined)
    rules.push({ is: 'present', name: 'room for so many', count: people, ...all, most: given.maxPeriodConcurrency });
  return {
    steps: need.length,
    skills: ['work'],
    groups: [{ id: 'staff', skills: [0] }],
    shifts,
    scenarios: [{ weight: 1, need: [need] }],
    rules,
    cuts: [],
  };
}
