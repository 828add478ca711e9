import { SearchThreads } from '../../hosts/search-threads.ts';
import { SolverThread } from '../../hosts/solver-thread.ts';
import { labelIn } from '../../report/words/words.ts';
import type { Contracts } from '../../staffing/contracts/contracts.ts';
import type { Program } from '../../staffing/milp/program.ts';
import { StoppedByHand } from '../../staffing/stoppable.ts';
import { parseTargets } from '../../staffing/target.ts';
import { recommendWeek } from '../../staffing/week/recommend-week.ts';
import type { WeekRecommendation, WeekShift } from '../../staffing/week/week-recommendation.ts';
import { weekdayNames } from '../../staffing/week/weekday-names.ts';
import type { Model } from '../../workload/model.ts';
import { estimateText } from '../figures.ts';
import { refusing } from '../input-errors.ts';
import type { ProgressLine } from '../progress.ts';
import { writeJson } from '../read-file.ts';
import { textTable } from '../text-table.ts';
import { BadInput, exitNo } from '../verb.ts';
import { warningLine } from '../warning.ts';
import { type ExportContext, weekExports, writeExports } from './recommend-exports.ts';
import { planNames } from './report/words.ts';

interface WeekFlags {
  readonly target: string;
  readonly days: number;
  readonly seed: number;
  readonly output?: string;
  readonly export?: string;
  readonly date?: string;
  readonly json: boolean;
}

const dayNames = weekdayNames.zh.map((zh, weekday) => `${zh} ${weekdayNames.en[weekday]!}`);

/** The first roster that could be used, and after how long it was there. */
interface FirstWeek {
  readonly seconds: number;
  readonly cost: number;
  readonly roster: readonly WeekShift[];
}

/** `recommend --week`. */
export async function weekAction(
  path: string,
  model: Model,
  contracts: Contracts | null,
  flags: WeekFlags,
  about: Pick<ExportContext, 'warnings' | 'command'>,
  line: ProgressLine,
): Promise<void> {
  if (contracts === null || contracts.people.length === 0)
    throw new BadInput(
      `--week: the contracts name no people; give --contracts FILE whose "people" has them, or a contracts.json beside ${path}`,
    );
  const begun = performance.now();
  const solver = new SolverThread();
  const threads = new SearchThreads();
  const abort = new AbortController();
  const stop = (): void => {
    line.keep('stopping; the best roster so far is kept');
    abort.abort();
    solver.stop();
  };
  process.once('SIGINT', stop);
  let first: FirstWeek | null = null;
  let program: Program | null = null;
  const keepProgram = (one: Program): void => {
    program = one;
  };
  try {
    const answer = await refusing(() =>
      recommendWeek({
        model,
        contracts,
        solver,
        targets: parseTargets(flags.target, model.branch),
        seed: flags.seed,
        days: flags.days,
        run: threads.run,
        signal: abort.signal,
        progress: line.say,
        firstWeek: (roster, cost) => {
          first = { seconds: Math.round((performance.now() - begun) / 100) / 10, cost, roster };
          line.keep(
            `first usable roster after ${first.seconds} s: ${roster.length} shifts, cost ${cost.toFixed(0)} ${contracts.currency}`,
          );
        },
        ...(flags.export === undefined ? {} : { program: keepProgram }),
      }),
    );
    line.say('writing');
    const context = { date: flags.date, run: threads.run, ...about };
    const written = [
      ...(flags.output === undefined ? [] : answer.days.map(({ weekday, plan }) => writtenPlan(flags.output!, weekday, plan))),
      ...(flags.export === undefined
        ? []
        : writeExports(flags.export, await weekExports(model, answer, contracts, program, context))),
    ];
    line.end();
    process.stdout.write(
      flags.json
        ? `${JSON.stringify({ ...answer, first, warnings: about.warnings })}\n`
        : `${weekText(model, answer, about.warnings, written)}\n`,
    );
    if (!answer.verified.holds || answer.gives.length > 0) process.exitCode = exitNo;
  } catch (error) {
    if (!(error instanceof StoppedByHand)) throw error;
    line.end();
    process.stderr.write(`tingtang: ${error.message}\n`);
    process.exitCode = exitNo;
  } finally {
    process.off('SIGINT', stop);
    await Promise.all([solver.close(), threads.close()]);
  }
}

