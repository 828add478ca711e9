import type { Branch } from './branch/branch.ts';

/**
 * [T4] Since when a ticket counts as waiting in its line: its arrival. Who booked and comes punctually is placed `creditMs` before the
 * slot if that is earlier. `slotAt` null: no booking.
 */
export function readyAt(branch: Branch, arrivedAt: number, slotAt: number | null): number {
  const { creditMs, graceMs } = branch.rules.appointments;
  return slotAt !== null && arrivedAt <= slotAt + graceMs ? Math.min(arrivedAt, slotAt - creditMs) : arrivedAt;
}
