export const minuteMs = 60_000;
export const hourMs = 3_600_000;
export const dayMs = 86_400_000;

/** "09:30" → ms after local midnight. */
export function msOfClock(clock: string): number {
  return Number(clock.slice(0, 2)) * hourMs + Number(clock.slice(3, 5)) * minuteMs;
}

/** Ms after local midnight → "09:30". */
export function clockOfMs(ms: number): string {
  const minutes = Math.round(ms / minuteMs);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
