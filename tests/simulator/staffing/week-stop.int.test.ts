import { afterAll, describe, expect, it } from 'vitest';
import { inlineRun } from '../../../simulator/hosts/inline.ts';
import { SolverThread } from '../../../simulator/hosts/solver-thread.ts';
import { contractsSchema } from '../../../simulator/staffing/contracts/contracts.ts';
import { StoppedByHand } from '../../../simulator/staffing/stoppable.ts';
import { parseTargets } from '../../../simulator/staffing/target.ts';
import { recommendWeek } from '../../../simulator/staffing/week/recommend-week.ts';
import type { WeekShift } from '../../../simulator/staffing/week/week-recommendation.ts';
import { truth } from '../history/known-truth.ts';

const model = { ...truth, arrivals: truth.arrivals.map((profile) => ({ ...profile, days: [1 as const] })) };
const contracts = contractsSchema.parse({
  v: 1,
  currency: 'CNY',
  contracts: [{ id: 'full', kind: 'full-time', role: 'teller', hours: [8], costPerHour: 40 }],
  people: Array.from({ length: 5 }, (_, at) => ({ id: `T${at}`, contracts: ['full'] })),
});

describe('a week stopped by hand', () => {
  const solver = new SolverThread();
  afterAll(() => solver.close());
  const search = (abort: AbortController, firstWeek?: (roster: readonly WeekShift[]) => void) =>
    recommendWeek({
      model,
      contracts,
      solver,
      targets: parseTargets('p90<=15min'),
      seed: 1,
      days: 100,
      run: inlineRun(),
      signal: abort.signal,
      ...(firstWeek ? { firstWeek } : {}),
    });

  it('keeps the best roster there is, tried on a few days, and says so', async () => {
    const abort = new AbortController();
    let first: readonly WeekShift[] = [];
    const week = await search(abort, (roster) => {
      first = roster;
      abort.abort();
    });
    expect(week.stopped).toBe(true);
    expect(first.length).toBeGreaterThan(0);
    expect(week.roster).toEqual(first);
    expect(week.bound).toBeNull();
    expect(week.solverGap).not.toBeNull();
    expect(week.days.map(({ weekday }) => weekday)).toEqual([1]);
    // what today's plan costs and misses is told all the same
    expect(week.days[0]!.today!.cost).toBeGreaterThan(0);
  });

  it('has nothing to keep before the first roster', async () => {
    const abort = new AbortController();
    abort.abort();
    await expect(search(abort)).rejects.toThrow(StoppedByHand);
  });
});
