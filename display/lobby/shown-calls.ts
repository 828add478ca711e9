import type { Board, BoardCall } from '../../simulator/lobby/board/board.ts';

/** Numbers shown at once. More, and none of them can be read from the back of the hall. */
const most = 6;

/** Calls that the display lists, newest first. A customer who walked up to a device was not called. */
export const shownCalls = (board: Board): readonly BoardCall[] => board.nowServing.filter(({ calls }) => calls > 0).slice(0, most);
