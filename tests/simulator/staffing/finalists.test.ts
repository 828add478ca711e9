import { describe, expect, it } from 'vitest';
import { inlineRun } from '../../../simulator/hosts/inline.ts';
import type { Plan } from '../../../simulator/lobby/branch/plan.ts';
import { bestOf, finalistsOf } from '../../../simulator/staffing/finalists.ts';
import { staffGrid } from '../../../simulator/staffing/grid.ts';
import { parseTargets } from '../../../simulator/staffing/target.ts';
import { smallModel } from './small-model.ts';

const model = smallModel({
  id: 'small',
  counters: 4,
  expected: [14, 6, 4, 4],
  work: [{ distribution: { family: 'exponential', meanMs: 300_000 } }],
});
const profile = model.arrivals[0]!;
const trial = { model, profile, grid: staffGrid(model, profile), targets: parseTargets('p90<=30min'), seed: 1, run: inlineRun() };
const rush = { role: 'teller' as const, count: 1, from: '10:00', to: '11:00', breaks: [] };
const calm = { ...rush, from: '11:00', to: '12:00' };
const base = { ...rush, count: 2, to: '12:00' };
const tried = (extra: Plan['roster'][number], cost = 5, holds = true) => ({
  plan: { v: 1 as const, id: 'p', roster: [base, extra] },
  worked: [],
  backOffice: [],
  cost,
  rosterCost: cost,
  holds,
});

describe('the choice among rosters that cost the same', () => {
  it('takes the one under which people wait less: the third teller comes for the rush', async () => {
    const chosen = await bestOf(trial, [tried(calm), tried(rush)]);
    expect(chosen.plan.roster[1]).toEqual(rush);
  });

  it('only among those that hold and cost hardly more, each once', () => {
    const best = tried(rush);
    const all = [tried(calm), tried(calm), tried({ ...calm, from: '10:30' }, 6), tried({ ...calm, from: '11:30' }, 5, false), best];
    expect(finalistsOf(all, best).map(({ plan }) => plan.roster[1]!.from)).toEqual(['10:00', '11:00']);
  });
});
