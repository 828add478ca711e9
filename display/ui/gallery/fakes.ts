import type { Board, BoardCounter, BoardLine, BoardTicket } from '../../../simulator/lobby/board/board.ts';
import type { Quote } from '../../../simulator/lobby/journal/ticket-events.ts';

const minute = 60_000;
/** The gallery's one moment. */
export const now = Date.UTC(2026, 2, 2, 2, 32);

export const quote = (low: number, high: number): Quote => ({
  lowMs: low * minute,
  highMs: high * minute,
  level: 0.8,
  method: 'gallery',
});

export const station = (given: Partial<BoardCounter>): BoardCounter => ({
  id: 'C3',
  kind: 'counter',
  label: '3',
  names: { zh: '3号窗口', en: 'Counter 3' },
  zone: 'hall',
  direction: null,
  status: 'ready',
  since: now - 7 * minute,
  pauseReason: null,
  number: null,
  phase: null,
  ...given,
});

export const line = (given: Partial<BoardLine>): BoardLine =>
  ({
    id: 'personal',
    names: { zh: '个人业务', en: 'Personal banking' },
    zone: 'hall',
    kinds: ['counter'],
    waiting: 7,
    longestSince: now - 18 * minute,
    next: ['A013', 'A014', 'A015', 'B005', 'A016'],
    ...given,
  }) as BoardLine;

export const ticket = (given: Partial<BoardTicket>): BoardTicket =>
  ({
    id: 'gallery-ticket',
    number: 'A013',
    status: 'waiting',
    segment: 'normal',
    traits: [],
    prepared: false,
    present: true,
    ...given,
  }) as BoardTicket;

/** As much of a board as marks look up. */
export const board = {
  segments: [
    { code: 'vip', names: { zh: '贵宾', en: 'VIP' }, tier: 0 },
    { code: 'normal', names: { zh: '普通', en: 'Standard' }, tier: 5 },
  ],
  traits: [
    { code: 'senior', names: { zh: '银发', en: 'Senior' } },
    { code: 'care', names: { zh: '爱心', en: 'Priority care' } },
  ],
} as unknown as Board;
