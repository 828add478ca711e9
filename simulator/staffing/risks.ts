import { estimateKpis, type KpiEstimates } from '../engine/results/study.ts';
import type { Names } from '../lobby/branch/names.ts';
import type { Plan } from '../lobby/branch/plan.ts';
import { msOfClock } from '../workload/clock.ts';
import { cellName, type NamedCell } from './baselines.ts';
import { busier } from './busier.ts';
import { roleWords } from './changes.ts';
import { Gathered, runPlan, type Trial } from './trial.ts';
import { surelyFails, verdictOf } from './verdict.ts';
import type { Verified } from './verify.ts';

/** What becomes of a plan on a day that does not go as forecast. */
export interface Risk {
  readonly id: 'busier' | 'one-ill';
  readonly name: Names;
  readonly kpis: KpiEstimates;
  /** Half hours whose arrivals then surely miss the target. */
  readonly missed: readonly NamedCell[];
}

/** Arrivals of the busier day, relative to the forecast. */
const factor = 1.2;

/** `days`: of those on which the plan was verified. */
export async function risksOf(trial: Trial, plan: Plan, verified: Verified, days = verified.days): Promise<Risk[]> {
  const tryOut = async (of: Trial, under: Plan): Promise<Pick<Risk, 'kpis' | 'missed'>> => {
    const gathered = new Gathered(of);
    gathered.add(await runPlan(of, under, verified.firstDay, days));
    const verdict = verdictOf(of.grid, gathered.cells);
    const missed = Array.from(verdict.mean.keys()).filter((cell) => surelyFails(verdict, cell, verified.z));
    return { kpis: estimateKpis(gathered.sections), missed: missed.map((cell) => cellName(of.grid, cell)) };
  };
  const ill = oneIll(plan);
  return [
    {
      id: 'busier',
      name: { zh: '客流比预测多 20 %', en: 'Demand 20 % above forecast' },
      ...(await tryOut({ ...trial, ...busier(trial.model, trial.profile, factor) }, plan)),
    },
    ...(ill === null
      ? []
      : [
          {
            id: 'one-ill' as const,
            name: { zh: `一人缺勤（${ill.who.zh}）`, en: `One person ill (${ill.who.en})` },
            ...(await tryOut(trial, ill.plan)),
          },
        ]),
  ];
}

/** The plan without one person of its longest shift. */
function oneIll(plan: Plan): { readonly plan: Plan; readonly who: Names } | null {
  const lengthOf = ({ from, to }: Plan['roster'][number]): number => msOfClock(to) - msOfClock(from);
  const longest = plan.roster.reduce<number>(
    (best, shift, at) => (best < 0 || lengthOf(shift) > lengthOf(plan.roster[best]!) ? at : best),
    -1,
  );
  if (longest < 0) return null;
  const shift = plan.roster[longest]!;
  const roster = plan.roster.flatMap((one, at) =>
    at !== longest ? [one] : one.count > 1 ? [{ ...one, count: one.count - 1 }] : [],
  );
  const at = `${shift.from}–${shift.to}`;
  const who = { zh: `${shift.person ?? roleWords[shift.role].zh} ${at}`, en: `${shift.person ?? shift.role} ${at}` };
  return { plan: { ...plan, id: 'one-ill', roster }, who };
}
