export const minute = 60_000;
export const half = 30 * minute;
export const at = (hour: number, minutes = 0): number => (hour * 60 + minutes) * minute;
/** A wave between 0 and 1 that never repeats within a day: stands in for chance, the same on every machine. */
const wave = (n: number): number => (Math.sin(n * 12.9898) * 43_758.5453) % 1;
export const chance = (n: number): number => Math.abs(wave(n));

export const busy = [12, 22, 31, 38, 41, 36, 28, 19, 16, 22, 29, 34, 33, 27, 20, 13, 8];
export const halfHours = busy.map((_, n) => at(9) + n * half);

export const waits = halfHours.map((fromMs, n) => ({
  fromMs,
  customers: busy[n]!,
  p50Ms: Math.round((1.5 + 0.16 * busy[n]! * (0.7 + 0.5 * chance(n))) * minute),
  p90Ms: Math.round((3 + 0.33 * busy[n]! * (0.8 + 0.5 * chance(n + 40))) * minute),
}));

export const names = {
  personal: { zh: '个人业务', en: 'Personal' },
  corporate: { zh: '对公业务', en: 'Corporate' },
  vip: { zh: '贵宾', en: 'VIP' },
  device: { zh: '智能设备', en: 'Devices' },
  advice: { zh: '理财咨询', en: 'Advice' },
  loans: { zh: '个人贷款与按揭受理专窗', en: 'Personal loans and mortgages' },
  remote: { zh: '远程柜台', en: 'Remote desk' },
} as const;
