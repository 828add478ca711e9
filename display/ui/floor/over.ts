import type { BoardTicket } from '../../../simulator/lobby/board/board.ts';
import { promisedMs } from '../../../simulator/lobby/board/wait-band.ts';

/** How long beyond its promise or target a ticket has waited, ms; 0 while within. */
export const overMs = (limitMs: number | null, ticket: BoardTicket, nowMs: number): number =>
  limitMs === null || !ticket.present ? 0 : Math.max(0, nowMs - ticket.needSince - limitMs);

/** What the ticket was promised at issue, ms; null where nothing was. A later need of the visit was promised nothing. */
export const promiseOf = (ticket: BoardTicket): number | null =>
  ticket.quote === null || ticket.needSince !== ticket.arrivedAt ? null : promisedMs(ticket.quote);
