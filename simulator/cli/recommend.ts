import { profileOf } from '../engine/run.ts';
import { visitWarnings } from '../engine/warnings.ts';
import { inlineRun } from '../hosts/inline.ts';
import { type Baseline, type Recommendation, recommend } from '../staffing/recommend.ts';
import { allowedTargets, parseTargets } from '../staffing/target.ts';
import type { Model } from '../workload/model.ts';
import { estimateText, kpiTable } from './figures.ts';
import { refusing } from './input-errors.ts';
import { jsonOption, seedOption, wholeNumber } from './option-values.ts';
import { progressLine } from './progress.ts';
import { writeJson } from './read-file.ts';
import { readModel } from './read-model.ts';
import { textTable } from './text-table.ts';
import { exitNo, type Verb } from './verb.ts';

interface RecommendFlags {
  readonly target: string;
  readonly days: number;
  readonly seed: number;
  readonly dayType?: string;
  readonly output?: string;
  readonly json: boolean;
}

/** `recommend`: the fewest staff per half hour that hold a target, checked by simulation on days the search has not seen. */
export const recommendVerb: Verb = {
  name: 'recommend',
  define(command) {
    command
      .description(
        '每半小时最少需要多少人，经模拟核验。 The fewest staff of each half hour that hold a target, checked by simulation.',
      )
      .argument('<model>', 'a model file, or a folder that holds model.json')
      .option('--target <targets>', `what to hold for each half hour's arrivals: ${allowedTargets}`, 'p90<=10min')
      .addOption(
        wholeNumber('--days <n>', 'fresh days of the first check; up to four times as many are used', {
          min: 50,
          max: 1_000_000,
          default: 500,
        }),
      )
      .addOption(seedOption())
      .option('--day-type <id>', 'profile of arrivals; the first when absent')
      .option('-o, --output <plan>', 'write the plan here')
      .addOption(jsonOption())
      .addHelpText(
        'after',
        "\n  tingtang recommend examples/grill --target 'p90<=5min'\n  tingtang recommend model.json --target 'within 10min >= 80%, abandon<=5%' -o plan.json --json\n\nExit code 1: the target cannot be held with the stations there are, or not surely.",
      )
      .action(async (path: string, flags: RecommendFlags) => {
        const model = readModel(path);
        const line = progressLine();
        const { answer, warnings } = await refusing(() => answerFor(model, flags, line.say));
        line.end();
        const { plan, ...rest } = answer;
        if (flags.output !== undefined) writeJson(flags.output, plan);
        process.stdout.write(
          flags.json ? `${JSON.stringify({ ...rest, warnings })}\n` : `${tell(model, answer, warnings, flags.output)}\n`,
        );
        if (!answer.verified.holds) process.exitCode = exitNo;
      });
  },
};

async function answerFor(
  model: Model,
  flags: RecommendFlags,
  progress: (text: string) => void,
): Promise<{ answer: Recommendation; warnings: string[] }> {
  const targets = parseTargets(flags.target);
  const profile = profileOf(model, flags.dayType);
  const warnings = [...visitWarnings(model, profile), ...backtestWarnings(model)];
  const answer = await recommend({
    model,
    profile: profile.id,
    targets,
    seed: flags.seed,
    days: flags.days,
    run: inlineRun(),
    progress,
  });
  return { answer, warnings };
}

/** A recommendation is worth as much as the model under it. */
function backtestWarnings({ backtest }: Model): string[] {
  if (backtest === undefined || backtest.pass) return [];
  return [`the model did not hold when it was held against ${backtest.days} recorded days (${backtest.failed.join('; ')})`];
}

function tell(model: Model, answer: Recommendation, warnings: readonly string[], output: string | undefined): string {
  const { verified, baselines } = answer;
  const hours = (cost: number): string => `${cost.toFixed(1)} h`;
  const failing = verified.failing.map(({ role, from }) => `${role} ${from}`).join(', ');
  const names = [
    ['建议 recommended', { cost: answer.cost, kpis: answer.kpis, missed: verified.failing }],
    ['Erlang C（逐半小时）SIPP', baselines.sippCover],
    ['全天按峰值 flat peak', baselines.flatPeak],
    ...(baselines.today ? [['现行方案 today', baselines.today] as const] : []),
  ] as const satisfies readonly (readonly [string, Pick<Baseline, 'cost' | 'kpis' | 'missed'>])[];
  return [
    `${model.id}: ${answer.target}, for each half hour's arrivals`,
    ...warnings.map((text) => `Warning: ${text}.`),
    '',
    textTable(['时段 half hour', ...new Set(answer.requirement.map(({ role }) => role))], requirementRows(answer)),
    '',
    verified.holds
      ? `Holds in every half hour with ${Math.round(100 * verified.confidence)} % confidence on ${verified.days} fresh days (seed ${verified.seed}).`
      : `Does not surely hold on ${verified.days} fresh days: ${failing}. More counters, or a softer target, would be needed.`,
    `Cost ${hours(answer.cost)} of staff a day; no plan gets by with less than ${hours(answer.bound)} (gap ${(100 * answer.gap).toFixed(1)} %).`,
    '',
    textTable(
      ['方案 plan', '成本 staff', '平均等候 mean', 'P90', '离开 left', '未达标时段 missed'],
      names.map(([name, { cost, kpis, missed }]) => [
        name,
        hours(cost),
        estimateText('waitMeanMs', kpis.waitMeanMs),
        estimateText('waitP90Ms', kpis.waitP90Ms),
        estimateText('abandonRate', kpis.abandonRate),
        String(missed.length),
      ]),
    ),
    '',
    kpiTable(answer.kpis),
    ...(output === undefined ? [] : ['', `Plan written to ${output}.`]),
  ].join('\n');
}

function requirementRows({ requirement }: Recommendation): string[][] {
  const roles = [...new Set(requirement.map(({ role }) => role))];
  const spans = [...new Set(requirement.map(({ from, to }) => `${from}–${to}`))];
  return spans.map((span) => [
    span,
    ...roles.map((role) => String(requirement.find((one) => one.role === role && `${one.from}–${one.to}` === span)?.count ?? '')),
  ]);
}
