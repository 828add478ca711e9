import type { Visit } from '../../../simulator/history/clean/visit.ts';

/** A visit of which nothing is known. */
export const unknownVisit: Visit = {
  arrivalMs: null,
  startMs: null,
  endMs: null,
  waitMs: null,
  workMs: null,
  slotMs: null,
  ghostMs: null,
  service: null,
  segment: null,
  server: null,
  outcome: null,
  place: null,
  station: null,
  ticket: null,
  calledMs: null,
  calls: null,
  readyMs: null,
  sentOn: null,
  after: null,
};

export const minute = 60_000;
/** A service from one minute to another, after a wait of some. */
export const visit = (server: string | null, from: number, to: number, wait = 0, more: Partial<Visit> = {}): Visit => ({
  ...unknownVisit,
  arrivalMs: from * minute - wait * minute,
  startMs: from * minute,
  endMs: to * minute,
  waitMs: wait * minute,
  workMs: (to - from) * minute,
  service: 'A',
  server,
  outcome: 'served',
  ...more,
});
