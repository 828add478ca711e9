import { clockOfMs, dayMs } from '../../workload/clock.ts';

/** Ms after local midnight → "09:30"; a business day that goes past midnight reads "01:30", not "25:30". */
export const clock = (ms: number): string => clockOfMs(((ms % dayMs) + dayMs) % dayMs);

export const span = (fromMs: number, toMs: number): string => `${clock(fromMs)}–${clock(toMs)}`;
