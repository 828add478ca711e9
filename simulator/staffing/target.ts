import type { Goal } from '../engine/results/goal.ts';
import type { Branch } from '../lobby/branch/branch.ts';
import { BadTarget } from './bad-target.ts';

/** A target as people state it, and as numbers. */
export interface Target {
  readonly text: string;
  readonly goal: Goal;
}

export const allowedTargets =
  "p90<=10min, within 10min >= 80%, mean<=5min, max<=30min, abandon<=5%; each may go on with 'for CODE' (a service or segment), 'over the day', 'on 19 of 20 days'; several with a comma between";

const number = String.raw`(\d+(?:\.\d+)?)`;
const length = String.raw`${number}\s*(s|sec|min|h)`;
const upTo = '(?:<=|≤|<)';
const atLeast = '(?:>=|≥|>)';
const quantile = new RegExp(`^p${number}\\s*${upTo}\\s*${length}$`);
const within = new RegExp(`^within\\s*${length}\\s*${atLeast}\\s*${number}\\s*%$`);
const mean = new RegExp(`^mean\\s*${upTo}\\s*${length}$`);
const longest = new RegExp(`^(?:max|longest)\\s*${upTo}\\s*${length}$`);
const abandon = new RegExp(`^abandon\\s*${upTo}\\s*${number}\\s*%$`);
const days = /^(.*?)\s+on\s+(\d+)\s+of\s+(\d+)\s+days$/i;
const overDay = /^(.*?)\s+over\s+the\s+day$/i;
const forWhom = /^(.*?)\s+for\s+([a-z0-9][a-z0-9_+ -]*)$/i;

/** A longest wait is a matter of days: of 19 in 20 unless said otherwise. */
const usualDaysShare = 0.95;

const perUnit = { s: 1000, sec: 1000, min: 60_000, h: 3_600_000 } as const;
const lengthMs = (size: string | undefined, unit: string | undefined): number =>
  Math.round(Number(size) * perUnit[unit as keyof typeof perUnit]);

/** The codes a target may be about; without a branch it is about everybody. */
type Known = Pick<Branch, 'services' | 'segments'>;

/**
 * Reads one or more targets: 'p90<=10min', 'within 10min >= 80% for vip', 'max<=30min on 19 of 20 days', 'abandon<=5% over the day'.
 * Throws `BadTarget`.
 */
export function parseTargets(text: string, branch?: Known): Target[] {
  const parts = text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length === 0) throw new BadTarget(`no target given; allowed: ${allowedTargets}`);
  return parts.map((part) => ({ text: part, goal: goalWithScope(part, branch) }));
}

function goalWithScope(part: string, branch: Known | undefined): Goal {
  let rest = part;
  const cut = (pattern: RegExp): RegExpExecArray | null => {
    const match = pattern.exec(rest);
    if (match) rest = match[1]!.trim();
    return match;
  };
  const onDays = cut(days);
  const pooled = cut(overDay);
  const whom = cut(forWhom);
  const goal = checked(goalOf(rest.toLowerCase()), part);
  const daysShare = onDays ? Number(onDays[2]) / Number(onDays[3]) : goal.measure === 'longest' ? usualDaysShare : undefined;
  if (daysShare !== undefined && !(daysShare > 0 && daysShare < 1))
    throw new BadTarget(
      `target "${part}": of the days at least one and not all, such as on 19 of 20 days; no plan is sure of every day`,
    );
  return {
    ...goal,
    ...(whom ? scopeOf(whom[2]!, part, branch) : {}),
    ...(pooled ? { over: 'day' as const } : {}),
    ...(daysShare === undefined ? {} : { daysShare }),
  };
}

/** Services and segments by their codes, several with a + between. */
function scopeOf(text: string, part: string, branch: Known | undefined): { services?: number[]; segments?: number[] } {
  const services = branch?.services.map(({ id }) => id) ?? [];
  const segments = branch?.segments.map(({ code }) => code) ?? [];
  const found: { services: number[]; segments: number[] } = { services: [], segments: [] };
  for (const code of text.split('+').map((one) => one.trim())) {
    if (services.includes(code)) found.services.push(services.indexOf(code));
    else if (segments.includes(code)) found.segments.push(segments.indexOf(code));
    else
      throw new BadTarget(
        `target "${part}": "${code}" is no service or segment; services: ${services.join(', ')}; segments: ${segments.join(', ')}`,
      );
  }
  return {
    ...(found.services.length > 0 ? { services: found.services } : {}),
    ...(found.segments.length > 0 ? { segments: found.segments } : {}),
  };
}

function goalOf(text: string): Goal | null {
  let m = quantile.exec(text);
  if (m) return { measure: 'quantile', share: Number(m[1]) / 100, limitMs: lengthMs(m[2], m[3]) };
  m = within.exec(text);
  if (m) return { measure: 'within', limitMs: lengthMs(m[1], m[2]), share: Number(m[3]) / 100 };
  m = mean.exec(text);
  if (m) return { measure: 'mean', limitMs: lengthMs(m[1], m[2]) };
  m = longest.exec(text);
  if (m) return { measure: 'longest', limitMs: lengthMs(m[1], m[2]) };
  m = abandon.exec(text);
  return m ? { measure: 'abandon', share: Number(m[1]) / 100 } : null;
}

function checked(goal: Goal | null, part: string): Goal {
  if (goal === null) throw new BadTarget(`target "${part}" is not understood; allowed: ${allowedTargets}`);
  if (goal.measure === 'quantile' && !(goal.share > 0 && goal.share < 1))
    throw new BadTarget(`target "${part}": the quantile must be above 0 and below 100, such as p90`);
  if ('share' in goal && !(goal.share >= 0 && goal.share < 1))
    throw new BadTarget(`target "${part}": the share must be at least 0 % and below 100 %`);
  if ('limitMs' in goal && !(goal.limitMs >= (goal.measure === 'mean' ? 1 : 0) && goal.limitMs <= 86_400_000)) {
    throw new BadTarget(`target "${part}": the time must be above 0 and at most 24 h`);
  }
  return goal;
}
