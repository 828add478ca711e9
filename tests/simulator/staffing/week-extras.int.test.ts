import { afterAll, describe, expect, it } from 'vitest';
import { inlineRun } from '../../../simulator/hosts/inline.ts';
import { SolverThread } from '../../../simulator/hosts/solver-thread.ts';
import { type Contracts, contractsSchema } from '../../../simulator/staffing/contracts/contracts.ts';
import { parseTargets } from '../../../simulator/staffing/target.ts';
import { recommendWeek } from '../../../simulator/staffing/week/recommend-week.ts';
import { msOfClock } from '../../../simulator/workload/clock.ts';
import type { Model } from '../../../simulator/workload/model.ts';
import { smallModel } from './small-model.ts';

const hoursOf = ({ from, to }: { from: string; to: string }): number => (msOfClock(to) - msOfClock(from)) / 3_600_000;
const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);

/** Open on Monday and Tuesday, alike. */
function twoDays(small: Model): Model {
  const [profile] = small.arrivals;
  const [hours] = small.branch.hours;
  return {
    ...small,
    branch: { ...small.branch, hours: [{ ...hours!, days: [1, 2] }] },
    arrivals: [{ ...profile!, days: [1, 2] }],
  };
}

const uneven = twoDays(smallModel({ id: 'uneven', counters: 6, expected: [12, 14], dayFactorCv: 0.35 }));
const people = (letter: string, count: number, contract: string) =>
  Array.from({ length: count }, (_, at) => ({ id: `${letter}${at + 1}`, contracts: [contract], hoursMost: 8 }));
const part = { id: 'part', kind: 'part-time', role: 'teller', hours: [1], costPerHour: 50 } as const;
const contractsOf = (given: object): Contracts =>
  contractsSchema.parse({ v: 1, currency: 'CNY', week: { unfairPrice: 0 }, ...given });

describe('a week by names: what goes with the roster', () => {
  const solver = new SolverThread();
  afterAll(() => solver.close());
  const week = (model: Model, contracts: Contracts, target = 'p90<=10min') =>
    recommendWeek({ model, contracts, solver, targets: parseTargets(target), seed: 1, days: 60, run: inlineRun() });

  it('people on call stand by by name, are called on the busiest days, and both kinds of day hold together', async () => {
    const call = {
      id: 'call',
      kind: 'on-call',
      role: 'teller',
      hours: [1],
      costPerHour: 50,
      costPerShift: 4,
      costPerCallHour: 60,
    } as const;
    const answer = await week(
      uneven,
      contractsOf({ contracts: [part, call], people: [...people('P', 7, 'part'), ...people('C', 3, 'call')] }),
    );
    const { onCall } = answer;
    expect(answer.verified.holds).toBe(true);
    expect(onCall!.standingBy.length).toBeGreaterThan(0);
    expect(onCall!.standingBy.every(({ person }) => person.startsWith('C'))).toBe(true);
    expect(onCall!.reason.en).toContain('busiest 20 %');
    // wages, standing by, and a call on one day in five
    expect(answer.cost).toBeCloseTo(50 * answer.roster.length + onCall!.standingBy.length * (4 + 0.2 * 60), 6);
    expect(onCall!.saves).toBeGreaterThan(0);
    for (const { called, plan, weekday } of answer.days) {
      const standing = onCall!.standingBy.filter((one) => one.weekday === weekday).length;
      expect((called ?? plan).roster).toHaveLength(plan.roster.length + standing);
    }
    // the same tapes with nobody called would be short: what the bound forgives is told, and lies below the cost
    expect(answer.bound!).toBeGreaterThan(0);
    expect(answer.bound!).toBeLessThanOrEqual(answer.cost);
    expect(answer.people.filter(({ id }) => id.startsWith('C')).every(({ hours }) => hours === 0)).toBe(true);
  }, 60_000);

  it('elastic rules by day, kept because the week surely saves by them; a frontier of weeks on the same days', async () => {
    const answer = await week(
      uneven,
      contractsOf({
        contracts: [part],
        flexStaff: [{ role: 'teller', people: 1, costPerHour: 20 }],
        people: people('P', 8, 'part'),
      }),
    );
    const { elastic, frontier } = answer;
    expect(elastic!.days.length).toBeGreaterThan(0);
    expect(elastic!.saves!.low).toBeGreaterThan(0);
    for (const { rules, weekday } of elastic!.days)
      expect(answer.days.find((day) => day.weekday === weekday)!.plan.elastic).toEqual(rules);
    expect(answer.cost).toBeCloseTo(50 * answer.roster.length + elastic!.opening!.value, 6);
    expect(answer.bound!).toBeLessThanOrEqual(answer.cost);
    expect(elastic!.reason.zh).toContain('一周净省');
    expect(frontier!.map(({ name }) => name)).toContain('recommended');
    expect(frontier!.find(({ name }) => name === 'recommended')!.cost).toBeCloseTo(answer.cost, 6);
    const [cheapest, ...dearer] = frontier!.map(({ cost }) => cost);
    expect(dearer.every((cost) => cost >= cheapest!)).toBe(true);
  }, 60_000);

  it('people with back-office work are at a counter for the rush and in the back office for the rest, by name', async () => {
    const rush = twoDays(smallModel({ id: 'rush', counters: 6, expected: [4, 16, 4, 4] }));
    const flex = { id: 'flex', kind: 'flex', role: 'teller', hours: [2], costPerHour: 50, backOfficePerHour: 40 } as const;
    const answer = await week(
      rush,
      contractsOf({
        contracts: [{ ...part, id: 'full', hours: [2] }, flex],
        people: [...people('P', 6, 'full'), ...people('F', 5, 'flex')],
      }),
      'p90<=8min',
    );
    expect(answer.verified.holds).toBe(true);
    const office = answer.backOffice!;
    expect(office.every(({ person }) => person.startsWith('F'))).toBe(true);
    const paid = sum(answer.people.map(({ hours }) => hours));
    const inOffice = sum(office.map(hoursOf));
    expect(inOffice).toBeGreaterThan(0);
    // the engine met the roster without those who were in the back office
    const atCounters = sum(answer.days.flatMap(({ plan }) => plan.roster.map((shift) => shift.count * hoursOf(shift))));
    expect(inOffice + atCounters).toBeCloseTo(paid, 6);
    expect(answer.cost).toBeCloseTo(50 * paid - 40 * inOffice, 6);
  }, 60_000);
});
