import { type Backtest, backtest } from '../../history/backtest/backtest.ts';
import { type HistoryLog, importHistory } from '../../history/clean/history-log.ts';
import { weekdayOf } from '../../history/fit/demand/day-types.ts';
import { dateOf } from '../../history/fit/demand/fit-arrivals.ts';
import { fittedFrom, modelOf } from '../../history/fit/fit.ts';
import { fitLog } from '../../history/fit/fit-log.ts';
import { workByServer } from '../../history/fit/staff/servers.ts';
import { ReadyGaps } from '../../history/fit/staff/spells.ts';
import type { Progress } from '../../history/progress.ts';
import { type HistoryFiles, readHistoryFiles } from '../../history/read/read-files.ts';
import { historyReport } from '../../history/report/history-report.ts';
import { leaveOutDays } from '../../history/wanting.ts';
import type { Language } from '../../report/words/words.ts';
import type { Model } from '../../workload/model.ts';
import { refusing } from '../input-errors.ts';
import { jsonOption, seedOption, wholeNumber } from '../option-values.ts';
import { progressLine } from '../progress.ts';
import { fileIn, writeJson } from '../read-file.ts';
import { readModel } from '../read-model.ts';
import { BadInput, exitNo, type Verb } from '../verb.ts';
import { languageOption, reportMade, writeReport } from '../write-report.ts';
import { type HistoryFlags, historyOptions, importOptions } from './history-options.ts';
import { backtestText } from './text/backtest-text.ts';

interface BacktestFlags extends HistoryFlags {
  readonly history: string;
  readonly leaveOneDayOut: boolean;
  readonly dayType?: string;
  readonly within: number;
  readonly runs: number;
  readonly seed: number;
  readonly record?: string;
  readonly report?: string;
  readonly lang: Language;
  readonly json: boolean;
}

/** Days a leave-one-out takes one after another; of more, so many evenly spread. */
const mostDays = 40;

/** `backtest`: recorded days against the same days simulated. */
export const backtestVerb: Verb = {
  name: 'backtest',
  define(command) {
    historyOptions(
      command
        .description('用记录检验模型。 Hold a model against recorded days: observed beside simulated, with a verdict.')
        .argument('[model]', 'a model file, or a folder that holds model.json; none with --leave-one-day-out')
        .requiredOption('--history <path>', 'the records: a file, or a folder of them')
        .option('--leave-one-day-out', 'fit each day from all the others, and hold it against those', false)
        .option('--day-type <id>', 'only days of this profile of arrivals, for example sun-thu')
        .addOption(wholeNumber('--within <seconds>', 'wait that counts as within target', { min: 1, max: 36_000, default: 300 }))
        .addOption(wholeNumber('--runs <n>', 'simulations of each day', { min: 1, max: 10_000, default: 20 }))
        .addOption(seedOption())
        .option('--record <model>', 'write the verdict into this model file, so that recommend knows')
        .option('--report <file>', 'with --leave-one-day-out: write a report here, one HTML file, charts and all')
        .addOption(languageOption())
        .addOption(jsonOption()),
    )
      .addHelpText(
        'after',
        '\n  tingtang backtest model.json --history log.csv\n  tingtang backtest --history log.csv --leave-one-day-out\n\nExit code 1: the model does not hold.',
      )
      .action(async (path: string | undefined, flags: BacktestFlags) => {
        if (path === undefined && !flags.leaveOneDayOut)
          throw new BadInput('backtest: give a model, or --leave-one-day-out to fit each day from the others');
        if (flags.report !== undefined && !flags.leaveOneDayOut)
          throw new BadInput('backtest: --report tells of the fit too; give it with --leave-one-day-out');
        const line = progressLine();
        const { answer, fitted, warnings } = await refusing(() => answerFor(path, flags, line.bar)).finally(line.end);
        if (flags.report !== undefined && fitted !== null) {
          const commands = [
            `tingtang backtest --history ${flags.history} --leave-one-day-out --seed ${flags.seed} --runs ${flags.runs}`,
          ];
          writeReport(flags.report, historyReport(fitted, answer, { ...reportMade(flags.lang), commands }));
        }
        if (flags.record !== undefined) record(flags.record, answer, flags.leaveOneDayOut);
        const { waits: _waits, ...rest } = answer;
        process.stdout.write(
          flags.json ? `${JSON.stringify({ ...rest, seed: flags.seed, warnings })}\n` : `${backtestText(answer, warnings)}\n`,
        );
        if (!answer.verdict.pass) process.exitCode = exitNo;
      });
  },
};

