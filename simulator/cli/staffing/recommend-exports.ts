import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { profileOf, type Run } from '../../engine/run.ts';
import { inlineRun } from '../../hosts/inline.ts';
import type { Plan } from '../../lobby/branch/plan.ts';
import type { Language } from '../../report/words/words.ts';
import type { Contracts } from '../../staffing/contracts/contracts.ts';
import { rosterCsv, weekCsv } from '../../staffing/files/roster-csv.ts';
import { rosterIcs, weekIcs } from '../../staffing/files/roster-ics.ts';
import { highsHere, writeWith } from '../../staffing/milp/highs.ts';
import type { Program } from '../../staffing/milp/program.ts';
import type { Recommendation } from '../../staffing/recommendation.ts';
import type { Repair } from '../../staffing/repair/repair-day.ts';
import { parseTargets } from '../../staffing/target.ts';
import { calledUp, type Trial } from '../../staffing/trial.ts';
import { freshFrom } from '../../staffing/verify.ts';
import { type HalfHourWaits, waitsByHalfHour } from '../../staffing/waits-by-half-hour.ts';
import { daysFor } from '../../staffing/week/days-for.ts';
import { openDays } from '../../staffing/week/open-days.ts';
import type { WeekRecommendation } from '../../staffing/week/week-recommendation.ts';
import { dayMs } from '../../workload/clock.ts';
import type { Model } from '../../workload/model.ts';
import { makeFolder } from '../make-folder.ts';
import { BadInput } from '../verb.ts';
import { dayReport, type ReportContext, type WaitsOfPlans } from './report/day-report.ts';
import { repairReport } from './report/repair-report.ts';
import { type DayWaits, weekReport } from './report/week-report.ts';

/** What the files say beside the recommendation. */
export interface ExportContext extends ReportContext {
  /** Of the calendar file; tomorrow when absent. */
  readonly date: string | undefined;
  /** Where waits by half hour are run; this thread when absent. */
  readonly run?: Run | undefined;
}

/** Customers of each day of a week by whom its waits are told. */
const customers = 120_000;

/** The files of a week by names. */
export async function weekExports(
  model: Model,
  answer: WeekRecommendation,
  contracts: Contracts,
  program: Program | null,
  context: ExportContext,
): Promise<ReadonlyMap<string, string>> {
  const monday = mondayOf(context.date);
  const dateOn = (weekday: number): string => new Date(monday + (weekday - 1) * dayMs).toISOString().slice(0, 10);
  const targets = parseTargets(answer.target, model.branch);
  const open = openDays({ model, targets, contracts, seed: answer.verified.seed, run: context.run ?? inlineRun() });
  const waits = await Promise.all(
    open.map(async ({ weekday, trial }, d): Promise<DayWaits> => {
      const { called, plan, days } = answer.days[d]!;
      const busy = called && calledUp(plan, called, answer.onCall!.calledOn);
      return { weekday, ...(await waitsUnder({ ...trial, busy }, plan, daysFor(trial, customers, days))) };
    }),
  );
  return new Map<string, string>([
    ...answer.days.map(({ weekday, plan }): [string, string] => [`plan-${weekday}.json`, `${JSON.stringify(plan, null, 2)}\n`]),
    ['week.json', `${JSON.stringify({ ...answer, waitsByHalfHour: waits, warnings: context.warnings }, null, 2)}\n`],
    ...answer.days.flatMap(({ called, weekday }): [string, string][] =>
      called ? [[`plan-${weekday}-called.json`, `${JSON.stringify(called, null, 2)}\n`]] : [],
    ),
    ['roster.csv', weekCsv(answer, dateOn)],
    ['roster.zh-CN.csv', weekCsv(answer, dateOn, 'zh')],
    ['roster.ics', weekIcs(answer, dateOn, { zone: model.branch.zone, branch: model.branch.id })],
    ['report.zh-CN.html', weekReport(model, answer, waits, 'zh-CN', context)],
    ['report.en.html', weekReport(model, answer, waits, 'en', context)],
    ...(await programFiles(program)),
  ]);
}

/** Files by name. */
export async function rosterExports(
  model: Model,
  answer: Recommendation,
  program: Program | null,
  context: ExportContext,
): Promise<ReadonlyMap<string, string>> {
  const { plan, ...rest } = answer;
  const date = dateOf(context.date);
  const waits = await waitsOf(model, answer, context.profile);
  return new Map<string, string>([
    ['plan.json', `${JSON.stringify(plan, null, 2)}\n`],
    ['recommendation.json', `${JSON.stringify({ ...rest, waitsByHalfHour: waits, warnings: context.warnings }, null, 2)}\n`],
    ['roster.csv', rosterCsv(answer.roster)],
    ['roster.zh-CN.csv', rosterCsv(answer.roster, 'zh')],
    ['roster.ics', rosterIcs(answer.roster, { date, zone: model.branch.zone, branch: model.branch.id })],
    ['report.zh-CN.html', dayReport(model, answer, waits, 'zh-CN', context)],
    ['report.en.html', dayReport(model, answer, waits, 'en', context)],
    ...(await programFiles(program)),
  ]);
}

