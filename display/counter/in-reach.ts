import type { Board, BoardCounter, BoardTicket } from '../../simulator/lobby/board/board.ts';

/** Tickets a counter may call or bring back, in the order they are listed. */
export interface InReach {
  readonly waiting: readonly BoardTicket[];
  /** Parked, and no-shows who may come back. */
  readonly away: readonly BoardTicket[];
}

/** Lines this kind of station calls from, in the branch's order; within a line its own calling order. */
export function inReach(board: Board, counter: BoardCounter): InReach {
  const lines = new Map(
    board.lines.flatMap((line, order) => (line.kinds.includes(counter.kind) ? [[line.id, order] as const] : [])),
  );
  const orderOf = (ticket: BoardTicket): number => lines.get(ticket.line ?? '') ?? lines.size;
  const tickets = board.tickets ?? [];
  return {
    waiting: tickets
      .filter(({ status, line }) => status === 'waiting' && line !== null && lines.has(line))
      .sort((a, b) => orderOf(a) - orderOf(b) || (a.ahead ?? 0) - (b.ahead ?? 0)),
    away: tickets
      .filter(({ status, kind }) => (status === 'parked' || status === 'no-show') && (kind === null || kind === counter.kind))
      .sort((a, b) => a.status.localeCompare(b.status) || a.needSince - b.needSince),
  };
}
