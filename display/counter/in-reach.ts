import type { Board, BoardCounter, BoardTicket } from '../../simulator/lobby/board/board.ts';

/** Tickets a counter may call or bring back, in the order they are listed. */
export interface InReach {
  readonly waiting: readonly BoardTicket[];
  /** Parked, and no-shows who may come back. */
  readonly away: readonly BoardTicket[];
}

/** What this station can really serve: lines its kind calls from, in the branch's order, and services it can give as it is staffed now; within a line its own calling order. */
export function inReach(board: Board, counter: BoardCounter): InReach {
  const lines = new Map(
    board.lines.flatMap((line, order) => (line.kinds.includes(counter.kind) ? [[line.id, order] as const] : [])),
  );
  const orderOf = (ticket: BoardTicket): number => lines.get(ticket.line ?? '') ?? lines.size;
  const able = ({ service }: BoardTicket): boolean => counter.serves?.includes(service) ?? true;
  const tickets = (board.tickets ?? []).filter(able);
  return {
    waiting: tickets
      .filter(({ status, line }) => status === 'waiting' && line !== null && lines.has(line))
      .sort((a, b) => orderOf(a) - orderOf(b) || (a.ahead ?? 0) - (b.ahead ?? 0)),
    away: tickets
      .filter(({ status }) => status === 'parked' || status === 'no-show')
      .sort((a, b) => b.status.localeCompare(a.status) || a.needSince - b.needSince),
  };
}