/** plan.json → plan-1.json for a Monday. */
function writtenPlan(path: string, weekday: number, plan: unknown): string {
  const file = `${path.replace(/\.json$/, '')}-${weekday}.json`;
  writeJson(file, plan);
  return file;
}

function weekText(model: Model, answer: WeekRecommendation, warnings: readonly string[], written: readonly string[]): string {
  const shiftsOf = (person: string, weekday: number): string =>
    answer.roster
      .filter((one) => one.person === person && one.weekday === weekday)
      .map(({ from, to }) => `${from}–${to}`)
      .join(' ');
  return [
    `${model.id}: ${answer.target}, for each half hour's arrivals of every day`,
    ...warnings.map(warningLine),
    '',
    ...(answer.stopped
      ? ['提前停止：当时已有的排班，只在少量模拟日上试过。 Stopped by hand: the roster there was, tried on a few days only.', '']
      : []),
    textTable(
      ['员工 person', ...answer.days.map(({ weekday }) => dayNames[weekday]!), '工时 h'],
      answer.people.map(({ id, hours }) => [id, ...answer.days.map(({ weekday }) => shiftsOf(id, weekday)), hours.toFixed(1)]),
    ),
    '',
    ...(answer.gives.length === 0
      ? []
      : [
          '人手不够，或规则互相冲突，以下各处让步。 Too few people, or not all rules can hold; what gives in this plan, the nearest:',
          ...answer.gives.map(({ rule, by }) => `  ${rule}: by ${by}`),
          '',
        ]),
    textTable(
      ['日 day', '平均等候 mean', 'P90', '离开 left', '达标 holds', '未确定时段 in doubt'],
      answer.days.map(({ weekday, kpis, holds, failing }) => [
        dayNames[weekday]!,
        estimateText('waitMeanMs', kpis.waitMeanMs),
        estimateText('waitP90Ms', kpis.waitP90Ms),
        estimateText('abandonRate', kpis.abandonRate),
        holds ? '是 yes' : '否 no',
        failing.map(({ role, from }) => `${role} ${from}`).join(', '),
      ]),
    ),
    '',
    ...withRoster(answer),
    `Cost ${answer.cost.toFixed(0)} ${answer.costUnit} a week${answer.bound === null ? '' : `; no roster gets by with less than ${answer.bound.toFixed(0)} (gap ${(100 * (answer.gap ?? 0)).toFixed(1)} %)`}; the solver's own gap is ${(100 * (answer.solverGap ?? 0)).toFixed(2)} %.`,
    ...(written.length === 0 ? [] : ['', ...written.map((file) => `Written: ${file}.`)]),
  ].join('\n');
}

/** People on call and in the back office, elastic rules, and other weeks by what they cost and how long people wait. */
function withRoster({ backOffice = [], costUnit, elastic, frontier = [], onCall }: WeekRecommendation): string[] {
  const stretches = (all: readonly { person: string; weekday: number; from: string; to: string }[]): string =>
    all.map(({ from, person, to, weekday }) => `${dayNames[weekday]!} ${person} ${from}–${to}`).join(', ');
  return [
    ...(backOffice.length === 0 ? [] : [`后台工作 Back office: ${stretches(backOffice)}`]),
    ...(onCall ? [`待命 On call: ${onCall.reason.zh} ${onCall.reason.en}`] : []),
    ...(onCall && onCall.standingBy.length > 0 ? [`  ${stretches(onCall.standingBy)}`] : []),
    ...(elastic ? [`弹性窗口 Elastic rules: ${elastic.reason.zh} ${elastic.reason.en}`] : []),
    ...(frontier.length === 0
      ? []
      : [
          '',
          textTable(
            ['方案 plan', '一周成本 cost', 'P90', '达标 holds'],
            frontier.map(({ cost, holds, name, waitP90Ms }) => [
              `${labelIn('zh-CN', planNames(name))} ${labelIn('en', planNames(name))}`,
              `${cost.toFixed(0)} ${costUnit}`,
              estimateText('waitP90Ms', waitP90Ms),
              holds ? '是 yes' : '否 no',
            ]),
          ),
          '',
        ]),
  ];
}
