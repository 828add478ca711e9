import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { highsHere, writeWith } from '../staffing/milp/highs.ts';
import type { Program } from '../staffing/milp/program.ts';
import type { Recommendation } from '../staffing/recommendation.ts';
import { rosterCsv } from '../staffing/roster-csv.ts';
import { rosterIcs } from '../staffing/roster-ics.ts';
import type { Model } from '../workload/model.ts';
import { type ReportContext, recommendReport } from './recommend-report.ts';
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
  const files = new Map<string, string>([
    ['plan.json', `${JSON.stringify(plan, null, 2)}\n`],
    ['recommendation.json', `${JSON.stringify({ ...rest, warnings: context.warnings }, null, 2)}\n`],
    ['roster.csv', rosterCsv(answer.roster)],
    ['roster.ics', rosterIcs(answer.roster, { date, zone: model.branch.zone, branch: model.branch.id })],
    ['report.zh-CN.html', recommendReport(model, answer, 'zh-CN', context)],
    ['report.en.html', recommendReport(model, answer, 'en', context)],
  ]);
  if (program !== null) {
    const highs = await highsHere();
    files.set('roster.lp', writeWith(highs, program, 'lp'));
    files.set('roster.mps', writeWith(highs, program, 'mps'));
  }
  return files;
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
    mkdirSync(folder, { recursive: true });
    return [...files].map(([name, text]) => {
      const path = join(folder, name);
      writeFileSync(path, text);
      return path;
    });
  } catch (error) {
    throw new BadInput(`--export ${folder}: cannot be written (${(error as Error).message})`);
  }
}
