import { estimateKpis, type KpiEstimates } from '../../engine/results/study.ts';
import type { Plan } from '../../lobby/branch/plan.ts';
import type { Model } from '../../workload/model.ts';
import { BadHistory } from '../bad-history.ts';
import type { HistoryLog } from '../clean/history-log.ts';
import { dateOf } from '../fit/demand/fit-arrivals.ts';
import { absenceMs } from '../fit/staff/gaps.ts';
import type { Progress } from '../progress.ts';
import { type Incident, incidentsOf } from './incidents.ts';
import { emptyMeasured, type Measured, measureObserved, measureSimulated } from './measure-days.ts';
import { recordedDay } from './recorded-day.ts';
import { type Verdict, verdictOf } from './verdict.ts';
import { cellMean, emptyCell, mergeCell, rankCorrelation, type WaitCell, type WaitTable } from './wait-table.ts';

/** A row of waits side by side; null where nobody was served. */
export interface SideBySide {
  readonly of: string;
  /** A day, in the mean of the days; for days themselves, of that day. */
  readonly customers: number;
  readonly observedMs: number | null;
  readonly simulatedMs: number | null;
  readonly fittedMs: number | null;
}

export interface Backtest {
  readonly days: number;
  readonly observed: KpiEstimates;
  /** Recorded arrivals and service times, recorded spells of staff; patience and turnaround from the model. */
  readonly simulated: KpiEstimates;
  /** Service times from the model too. */
  readonly simulatedFitted: KpiEstimates;
  readonly verdict: Verdict;
  /** What the waits would be without what was measured of staff, service times as recorded. */
  readonly contributions: readonly { readonly without: string; readonly kpis: KpiEstimates }[];
  readonly byHalfHour: readonly SideBySide[];
  readonly byService: readonly SideBySide[];
  readonly byDay: readonly SideBySide[];
  /** Spearman's, of the mean waits. */
  readonly rankCorrelation: {
    readonly days: number | null;
    readonly halfHours: number | null;
    /** Of half hours pooled over the days, without the incidents. */
    readonly withoutIncidents: number | null;
  };
  /** Half hours that were not the usual business. */
  readonly incidents: readonly Incident[];
  readonly withinMs: number;
  /** Half of the served of a half hour waited less than the first, nine in ten less than the second. */
  readonly quantilesAt: readonly {
    readonly of: string;
    readonly customers: number;
    readonly observed: WaitQuantiles;
    readonly simulated: WaitQuantiles;
  }[];
  /** Waits of the served for curves, ms, sorted. */
  readonly waits: { readonly observed: readonly number[]; readonly simulated: readonly number[] };
}

export interface WaitQuantiles {
  readonly p50Ms: number | null;
  readonly p90Ms: number | null;
}

export interface BacktestInput {
  readonly log: HistoryLog;
  readonly days: readonly number[];
  /** The model that a day is held against, and how long a server without a customer is at work; the day must not be in it. */
  readonly modelFor: (day: number) => { readonly model: Model; readonly spellLimitMs: number };
  readonly seed: number;
  readonly runs: number;
  readonly withinMs: number;
  readonly progress?: Progress | undefined;
}

