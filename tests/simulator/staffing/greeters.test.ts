import { describe, expect, it } from 'vitest';
import { inlineRun } from '../../../simulator/hosts/inline.ts';
import { molStart } from '../../../simulator/staffing/erlang-start.ts';
import { staffGrid } from '../../../simulator/staffing/grid.ts';
import { recommend } from '../../../simulator/staffing/recommend.ts';
import { parseTargets } from '../../../simulator/staffing/target.ts';
import { modelSchema } from '../../../simulator/workload/model.ts';

const names = { zh: '名', en: 'name' };
/** Cash at counters; half of the customers at devices with a greeter beside them; everybody is received. */
const model = modelSchema.parse({
  v: 1,
  id: 'lobby',
  branch: {
    v: 1,
    id: 'lobby',
    names,
    zone: 'Asia/Shanghai',
    hours: [{ days: [1], from: '09:00', to: '12:00' }],
    services: [
      { id: 'cash', names, series: 'A', modes: [{ at: 'counter', team: [{ role: 'teller' }] }] },
      { id: 'card', names, series: 'B', modes: [{ at: 'assisted-device', team: [{ role: 'greeter' }] }] },
    ],
    segments: [{ code: 'normal', names, tier: 5 }],
    zones: [{ id: 'hall', names }],
    lines: [
      { id: 'counters', names, zone: 'hall', kinds: ['counter'], services: ['cash'] },
      { id: 'devices', names, zone: 'hall', kinds: ['device'], services: ['card'] },
    ],
    stations: [
      ...['C1', 'C2', 'C3', 'C4'].map((id) => ({ id, kind: 'counter', names, label: id, zone: 'hall' })),
      ...['D1', 'D2', 'D3', 'D4'].map((id) => ({ id, kind: 'device', names, label: id, zone: 'hall' })),
    ],
    rules: { calling: { id: 'fcfs' }, greeting: { id: 'by-need' } },
  },
  arrivals: [
    {
      id: 'day',
      days: [1],
      from: '09:00',
      stepMinutes: 30,
      expected: [10, 16, 20, 16, 12, 8],
      mix: [
        { service: 'cash', segment: 'normal', share: 0.5 },
        { service: 'card', segment: 'normal', share: 0.5 },
      ],
    },
  ],
  work: [{ distribution: { family: 'exponential', meanMs: 240_000 } }],
  triage: { distribution: { family: 'exponential', meanMs: 30_000 } },
});

describe('lobby staff', () => {
  it('greeters are a role of the requirement, with what is done at assisted devices', () => {
    const grid = staffGrid(model, model.arrivals[0]!);
    expect(grid.roles).toEqual(['teller', 'greeter']);
    expect(grid.cells.roleOfService).toEqual([0, 1]);
    const targets = parseTargets('p90<=10min').map(({ goal }) => goal);
    const counts = molStart(model, model.arrivals[0]!, grid, targets);
    // at the peak 20 an hour half of whom need 4 minutes, and 40 an hour are received for half a minute
    expect(Math.max(...counts.subarray(grid.steps))).toBeGreaterThanOrEqual(2);
  });

  it('the plan has as many as hold the target of those they assist', async () => {
    const answer = await recommend({ model, targets: parseTargets('p90<=10min'), seed: 1, days: 200, run: inlineRun() });
    expect(answer.verified.holds).toBe(true);
    const greeters = answer.requirement.filter(({ role }) => role === 'greeter').map(({ count }) => count);
    expect(greeters).toHaveLength(6);
    expect(Math.max(...greeters)).toBeGreaterThanOrEqual(2);
    expect(answer.roster.some(({ role }) => role === 'greeter')).toBe(true);
  }, 120_000);
});
