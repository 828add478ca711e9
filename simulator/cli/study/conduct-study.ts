import { availableParallelism } from 'node:os';
import { profileOf, type RunJob } from '../../engine/run.ts';
import { inlineHost } from '../../hosts/inline.ts';
import { nodePool } from '../../hosts/node-pool.ts';
import { expectedVisits } from '../../hosts/pieces.ts';
import type { Plan } from '../../lobby/branch/plan.ts';
import type { Host } from '../../study/host.ts';
import { runStudy, type Study } from '../../study/run-study.ts';
import type { Model } from '../../workload/model.ts';
import { progressLine } from '../progress.ts';
import { daysAsked, type StudyFlags } from './study-options.ts';

/** Customers below which starting threads takes longer than the work. */
const smallStudy = 60_000;

/** Runs a study for a verb: on threads, with a progress bar; Ctrl-C or the time limit keeps the days that are finished. */
export async function conductStudy(
  model: Model,
  plans: readonly Plan[],
  flags: StudyFlags,
  extra: Pick<RunJob, 'byGroup' | 'queue'> = {},
): Promise<Study> {
  const profile = profileOf(model, flags.dayType);
  const days = daysAsked(flags);
  const host = hostFor(expectedVisits({ model, profile: profile.id }) * days * plans.length, flags.workers);
  const line = progressLine();
  const abort = new AbortController();
  const stop = (): void => abort.abort();
  process.once('SIGINT', stop);
  try {
    return await runStudy(
      host,
      { model, profile: profile.id, plans, seed: flags.seed, days, precision: flags.until, ...extra },
      {
        signal: abort.signal,
        limits: { timeMs: flags.timeLimit === undefined ? undefined : flags.timeLimit * 1000 },
        progress: (done, of) => line.bar(done, of, 'days'),
      },
    );
  } finally {
    process.off('SIGINT', stop);
    line.end();
    await host.close();
  }
}

const hostFor = (customers: number, workers: number | undefined): Host =>
  workers === undefined && customers < smallStudy ? inlineHost() : nodePool({ workers: workers ?? availableParallelism() });

/** What a study that ended early, or not closely enough, has to say; empty for one that did what was asked. */
export function studyNotes({ days, precise, stopped }: Study, { until }: StudyFlags): string[] {
  const why = {
    cancelled: 'stopped by hand',
    time: 'stopped by its time limit',
    memory: 'stopped, out of memory',
    'worker-died': 'stopped, a thread has died',
  };
  return [
    ...(stopped === null ? [] : [`${why[stopped]}; the figures are those of the ${days} days finished`]),
    ...(precise === false && until ? [`the half-width asked for ${until.kpi} was not met in ${days} days`] : []),
  ];
}
