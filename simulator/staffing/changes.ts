import type { Names } from '../lobby/branch/names.ts';
import type { Plan } from '../lobby/branch/plan.ts';
import type { Role } from '../lobby/branch/service.ts';
import { clockOfMs, msOfClock } from '../workload/clock.ts';
import type { NamedCell } from './baselines.ts';
import type { StaffGrid } from './grid.ts';
import type { HeadCount } from './head-count.ts';

/** A stretch of the day in which the plan has more or fewer people of a role than today's, and why. */
export interface Change {
  readonly role: Role;
  readonly from: string;
  readonly to: string;
  readonly today: number;
  readonly recommended: number;
  readonly reason: Names;
}

export const roleWords: Readonly<Record<Role, Names>> = {
  teller: { zh: '柜员', en: 'tellers' },
  advisor: { zh: '理财经理', en: 'advisors' },
  greeter: { zh: '大堂经理', en: 'greeters' },
};

/** Fewest people of each role at work in each half hour of a plan. */
export function planCounts(grid: StaffGrid, plan: Plan): HeadCount {
  const within = (ms: number, from: string, to: string): boolean => msOfClock(from) <= ms && ms < msOfClock(to);
  const parts = [0, 0.25, 0.5, 0.75];
  return Int32Array.from({ length: grid.roles.length * grid.steps }, (_, cell) => {
    const row = Math.floor(cell / grid.steps);
    const role = grid.roles[row]!;
    // whatever their skills, people of a role are counted in its first row
    if (grid.roles.indexOf(role) < row) return 0;
    const fromMs = grid.fromMs + (cell % grid.steps) * grid.stepMs;
    return Math.min(
      ...parts.map((part) =>
        plan.roster.reduce((sum, shift) => {
          const at = fromMs + part * grid.stepMs;
          const here =
            shift.role === role && within(at, shift.from, shift.to) && !shift.breaks.some(({ from, to }) => within(at, from, to));
          return sum + (here ? shift.count : 0);
        }, 0),
      ),
    );
  });
}

/** Every stretch in which the two plans differ, with its reason in words. `required`: what the search found to be needed. */
export function changesFrom(
  grid: StaffGrid,
  today: HeadCount,
  recommended: HeadCount,
  required: HeadCount,
  missedToday: readonly NamedCell[],
): Change[] {
  const changes: Change[] = [];
  const ofRole = (counts: HeadCount, role: Role, step: number): number =>
    grid.roles.reduce((sum, one, row) => sum + (one === role ? counts[row * grid.steps + step]! : 0), 0);
  for (const role of new Set(grid.roles)) {
    let step = 0;
    while (step < grid.steps) {
      const [before, after] = [ofRole(today, role, step), ofRole(recommended, role, step)];
      if (before === after) {
        step++;
        continue;
      }
      let end = step + 1;
      while (end < grid.steps && ofRole(today, role, end) === before && ofRole(recommended, role, end) === after) end++;
      const clock = (one: number): string => clockOfMs(Math.min(grid.fromMs + one * grid.stepMs, grid.toMs));
      const missed = missedToday.filter((cell) => cell.role === role && cell.from >= clock(step) && cell.from < clock(end)).length;
      const needed = Math.max(...Array.from({ length: end - step }, (_, one) => ofRole(required, role, step + one)));
      changes.push({
        role,
        from: clock(step),
        to: clock(end),
        today: before,
        recommended: after,
        reason: reasonOf(role, before, after, needed, missed, end - step),
      });
      step = end;
    }
  }
  return changes;
}

function reasonOf(role: Role, before: number, after: number, needed: number, missed: number, steps: number): Names {
  const { zh, en: many } = roleWords[role];
  const en = needed === 1 ? role : many;
  const are = needed === 1 ? 'is' : 'are';
  const where = steps === 1 ? 'this half hour misses' : `${missed} of ${steps} half hours ${missed === 1 ? 'misses' : 'miss'}`;
  if (after > before && missed > 0)
    return {
      zh: `按现行方案${steps === 1 ? '达不到目标' : `，${steps} 个半小时中有 ${missed} 个达不到目标`}；需要 ${needed} 名${zh}。`,
      en: `Under today's plan ${where} the target; ${needed} ${en} ${are} needed.`,
    };
  if (after > before && needed > before)
    return {
      zh: `现行方案在这里并非必然不达标，但要有 95 % 把握需 ${needed} 名${zh}；此前积压也由此消化。`,
      en: `Today's plan does not surely fail here, but ${needed} ${en} ${are} needed to be 95 % sure, and for what queues up before.`,
    };
  if (after > before)
    return {
      zh: `需要 ${needed} 名；多出的是班次长度和休息安排带来的，没有更便宜的班次组合。`,
      en: `${needed} ${are} needed; the rest comes with the lengths of shifts and their breaks: no cheaper set of shifts was found.`,
    };
  return {
    zh: `${needed} 名${zh}已能达标；现行方案多 ${before - after} 名。`,
    en: `${needed} ${en} ${needed === 1 ? 'holds' : 'hold'} the target; today's plan has ${before - after} more.`,
  };
}
