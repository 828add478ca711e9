import { afterAll, describe, expect, it } from 'vitest';
import { inlineRun } from '../../../simulator/hosts/inline.ts';
import { SolverThread } from '../../../simulator/hosts/solver-thread.ts';
import { contractsSchema } from '../../../simulator/staffing/contracts/contracts.ts';
import { recommend } from '../../../simulator/staffing/recommend.ts';
import { atStations, piecesOf } from '../../../simulator/staffing/roster/back-office.ts';
import { parseTargets } from '../../../simulator/staffing/target.ts';
import { msOfClock } from '../../../simulator/workload/clock.ts';
import { smallModel } from './small-model.ts';

const model = smallModel({ id: 'rush', counters: 6, expected: [4, 16, 4, 4] });
const hoursOf = ({ from, to }: { from: string; to: string }): number => (msOfClock(to) - msOfClock(from)) / 3_600_000;

describe('flex staff with back-office work', () => {
  const solver = new SolverThread();
  afterAll(() => solver.close());

  it('stand at a counter for the rush and work in the back office for the rest, which their cost is net of', async () => {
    const contracts = contractsSchema.parse({
      v: 1,
      currency: 'CNY',
      contracts: [
        { id: 'full', kind: 'full-time', role: 'teller', hours: [2], costPerHour: 50 },
        { id: 'flex', kind: 'flex', role: 'teller', hours: [2], costPerHour: 50, backOfficePerHour: 40 },
      ],
    });
    const answer = await recommend({
      model,
      targets: parseTargets('p90<=8min'),
      seed: 1,
      days: 60,
      run: inlineRun(),
      rosterBy: { contracts, solver },
    });
    expect(answer.verified.holds).toBe(true);
    // the engine met the roster without those who were in the back office
    const officeHours = answer.backOffice!.reduce((sum, stretch) => sum + stretch.people * hoursOf(stretch), 0);
    const counterHours = answer.roster.reduce((sum, shift) => sum + shift.count * hoursOf(shift), 0);
    expect(officeHours).toBeGreaterThan(0);
    expect(officeHours + counterHours).toBeCloseTo(answer.paidHours!, 6);
    expect(answer.cost).toBeCloseTo(50 * answer.paidHours! - 40 * officeHours, 6);
    expect(answer.roster.some(({ from, to }) => hoursOf({ from, to }) < 2)).toBe(true);
  }, 60_000);

  it('who came last goes to the back office first', () => {
    const here = atStations(
      1,
      [2, 3, 3, 1],
      [
        { group: 1, step: 1, people: 2 },
        { group: 0, step: 2, people: 9 },
      ],
    );
    expect(here).toEqual([2, 1, 3, 1]);
    expect(piecesOf(here)).toEqual([
      { from: 0, to: 1 },
      { from: 2, to: 3 },
      { from: 2, to: 3 },
      { from: 0, to: 4 },
    ]);
  });
});
