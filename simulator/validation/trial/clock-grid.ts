import { commonStep } from '../../theory/through-the-day/common-step.ts';
import { clockOfMs, minuteMs } from '../../workload/clock.ts';

/** Times of a case laid on the minutes of a day: unit times become clocks. */
export interface ClockGrid {
  readonly unitMs: number;
  readonly stepMinutes: number;
  readonly steps: number;
  clock(at: number): string;
}

const minutesOfDay = 1440;

/**
 * The grid on which every one of `times` and `until` falls on a step, with steps of whole minutes that fit into 24 h; null where there is none.
 * `minutesPerUnit` fixes the scale where the case's unit has a name.
 */
export function clockGrid(times: readonly number[], until: number, minutesPerUnit?: number): ClockGrid | null {
  const step = commonStep([...times, until]);
  const steps = Math.round(until / step);
  const stepMinutes =
    minutesPerUnit === undefined ? Math.min(240, Math.floor(minutesOfDay / steps)) : Math.round(step * minutesPerUnit);
  const exact = minutesPerUnit === undefined || Math.abs(stepMinutes - step * minutesPerUnit) < 1e-9;
  if (stepMinutes < 1 || stepMinutes > 240 || steps * stepMinutes > minutesOfDay || !exact) return null;
  const unitMs = (stepMinutes * minuteMs) / step;
  return { unitMs, stepMinutes, steps, clock: (at) => clockOfMs(at * unitMs) };
}
