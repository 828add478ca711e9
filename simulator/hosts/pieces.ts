import { profileOf, type RunJob, type RunResult } from '../engine/run.ts';

/** Some days of a job. */
export interface Piece {
  readonly firstDay: number;
  readonly days: number;
}

/** Customers of a piece: some tens of milliseconds of work. */
const pieceCustomers = 50_000;
const mostDays = 1000;

/**
 * The pieces a job is run in. They depend on the job alone: sums with fractions are added within a piece and then piece by piece,
 * so the same pieces give the same bits wherever, and in whatever order, they were run.
 */
export function piecesOf(job: RunJob): readonly Piece[] {
  const days = Math.max(1, Math.min(mostDays, Math.round(pieceCustomers / Math.max(1, expectedVisits(job)))));
  return Array.from({ length: Math.ceil(job.days / days) }, (_, at) => ({
    firstDay: job.firstDay + at * days,
    days: Math.min(days, job.days - at * days),
  }));
}

/** Visits of a day in the mean, booked ones aside. */
export const expectedVisits = ({ model, profile }: Pick<RunJob, 'model' | 'profile'>): number =>
  profileOf(model, profile).expected.reduce((sum, expected) => sum + expected, 0);

/** Days that a result holds. */
export const daysOf = (result: RunResult | null): number => result?.[0]?.sections.days.reduce((sum, days) => sum + days, 0) ?? 0;
