import type { BranchInput } from '../../simulator/lobby/branch/branch.ts';

type Places = Pick<BranchInput, 'zones' | 'lines' | 'stations'>;

const counters = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => ({
  id: `C${n}`,
  kind: 'counter' as const,
  names: { zh: `${n}号窗口`, en: `Counter ${n}` },
  label: String(n),
  zone: n === 8 ? 'corporate' : 'counters',
  direction: n <= 4 ? ('left' as const) : ('right' as const),
}));

const devices = [1, 2, 3, 4].map((n) => ({
  id: `D${n}`,
  kind: 'device' as const,
  names: { zh: `智能设备${n}`, en: `Smart device ${n}` },
  label: `S${n}`,
  zone: 'smart',
  direction: 'behind' as const,
  services: ['transfer', 'card', 'statement'],
}));

const desks = [1, 2].map((n) => ({
  id: `A${n}`,
  kind: 'desk' as const,
  names: { zh: `理财室${n}`, en: `Advice desk ${n}` },
  label: `L${n}`,
  zone: 'advice',
  direction: 'ahead' as const,
  services: ['wealth'],
}));

/**
 * Lines in the order a ticket is offered to them. Counters also call from the lines of room, desks and devices, after their
 * own: a customer there is never left while a counter is idle.
 */
export const demoPlaces: Places = {
  zones: [
    { id: 'counters', names: { zh: '现金柜台区', en: 'Counters' }, seats: 30, walkMs: 20_000 },
    { id: 'corporate', names: { zh: '对公柜台区', en: 'Corporate counter' }, seats: 6, walkMs: 25_000 },
    { id: 'smart', names: { zh: '智能设备区', en: 'Smart devices' }, seats: 6, walkMs: 10_000 },
    { id: 'advice', names: { zh: '理财咨询区', en: 'Advice area' }, seats: 8, walkMs: 30_000 },
    { id: 'private', names: { zh: '贵宾室', en: 'VIP room' }, seats: 6, walkMs: 40_000 },
  ],
  lines: [
    {
      id: 'corporate',
      names: { zh: '对公业务', en: 'Corporate' },
      zone: 'corporate',
      kinds: ['counter'],
      services: ['corporate'],
      tier: 3,
      targetWaitMs: 1_800_000,
    },
    {
      id: 'private',
      names: { zh: '贵宾室', en: 'VIP room' },
      zone: 'private',
      kinds: ['room', 'counter'],
      segments: ['vip'],
      services: ['wealth'],
      tier: 0,
      targetWaitMs: 300_000,
    },
    {
      id: 'advice',
      names: { zh: '理财咨询', en: 'Advice' },
      zone: 'advice',
      kinds: ['desk', 'counter'],
      services: ['wealth'],
      tier: 4,
      targetWaitMs: 1_200_000,
    },
    {
      id: 'vip',
      names: { zh: '贵宾', en: 'VIP' },
      zone: 'counters',
      kinds: ['counter'],
      segments: ['vip'],
      tier: 0,
      targetWaitMs: 300_000,
    },
    {
      id: 'gold',
      names: { zh: '金卡', en: 'Gold' },
      zone: 'counters',
      kinds: ['counter'],
      segments: ['gold'],
      tier: 2,
      targetWaitMs: 600_000,
    },
    { id: 'general', names: { zh: '普通', en: 'General' }, zone: 'counters', kinds: ['counter'], tier: 5, targetWaitMs: 900_000 },
    {
      id: 'smart',
      names: { zh: '智能设备', en: 'Smart devices' },
      zone: 'smart',
      kinds: ['device', 'counter'],
      services: ['transfer', 'card', 'statement'],
      tier: 6,
    },
  ],
  stations: [
    ...counters,
    ...desks,
    { id: 'V1', kind: 'room', names: { zh: '贵宾室', en: 'VIP room' }, label: 'V1', zone: 'private', services: ['wealth'] },
    ...devices,
  ],
};
