import { estimateKpis, sectionCount } from '../engine/results/study.ts';
import type { PlanResult, RunJob } from '../engine/run.ts';
import type { Host, Limits, StopReason } from './host.ts';
import { joinResults } from './join-results.ts';
import { isPrecise, type Precision } from './precision.ts';

/** Plans to be run on the same tapes. `days`: how many, or with a precision the most. */
export interface StudyQuestion extends Omit<RunJob, 'firstDay' | 'sections'> {
  readonly precision?: Precision | undefined;
}

export interface StudyOptions {
  readonly limits?: Limits | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Days finished, and how many there will be as far as is known. */
  readonly progress?: ((days: number, of: number) => void) | undefined;
}

export interface Study {
  readonly days: number;
  readonly stopped: StopReason | null;
  /** Whether the precision asked for was reached; null when none was. */
  readonly precise: boolean | null;
  /** By plan. */
  readonly plans: readonly PlanResult[];
}

/** Days before the first look at the precision: eight to a section. */
const firstLook = 8 * sectionCount;
/** Looks are this much further apart each time: few of them, so that stopping when the interval is narrow costs little coverage. */
const growth = 1.5;

/** Runs a study; with a precision, until the half-width of the named KPI is met by every plan. Looks depend on the days alone. */
export async function runStudy(host: Host, question: StudyQuestion, options: StudyOptions = {}): Promise<Study> {
  const { precision, days: most, ...rest } = question;
  const { limits, progress, signal } = options;
  const until = performance.now() + (limits?.timeMs ?? Number.POSITIVE_INFINITY);
  const sections = Math.max(1, Math.min(sectionCount, most));
  let plans: readonly PlanResult[] | null = null;
  let days = 0;
  for (;;) {
    const wanted = precision === undefined ? most : Math.min(most, days === 0 ? firstLook : Math.ceil(days * growth));
    const before = days;
    const report = await host.start(
      { ...rest, sections, firstDay: days, days: wanted - days },
      {
        signal,
        limits: { ...limits, timeMs: limits?.timeMs === undefined ? undefined : Math.max(1, until - performance.now()) },
        progress: (done) => progress?.(before + done, precision === undefined ? most : wanted),
      },
    );
    plans = joinResults(plans, report.result);
    days += report.days;
    const precise =
      precision === undefined ? null : days > 0 && plans.every((plan) => isPrecise(precision, estimateKpis(plan.sections)));
    if (report.stopped !== null || days >= most || precise) return { days, stopped: report.stopped, precise, plans };
  }
}
