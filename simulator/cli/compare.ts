import { planWarnings } from '../engine/plan-warnings.ts';
import { profileOf } from '../engine/run.ts';
import type { KpiEstimate } from '../engine/study.ts';
import { visitWarnings } from '../engine/warnings.ts';
import type { Plan } from '../lobby/branch/plan.ts';
import { type AnyKpiId, aboutKpi } from '../lobby/kpi/any-kpi.ts';
import { type Comparison, comparisonOf, type GroupKpis, groupKpis, verdictOn } from '../study/comparison.ts';
import { usualPolicies, usualStrategies } from '../study/usual-rules.ts';
import type { Model } from '../workload/model.ts';
import { conductStudy, studyNotes } from './conduct-study.ts';
import { differenceText, estimateText, labelOf } from './figures.ts';
import { refusing } from './input-errors.ts';
import { listOf } from './option-values.ts';
import { planOf, readModel, readPlan } from './read-model.ts';
import { ruleFor } from './rule-for.ts';
import { addStudyOptions, type StudyFlags } from './study-options.ts';
import { textTable } from './text-table.ts';
import { BadInput, exitNo, type Verb } from './verb.ts';

interface CompareFlags extends StudyFlags {
  readonly plans?: string;
  readonly plan?: string;
  readonly strategies?: string;
  readonly greetings?: string;
}

interface Named {
  readonly name: string;
  readonly plan: Plan;
}

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
          'calling strategies, with commas (id, or id=JSON), or "all"; the first is what others are compared with',
        )
        .option('--greetings <ids>', 'greeting policies, likewise')
        .option('--plan <file>', "the plan whose rules are changed by --strategies or --greetings; the model's own when absent"),
    )
      .addHelpText(
        'after',
        `
  tingtang compare model.json --plans today.json,new.json --days 2000
  tingtang compare model.json --strategies all
  tingtang compare model.json --strategies 'fcfs,ratio={"weights":{"vip":2,"normal":1}}' --until 'waitMeanMs±2%'
  tingtang compare model.json --greetings by-need,by-load,device-first --json

"all" takes each rule with the options that the branch gives it, else with usual ones, which are shown.
Exit code 1: nothing was finished, or the precision of --until was not reached.`,
      )
      .action(async (path: string, flags: CompareFlags) => {
        const model = readModel(path);
        const { named, leftOut } = plansFor(model, path, flags);
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
        const more = { ...(stopped === null ? {} : { stopped }), ...(precise === null ? {} : { precise }) };
        process.stdout.write(
          flags.json
            ? `${JSON.stringify({ days, seed: flags.seed, model: model.id, ...comparison, warnings: notes, ...more })}\n`
            : `${tell(model, named, comparison, `${days} days, seed ${flags.seed}`, notes)}\n`,
        );
        if (precise === false) process.exitCode = exitNo;
      });
  },
};

function plansFor(model: Model, path: string, flags: CompareFlags): { named: Named[]; leftOut: string[] } {
  const asked = [flags.plans, flags.strategies, flags.greetings].filter((one) => one !== undefined).length;
  if (asked !== 1) throw new BadInput('compare: give one of --plans A,B…, --strategies a,b…|all, --greetings a,b…|all');
  const leftOut: string[] = [];
  const named =
    flags.plans === undefined ? byRule(model, planOf(model, path, flags.plan), flags, leftOut) : byPlan(model, flags.plans);
  if (named.length < 2)
    throw new BadInput(
      `compare: ${named.length} to compare${leftOut.length > 0 ? ` (${leftOut.join('; ')})` : ''}; give at least two, or with --plans one beside the model's own`,
    );
  return { named: distinct(named), leftOut };
}

function byPlan(model: Model, files: string): Named[] {
  const given = listOf(files).map((file) => ({ name: readPlan(file).id, plan: readPlan(file) }));
  return given.length === 1 && model.plan !== undefined ? [{ name: model.plan.id, plan: model.plan }, ...given] : given;
}

function byRule(model: Model, plan: Plan, { strategies, greetings }: CompareFlags, leftOut: string[]): Named[] {
  const kind = strategies === undefined ? 'greeting' : 'calling';
  const text = (strategies ?? greetings)!;
  if (text !== 'all')
    return listOf(text).map((one) => {
      const rule = ruleFor(model.branch, one, strategies === undefined ? 'greetings' : 'strategies');
      return { name: rule.id, plan: { ...plan, [kind]: rule } };
    });
  const current = plan[kind] ?? model.branch.rules[kind];
  const branch = { ...model.branch, rules: { ...model.branch.rules, [kind]: current } };
  const usual = strategies === undefined ? usualPolicies(branch) : usualStrategies(branch);
  const rules = usual.flatMap((one) => {
    if ('rule' in one) return [one.rule];
    leftOut.push(`${one.id} is left out: ${one.why}`);
    return [];
  });
  // What the branch does now comes first: everything else is compared with it.
  return [...rules]
    .sort((a, b) => Number(b.id === current.id) - Number(a.id === current.id))
    .map((rule) => ({ name: rule.id, plan: { ...plan, [kind]: rule } }));
}

/** Two of one name are told apart by their place. */
const distinct = (named: readonly Named[]): Named[] =>
  named.map((one, at) =>
    named.filter(({ name }) => name === one.name).length > 1 ? { ...one, name: `${one.name}#${at + 1}` } : one,
  );

function warningsOf(model: Model, named: readonly Named[], dayType: string | undefined): string[] {
  const profile = profileOf(model, dayType);
  const ofPlans = named.flatMap(({ name, plan }) => planWarnings(model, plan, profile).map((text) => ({ name, text })));
  const texts = [...new Set(ofPlans.map(({ text }) => text))];
  return [
    ...visitWarnings(model, profile),
    ...texts.map((text) => {
      const whose = ofPlans.filter((one) => one.text === text).map(({ name }) => name);
      return whose.length === named.length ? text : `${whose.join(', ')}: ${text}`;
    }),
  ];
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
    ...notes.map((text) => `Warning: ${text}.`),
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
