import { type Model, modelSchema } from '../../../simulator/workload/model.ts';

const names = (text: string) => ({ zh: text, en: text });
const stations = (kind: string, letter: string, zone: string, count: number) =>
  Array.from({ length: count }, (_, at) => ({
    id: `${letter}${at + 1}`,
    kind,
    names: names(`${letter}${at + 1}`),
    label: `${letter}${at + 1}`,
    zone,
  }));
const service = (id: string, series: string, modes: unknown[]) => ({ id, names: names(id), series, modes });
const counter = { at: 'counter', team: [{ role: 'teller' }] };
const desk = { at: 'desk', team: [{ role: 'advisor' }] };
const hours = Array.from({ length: 16 }, (_, step) => step);

/**
 * A branch with all that a log can tell beside waits and work: devices, counters and desks, customers who are sent on, who come for two things, who are away when
 * they are called or have gone, and who come for other things in the afternoon.
 */
export const wholeLobby: Model = modelSchema.parse({
  v: 1,
  id: 'whole',
  branch: {
    v: 1,
    id: 'whole',
    names: names('whole'),
    zone: 'Asia/Shanghai',
    hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }],
    services: [service('cash', 'A', [{ at: 'device' }, counter]), service('loan', 'B', [counter]), service('wealth', 'W', [desk])],
    segments: [{ code: 'normal', names: names('normal'), tier: 5 }],
    traits: [{ code: 'senior', names: names('senior') }],
    zones: ['hall', 'devices', 'advice'].map((id) => ({ id, names: names(id) })),
    lines: [
      { id: 'hall', names: names('hall'), zone: 'hall', kinds: ['counter'] },
      { id: 'devices', names: names('devices'), zone: 'devices', kinds: ['device'] },
      { id: 'advice', names: names('advice'), zone: 'advice', kinds: ['desk'] },
    ],
    stations: [
      ...stations('counter', 'C', 'hall', 4),
      ...stations('desk', 'D', 'advice', 2),
      ...stations('device', 'X', 'devices', 3),
    ],
    rules: { calling: { id: 'fcfs' }, greeting: { id: 'device-first', options: { exempt: ['senior'] } }, callsBeforeNoShow: 2 },
  },
  plan: {
    v: 1,
    id: 'today',
    roster: [
      { count: 4, from: '09:00', to: '17:00' },
      { role: 'advisor', count: 2, from: '09:00', to: '17:00' },
    ],
  },
  arrivals: [
    {
      id: 'days',
      days: [1, 2, 3, 4, 5],
      from: '09:00',
      stepMinutes: 30,
      expected: hours.map(() => 18),
      mix: [
        { service: 'cash', segment: 'normal', share: hours.map((step) => (step < 8 ? 0.7 : 0.5)) },
        { service: 'loan', segment: 'normal', share: hours.map((step) => (step < 8 ? 0.1 : 0.3)) },
        { service: 'loan', segment: 'normal', share: 0.1, further: ['cash'] },
        { service: 'wealth', segment: 'normal', share: 0.1 },
      ],
    },
  ],
  customers: { traits: [{ code: 'senior', share: 0.3 }] },
  work: [
    { service: 'cash', mode: 'device', distribution: { family: 'lognormal', meanMs: 150_000, cv: 0.7 } },
    { service: 'cash', distribution: { family: 'lognormal', meanMs: 240_000, cv: 0.8 } },
    { service: 'loan', distribution: { family: 'gamma', meanMs: 420_000, cv: 0.6 } },
    { service: 'wealth', distribution: { family: 'lognormal', meanMs: 900_000, cv: 0.5 } },
  ],
  patience: [{ distribution: { family: 'exponential', meanMs: 2_400_000 } }],
  turnaround: [{ distribution: { family: 'lognormal', meanMs: 25_000, cv: 1 } }],
  answers: { away: 0.12, gone: 0.03, recallAfterMs: 15_000 },
  deviceFailures: [{ service: 'cash', share: 0.06 }],
  transfers: [{ service: 'loan', to: 'wealth', share: 0.08 }],
});
