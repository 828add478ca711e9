import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { profileOf } from '../engine/run.ts';
import { inlineRun } from '../hosts/inline.ts';
import type { Plan } from '../lobby/branch/plan.ts';
import { staffGrid } from '../staffing/grid.ts';
import { highsHere, writeWith } from '../staffing/milp/highs.ts';
import type { Program } from '../staffing/milp/program.ts';
import type { Recommendation } from '../staffing/recommendation.ts';
import { rosterCsv } from '../staffing/roster-csv.ts';
import { rosterIcs } from '../staffing/roster-ics.ts';
import { freshFrom } from '../staffing/verify.ts';
import { type HalfHourWaits, waitsByHalfHour } from '../staffing/waits-by-half-hour.ts';
import type { Model } from '../workload/model.ts';
import { makeFolder } from './make-folder.ts';
import { dayReport, type ReportContext, type WaitsOfPlans } from './recommend-report/day-report.ts';
import { BadInput } from './verb.ts';

/** What the files say beside the recommendation. */
export interface ExportContext extends ReportContext {
  /** Of the calendar file; tomorrow when absent. */
  readonly date: string | undefined;
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
  const files = new Map<string, string>([
    ['plan.json', `${JSON.stringify(plan, null, 2)}\n`],
    ['recommendation.json', `${JSON.stringify({ ...rest, waitsByHalfHour: waits, warnings: context.warnings }, null, 2)}\n`],
    ['roster.csv', rosterCsv(answer.roster)],
    ['roster.ics', rosterIcs(answer.roster, { date, zone: model.branch.zone, branch: model.branch.id })],
    ['report.zh-CN.html', dayReport(model, answer, waits, 'zh-CN', context)],
    ['report.en.html', dayReport(model, answer, waits, 'en', context)],
  ]);
  if (program !== null) {
    const highs = await highsHere();
    files.set('roster.lp', writeWith(highs, program, 'lp'));
    files.set('roster.mps', writeWith(highs, program, 'mps'));
  }
  return files;
}

/** Both plans on the fresh days of the recommendation. */
async function waitsOf(model: Model, { plan, verified }: Recommendation, id: string | undefined): Promise<WaitsOfPlans> {
  const profile = profileOf(model, id);
  const trial = { model, profile, grid: staffGrid(model, profile), targets: [], seed: verified.seed, run: inlineRun() };
  const of = (one: Plan): Promise<HalfHourWaits[]> => waitsByHalfHour(trial, one, freshFrom, verified.days);
  return { recommended: await of(plan), today: model.plan ? await of(model.plan) : null };
}

function dateOf(given: string | undefined): string {
  if (given === undefined) return new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  const ms = Date.parse(`${given}T00:00:00Z`);
  if (/^\d{4}-\d{2}-\d{2}$/.test(given) && !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(given)) return given;
  throw new BadInput(`--date "${given}": must be a day such as 2026-12-01`);
}

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
    throw new BadInput(`--export ${folder}: cannot be written (${(error as Error).message})`);
  }
}
