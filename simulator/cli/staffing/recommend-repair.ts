import { inlineRun } from '../../hosts/inline.ts';
import { SolverThread } from '../../hosts/solver-thread.ts';
import type { Branch } from '../../lobby/branch/branch.ts';
import type { Plan, Shift } from '../../lobby/branch/plan.ts';
import type { Contracts } from '../../staffing/contracts/contracts.ts';
import { usualContracts } from '../../staffing/contracts/usual.ts';
import { type Repair, repairDay, type Upset } from '../../staffing/repair/repair-day.ts';
import { skillsOf } from '../../staffing/repair/skill-people.ts';
import { parseTargets } from '../../staffing/target.ts';
import { msOfClock } from '../../workload/clock.ts';
import type { Model } from '../../workload/model.ts';
import { estimateText } from '../figures.ts';
import { refusing } from '../input-errors.ts';
import { writeJson } from '../read-file.ts';
import { planOf } from '../read-model.ts';
import { textTable } from '../text-table.ts';
import { BadInput, exitNo } from '../verb.ts';
import { warningLine } from '../warning.ts';
import { type ExportContext, repairExports, writeExports } from './recommend-exports.ts';
import { nobodyFor } from './report/repair-report.ts';
import { whenMissed } from './report/tables.ts';

export interface RepairFlags {
  readonly target: string;
  readonly seed: number;
  readonly dayType?: string;
  readonly plan?: string;
  readonly ill?: string;
  readonly busier?: string;
  readonly output?: string;
  readonly export?: string;
  readonly date?: string;
  readonly json: boolean;
}

/** `recommend --ill …` and `--busier …`: a plan for the rest of a day that does not go as planned. */
export async function repairAction(
  path: string,
  model: Model,
  contracts: Contracts | null,
  flags: RepairFlags,
  about: Pick<ExportContext, 'warnings' | 'command'>,
  line: { say(text: string): void; end(): void },
): Promise<void> {
  const plan = planOf(model, path, flags.plan);
  const upset = upsetOf(model.branch, plan, flags);
  const solver = new SolverThread();
  try {
    line.say('looking for the least that mends the day');
    const answer = await refusing(() =>
      repairDay({
        model,
        profile: flags.dayType,
        plan,
        upset,
        targets: parseTargets(flags.target, model.branch),
        contracts: contracts ?? usualContracts(),
        solver,
        seed: flags.seed,
        run: inlineRun(),
      }),
    );
    line.end();
    const currency = contracts === null || contracts.currency === 'XXX' ? 'staff-hours' : contracts.currency;
    if (flags.output !== undefined) writeJson(flags.output, answer.plan);
    const context = { date: flags.date, seed: flags.seed, ...about };
    const written = [
      ...(flags.output === undefined ? [] : [flags.output]),
      ...(flags.export === undefined
        ? []
        : writeExports(flags.export, await repairExports(model, answer, flags.target, currency, context))),
    ];
    const { trial: _, ...told } = answer;
    process.stdout.write(
      flags.json
        ? `${JSON.stringify({ ...told, warnings: about.warnings })}\n`
        : `${repairText(answer, currency, about.warnings, written)}\n`,
    );
    if (!answer.verified.holds) process.exitCode = exitNo;
  } finally {
    await solver.close();
  }
}

