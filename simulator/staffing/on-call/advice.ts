import type { Names } from '../../lobby/branch/names.ts';
import type { Plan } from '../../lobby/branch/plan.ts';
import { clockOfMs } from '../../workload/clock.ts';
import type { RosterSpace } from '../contracts/roster-space.ts';
import { busiest } from './staged-heads.ts';
import type { TwoStage } from './two-stage.ts';

/** So many people standing by for a shift. */
export interface StandingBy {
  readonly contract: string;
  readonly from: string;
  readonly to: string;
  readonly people: number;
}

/** What was found about people on call. */
export interface OnCallAdvice {
  /** Empty: nobody on call, since it costs more. */
  readonly standingBy: readonly StandingBy[];
  /** Share of days, the busiest, on which they are called. */
  readonly calledOn: number;
  /** The plan of such a day; null: nobody on call. */
  readonly called: Plan | null;
  /** A day, against the best roster without anybody on call. */
  readonly saves: number;
  readonly reason: Names;
}

/** `without`: cost of the best roster without anybody on call. */
export function onCallAdvice(space: RosterSpace, found: TwoStage | null, without: number, unit: string): OnCallAdvice {
  const saves = found === null ? 0 : without - found.rosterCost;
  if (found === null || saves <= 1e-6)
    return {
      standingBy: [],
      calledOn: busiest,
      called: null,
      saves: 0,
      reason: {
        zh: '试了安排待命人员：没有更省，故不安排。',
        en: 'People on call were tried: no cheaper roster holds with them, so nobody stands by.',
      },
    };
  const { span, shifts } = space;
  const clock = (step: number): string => clockOfMs(span.fromMs + step * span.stepMs);
  const standingBy = found.roster.worked!.flatMap(({ shift, count }): StandingBy[] => {
    const { contract, kind, pieces } = shifts[shift]!;
    if (kind !== 'on-call') return [];
    return pieces.map(({ from, to }) => ({ contract: contract.id, from: clock(from), to: clock(to), people: count }));
  });
  const list = standingBy.map(({ contract, from, people, to }) => `${people} × ${contract} ${from}–${to}`).join(', ');
  const share = Math.round(100 * busiest);
  return {
    standingBy,
    calledOn: busiest,
    called: found.called,
    saves,
    reason: {
      zh: `待命 ${list}，只在最忙的 ${share} % 的日子叫来：平均每天省 ${saves.toFixed(1)} ${unit}，两类日子合起来经模拟核验。`,
      en: `On call: ${list}, called only on the busiest ${share} % of days: saves ${saves.toFixed(1)} ${unit} a day on average, both kinds of day verified together.`,
    },
  };
}
