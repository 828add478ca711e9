import type { Board } from '../simulator/lobby/board/board.ts';
import { isOpenAt } from '../simulator/lobby/staff/closing.ts';

/** Whether tickets are given at an instant. A board is made when something happens: at the opening minute of a quiet lobby it is old. */
export const isOpen = ({ day }: Board, nowMs: number): boolean =>
  day?.open === true && (isOpenAt(day.hours, nowMs) || nowMs >= day.endsAt);

/** When the branch opens next, today. */
export const opensAt = ({ day }: Board, nowMs: number): number | null => day?.hours.find(({ from }) => from > nowMs)?.from ?? null;
