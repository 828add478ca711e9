import { demoBranch } from '../../../server/demo/branch.ts';
import { type Slip, type SlipTicket, slipOf } from '../../../server/print/slip.ts';

const minute = 60_000;

/** A ticket as the lobby answers it: two services, five people ahead, a promise. */
export const issued: SlipTicket = {
  number: 'A012',
  language: 'zh-CN',
  services: ['cash', 'transfer'],
  zone: 'counters',
  ahead: 5,
  quote: { lowMs: 8 * minute, highMs: 13.2 * minute, level: 0.8, method: 'typical' },
  arrivedAt: Date.parse('2026-03-02T01:05:30Z'),
};

export const phonePage = new URL('https://lobby.example/t/3q2-7wAAJ8yZk1mN0pQrSt?branch=demo');

export const slipNumbered = (number: string): Slip => slipOf(demoBranch, { ...issued, number }, phonePage);
