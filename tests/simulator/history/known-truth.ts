import { type Model, modelSchema } from '../../../simulator/workload/model.ts';

const names = (zh: string, en: string) => ({ zh, en });
const counters = [1, 2, 3, 4].map((n) => ({
  id: `C${n}`,
  kind: 'counter',
  names: names(`${n}`, `${n}`),
  label: `${n}`,
  zone: 'hall',
}));
const service = (id: string, series: string) => ({
  id,
  names: names(id, id),
  series,
  modes: [{ at: 'counter', team: [{ role: 'teller' }] }],
});

/** A small branch of which everything is known: what `fit` must find back from its logs. */
export const truth: Model = modelSchema.parse({
  v: 1,
  id: 'truth',
  branch: {
    v: 1,
    id: 'truth',
    names: names('样本', 'Sample'),
    zone: 'Asia/Shanghai',
    hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }],
    services: [service('cash', 'A'), service('loan', 'B')],
    segments: [{ code: 'normal', names: names('普通', 'Normal'), tier: 5 }],
    zones: [{ id: 'hall', names: names('大厅', 'Hall') }],
    lines: [{ id: 'all', names: names('队列', 'Line'), zone: 'hall', kinds: ['counter'] }],
    stations: counters,
    rules: { calling: { id: 'fcfs' }, greeting: { id: 'by-need' } },
  },
  plan: {
    v: 1,
    id: 'today',
    roster: [
      { count: 2, from: '09:00', to: '17:00' },
      { from: '09:30', to: '16:00' },
      { from: '10:00', to: '14:00' },
    ],
  },
  arrivals: [
    {
      id: 'days',
      days: [1, 2, 3, 4, 5],
      from: '09:00',
      stepMinutes: 30,
      expected: [14, 18, 24, 26, 28, 26, 22, 20, 18, 20, 20, 18, 18, 16, 14, 10],
      dayFactorCv: 0.1,
      mix: [
        { service: 'cash', segment: 'normal', share: 0.7 },
        { service: 'loan', segment: 'normal', share: 0.3 },
      ],
    },
  ],
  work: [
    { service: 'cash', distribution: { family: 'lognormal', meanMs: 200_000, cv: 0.8 } },
    { service: 'loan', distribution: { family: 'gamma', meanMs: 420_000, cv: 0.6 } },
  ],
  patience: [{ distribution: { family: 'exponential', meanMs: 1_500_000 } }],
  turnaround: [
    { distribution: { family: 'lognormal', meanMs: 25_000, cv: 1 }, quiet: { family: 'lognormal', meanMs: 45_000, cv: 1.2 } },
  ],
});
