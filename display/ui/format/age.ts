import type { Catalogue } from '../words/zh-CN.ts';

const minuteMs = 60_000;

/** How long something has lasted, in words that do not pretend to seconds: "不到 1 分钟", "12 分钟", "1 小时 5 分". */
export function ageText(ageMs: number, say: Catalogue): string {
  const minutes = Math.max(0, Math.floor(ageMs / minuteMs));
  if (minutes < 1) return say.time.underMinute;
  if (minutes < 60) return say.time.minutes(minutes);
  const hours = Math.floor(minutes / 60);
  return minutes % 60 === 0 ? say.time.hours(hours) : say.time.hoursMinutes(hours, minutes % 60);
}
