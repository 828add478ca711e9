import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inlineRun } from '../../../../simulator/hosts/inline.ts';
import { SolverThread } from '../../../../simulator/hosts/solver-thread.ts';
import { contractsSchema } from '../../../../simulator/staffing/contracts/contracts.ts';
import { rosterSpace } from '../../../../simulator/staffing/contracts/roster-space.ts';
import { staffGrid } from '../../../../simulator/staffing/grid.ts';
import { planOf } from '../../../../simulator/staffing/head-count.ts';
import { type Proof, prove } from '../../../../simulator/staffing/proof/prove.ts';
import { parseTargets } from '../../../../simulator/staffing/target.ts';
import { runPlan, type Trial } from '../../../../simulator/staffing/trial.ts';
import { verdictOf } from '../../../../simulator/staffing/verdict.ts';
import { smallModel } from '../small-model.ts';

const counters = 4;
/** Whoever comes for half an hour or for an hour, an hour being a little cheaper: shifts matter, and all of them can be tried. */
const contracts = contractsSchema.parse({
  v: 1,
  currency: 'XXX',
  contracts: [
    { id: 'half', kind: 'part-time', role: 'teller', hours: [0.5], costPerHour: 1.2 },
    { id: 'hour', kind: 'part-time', role: 'teller', hours: [1], costPerHour: 1 },
  ],
});

const worldOf = (expected: readonly number[], target: string): Trial => {
  const model = smallModel({ id: 'small', counters, expected });
  const profile = model.arrivals[0]!;
  return { model, profile, grid: staffGrid(model, profile, contracts), targets: parseTargets(target), seed: 7, run: inlineRun() };
};

/** The least any shifts cost that bring so many: three half hours, so one hour begins at the first and one at the second. */
function cheapestShifts([a, b, c]: readonly number[]): number {
  let best = Number.POSITIVE_INFINITY;
  for (let first = 0; first <= counters; first++)
    for (let second = 0; second + first <= counters; second++) {
      const halves = Math.max(0, a! - first) + Math.max(0, b! - first - second) + Math.max(0, c! - second);
      best = Math.min(best, first + second + 0.6 * halves);
    }
  return best;
}

/** The cheapest of all head-counts under which every half hour held on 1,000 days that no search has seen. */
async function cheapestThatHolds(trial: Trial): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let code = 0; code < counters ** 3; code++) {
    const counts = Int32Array.from([code % counters, Math.floor(code / counters) % counters, Math.floor(code / counters ** 2)]).map(
      (one) => one + 1,
    );
    const cost = cheapestShifts([...counts]);
    if (cost >= best) continue;
    const { cells } = await runPlan(trial, planOf(trial.grid, counts, 'one', undefined), 500_000, 1000);
    if (verdictOf(trial.grid, cells!).mean.every((mean) => mean >= 0)) best = cost;
  }
  return best;
}

describe('a proof that no plan is cheaper', () => {
  const solver = new SolverThread();
  const effort = { days: 512, customers: 5_000_000, solverSeconds: 20 };
  const proofOf = (trial: Trial): Promise<Proof> =>
    prove(trial, rosterSpace(contracts, trial.grid), new Int32Array(3).fill(2), 100, { effort, solver, progress: () => {} });
  afterAll(() => solver.close());

  describe.each([
    ['p90<=10min', [8, 16, 6]],
    ['mean<=3min', [4, 18, 12]],
  ])('%s', (target, expected) => {
    const trial = worldOf(expected, target);
    let proof: Proof;
    let best: number;
    beforeAll(async () => {
      [proof, best] = [await proofOf(trial), await cheapestThatHolds(trial)];
    });

    it('is never above the cheapest of all head-counts that hold, tried one by one', () => {
      expect(best).toBeLessThan(10);
      expect(proof.bound).toBeLessThanOrEqual(best + 1e-9);
    });

    it('and the roster that it ends with holds, at a cost near it', async () => {
      expect(proof.closed).toBe(true);
      expect(proof.found!.roster.cost!).toBeGreaterThanOrEqual(best - 1e-9);
      expect(proof.found!.roster.cost!).toBeLessThanOrEqual(best + 0.6 + 1e-9);
      expect(proof.bound).toBeGreaterThan(0.75 * best);
    });
  });

  it('a proof by another world is seen to be wrong: with half as many customers again it forbids plans that hold', async () => {
    const trial = worldOf([8, 16, 6], 'p90<=10min');
    const busier = worldOf([12, 24, 9], 'p90<=10min');
    const [wrong, best] = [
      await proofOf({ ...trial, model: busier.model, profile: busier.profile }),
      await cheapestThatHolds(trial),
    ];
    expect(wrong.bound).toBeGreaterThan(best);
  });
});
