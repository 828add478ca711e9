import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Option } from 'commander';
import { profileOf } from '../../engine/run.ts';
import { visitWarnings } from '../../engine/warnings.ts';
import { inlineRun } from '../../hosts/inline.ts';
import { SearchThreads } from '../../hosts/search-threads.ts';
import { SolverThread } from '../../hosts/solver-thread.ts';
import { type Contracts, contractsSchema, type FlexStaff } from '../../staffing/contracts/contracts.ts';
import { usualContracts } from '../../staffing/contracts/usual.ts';
import type { Program } from '../../staffing/milp/program.ts';
import { thoroughEffort, usualEffort } from '../../staffing/proof/evidence.ts';
import { recommend } from '../../staffing/recommend.ts';
import type { Recommendation } from '../../staffing/recommendation.ts';
import { allowedTargets, parseTargets } from '../../staffing/target.ts';
import { visitsADay } from '../../workload/arrivals.ts';
import type { Model } from '../../workload/model.ts';
import { refusing } from '../input-errors.ts';
import { jsonOption, seedOption, wholeNumber } from '../option-values.ts';
import { type ProgressLine, progressLine } from '../progress.ts';
import { readJson, writeJson } from '../read-file.ts';
import { readModel } from '../read-model.ts';
import { BadInput, exitNo, type Verb } from '../verb.ts';
import { checkExport, rosterExports, writeExports } from './recommend-exports.ts';
import { repairAction } from './recommend-repair.ts';
import { recommendText } from './recommend-text.ts';
import { weekAction } from './recommend-week.ts';

/** Visits a day from which a run of days is worth being shared out among threads. */
const manyVisits = 400;

interface RecommendFlags {
  readonly target: string;
  readonly days: number;
  readonly seed: number;
  readonly dayType?: string;
  readonly contracts?: string;
  readonly flex?: number;
  readonly output?: string;
  readonly export?: string;
  readonly date?: string;
  readonly week?: boolean;
  readonly plan?: string;
  readonly ill?: string;
  readonly busier?: string;
  readonly guard: boolean;
  readonly effort: 'usual' | 'thorough';
  readonly json: boolean;
}

/** `recommend`: the cheapest roster found that holds a target, checked by simulation on days the search has not seen. */
export const recommendVerb: Verb = {
  name: 'recommend',
  define(command) {
    command
      .description(
        '什么时候需要多少人、排什么班，经模拟核验。 How many staff when, on which shifts: the cheapest plan found that holds a target, checked by simulation.',
      )
      .argument('<model>', 'a model file, or a folder that holds model.json (and contracts.json)')
      .option('--target <targets>', `what to hold for each half hour's arrivals: ${allowedTargets}`, 'p90<=10min')
      .addOption(
        wholeNumber('--days <n>', 'fresh days of the first check; up to sixteen times as many are used', {
          min: 50,
          max: 1_000_000,
          default: 500,
        }),
      )
      .addOption(seedOption())
      .option('--day-type <id>', 'profile of arrivals; the first when absent')
      .option(
        '--contracts <file>',
        'shifts, breaks, wages and rules of work; "usual" for an assumed set, "none" for staff by the half hour; contracts.json of the folder when there is one',
      )
      .addOption(
        wholeNumber(
          '--flex <people>',
          'so many of the back office may open a counter while many wait: the elastic rule is searched together with the roster, and kept where it surely pays; "flexStaff" of the contracts when absent',
          { min: 0, max: 20 },
        ),
      )
      .option(
        '--no-guard',
        'of one day: nobody is added against what the records of a fitted model leave open (their days were few, work may drift)',
      )
      .addOption(
        new Option(
          '--effort <much>',
          'what may be spent on proving that no roster is cheaper, and on seeking one; a minute where thorough',
        )
          .choices(['usual', 'thorough'])
          .default('usual'),
      )
      .option(
        '--week',
        'a whole week by names: the people of the contracts, each day held to the target; elastic rules, people on call and back-office work where the contracts have them',
      )
      .option(
        '--ill <who@time>',
        'mend a day: a role, a role with a skill, or a person of the plan is away from then on, such as teller@09:00 or teller:loan@09:00',
      )
      .option('--busier <percent@time>', 'mend a day: demand so much above forecast from then on, such as 20%@10:00')
      .option('--plan <file>', "the plan to be mended; the model's own when absent")
      .option('-o, --output <plan>', 'write the plan here; of a week one file a day, plan-1.json to plan-7.json')
      .option(
        '--export <folder>',
        'write report.zh-CN.html, report.en.html, roster.csv, roster.zh-CN.csv, roster.ics, recommendation.json (week.json, repair.json), the plans, roster.lp and roster.mps into a folder',
      )
      .option(
        '--date <yyyy-mm-dd>',
        'the day that the calendar file is for, or one of its week; tomorrow, and next week, when absent',
      )
      .addOption(jsonOption())
      .addHelpText(
        'after',
        "\n  tingtang recommend examples/grill --target 'p90<=5min'\n  tingtang recommend examples/town-branch --target 'p90<=15min, abandon<=8%' --export out\n  tingtang recommend model.json --target 'p90<=5min for vip, max<=45min on 19 of 20 days' -o plan.json --json\n  tingtang recommend examples/town-branch --target 'p90<=15min, abandon<=10%' --week --export out\n\nCtrl-C ends the solve under way and keeps its best roster; of a week it ends the search and keeps the best roster so far, tried on a few days, with its gap. Exit code 1: the target cannot be held with the stations, shifts and rules there are, or not surely.",
      )
      .action(async (path: string, flags: RecommendFlags) => {
        const model = readModel(path);
        const contracts = contractsFor(path, flags.contracts);
        const line = progressLine();
        const mends = flags.ill !== undefined || flags.busier !== undefined;
        if (mends && flags.week === true) throw new BadInput('--ill and --busier mend one day; leave out --week');
        checkExport(flags.export, flags.date);
        const warnings = await refusing(() => warningsOf(model, flags));
        const about = { warnings, command: commandOf(path, flags) };
        if (mends) return repairAction(path, model, contracts, flags, about, line);
        if (flags.week === true) {
          return weekAction(path, model, contracts, flags, about, line);
        }
        const { answer, program } = await refusing(() => answerFor(model, contracts, flags, line));
        line.end();
        const { plan, ...rest } = answer;
        if (flags.output !== undefined) writeJson(flags.output, plan);
        const written = [
          ...(flags.output === undefined ? [] : [flags.output]),
          ...(flags.export === undefined
            ? []
            : writeExports(
                flags.export,
                await rosterExports(model, answer, program, {
                  date: flags.date,
                  warnings,
                  command: commandOf(path, flags),
                  profile: flags.dayType,
                  contracts: flags.contracts,
                }),
              )),
        ];
        process.stdout.write(
          flags.json ? `${JSON.stringify({ ...rest, warnings })}\n` : `${recommendText(model, answer, warnings, written)}\n`,
        );
        if (!answer.verified.holds || answer.gives.length > 0) process.exitCode = exitNo;
      });
  },
};

