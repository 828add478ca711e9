import { planSchema } from '../../lobby/branch/plan.ts';
import { modelSchema } from '../../workload/model.ts';
import { type BenchModel, everyDay, named } from './bench-model.ts';

const minute = 60_000;
const lognormal = (minutes: number, cv: number) => ({ family: 'lognormal', meanMs: minutes * minute, cv }) as const;

/**
 * The full-feature branch day by which speed is asked for: 300 customers of three segments, tellers with skills, advisors and greeters, breaks,
 * smart devices with and without assistance, an elastic counter, patience.
 */
export function branchDay(): BenchModel {
  const counters = [1, 2, 3, 4, 5, 6].map((n) => ({ id: `C${n}`, kind: 'counter', label: `${n}`, zone: 'hall' }));
  const desks = [1, 2].map((n) => ({ id: `A${n}`, kind: 'desk', label: `L${n}`, zone: 'advice' }));
  const devices = [1, 2, 3].map((n) => ({ id: `D${n}`, kind: 'device', label: `S${n}`, zone: 'smart' }));
  const counter = (minutes: number) => ({ at: 'counter', team: [{ role: 'teller' }], typicalWorkMs: minutes * minute });
  const model = modelSchema.parse({
    v: 1,
    id: 'branch-day',
    branch: {
      v: 1,
      id: 'branch-day',
      names: { zh: '网点日', en: 'A branch day' },
      zone: 'Asia/Shanghai',
      hours: [{ days: everyDay, from: '08:30', to: '17:00' }],
      services: [
        { id: 'cash', names: { zh: '现金', en: 'Cash' }, series: 'A', modes: [counter(4)] },
        {
          id: 'transfer',
          names: { zh: '转账', en: 'Transfer' },
          series: 'A',
          modes: [{ at: 'device', typicalWorkMs: 4 * minute }, counter(6)],
        },
        {
          id: 'card',
          names: { zh: '银行卡', en: 'Card' },
          series: 'B',
          modes: [{ at: 'assisted-device', team: [{ role: 'greeter' }], typicalWorkMs: 6 * minute }, counter(10)],
        },
        {
          id: 'wealth',
          names: { zh: '理财', en: 'Advice' },
          series: 'L',
          modes: [{ at: 'desk', team: [{ role: 'advisor' }], typicalWorkMs: 20 * minute }],
        },
        { id: 'corporate', names: { zh: '对公', en: 'Corporate' }, series: 'C', modes: [counter(12)] },
      ],
      segments: [
        { code: 'vip', names: named('VIP'), tier: 0, series: 'V' },
        { code: 'gold', names: named('Gold'), tier: 3 },
        { code: 'normal', names: named('Normal'), tier: 5 },
      ],
      traits: [{ code: 'senior', names: named('Senior') }],
      zones: [
        { id: 'hall', names: named('Hall'), walkMs: 20_000 },
        { id: 'smart', names: named('Devices'), walkMs: 10_000 },
        { id: 'advice', names: named('Advice'), walkMs: 30_000 },
      ],
      lines: [
        { id: 'advice', names: named('Advice'), zone: 'advice', kinds: ['desk'], services: ['wealth'], targetWaitMs: 20 * minute },
        { id: 'vip', names: named('VIP'), zone: 'hall', kinds: ['counter'], segments: ['vip'], tier: 0, targetWaitMs: 5 * minute },
        {
          id: 'gold',
          names: named('Gold'),
          zone: 'hall',
          kinds: ['counter'],
          segments: ['gold'],
          tier: 3,
          targetWaitMs: 10 * minute,
        },
        { id: 'normal', names: named('Normal'), zone: 'hall', kinds: ['counter'], tier: 5, targetWaitMs: 15 * minute },
        { id: 'smart', names: named('Devices'), zone: 'smart', kinds: ['device'], services: ['transfer', 'card'], tier: 6 },
      ],
      stations: [...counters, ...desks, ...devices].map((station) => ({ ...station, names: named(station.label) })),
      staff: [
        ...[1, 2, 3, 4].map((n) => ({
          id: `t${n}`,
          role: 'teller',
          label: `T${n}`,
          skills: ['cash', 'transfer', 'card', ...(n <= 2 ? ['corporate'] : [])],
        })),
        ...[1, 2].map((n) => ({ id: `a${n}`, role: 'advisor', label: `A${n}`, skills: ['wealth'] })),
        ...[1, 2].map((n) => ({ id: `g${n}`, role: 'greeter', label: `G${n}`, skills: ['card'], assistCapacity: 2 })),
      ],
      rules: {
        calling: { id: 'ratio', options: { weights: { vip: 3, gold: 2, normal: 1 } } },
        greeting: { id: 'device-first', options: { exempt: ['senior'], assist: [] } },
        elastic: [
          { id: 'flex-6', station: 'C6', lines: ['vip', 'gold', 'normal'], openAtWaiting: 6, closeAtWaiting: 2, costPerHour: 60 },
        ],
      },
    },
    arrivals: [
      {
        id: 'day',
        days: everyDay,
        from: '08:30',
        stepMinutes: 30,
        expected: [10, 16, 22, 26, 26, 22, 18, 18, 20, 22, 20, 18, 16, 14, 12, 10, 10],
        dayFactorCv: 0.1,
        mix: [
          { service: 'cash', segment: 'normal', share: 0.38 },
          { service: 'transfer', segment: 'normal', share: 0.2 },
          { service: 'card', segment: 'normal', share: 0.15 },
          { service: 'cash', segment: 'gold', share: 0.1 },
          { service: 'cash', segment: 'vip', share: 0.05 },
          { service: 'wealth', segment: 'gold', share: 0.04 },
          { service: 'wealth', segment: 'vip', share: 0.02 },
          { service: 'corporate', segment: 'normal', share: 0.06 },
        ],
      },
    ],
    customers: { traits: [{ code: 'senior', share: 0.2 }], english: 0.05, prepared: 0.8 },
    work: [
      { service: 'transfer', mode: 'counter', distribution: lognormal(5, 0.8) },
      { service: 'card', mode: 'counter', distribution: lognormal(9, 0.9) },
      { service: 'cash', distribution: lognormal(4, 0.8) },
      { service: 'transfer', distribution: lognormal(4, 0.6) },
      { service: 'card', distribution: lognormal(6, 0.7) },
      { service: 'wealth', distribution: lognormal(18, 0.9) },
      { service: 'corporate', distribution: lognormal(12, 1) },
    ],
    patience: [{ distribution: { family: 'exponential', meanMs: 35 * minute } }],
  });
  const rest = (from: string, to: string) => [{ from, to }];
  const plan = planSchema.parse({
    v: 1,
    id: 'branch-day',
    roster: [
      { person: 't1', from: '08:30', to: '17:00', breaks: rest('11:30', '12:15') },
      { person: 't2', from: '08:30', to: '17:00', breaks: rest('12:15', '13:00') },
      { person: 't3', from: '09:00', to: '17:00', breaks: rest('13:00', '13:45') },
      { person: 't4', from: '09:30', to: '14:30' },
      { role: 'teller', skills: ['cash', 'transfer'], from: '09:30', to: '16:00', breaks: rest('12:30', '13:00') },
      { person: 'a1', from: '09:00', to: '17:00', breaks: rest('12:00', '13:00') },
      { person: 'a2', from: '10:00', to: '16:00' },
      { person: 'g1', from: '08:30', to: '17:00', breaks: rest('11:45', '12:30') },
      { person: 'g2', from: '09:00', to: '15:00' },
    ],
  });
  return { model, plan, unitMs: minute };
}
