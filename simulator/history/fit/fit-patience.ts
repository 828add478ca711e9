import type { ModelInput } from '../../workload/model.ts';
import type { Visit } from '../clean/visit.ts';
import { Reservoir } from './reservoir.ts';

/** Somebody who waited: until they left, or at least that long. */
interface Wait {
  readonly ms: number;
  readonly left: boolean;
}

export interface FittedPatience {
  readonly patience: NonNullable<ModelInput['patience']>;
  readonly assumed: readonly string[];
  readonly summary: PatienceSummary;
}

export interface PatienceSummary {
  /** Left at a known time. */
  readonly observed: number;
  /** Gone when called: nobody knows since when. */
  readonly inferred: number;
  /** Served, so they would have stayed at least that long. */
  readonly censored: number;
  /** Share that still waits, with 95 % limits (Greenwood, on the log-log scale). */
  readonly curve: readonly { readonly ms: number; readonly share: number; readonly low: number; readonly high: number }[];
  /** Beyond this nobody's patience is on record: the curve goes on as it fell. */
  readonly knownToMs: number;
}

/** Fewer leavers than this: an exponential, which one number describes. */
const fewLeavers = 30;
/** More waits than this say nothing new: then a fair sample of them. */
const mostWaits = 200_000;
const mostSteps = 400;
const tailSteps = 60;

/** Waits of a history, to estimate patience from. */
export class PatienceRecords {
  /** Lengths in ms; below zero for who left. */
  private readonly kept = new Reservoir(mostWaits);
  private inferred = 0;

  add(visit: Pick<Visit, 'waitMs' | 'outcome'> & Partial<Pick<Visit, 'arrivalMs' | 'calledMs'>>): void {
    const { arrivalMs = null, calledMs = null, outcome } = visit;
    if (outcome === 'left-unseen') this.inferred++;
    // Whom one calls has stayed until then.
    const untilCalled = outcome === 'served' && calledMs !== null && arrivalMs !== null && visit.waitMs !== null;
    const waitMs = untilCalled ? Math.min(visit.waitMs, Math.max(0, calledMs - arrivalMs)) : visit.waitMs;
    if (waitMs === null || waitMs <= 0 || (outcome !== 'served' && outcome !== 'abandoned')) return;
    this.kept.add(outcome === 'abandoned' ? -waitMs : waitMs);
  }

  /** Kaplan-Meier with censoring: who was served would have stayed at least that long. No entry when nobody is known to have left. */
  fit(): FittedPatience {
    const waits = this.kept.values
      .map((ms): Wait => ({ ms: Math.abs(ms), left: ms < 0 }))
      .sort((a, b) => a.ms - b.ms || Number(b.left) - Number(a.left));
    const observed = waits.filter(({ left }) => left).length;
    const counts = { observed, inferred: this.inferred, censored: waits.length - observed };
    if (observed === 0) {
      const assumed =
        this.inferred > 0
          ? `${this.inferred} people were gone when they were called, nobody knows since when: nobody leaves in the simulation`
          : 'nobody is recorded as having left, so nobody leaves in the simulation';
      return { patience: [], assumed: [assumed], summary: { ...counts, curve: [], knownToMs: 0 } };
    }
    const { steps, cutMs, perMs } = curveOf(waits);
    const summary = { ...counts, curve: thinned(steps), knownToMs: cutMs };
    const unseen = this.inferred > 0 ? [`${this.inferred} more were gone when they were called and are not in it`] : [];
    if (observed < fewLeavers) return { ...exponential(waits, observed, unseen), summary };
    const quarter = {
      value: steps.find(({ share }) => share <= 0.75)?.ms,
      low: steps.find(({ low }) => low <= 0.75)?.ms,
      high: steps.find(({ high }) => high <= 0.75)?.ms,
    };
    const points = [...thinned(steps), ...tailOf(steps.at(-1)!.share, cutMs, perMs)];
    const beyond = `beyond ${Math.round(cutMs / 1000)} s hardly anybody's patience is on record: the curve goes on at the rate at which it fell last`;
    return {
      patience: [
        {
          distribution: {
            family: 'kaplan-meier',
            atMs: points.map(({ ms }) => ms),
            survival: points.map(({ share }) => Number(share.toFixed(6))),
          },
          evidence: {
            records: observed,
            ...(quarter.low !== undefined && quarter.high !== undefined
              ? { intervals: { quarterLeftMs: { low: quarter.low, high: quarter.high } } }
              : {}),
            doubts: [beyond, ...unseen],
          },
        },
      ],
      assumed: [],
      summary,
    };
  }
}