function contractsFor(path: string, named: string | undefined): Contracts | null {
  if (named === 'none') return null;
  if (named === 'usual') return usualContracts();
  const beside = existsSync(path) && statSync(path).isDirectory() ? join(path, 'contracts.json') : null;
  const file = named ?? (beside !== null && existsSync(beside) ? beside : null);
  return file === null ? null : readJson(file, contractsSchema);
}

/** The command that gives the same again. */
function commandOf(
  path: string,
  { target, seed, days, dayType, contracts, flex, week, ill, busier, plan, guard, effort }: RecommendFlags,
): string {
  const given = Object.entries({ 'day-type': dayType, contracts, flex, plan, ill, busier }).filter(
    ([, value]) => value !== undefined,
  );
  return [
    `npx tingtang recommend ${path} --target '${target}' --seed ${seed} --days ${days}`,
    ...given.map(([name, value]) => `--${name} ${value}`),
    ...(week === true ? ['--week'] : []),
    ...(guard ? [] : ['--no-guard']),
    ...(effort === 'thorough' ? ['--effort thorough'] : []),
  ].join(' ');
}

async function answerFor(
  model: Model,
  contracts: Contracts | null,
  flags: RecommendFlags,
  line: ProgressLine,
): Promise<{ answer: Recommendation; program: Program | null }> {
  const begun = performance.now();
  const targets = parseTargets(flags.target, model.branch);
  const profile = profileOf(model, flags.dayType);
  const solver = contracts === null ? null : new SolverThread();
  const threads = visitsADay(profile) < manyVisits ? null : new SearchThreads();
  const stop = (): void => solver?.stop();
  if (solver) process.on('SIGINT', stop);
  let program: Program | null = null;
  try {
    const answer = await recommend({
      model,
      profile: profile.id,
      targets,
      seed: flags.seed,
      days: flags.days,
      run: threads?.run ?? inlineRun(),
      ...(contracts !== null && solver !== null ? { rosterBy: { contracts, solver } } : {}),
      guard: flags.guard,
      effort: flags.effort === 'thorough' ? thoroughEffort : usualEffort,
      ...(flags.flex === undefined ? {} : { flexStaff: flexStaffOf(flags.flex, contracts) }),
      progress: line.say,
      first: (plan, cost) =>
        line.keep(
          `first usable roster after ${((performance.now() - begun) / 1000).toFixed(1)} s: ${plan.roster.length} shifts, cost ${cost.toFixed(1)}`,
        ),
      program: (one) => {
        program = one;
      },
    });
    return { answer, program };
  } finally {
    process.off('SIGINT', stop);
    await Promise.all([solver?.close(), threads?.close()]);
  }
}

/** Tellers of the back office, at the price of the contracts, else at that of their dearest teller. */
function flexStaffOf(people: number, contracts: Contracts | null): FlexStaff[] {
  if (people === 0) return [];
  const known = contracts?.flexStaff.find(({ role }) => role === 'teller')?.costPerHour;
  const wages = contracts?.contracts.flatMap(({ role, costPerHour }) => (role === 'teller' ? [costPerHour] : [])) ?? [];
  return [{ role: 'teller', people, costPerHour: known ?? Math.max(1, ...wages) }];
}

/** What the figures leave out, on the days that are asked for, and what the model itself is worth. */
function warningsOf(model: Model, { dayType, week }: RecommendFlags): string[] {
  const profiles = week === true ? model.arrivals : [profileOf(model, dayType)];
  return [...new Set(profiles.flatMap((profile) => visitWarnings(model, profile))), ...backtestWarnings(model)];
}

/** A recommendation is worth as much as the model under it. */
function backtestWarnings({ backtest }: Model): string[] {
  if (backtest === undefined || backtest.pass) return [];
  return [`the model did not hold when it was held against ${backtest.days} recorded days (${backtest.failed.join('; ')})`];
}
