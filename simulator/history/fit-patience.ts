import type { Model } from '../workload/model.ts';
import type { Visit } from './clean.ts';

/**
 * Mean patience, exponential, with censoring: who was served would have stayed at least that long. Maximum likelihood: all the
 * waiting there was, divided by the number who left. No entry when nobody is known to have left.
 */
export function fitPatience(visits: readonly Visit[]): { patience: Model['patience']; assumed: string[] } {
  const left = visits.filter(({ outcome, waitMs }) => outcome === 'abandoned' && waitMs !== null);
  if (left.length === 0)
    return { patience: [], assumed: ['nobody is recorded as having left, so nobody leaves in the simulation'] };
  const waited = visits.reduce((sum, { waitMs, outcome }) => sum + (outcome === 'no-show' ? 0 : (waitMs ?? 0)), 0);
  const meanMs = Math.max(1, Math.round(waited / left.length));
  const doubts = left.length < 30 ? [`only ${left.length} people left`] : [];
  return {
    patience: [
      {
        distribution: { family: 'exponential', meanMs },
        evidence: { records: left.length, ...(doubts.length > 0 ? { doubts } : {}) },
      },
    ],
    assumed: ['patience is taken as exponential'],
  };
}