/** Days that were recorded against the same days simulated. */
export function backtest({ log, days, modelFor, seed, runs, withinMs, progress }: BacktestInput): Backtest {
  const observed = emptyMeasured();
  const simulated = emptyMeasured();
  const fitted = emptyMeasured();
  const bare = emptyMeasured();
  const prompt = emptyMeasured();
  const rosters = new Map<string, Plan['roster']>();
  let tested = 0;
  for (const [at, day] of days.entries()) {
    progress?.(at, days.length, '天已对照 days held');
    const { model, spellLimitMs } = modelFor(day);
    const recorded = recordedDay(day, log.visitsOn(day), model, spellLimitMs, withinMs, log.staffOn(day));
    if (recorded.plan.roster.length === 0) continue;
    tested++;
    rosters.set(dateOf(day), recorded.plan.roster);
    measureObserved(recorded, withinMs, observed);
    measureSimulated(recorded, model, 'recorded', seed, runs, simulated);
    measureSimulated(recorded, model, 'fitted', seed, runs, fitted);
    measureSimulated(recorded, withoutAbsences(model), 'recorded', seed, runs, prompt);
    measureSimulated(recorded, { ...model, turnaround: [], absences: [] }, 'recorded', seed, runs, bare);
  }
  if (tested === 0)
    throw new BadHistory(
      'no day of the history says when services started and ended, so nobody can be put to work; give start and end',
    );
  const kpis = [observed, simulated, fitted].map(({ sections }) => estimateKpis(sections)) as [
    KpiEstimates,
    KpiEstimates,
    KpiEstimates,
  ];
  const sides = (table: (measured: Measured) => WaitTable, perDay: number): SideBySide[] =>
    [...table(observed).cells]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([of, cell]) => ({
        of,
        customers: cell.customers / perDay,
        observedMs: cellMean(cell),
        simulatedMs: cellMean(table(simulated).cells.get(of)),
        fittedMs: cellMean(table(fitted).cells.get(of)),
      }));
  const byDay = sides(({ byDay: table }) => table, 1);
  const byHalfHour = sides(({ byHalfHour: table }) => table, tested);
  const correlation = (rows: readonly SideBySide[]): number | null =>
    rankCorrelation(
      rows.flatMap(({ observedMs, simulatedMs }) =>
        observedMs === null || simulatedMs === null ? [] : [[observedMs, simulatedMs] as const],
      ),
    );
  const ofDays = correlation(byDay);
  const incidents = incidentsOf(observed.byCell, rosters);
  return {
    days: tested,
    observed: kpis[0],
    simulated: kpis[1],
    simulatedFitted: kpis[2],
    verdict: verdictOf(kpis[0], kpis[1], kpis[2], { count: tested, correlation: ofDays }),
    contributions: [
      { without: 'turnaround and absences', kpis: estimateKpis(bare.sections) },
      { without: 'absences', kpis: estimateKpis(prompt.sections) },
    ],
    byHalfHour,
    byService: sides(({ byService }) => byService, tested),
    byDay,
    rankCorrelation: {
      days: ofDays,
      halfHours: correlation(byHalfHour),
      withoutIncidents: incidents.length === 0 ? null : usualHalfHours(observed.byCell, simulated.byCell, incidents),
    },
    incidents,
    withinMs,
    quantilesAt: byHalfHour.map(({ customers, of }) => ({
      of,
      customers: customers * tested,
      observed: quantilesOf(observed.waitsAt.get(of)),
      simulated: quantilesOf(simulated.waitsAt.get(of)),
    })),
    waits: { observed: observed.waits.sort((a, b) => a - b), simulated: simulated.waits.sort((a, b) => a - b) },
  };
}

function quantilesOf(waits: readonly number[] = []): WaitQuantiles {
  const sorted = Float64Array.from(waits).sort();
  const at = (p: number): number | null => sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)] ?? null;
  return { p50Ms: at(0.5), p90Ms: at(0.9) };
}

/** Rank correlation of the mean waits of half hours, the incidents left out of both. */
function usualHalfHours(observed: WaitTable, simulated: WaitTable, incidents: readonly Incident[]): number | null {
  const left = new Set(incidents.map(({ of }) => of));
  const pooled = new Map<string, [WaitCell, WaitCell]>();
  for (const [of, cell] of observed.cells) {
    const other = simulated.cells.get(of);
    if (left.has(of) || other === undefined) continue;
    const both = pooled.get(of.slice(11)) ?? [emptyCell(), emptyCell()];
    pooled.set(of.slice(11), both);
    mergeCell(both[0], cell);
    mergeCell(both[1], other);
  }
  return rankCorrelation(
    [...pooled.values()].flatMap(([was, is]) => {
      const [observedMs, simulatedMs] = [cellMean(was), cellMean(is)];
      return observedMs === null || simulatedMs === null ? [] : [[observedMs, simulatedMs] as const];
    }),
  );
}

/** Turnarounds that are no absences, and nothing that clusters. */
function withoutAbsences(model: Model): Model {
  const short = (spec: Model['turnaround'][number]['distribution']): Model['turnaround'][number]['distribution'] => {
    if (spec.family !== 'empirical') return spec;
    const valuesMs = spec.valuesMs.filter((ms) => ms <= absenceMs);
    return valuesMs.length > 0 ? { family: 'empirical', valuesMs } : spec;
  };
  return {
    ...model,
    absences: [],
    turnaround: model.turnaround.map((entry) => ({
      ...entry,
      persistence: 0,
      distribution: short(entry.distribution),
      ...(entry.quiet === undefined ? {} : { quiet: short(entry.quiet) }),
    })),
  };
}