function answerFor(path: string | undefined, flags: BacktestFlags, progress: Progress) {
  const history = readHistoryFiles([flags.history]);
  const warnings: string[] = [];
  const given = path === undefined ? null : readModel(path);
  const asked = importOptions(flags, progress);
  const log = importHistory(history, { ...asked, zone: asked.zone ?? given?.branch.zone });
  const fitted = given === null ? fittedFrom(log, history) : null;
  const profiles = given?.arrivals ?? fitted!.model.arrivals;
  let days = daysOf(log, profiles, flags.dayType);
  if (flags.leaveOneDayOut && log.days.length < leaveOutDays)
    throw new BadInput(`${flags.history}: ${log.days.length} days with arrivals; leaving one out needs three or more`);
  if (days.length > mostDays && flags.leaveOneDayOut) {
    warnings.push(`of ${days.length} days ${mostDays}, evenly spread, are left out in turn`);
    days = Array.from({ length: mostDays }, (_, at) => days[Math.floor((at / mostDays) * days.length)]!);
  }
  const { history: madeFrom } = given ?? {};
  if (given !== null && !flags.leaveOneDayOut && madeFrom !== undefined) {
    const known = days.filter((day) => dateOf(day) >= madeFrom.from && dateOf(day) <= madeFrom.to).length;
    if (known > 0)
      warnings.push(`the model was fitted from ${known} of these days: a fair test takes other days, or --leave-one-day-out`);
  }
  const strangers = given !== null && log.renamed > 0 && !sameDays(log, madeFrom);
  if (strangers)
    warnings.push(
      'servers go by names here, so which of them the model means is not known: everybody does everything, with the turnaround of all',
    );
  const held = given === null || !strangers ? given : withoutPeople(given);
  const answer = backtest({
    log,
    days,
    modelFor: flags.leaveOneDayOut ? leavingOut(log, history) : () => ({ model: held!, spellLimitMs: limitOf(held!, log) }),
    seed: flags.seed,
    runs: flags.runs,
    withinMs: flags.within * 1000,
    progress,
  });
  return { answer, fitted, warnings };
}

/** The model was made of these very days, so it calls their servers by the same codes. */
const sameDays = ({ days }: HistoryLog, madeFrom: Model['history']): boolean =>
  madeFrom !== undefined &&
  madeFrom.days === days.length &&
  madeFrom.from === dateOf(days[0]!) &&
  madeFrom.to === dateOf(days.at(-1)!);

const withoutPeople = (model: Model): Model => ({
  ...model,
  branch: { ...model.branch, staff: [] },
  turnaround: model.turnaround.filter(({ staff }) => staff === undefined),
});

const leavingOut = (log: HistoryLog, history: HistoryFiles) => (day: number) => {
  const { file, found } = fitLog(log, history, { days: log.days.filter((one) => one !== day), intervals: false });
  return { model: modelOf(file), spellLimitMs: found.spellLimitMs };
};

function limitOf(model: Model, log: HistoryLog): number {
  if (model.history !== undefined) return model.history.spellLimitMs;
  const gaps = new ReadyGaps();
  for (const day of log.days) gaps.add(workByServer(log.visitsOn(day)));
  return gaps.limitMs();
}

function daysOf(
  log: HistoryLog,
  profiles: readonly { id: string; days: readonly number[] }[],
  dayType: string | undefined,
): readonly number[] {
  if (dayType === undefined) return log.days;
  const profile = profiles.find(({ id }) => id === dayType);
  if (profile === undefined)
    throw new BadInput(`--day-type "${dayType}": no such profile; the model has: ${profiles.map(({ id }) => id).join(', ')}`);
  return log.days.filter((day) => profile.days.includes(weekdayOf(day)));
}

function record(path: string, { days, verdict }: Backtest, leaveOneDayOut: boolean): void {
  const file = fileIn(path, 'model.json');
  const model = readModel(file);
  const failed = verdict.checks.filter(({ pass }) => !pass).map(({ what, limit }) => `${what}: not ${limit}`);
  writeJson(file, { ...model, backtest: { pass: verdict.pass, days, leaveOneDayOut, failed } });
}
