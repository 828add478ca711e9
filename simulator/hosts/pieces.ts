import { profileOf, type RunJob, type RunResult } from '../engine/run.ts';
import { visitsADay } from '../workload/arrivals.ts';

/** Some days of a job. */
export interface Piece {
  readonly firstDay: number;
  readonly days: number;
}

/** Customers of the first pieces, and of the largest: from a hundredth to a tenth of a second of work. */
const customers = { first: 20_000, most: 300_000 };
/** Pieces of a size, before the size doubles. */
const alike = 4;

/**
 * The pieces a job is run in: small ones first, so that a short job is shared out and progress is soon told, then larger ones, so that what
 * it costs to hand them over does not count. Where they are cut depends on the model alone: sums with fractions are added within a
 * piece and then piece by piece, so the same bits come out wherever they were run, and of a job that was stopped as of a shorter one.
 */
export function piecesOf(job: RunJob): readonly Piece[] {
  const visits = Math.max(1, expectedVisits(job));
  const most = Math.max(1, Math.round(customers.most / visits));
  let size = Math.max(1, Math.round(customers.first / visits));
  const pieces: Piece[] = [];
  for (let done = 0; done < job.days; ) {
    const days = Math.min(size, job.days - done);
    pieces.push({ firstDay: job.firstDay + done, days });
    done += days;
    if (pieces.length % alike === 0) size = Math.min(most, 2 * size);
  }
  return pieces;
}

/** Visits of a day in the mean, booked ones aside. */
export const expectedVisits = ({ model, profile }: Pick<RunJob, 'model' | 'profile'>): number =>
  visitsADay(profileOf(model, profile));

/** Days that a result holds. */
export const daysOf = (result: RunResult | null): number => result?.[0]?.sections.days.reduce((sum, days) => sum + days, 0) ?? 0;
