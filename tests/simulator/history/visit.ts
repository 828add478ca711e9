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