/** 'T03@09:00', 'teller@09:00', 'teller:loan@09:00'; '20%@10:00'. */
function upsetOf(branch: Branch, plan: Plan, { ill, busier }: RepairFlags): Upset {
  const who = ill === undefined ? null : timed('--ill', ill, 'teller@09:00, or a person of the plan');
  const more = busier === undefined ? null : timed('--busier', busier, '20%@10:00');
  const percent = more === null ? 0 : Number(more.what.replace(/^\+/, '').replace(/\s*%$/, ''));
  if (Number.isNaN(percent) || percent <= -100 || percent > 400)
    throw new BadInput(`--busier "${busier}": must be like 20%@10:00, above -100 % and at most 400 %`);
  const nowMs = Math.min(who?.atMs ?? Number.POSITIVE_INFINITY, more?.atMs ?? Number.POSITIVE_INFINITY);
  if (who === null) return { nowMs, demand: 1 + percent / 100 };
  const working = plan.roster
    .map((shift, at) => ({ shift, at }))
    .filter(({ shift }) => isMeant(branch, shift, who.what) && msOfClock(shift.to) > who.atMs)
    // of those alike the one whose absence is felt longest
    .sort(
      (a, b) =>
        msOfClock(b.shift.to) -
        Math.max(who.atMs, msOfClock(b.shift.from)) -
        (msOfClock(a.shift.to) - Math.max(who.atMs, msOfClock(a.shift.from))),
    );
  const [found] = working;
  if (!found) {
    const known = [
      ...new Set(
        plan.roster.flatMap((shift) => [
          shift.person ?? shift.role,
          ...(skillsOf(branch, shift) ?? []).map((skill) => `${shift.role}:${skill}`),
        ]),
      ),
    ].join(', ');
    throw new BadInput(`--ill "${ill}": nobody called "${who.what}" works after that in plan "${plan.id}"; there are: ${known}`);
  }
  return { nowMs, absent: found.at, demand: 1 + percent / 100 };
}

/** A person; a role, of whom nobody is named; or a role and a skill, of whom anybody may be named. */
function isMeant(branch: Branch, shift: Shift, who: string): boolean {
  const [role, skill] = who.split(':');
  if (skill !== undefined) return shift.role === role && skillsOf(branch, shift)?.includes(skill) === true;
  return shift.person === who || (shift.person === undefined && shift.role === who);
}

function timed(option: string, text: string, example: string): { readonly what: string; readonly atMs: number } {
  const found = /^(.+)@((?:[01]\d|2[0-3]):[0-5]\d)$/.exec(text.trim());
  if (!found) throw new BadInput(`${option} "${text}": must be like ${example}, with the time it becomes known`);
  return { what: found[1]!.trim(), atMs: msOfClock(found[2]!) };
}

function repairText(answer: Repair, currency: string, warnings: readonly string[], written: readonly string[]): string {
  const { changes, cost, before, after, verified } = answer;
  return [
    ...warnings.map(warningLine),
    changes.length === 0 ? '不用改动。 Nothing needs to change.' : '要改动的只有 All that changes:',
    ...changes.map(({ what, cost: own }) => `  ${what.zh}  ${what.en}${own > 0 ? `  (+${own.toFixed(0)} ${currency})` : ''}`),
    '',
    textTable(
      ['', '平均等候 mean', 'P90', '离开 left', '未确定时段 in doubt'],
      [
        ['不改动 as it is', before],
        ['改动后 changed', after],
      ].map(([name, one]) => {
        const { kpis, failing } = one as Repair['before'];
        return [
          name as string,
          estimateText('waitMeanMs', kpis.waitMeanMs),
          estimateText('waitP90Ms', kpis.waitP90Ms),
          estimateText('abandonRate', kpis.abandonRate),
          failing.length === 0 ? '' : whenMissed(failing, 'en'),
        ];
      }),
    ),
    '',
    verified.holds
      ? `The rest of the day holds with ${Math.round(100 * verified.confidence)} % confidence on ${verified.days} fresh days; extra cost ${cost.toFixed(0)} ${currency}.`
      : `This is the nearest: on ${verified.days} fresh days not every half hour surely holds; extra cost ${cost.toFixed(0)} ${currency}.`,
    ...nobodyFor(answer, 'zh-CN').map((zh, at) => `${zh} ${nobodyFor(answer, 'en')[at]!}`),
    ...(written.length === 0 ? [] : ['', ...written.map((file) => `Written: ${file}.`)]),
  ].join('\n');
}
