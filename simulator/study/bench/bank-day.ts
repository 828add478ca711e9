import { planSchema } from '../../lobby/branch/plan.ts';
import { modelSchema } from '../../workload/model.ts';
import { type BenchModel, everyDay, named } from './bench-model.ts';

const minute = 60_000;

/** Model B, "the bank day": 300 customers, 3 → 5 → 3 counters, lognormal work by class, VIP before normal, patience of mean 25 min. */
export function bankDay(): BenchModel {
  const lines = [
    { id: 'vip', tier: 0 },
    { id: 'normal', tier: 5 },
  ];
  const model = modelSchema.parse({
    v: 1,
    id: 'bank-day',
    branch: {
      v: 1,
      id: 'bank-day',
      names: named('Bank day'),
      zone: 'Asia/Shanghai',
      hours: [{ days: everyDay, from: '08:30', to: '17:00' }],
      services: ['short', 'long'].map((id, at) => ({
        id,
        names: named(id),
        series: 'AB'[at],
        modes: [{ at: 'counter', team: [{ role: 'teller' }] }],
      })),
      segments: lines.map(({ id, tier }) => ({ code: id, names: named(id), tier })),
      zones: [{ id: 'hall', names: named('Hall') }],
      lines: lines.map(({ id, tier }) => ({ id, names: named(id), zone: 'hall', kinds: ['counter'], segments: [id], tier })),
      stations: [1, 2, 3, 4, 5].map((n) => ({ id: `C${n}`, kind: 'counter', names: named(`C${n}`), label: `${n}`, zone: 'hall' })),
      rules: { calling: { id: 'strict-priority' }, greeting: { id: 'by-need' } },
    },
    arrivals: [
      {
        id: 'day',
        days: everyDay,
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
  return { model, plan, unitMs: minute };
}
