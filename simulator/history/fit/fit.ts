import type { ModelInput } from '../../workload/model.ts';
import { type Model, modelSchema } from '../../workload/model.ts';
import { type HistoryLog, type ImportOptions, type ImportReport, importHistory } from '../clean/history-log.ts';
import type { HistoryFiles } from '../read/read-files.ts';
import { type SpecialDaysAsked, specialDays } from './demand/special-days.ts';
import { fitLog, type LogFit } from './fit-log.ts';

export interface FitOptions extends ImportOptions {
  readonly counters?: number | undefined;
  /** Days that teach service, patience and turnaround, not arrivals. */
  readonly special?: SpecialDaysAsked | undefined;
}

export interface FitReport extends ImportReport {
  readonly days: number;
  readonly arrivals: number;
  readonly serviceTimes: number;
  readonly assumed: readonly string[];
  /** What was found, beside what the model file holds. */
  readonly found: LogFit['found'];
}

export interface Fitted {
  /** The model as a file states it: what was found, nothing that is only a default. */
  readonly file: ModelInput;
  readonly model: Model;
  readonly report: FitReport;
  readonly log: HistoryLog;
}

/** From a branch's records to a model: import, clean, fit. Throws `BadHistory` with one clear line when that cannot be done. */
export function fitHistory(history: HistoryFiles, options: FitOptions = {}): Fitted {
  return fittedFrom(importHistory(history, options), history, options);
}

/** The same from a history that has been read. */
export function fittedFrom(log: HistoryLog, history: HistoryFiles, options: FitOptions = {}): Fitted {
  const { file, found, assumed, arrivals, serviceTimes } = fitLog(followed(log, options.progress), history, {
    zone: options.zone,
    counters: options.counters,
    special: specialDays(options.special ?? {}, log.days),
  });
  return {
    file,
    model: modelOf(file),
    log,
    report: { ...log.report, days: log.days.length, arrivals, serviceTimes, assumed: [...log.report.assumed, ...assumed], found },
  };
}

/** The log, telling how many of its days have been learnt from: each is looked at twice. */
function followed(log: HistoryLog, progress: FitOptions['progress']): HistoryLog {
  let days = 0;
  return {
    ...log,
    visitsOn: (day) => {
      progress?.(++days, 2 * log.days.length, '天已学习 days learnt from, twice');
      return log.visitsOn(day);
    },
  };
}

/** A fitted model as studies read it. */
export function modelOf(file: ModelInput): Model {
  const model = modelSchema.safeParse(file);
  if (!model.success) throw new Error(`the fitted model is not valid: ${model.error.message}`);
  return model.data;
}
