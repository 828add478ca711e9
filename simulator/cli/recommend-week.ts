import { inlineRun } from '../hosts/inline.ts';
import { SolverThread } from '../hosts/solver-thread.ts';
import type { Contracts } from '../staffing/contracts/contracts.ts';
import { recommendWeek } from '../staffing/recommend-week.ts';
import { parseTargets } from '../staffing/target.ts';
import type { WeekRecommendation } from '../staffing/week-recommendation.ts';
import type { Model } from '../workload/model.ts';
import { estimateText } from './figures.ts';
import { refusing } from './input-errors.ts';
import { writeJson } from './read-file.ts';
import { textTable } from './text-table.ts';
import { BadInput, exitNo } from './verb.ts';

interface WeekFlags {
  readonly target: string;
  readonly days: number;
  readonly seed: number;
  readonly output?: string;
  readonly json: boolean;
}

const dayNames = ['', '周一 Mon', '周二 Tue', '周三 Wed', '周四 Thu', '周五 Fri', '周六 Sat', '周日 Sun'];

/** `recommend --week`. */
export async function weekAction(
  path: string,
  model: Model,
  contracts: Contracts | null,
  flags: WeekFlags,
  line: { say(text: string): void; end(): void },
): Promise<void> {
  if (contracts === null || contracts.people.length === 0)
    throw new BadInput(
      `--week: the contracts name no people; give --contracts FILE whose "people" has them, or a contracts.json beside ${path}`,
    );
  const solver = new SolverThread();
  const stop = (): void => solver.stop();
  process.on('SIGINT', stop);
  try {
    const answer = await refusing(() =>
      recommendWeek({
        model,
        contracts,
        solver,
        targets: parseTargets(flags.target, model.branch),
        seed: flags.seed,
        days: flags.days,
        run: inlineRun(),
        progress: line.say,
        firstWeek: (roster, cost) => line.say(`first usable roster: ${roster.length} shifts, cost ${cost.toFixed(0)}`),
      }),
    );
    line.end();
    const written =
      flags.output === undefined ? [] : answer.days.map(({ weekday, plan }) => writtenPlan(flags.output!, weekday, plan));
    process.stdout.write(flags.json ? `${JSON.stringify(answer)}\n` : `${weekText(model, answer, written)}\n`);
    if (!answer.verified.holds || answer.gives.length > 0) process.exitCode = exitNo;
  } finally {
    process.off('SIGINT', stop);
    await solver.close();
  }
}

/** plan.json → plan-1.json for a Monday. */
function writtenPlan(path: string, weekday: number, plan: unknown): string {
  const file = `${path.replace(/\.json$/, '')}-${weekday}.json`;
  writeJson(file, plan);
  return file;
}

function weekText(model: Model, answer: WeekRecommendation, written: readonly string[]): string {
  const shiftsOf = (person: string, weekday: number): string =>
    answer.roster
      .filter((one) => one.person === person && one.weekday === weekday)
      .map(({ from, to }) => `${from}–${to}`)
      .join(' ');
  return [
    `${model.id}: ${answer.target}, for each half hour's arrivals of every day`,
    '',
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
    `Cost ${answer.cost.toFixed(0)} ${answer.costUnit} a week${answer.bound === null ? '' : `; no roster gets by with less than ${answer.bound.toFixed(0)} (gap ${(100 * (answer.gap ?? 0)).toFixed(1)} %)`}; the solver's own gap is ${(100 * (answer.solverGap ?? 0)).toFixed(2)} %.`,
    ...(written.length === 0 ? [] : ['', ...written.map((file) => `Written: ${file}.`)]),
  ].join('\n');
}
