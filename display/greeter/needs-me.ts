import type { Board, BoardCounter, BoardTicket } from '../../simulator/lobby/board/board.ts';
import { overMs, promiseOf } from '../ui/floor/over.ts';
import type { PrinterNews } from '../ui/live/message.ts';
import { type NeedReason, needReasons } from '../ui/words/terms.ts';

/** One thing on the floor that wants a greeter. Its first reason places it; `sinceMs` orders those alike, the oldest first. */
export type Need = { readonly id: string; readonly reasons: readonly NeedReason[]; readonly since: number } & (
  | { readonly kind: 'help'; readonly device: string; readonly zone: string | null }
  | { readonly kind: 'device'; readonly station: BoardCounter }
  | { readonly kind: 'printer'; readonly printer: PrinterNews }
  | { readonly kind: 'ticket'; readonly ticket: BoardTicket }
);

/** Everybody who waits, sorted into those who need a greeter now and the others. */
export interface Floor {
  readonly needs: readonly Need[];
  readonly others: readonly BoardTicket[];
}

const minuteMs = 60_000;
/** Who came longer ago than this has found the way. */
const newForMs = 5 * minuteMs;
/** From here on a promise is near its end. */
const nearShare = 0.8;
/** A booked customer is looked for from so long before the slot. */
const expectedFromMs = 15 * minuteMs;
/** What a greeter has seen comes back after this, if it still holds. */
export const seenForMs = 5 * minuteMs;

/**
 * What the floor looks like to every greeter now. What one of them has seen to is quiet on all tablets for a while, unless it
 * has begun since. `seenHere`: tickets that an unnamed user of this tablet has seen to, and when; nobody else hears of those.
 */
export function floorOf(
  board: Board,
  nowMs: number,
  seenHere: ReadonlyMap<string, number> = new Map(),
  printers: readonly PrinterNews[] = [],
): Floor {
  const waiting = (board.tickets ?? []).filter(({ status }) => status === 'waiting');
  const atDevice = deviceTakers(board, waiting);
  const sorted = waiting.map((ticket) => ({
    ticket,
    reasons: reasonsOf(board, ticket, nowMs, atDevice).filter(unseen(board, ticket, seenHere.get(ticket.id), nowMs)),
  }));
  const needs: Need[] = [
    ...(board.help ?? []).map(
      ({ id, device, zone, since }): Need => ({ id, kind: 'help', reasons: ['help'], since, device, zone }),
    ),
    ...board.counters
      .filter(({ kind, status, pauseReason }) => kind === 'device' && status === 'paused' && pauseReason === 'technical')
      .map((station): Need => ({ id: station.id, kind: 'device', reasons: ['device-failed'], since: station.since, station })),
    ...printers.map(
      (printer): Need => ({
        id: `printer ${printer.kiosk ?? ''}`,
        kind: 'printer',
        reasons: [printer.code === 'ok' ? 'paper-low' : 'printer'],
        since: printer.since,
        printer,
      }),
    ),
    ...sorted
      .filter(({ reasons }) => reasons.length > 0)
      .map(({ ticket, reasons }): Need => ({ id: ticket.id, kind: 'ticket', reasons, since: ticket.needSince, ticket })),
  ];
  return {
    needs: needs.sort((a, b) => rank(a) - rank(b) || a.since - b.since),
    others: sorted
      .filter(({ reasons }) => reasons.length === 0)
      .map(({ ticket }) => ticket)
      .sort((a, b) => a.needSince - b.needSince),
  };
}

const rank = ({ reasons }: Need): number => needReasons.indexOf(reasons[0]!);

/** Nobody has seen to the ticket of late, or the reason has begun since. */
const unseen = (board: Board, ticket: BoardTicket, seenHereAt: number | undefined, nowMs: number) => (reason: NeedReason) => {
  const seenAt = Math.max(ticket.greetedAt ?? Number.NEGATIVE_INFINITY, seenHereAt ?? Number.NEGATIVE_INFINITY);
  return nowMs >= seenAt + seenForMs || beganAt(reason, board, ticket) > seenAt;
};

/** Since when a reason holds, as near as a board tells it; the start of the wait where it does not. */
function beganAt(reason: NeedReason, board: Board, ticket: BoardTicket): number {
  const { needSince } = ticket;
  const promise = promiseOf(ticket) ?? 0;
  const last = (counters: readonly BoardCounter[]): number => Math.max(needSince, ...counters.map(({ since }) => since));
  switch (reason) {
    case 'over-promise':
      return needSince + promise + 1;
    case 'near-promise':
      return needSince + promise * nearShare;
    case 'over-target':
      return needSince + (ticket.targetMs ?? 0) + 1;
    case 'device-free':
      return last(board.counters.filter(({ kind, status }) => kind === 'device' && status === 'ready'));
    case 'unservable':
      return last(board.counters.filter(({ status }) => status === 'closed' || status === 'paused'));
    case 'confirm':
      return Number.POSITIVE_INFINITY;
    case 'help':
    case 'device-failed':
    case 'printer':
    case 'paper-low':
    case 'care':
    case 'new':
      return needSince;
  }
}

function reasonsOf(board: Board, ticket: BoardTicket, nowMs: number, atDevice: ReadonlySet<string>): readonly NeedReason[] {
  if (!ticket.present) return isExpected(ticket, nowMs) ? ['confirm'] : [];
  const waitedMs = nowMs - ticket.needSince;
  const promise = promiseOf(ticket);
  const holds: Partial<Record<NeedReason, boolean>> = {
    unservable: !ticket.servable,
    'over-promise': overMs(promise, ticket, nowMs) > 0,
    'over-target': overMs(ticket.targetMs, ticket, nowMs) > 0,
    care: !ticket.greeted && isMarked(board, ticket),
    new: !ticket.greeted && nowMs - ticket.arrivedAt < newForMs && ticket.channel !== 'greeter',
    'device-free': atDevice.has(ticket.id),
    'near-promise': promise !== null && waitedMs > promise * nearShare && waitedMs <= promise,
  };
  return needReasons.filter((reason) => holds[reason]);
}

/** Remote tickets without a slot may come at any time; booked ones around theirs. */
const isExpected = ({ slotAt }: BoardTicket, nowMs: number): boolean => slotAt === null || nowMs > slotAt - expectedFromMs;

/** Carries a trait, or a segment more favoured than the ordinary one. */
function isMarked(board: Board, { traits, segment }: BoardTicket): boolean {
  const ordinary = Math.max(...board.segments.map(({ tier }) => tier));
  return traits.length > 0 || (board.segments.find(({ code }) => code === segment)?.tier ?? ordinary) < ordinary;
}

/** For each free device the customer who has waited longest elsewhere with others before them, and whose service it does. */
function deviceTakers(board: Board, waiting: readonly BoardTicket[]): ReadonlySet<string> {
  const takers = new Set<string>();
  const free = board.counters.filter(({ kind, status }) => kind === 'device' && status === 'ready');
  const able = waiting
    .filter(({ kind, ways, ahead, present }) => present && kind !== 'device' && (ahead ?? 0) > 0 && ways.includes('device'))
    .sort((a, b) => a.needSince - b.needSince);
  for (const device of free) {
    const taker = able.find(({ id, service }) => !takers.has(id) && (device.serves?.includes(service) ?? false));
    if (taker) takers.add(taker.id);
  }
  return takers;
}
