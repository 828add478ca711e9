import { planWarnings } from '../../engine/plan-warnings.ts';
import type { KpiEstimate } from '../../engine/results/study.ts';
import { profileOf } from '../../engine/run.ts';
import { visitWarnings } from '../../engine/warnings.ts';
import { type AnyKpiId, aboutKpi } from '../../lobby/kpi/any-kpi.ts';
import { allowedTargets, parseTargets } from '../../staffing/target.ts';
import { type Comparison, comparisonOf, type GroupKpis, groupKpis, verdictOn } from '../../study/comparison.ts';
import { fairnessOf } from '../../study/fairness.ts';
import type { Model } from '../../workload/model.ts';
import { differenceText, estimateText, labelOf } from '../figures.ts';
import { refusing } from '../input-errors.ts';
import { readModel } from '../read-model.ts';
import { conductStudy, studyNotes } from '../study/conduct-study.ts';
import { lookFirst } from '../study/look-first.ts';
import { addStudyOptions } from '../study/study-options.ts';
import { textTable } from '../text-table.ts';
import { exitNo, type Verb } from '../verb.ts';
import { warningLine } from '../warning.ts';
import { fairnessTable, targetsTable } from './compare-fairness.ts';
import { type CompareFlags, type Named, plansFor, tunedPlans } from './compare-plans.ts';
import { targetsHeld } from './compare-targets.ts';

/** `compare`: plans, calling strategies or greeting policies on the same tapes. */
export const compareVerb: Verb = {
  name: 'compare',
  define(command) {
    addStudyOptions(
      command
        .description(
          '在相同客流上比较方案、叫号策略或分流策略。 Compare plans, calling strategies or greeting policies on the same tapes: paired differences with 95 % intervals.',
        )
        .argument('<model>', 'a model file, or a folder that holds model.json')
        .option('--plans <files>', "plan files, with commas; the model's own is first when there is one and only one file is given")
        .option(
          '--strategies <ids>',
          'calling strategies, with commas (id, or id=JSON), or "all" with every greeting policy as well; the first is what others are compared with',
        )
        .option('--greetings <ids>', 'greeting policies, likewise')
        .option(
          '--target <targets>',
          `tune the weights of the strategies to these, and say which plan holds them: ${allowedTargets}`,
        )
        .option('--plan <file>', "the plan whose rules are changed by --strategies or --greetings; the model's own when absent"),
    )
      .addHelpText(
        'after',
        `
  tingtang compare model.json --plans today.json,new.json --days 2000
  tingtang compare model.json --strategies all --target 'p90<=5min for vip, p90<=20min for normal'
  tingtang compare model.json --strategies 'fcfs,ratio={"weights":{"vip":2,"normal":1}}' --until 'waitMeanMs±2%'
  tingtang compare model.json --greetings by-need,by-load,device-first --json

"all" takes each rule with the options that the branch gives it, else with usual ones, which are shown.
Exit code 1: nothing was finished, or the precision of --until was not reached.`,
      )
      .action(async (path: string, flags: CompareFlags) => {
        const model = readModel(path);
        const { named: given, leftOut } = plansFor(model, path, flags);
        const targets = flags.target === undefined ? [] : await refusing(() => parseTargets(flags.target!, model.branch));
        const named = [...given, ...(await tunedPlans(model, path, flags, targets))];
        const plans = named.map(({ plan }) => plan);
        const { warnings, study } = await refusing(async () => ({
          warnings: warningsOf(model, named, flags.dayType),
          study: await conductStudy(model, plans, flags, { byGroup: true }),
        }));
        if (study.days === 0) {
          process.stderr.write('tingtang: stopped before the first day was finished\n');
          process.exitCode = exitNo;
          return;
        }
        const comparison = comparisonOf(
          model.branch,
          named.map(({ name }) => name),
          study.plans,
        );
        const notes = [...warnings, ...leftOut, ...studyNotes(study, flags)];
        const { days, stopped, precise } = study;
        const fairness = fairnessOf(model.branch, comparison, study.plans);
        const held =
          targets.length === 0 ? null : await targetsHeld(model, plans, targets, { ...flags, dayType: flags.dayType, days });
        const more = { ...(stopped === null ? {} : { stopped }), ...(precise === null ? {} : { precise }) };
        process.stdout.write(
          flags.json
            ? `${JSON.stringify({ days, seed: flags.seed, model: model.id, ...comparison, fairness, ...(held ? { targets: held } : {}), warnings: notes, ...more })}\n`
            : `${tell(model, named, comparison, `${days} days, seed ${flags.seed}`, notes)}\n\n${fairnessTable(fairness)}\n${
                held
                  ? `\n${targetsTable(
                      named.map(({ name }) => name),
                      held,
                    )}\n`
                  : ''
              }`,
        );
        if (precise === false) process.exitCode = exitNo;
      });
  },
};

