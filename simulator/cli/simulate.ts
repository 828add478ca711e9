import { CannotRun, profileOf } from '../engine/run.ts';
import { estimateKpis, makeSections, mergeSections, sectionCount } from '../engine/study.ts';
import { planWarnings, visitWarnings } from '../engine/warnings.ts';
import { inlineRun } from '../hosts/inline.ts';
import type { Plan } from '../lobby/branch/plan.ts';
import type { Model } from '../workload/model.ts';
import { kpiTable } from './figures.ts';
import { refusing } from './input-errors.ts';
import { jsonOption, ruleOf, seedOption, wholeNumber } from './option-values.ts';
import { progressLine } from './progress.ts';
import { readModel, readPlan } from './read-model.ts';
import { BadInput, type Verb } from './verb.ts';

interface SimulateFlags {
  readonly plan?: string;
  readonly days: number;
  readonly seed: number;
  readonly strategy?: string;
  readonly dayType?: string;
  readonly json: boolean;
}

/** Days run between two looks at the keyboard. */
const chunk = 200;

/** `simulate`: KPIs of a plan with 95 % intervals. */
export const simulateVerb: Verb = {
  name: 'simulate',
  define(command) {
    command
      .description('模拟一个方案，给出指标及 95 % 区间。 Run a plan for many days: KPIs with 95 % intervals.')
      .argument('<model>', 'a model file, or a folder that holds model.json')
      .option('--plan <file>', "the plan to run; the model's own when absent")
      .addOption(wholeNumber('--days <n>', 'days to run', { min: 1, max: 10_000_000, default: 1000 }))
      .addOption(seedOption())
      .option('--strategy <id>', "calling strategy instead of the plan's: its id, or id=JSON for options")
      .option('--day-type <id>', 'profile of arrivals; the first when absent')
      .addOption(jsonOption())
      .action(async (path: string, flags: SimulateFlags) => {
        const model = readModel(path);
        const plan = planFor(model, path, flags);
        const { days, sections, warnings } = await refusing(() => runDays(model, plan, flags));
        const kpis = estimateKpis(sections);
        if (flags.json) {
          process.stdout.write(`${JSON.stringify({ days, seed: flags.seed, plan: plan.id, model: model.id, kpis, warnings })}\n`);
          return;
        }
        const head = `${model.id}, plan ${plan.id}: ${days} days, seed ${flags.seed}`;
        process.stdout.write(`${[head, ...warnings.map((text) => `Warning: ${text}.`), '', kpiTable(kpis)].join('\n')}\n`);
      });
  },
};

function planFor(model: Model, path: string, flags: SimulateFlags): Plan {
  const plan = flags.plan === undefined ? model.plan : readPlan(flags.plan);
  if (plan === undefined)
    throw new BadInput(
      `${path}: the model holds no plan; give --plan FILE, for example one that "tingtang recommend ${path} -o plan.json" writes`,
    );
  return flags.strategy === undefined ? plan : { ...plan, calling: ruleOf(flags.strategy) };
}

/** Runs in chunks, so that Ctrl-C keeps the days that are finished. */
async function runDays(model: Model, plan: Plan, { days, seed, dayType }: SimulateFlags) {
  const profile = profileOf(model, dayType);
  const warnings = [...visitWarnings(model, profile), ...planWarnings(model, plan, profile)];
  const run = inlineRun();
  const sectionsAsked = Math.min(sectionCount, days);
  const sections = makeSections(sectionsAsked);
  const line = progressLine();
  let stopped = false;
  const stop = (): void => {
    stopped = true;
  };
  process.once('SIGINT', stop);
  let done = 0;
  while (done < days && !stopped) {
    const count = Math.min(chunk, days - done);
    const [result] = await run({
      model,
      profile: profile.id,
      plans: [plan],
      seed,
      firstDay: done,
      days: count,
      sections: sectionsAsked,
    });
    mergeSections(sections, result!.sections);
    done += count;
    line.say(`${done} of ${days} days`);
    await new Promise(setImmediate);
  }
  process.off('SIGINT', stop);
  line.end();
  if (done === 0) throw new CannotRun('simulate', [{ path: 'days', message: 'stopped before the first day was finished' }]);
  return { days: done, sections, warnings };
}