/** The files of a mended day: for people's calendars it is today unless a date is given. */
export async function repairExports(
  model: Model,
  answer: Repair,
  target: string,
  currency: string,
  context: ExportContext & { readonly seed: number },
): Promise<ReadonlyMap<string, string>> {
  const { left, plan, trial, verified, ...rest } = answer;
  const date = context.date === undefined ? new Date().toISOString().slice(0, 10) : dateOf(context.date);
  const under = { ...trial, seed: context.seed, run: context.run ?? inlineRun() };
  const waits = [
    await waitsByHalfHour(under, left, freshFrom, verified.days),
    await waitsByHalfHour(under, plan, freshFrom, verified.days),
  ] as const;
  const report = (language: Language): string =>
    repairReport(model, answer, target, currency, [left.roster, plan.roster], waits, language, context);
  const waitsOf = { asItIs: waits[0], mended: waits[1] };
  return new Map<string, string>([
    ['plan.json', `${JSON.stringify(plan, null, 2)}\n`],
    ['repair.json', `${JSON.stringify({ ...rest, verified, plan, waitsByHalfHour: waitsOf }, null, 2)}\n`],
    ['roster.csv', rosterCsv(plan.roster)],
    ['roster.zh-CN.csv', rosterCsv(plan.roster, 'zh')],
    ['roster.ics', rosterIcs(plan.roster, { date, zone: model.branch.zone, branch: model.branch.id })],
    ['report.zh-CN.html', report('zh-CN')],
    ['report.en.html', report('en')],
  ]);
}

/** The last program solved, for people with other solvers. */
async function programFiles(program: Program | null): Promise<[string, string][]> {
  if (program === null) return [];
  const highs = await highsHere();
  return [
    ['roster.lp', writeWith(highs, program, 'lp')],
    ['roster.mps', writeWith(highs, program, 'mps')],
  ];
}

/** Both plans on the fresh days of the recommendation. */
async function waitsOf(model: Model, { onCall, plan, verified }: Recommendation, id: string | undefined): Promise<WaitsOfPlans> {
  const profile = profileOf(model, id);
  const called = onCall?.called;
  const busy = called ? calledUp(plan, called, onCall.calledOn) : undefined;
  return waitsUnder({ model, profile, seed: verified.seed, run: inlineRun(), busy }, plan, verified.days);
}

async function waitsUnder(
  trial: Pick<Trial, 'model' | 'profile' | 'run' | 'seed' | 'busy'>,
  plan: Plan,
  days: number,
): Promise<WaitsOfPlans> {
  const of = (one: Plan): Promise<HalfHourWaits[]> => waitsByHalfHour(trial, one, freshFrom, days);
  const today = trial.model.plan;
  return { recommended: await of(plan), today: today ? await of(today) : null };
}

/** Monday of the week that a date lies in, ms; of the next one when absent. */
function mondayOf(given: string | undefined): number {
  const ms = Date.parse(`${dateOf(given)}T00:00:00Z`) + (given === undefined ? 6 * dayMs : 0);
  return ms - ((new Date(ms).getUTCDay() + 6) % 7) * dayMs;
}

function dateOf(given: string | undefined): string {
  if (given === undefined) return new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  const ms = Date.parse(`${given}T00:00:00Z`);
  if (/^\d{4}-\d{2}-\d{2}$/.test(given) && !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(given)) return given;
  throw new BadInput(`--date "${given}": must be a day such as 2026-12-01`);
}

/** Refuses at once what would else be refused after minutes of search: a date that is none, a folder that cannot be made. */
export function checkExport(folder: string | undefined, date: string | undefined): void {
  dateOf(date);
  if (folder === undefined) return;
  try {
    makeFolder(folder);
  } catch (error) {
    throw cannotWrite(folder, error);
  }
}

const cannotWrite = (folder: string, error: unknown): BadInput =>
  new BadInput(`--export ${folder}: cannot be written (${(error as Error).message})`);

/** Writes them into a folder, made where there is none; answers the paths. */
export function writeExports(folder: string, files: ReadonlyMap<string, string>): string[] {
  try {
    makeFolder(folder);
    return [...files].map(([name, text]) => {
      const path = join(folder, name);
      writeFileSync(path, text);
      return path;
    });
  } catch (error) {
    throw cannotWrite(folder, error);
  }
}