function warningsOf(model: Model, named: readonly Named[], dayType: string | undefined): string[] {
  const profile = profileOf(model, dayType);
  const plansSaying = new Map<string, string[]>();
  const ofVisits = lookFirst(
    () => visitWarnings(model, profile),
    ...named.map(({ name, plan }) => () => {
      for (const text of planWarnings(model, plan, profile)) plansSaying.set(text, [...(plansSaying.get(text) ?? []), name]);
      return [];
    }),
  );
  const ofPlans = [...plansSaying].map(([text, whose]) => (whose.length === named.length ? text : `${whose.join(', ')}: ${text}`));
  return [...ofVisits, ...ofPlans];
}

const shown: readonly AnyKpiId[] = [
  'waitMeanMs',
  'waitAllMeanMs',
  'waitP90Ms',
  'waitMaxMs',
  'withinTargetRate',
  'abandonRate',
  'noShowRate',
  'served',
  'utilisation',
  'overtimeMs',
  'staffCost',
  'deviceRate',
];
const mark = { better: ' +', worse: ' −' } as const;

function tell(model: Model, named: readonly Named[], comparison: Comparison, what: string, notes: readonly string[]): string {
  const { differences, plans } = comparison;
  const says = (id: AnyKpiId): boolean =>
    plans.some((plan) => plan.kpis[id] !== null) && !(id === 'noShowRate' && plans.every((plan) => flat(plan.kpis[id]) === 0));
  const ids = shown.filter(says);
  const options = named.flatMap(({ name, plan }) =>
    [plan.calling, plan.greeting].flatMap((rule) =>
      rule !== undefined && name.startsWith(rule.id) && Object.keys(rule.options).length > 0
        ? [`${name}: ${JSON.stringify(rule.options)}`]
        : [],
    ),
  );
  const headers = plans.map(({ name }) => name);
  const sections = (['service', 'segment'] as const).flatMap((by) => groupTables(model, comparison, by));
  return [
    `${model.id}: ${what}, the same customers for each`,
    ...notes.map(warningLine),
    ...options,
    '',
    textTable(
      ['指标 KPI', ...headers],
      ids.map((id) => [labelOf(id), ...plans.map((plan) => estimateText(id, plan.kpis[id]))]),
    ),
    '',
    `与 ${headers[0]} 之差（配对，95 % 区间；+ 更好，− 更差） Less ${headers[0]}, paired, 95 % interval; + surely better, − surely worse`,
    textTable(
      ['指标 KPI', ...headers.slice(1)],
      ids.map((id) => [labelOf(id), ...differences.map((one) => withMark(id, one.kpis[id]))]),
    ),
    ...sections,
  ].join('\n');
}

function groupTables(model: Model, { differences, plans }: Comparison, by: 'service' | 'segment'): string[] {
  const groups = by === 'service' ? model.branch.services.map(({ id }) => id) : model.branch.segments.map(({ code }) => code);
  const met = groups.filter((group) => plans.some((plan) => plan.groups[by][group]!.waitMeanMs !== null));
  if (met.length < 2) return [];
  const head = by === 'service' ? '按业务 By service' : '按客群 By segment';
  const rows = (id: keyof GroupKpis): string[][] =>
    met
      .filter((group) => plans.some((plan) => plan.groups[by][group]![id] !== null))
      .map((group) => [
        `${group}: ${aboutKpi(id).names.en}`,
        estimateText(id, plans[0]!.groups[by][group]![id]),
        ...differences.map((one) => withMark(id, one.groups[by][group]![id])),
      ]);
  const names = [plans[0]!.name, ...differences.map(({ name }) => `${name} less ${plans[0]!.name}`)];
  return [
    '',
    textTable(
      [head, ...names],
      groupKpis.filter((id) => ['waitMeanMs', 'withinTargetRate', 'abandonRate'].includes(id)).flatMap(rows),
    ),
  ];
}

const flat = (estimate: KpiEstimate): number | null =>
  estimate === null || typeof estimate === 'number' ? estimate : estimate.value;

function withMark(id: AnyKpiId, difference: KpiEstimate): string {
  const verdict = verdictOn(id, difference);
  return differenceText(id, difference) + (verdict === null ? '  ' : mark[verdict]);
}
