import { planWarnings } from '../../engine/plan-warnings.ts';
import type { QueueGrid } from '../../engine/results/queue-over-time.ts';
import { estimateKpis } from '../../engine/results/study.ts';
import { profileOf } from '../../engine/run.ts';
import { visitWarnings } from '../../engine/warnings.ts';
import type { Branch } from '../../lobby/branch/branch.ts';
import type { Plan } from '../../lobby/branch/plan.ts';
import type { Study } from '../../study/run-study.ts';
import { clockOfMs, minuteMs } from '../../workload/clock.ts';
import type { Model } from '../../workload/model.ts';
import { closesAt, hoursOn, opensAt } from '../../workload/opening.ts';
import { kpiTable } from '../figures.ts';
import { refusing } from '../input-errors.ts';
import { openJournal, writeJournal } from '../journal/write-journal.ts';
import { planOf, readModel } from '../read-model.ts';
import { exitNo, type Verb } from '../verb.ts';
import { warningLine } from '../warning.ts';
import { conductStudy, studyNotes } from './conduct-study.ts';
import { lookFirst } from './look-first.ts';
import { ruleFor } from './rule-for.ts';
import { addStudyOptions, type StudyFlags } from './study-options.ts';

interface SimulateFlags extends StudyFlags {
  readonly plan?: string;
  readonly strategy?: string;
  readonly journal?: string;
}

const halfHourMs = 30 * minuteMs;

/** `simulate`: KPIs of a plan with 95 % intervals. */
export const simulateVerb: Verb = {
  name: 'simulate',
  define(command) {
    addStudyOptions(
      command
        .description('模拟一个方案，给出指标及 95 % 区间。 Run a plan for many days: KPIs with 95 % intervals.')
        .argument('<model>', 'a model file, or a folder that holds model.json')
        .option('--plan <file>', "the plan to run; the model's own when absent")
        .option('--strategy <id>', "calling strategy instead of the plan's: its id, or id=JSON for options")
        .option('--journal <file>', 'also write the journal of these days (NDJSON); one day unless --days says more'),
    )
      .addHelpText(
        'after',
        `
  tingtang simulate examples/grill --plan plan.json --days 2000
  tingtang simulate model.json --until 'waitMeanMs±2%'
  tingtang simulate model.json --strategy 'ratio={"weights":{"vip":2,"normal":1}}' --json
  tingtang simulate model.json --journal day.ndjson && tingtang conform day.ndjson

Exit code 1: nothing was finished, or the precision of --until was not reached.`,
      )
      .action(async (path: string, given: SimulateFlags) => {
        const flags = given.journal !== undefined && given.days === undefined ? { ...given, days: 1 } : given;
        const model = readModel(path);
        const plan = withStrategy(model.branch, planOf(model, path, flags.plan), flags.strategy);
        const journal = flags.journal === undefined ? null : openJournal(flags.journal);
        const { warnings, study } = await refusing(async () => ({
          warnings: warningsOf(model, plan, flags.dayType),
          study: await conductStudy(model, [plan], flags, { queue: halfHours(model, flags.dayType) }),
        }));
        if (journal !== null) writeJournal(journal, model, plan, { ...flags, days: study.days });
        tell(model, plan, flags, study, [...warnings, ...studyNotes(study, flags)]);
        if (study.days === 0 || study.precise === false) process.exitCode = exitNo;
      });
  },
};

function tell(model: Model, plan: Plan, flags: SimulateFlags, study: Study, warnings: readonly string[]): void {
  const { days, precise, stopped } = study;
  const queueByHalfHour = queueOf(model, flags, study);
  const kpis = estimateKpis(study.plans[0]!.sections);
  if (flags.json) {
    const strategy = flags.strategy === undefined ? {} : { strategy: plan.calling };
    const more = { ...strategy, ...(stopped === null ? {} : { stopped }), ...(precise === null ? {} : { precise }) };
    process.stdout.write(
      `${JSON.stringify({ days, seed: flags.seed, plan: plan.id, model: model.id, kpis, queueByHalfHour, warnings, ...more })}\n`,
    );
    return;
  }
  const rule = flags.strategy === undefined ? '' : `, strategy ${plan.calling!.id}`;
  const head = `${model.id}, plan ${plan.id}${rule}: ${days} days, seed ${flags.seed}`;
  const written = flags.journal === undefined ? [] : ['', `Journal written to ${flags.journal}.`];
  process.stdout.write(
    `${[head, ...warnings.map(warningLine), '', kpiTable(kpis, model.wages?.currency), '', queueLine(queueByHalfHour), ...written].join('\n')}\n`,
  );
}

/** The half hours in which the doors are open. */
function halfHours(model: Model, dayType: string | undefined): QueueGrid {
  const hours = hoursOn(model.branch, profileOf(model, dayType).days[0]!);
  const fromMs = opensAt(hours);
  return { fromMs, stepMs: halfHourMs, steps: Math.ceil((closesAt(hours) - fromMs) / halfHourMs) };
}

/** How many wait in each half hour, in the mean over its time and the days. */
function queueOf(
  model: Model,
  { dayType }: SimulateFlags,
  { days, plans }: Study,
): { from: string; to: string; waiting: number }[] {
  const { fromMs, stepMs } = halfHours(model, dayType);
  return [...(plans[0]!.queue ?? [])].map((waitedMs, step) => ({
    from: clockOfMs(fromMs + step * stepMs),
    to: clockOfMs(fromMs + (step + 1) * stepMs),
    waiting: waitedMs / stepMs / days,
  }));
}

/** One line: the mean number waiting in each half hour. */
const queueLine = (queue: ReturnType<typeof queueOf>): string =>
  `各半小时排队人数 Waiting by half hour: ${queue.map(({ from, waiting }) => `${from} ${waiting.toFixed(1)}`).join('  ')}`;

/** The plan under another calling strategy, where one is named. */
const withStrategy = (branch: Branch, plan: Plan, strategy: string | undefined): Plan =>
  strategy === undefined ? plan : { ...plan, calling: ruleFor(branch, strategy, 'strategy') };

function warningsOf(model: Model, plan: Plan, dayType: string | undefined): string[] {
  const profile = profileOf(model, dayType);
  return lookFirst(
    () => visitWarnings(model, profile),
    () => planWarnings(model, plan, profile),
  );
}