function exponential(
  waits: readonly Wait[],
  left: number,
  unseen: readonly string[],
): Pick<FittedPatience, 'patience' | 'assumed'> {
  const waited = waits.reduce((sum, { ms }) => sum + ms, 0);
  const meanMs = Math.max(1, Math.round(waited / left));
  const spread = Math.exp(1.96 / Math.sqrt(left));
  return {
    patience: [
      {
        distribution: { family: 'exponential', meanMs },
        evidence: {
          records: left,
          intervals: { meanMs: { low: Math.round(meanMs / spread), high: Math.round(meanMs * spread) } },
          doubts: [`only ${left} people left`, ...unseen],
        },
      },
    ],
    assumed: ['patience is taken as exponential'],
  };
}

interface Step {
  readonly ms: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The curve (Kaplan & Meier 1958) as far as it is supported, that is to where 19 in 20 of the leavers have left and 30 or more still wait,
 * and the rate at which people leave beyond.
 */
function curveOf(waits: readonly Wait[]): { steps: Step[]; cutMs: number; perMs: number } {
  const leavers = waits.filter(({ left }) => left);
  const cutMs = Math.max(
    leavers[0]!.ms,
    Math.min(leavers[Math.floor(leavers.length * 0.95)]!.ms, waits[Math.max(0, waits.length - fewLeavers)]!.ms),
  );
  const steps: Step[] = [];
  let atRisk = waits.length;
  let share = 1;
  let variance = 0;
  for (let at = 0; at < waits.length && waits[at]!.ms <= cutMs; ) {
    const { ms } = waits[at]!;
    let left = 0;
    let gone = 0;
    for (; at < waits.length && waits[at]!.ms === ms; at++, gone++) if (waits[at]!.left) left++;
    if (left > 0) {
      share *= 1 - left / atRisk;
      variance += left / (atRisk * Math.max(1, atRisk - left));
      const spread = share > 0 && share < 1 ? Math.exp((1.96 * Math.sqrt(variance)) / Math.log(share)) : 1;
      steps.push({ ms, share, low: share ** (1 / spread), high: share ** spread });
    }
    atRisk -= gone;
  }
  const beyond = waits.reduce((sum, { ms }) => sum + Math.max(0, ms - cutMs), 0);
  const leftBeyond = leavers.filter(({ ms }) => ms > cutMs).length;
  const exposure = waits.reduce((sum, { ms }) => sum + ms, 0);
  return { steps, cutMs, perMs: leftBeyond > 0 && beyond > 0 ? leftBeyond / beyond : leavers.length / exposure };
}

/** Enough steps to draw and to sample from: evenly spread over those there are, always the last. */
function thinned(steps: readonly Step[]): Step[] {
  if (steps.length <= mostSteps) return [...steps];
  return Array.from({ length: mostSteps }, (_, at) => steps[Math.round(((at + 1) / mostSteps) * steps.length) - 1]!);
}

/** Beyond the curve: as many as the rate leaves, at steps of equal share; the last few leave at once. */
function tailOf(share: number, cutMs: number, perMs: number): { ms: number; share: number }[] {
  if (share <= 0) return [];
  const points: { ms: number; share: number }[] = [];
  for (let step = 0; step < tailSteps; step++) {
    const u = 1 - (step + 0.5) / tailSteps;
    const ms = Math.round(cutMs - Math.log(u) / perMs);
    const left = share * (1 - (step + 1) / tailSteps);
    if (ms > (points.at(-1)?.ms ?? cutMs)) points.push({ ms, share: left });
    else if (points.length > 0) points[points.length - 1] = { ms: points.at(-1)!.ms, share: left };
  }
  return points;
}
