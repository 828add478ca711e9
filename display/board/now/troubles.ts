import type { Board, BoardCounter, BoardLine, BoardTicket } from '../../../simulator/lobby/board/board.ts';
import { overMs, promiseOf } from '../../ui/floor/over.ts';
import type { PrinterNews } from '../../ui/live/message.ts';
import type { Trouble } from '../../ui/words/terms.ts';

/** One thing that a manager should act on or decide. `people`: how many customers it concerns; `since`: how long it has been so. */
export type TroubleNow =
  | {
      readonly kind: 'unservable';
      readonly id: string;
      readonly services: readonly string[];
      /** Closed stations at which they could be served. */
      readonly closed: readonly BoardCounter[];
      readonly people: number;
      readonly since: number;
    }
  | {
      readonly kind: 'late' | 'promise-broken';
      readonly id: string;
      readonly line: BoardLine;
      readonly people: number;
      readonly since: number;
    }
  | {
      readonly kind: 'closed-while-waiting';
      readonly id: string;
      readonly lines: readonly BoardLine[];
      readonly closed: readonly BoardCounter[];
      readonly people: number;
      readonly since: number;
    }
  | { readonly kind: 'paused-long' | 'called-long'; readonly id: string; readonly station: BoardCounter; readonly since: number }
  | { readonly kind: 'printer' | 'paper-low'; readonly id: string; readonly printer: PrinterNews; readonly since: number }
  | { readonly kind: 'help-long'; readonly id: string; readonly zone: string | null; readonly since: number }
  | {
      readonly kind: 'proposal-open' | 'proposal-close';
      readonly id: string;
      readonly proposal: NonNullable<Board['proposals']>[number];
      readonly since: number;
    };

const minuteMs = 60_000;
/** A queue so long for each open station, with stations closed, wants a decision. */
const crowdedPerStation = 4;
/** A pause of this length is no pause; a break is longer. */
const pausedTooLongMs = 10 * minuteMs;
const breakTooLongMs = 30 * minuteMs;
const calledTooLongMs = 3 * minuteMs;
const helpTooLongMs = 2 * minuteMs;

/** What cannot go on, what a person must decide, and what should be looked at; within each in the branch's order. */
const order: readonly Trouble[] = [
  'unservable',
  'late',
  'help-long',
  'printer',
  'proposal-open',
  'proposal-close',
  'closed-while-waiting',
  'promise-broken',
  'called-long',
  'paused-long',
  'paper-low',
];

/** The most pressing first. */
export function troublesOf(board: Board, nowMs: number, printers: readonly PrinterNews[] = []): readonly TroubleNow[] {
  const waiting = (board.tickets ?? []).filter(({ status, present }) => status === 'waiting' && present);
  const found: readonly TroubleNow[] = [
    ...unservable(board, waiting),
    ...together(board.lines.flatMap((line) => ofLine(board, line, waiting, nowMs))),
    ...(board.help ?? [])
      .filter(({ since }) => nowMs - since > helpTooLongMs)
      .map(({ id, zone, since }) => ({ kind: 'help-long' as const, id, zone, since })),
    ...printers.map((printer) => ({
      kind: printer.code === 'ok' ? ('paper-low' as const) : ('printer' as const),
      id: `printer ${printer.kiosk ?? ''}`,
      printer,
      since: printer.since,
    })),
    ...board.counters.flatMap((station) => ofStation(station, nowMs)),
    ...(board.proposals ?? []).map((proposal) => ({
      kind: `proposal-${proposal.action}` as const,
      id: `proposal ${proposal.id}`,
      proposal,
      since: proposal.expiresAt,
    })),
  ];
  return [...found].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

function unservable(board: Board, waiting: readonly BoardTicket[]): readonly TroubleNow[] {
  const stuck = waiting.filter(({ servable }) => !servable);
  if (stuck.length === 0) return [];
  const services = [...new Set(stuck.map(({ service }) => service))];
  const closed = board.counters.filter(
    ({ status, serves }) => status === 'closed' && services.some((service) => serves?.includes(service)),
  );
  return [{ kind: 'unservable', id: 'unservable', services, closed, people: stuck.length, since: oldest(stuck) }];
}

function ofLine(board: Board, line: BoardLine, waiting: readonly BoardTicket[], nowMs: number): readonly TroubleNow[] {
  const here = waiting.filter((ticket) => ticket.line === line.id && ticket.servable);
  const late = here.filter((ticket) => overMs(ticket.targetMs, ticket, nowMs) > 0);
  const broken = here.filter((ticket) => !late.includes(ticket) && overMs(promiseOf(ticket), ticket, nowMs) > 0);
  const closed = couldOpen(board, line, here);
  const open = board.counters.filter(({ kind, status }) => line.kinds.includes(kind) && status !== 'closed' && status !== 'paused');
  const crowded = closed.length > 0 && here.length >= crowdedPerStation * Math.max(1, open.length);
  return [
    ...(late.length === 0
      ? []
      : [{ kind: 'late' as const, id: `late ${line.id}`, line, people: late.length, since: oldest(late) }]),
    ...(broken.length === 0
      ? []
      : [{ kind: 'promise-broken' as const, id: `promise ${line.id}`, line, people: broken.length, since: oldest(broken) }]),
    ...(crowded || (late.length > 0 && closed.length > 0)
      ? [
          {
            kind: 'closed-while-waiting' as const,
            id: `closed ${closed.map(({ id }) => id).join(' ')}`,
            lines: [line],
            // Where the line is served first of all stands first.
            closed: closed.toSorted((a, b) => line.kinds.indexOf(a.kind) - line.kinds.indexOf(b.kind)),
            people: here.length,
            since: oldest(here),
          },
        ]
      : []),
  ];
}

/** Lines that the same closed stations could serve are one decision. */
function together(troubles: readonly TroubleNow[]): readonly TroubleNow[] {
  const merged = new Map<string, TroubleNow>();
  for (const trouble of troubles) {
    const other = merged.get(trouble.id);
    if (other?.kind === 'closed-while-waiting' && trouble.kind === 'closed-while-waiting') {
      const since = Math.min(other.since, trouble.since);
      merged.set(trouble.id, { ...other, lines: [...other.lines, ...trouble.lines], people: other.people + trouble.people, since });
    } else merged.set(trouble.id, trouble);
  }
  return [...merged.values()];
}

/** Closed stations of a kind at which somebody in the line could be served, those aside that an elastic rule asks about anyway. */
function couldOpen(board: Board, line: BoardLine, here: readonly BoardTicket[]): readonly BoardCounter[] {
  const asked = new Set((board.proposals ?? []).map(({ station }) => station));
  return board.counters.filter(
    ({ id, kind, status, serves }) =>
      status === 'closed' &&
      !asked.has(id) &&
      line.kinds.includes(kind) &&
      kind !== 'device' &&
      here.some(({ service }) => serves?.includes(service)),
  );
}

function ofStation(station: BoardCounter, nowMs: number): readonly TroubleNow[] {
  const { id, status, phase, pauseReason, since } = station;
  const age = nowMs - since;
  if (status === 'paused' && age > (pauseReason === 'break' ? breakTooLongMs : pausedTooLongMs))
    return [{ kind: 'paused-long', id: `paused ${id}`, station, since }];
  if (phase === 'called' && age > calledTooLongMs) return [{ kind: 'called-long', id: `called ${id}`, station, since }];
  return [];
}

const oldest = (tickets: readonly BoardTicket[]): number => Math.min(...tickets.map(({ needSince }) => needSince));
