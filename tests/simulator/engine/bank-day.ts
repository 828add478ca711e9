import { branchSchema } from '../../../simulator/lobby/branch/branch.ts';
import { type Plan, planSchema } from '../../../simulator/lobby/branch/plan.ts';
import { type Model, modelSchema } from '../../../simulator/workload/model.ts';

const name = (en: string) => ({ zh: en, en });
const minute = 60_000;

/** A branch with one kind of work, `counters` counters and lines by tier. */
export function plainBranch(
  counters: number,
  lines: readonly { id: string; tier: number; segments: string[] }[],
  calling: string,
  closes = '24:00',
) {
  return branchSchema.parse({
    v: 1,
    id: 'test',
    names: name('test'),
    zone: 'Asia/Shanghai',
    hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: closes }],
    services: ['short', 'long'].map((id, at) => ({
      id,
      names: name(id),
      series: 'AB'[at],
      modes: [{ at: 'counter', team: [{ role: 'teller' }] }],
    })),
    segments: lines.flatMap((line) => line.segments.map((code) => ({ code, names: name(code), tier: line.tier }))),
    zones: [{ id: 'hall', names: name('hall') }],
    lines: lines.map((line) => ({
      id: line.id,
      names: name(line.id),
      zone: 'hall',
      kinds: ['counter'],
      segments: line.segments,
      tier: line.tier,
    })),
    stations: Array.from({ length: counters }, (_, at) => ({
      id: `C${at + 1}`,
      kind: 'counter',
      names: name(`C${at + 1}`),
      label: `${at + 1}`,
      zone: 'hall',
    })),
    rules: { calling: { id: calling }, greeting: { id: 'by-need' } },
  });
}

export const tellers = (count: number, from = '00:00', to = '24:00', id = 'plan'): Plan =>
  planSchema.parse({ v: 1, id, roster: [{ role: 'teller', count, from, to }] });

/** Model B, "the bank day": 3 → 5 → 3 counters, lognormal work by class, VIP before normal, patience of mean 25 min. */
export function bankDay(): { model: Model; plan: Plan } {
  const branch = {
    ...plainBranch(
      5,
      [
        { id: 'vip', tier: 0, segments: ['vip'] },
        { id: 'normal', tier: 5, segments: ['normal'] },
      ],
      'strict-priority',
    ),
    hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '08:30', to: '17:00' }],
  };
  const model = modelSchema.parse({
    v: 1,
    id: 'bank-day',
    branch,
    arrivals: [
      {
        id: 'day',
        days: [1],
        from: '08:30',
        stepMinutes: 30,
        expected: [10, 16, 22, 26, 26, 22, 18, 18, 20, 22, 20, 18, 16, 14, 12, 10, 10],
        mix: [
          { service: 'short', segment: 'normal', share: 0.6 },
          { service: 'long', segment: 'normal', share: 0.3 },
          { service: 'long', segment: 'vip', share: 0.1 },
        ],
      },
    ],
    work: [
      { segment: 'vip', distribution: { family: 'lognormal', meanMs: 9 * minute, cv: 0.9 } },
      { service: 'short', distribution: { family: 'lognormal', meanMs: 4 * minute, cv: 0.8 } },
      { service: 'long', distribution: { family: 'lognormal', meanMs: 11 * minute, cv: 1 } },
    ],
    patience: [{ distribution: { family: 'exponential', meanMs: 25 * minute } }],
  });
  const plan = planSchema.parse({
    v: 1,
    id: '3-5-3',
    roster: [
      { role: 'teller', count: 3, from: '08:30', to: '17:00' },
      { role: 'teller', count: 2, from: '09:30', to: '14:30' },
    ],
  });
  return { model, plan };
}
