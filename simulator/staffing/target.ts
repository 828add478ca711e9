import type { Goal } from '../engine/goal.ts';
import { BadTarget } from './bad-target.ts';

/** A target as people state it, and as numbers. */
export interface Target {
  readonly text: string;
  readonly goal: Goal;
}

export const allowedTargets = 'p90<=10min, within 10min >= 80%, mean<=5min, abandon<=5%; several with a comma between';

const number = String.raw`(\d+(?:\.\d+)?)`;
const length = String.raw`${number}\s*(s|sec|min|h)`;
const upTo = '(?:<=|≤|<)';
const atLeast = '(?:>=|≥|>)';
const quantile = new RegExp(`^p${number}\\s*${upTo}\\s*${length}$`);
const within = new RegExp(`^within\\s*${length}\\s*${atLeast}\\s*${number}\\s*%$`);
const mean = new RegExp(`^mean\\s*${upTo}\\s*${length}$`);
const abandon = new RegExp(`^abandon\\s*${upTo}\\s*${number}\\s*%$`);

const perUnit = { s: 1000, sec: 1000, min: 60_000, h: 3_600_000 } as const;
const lengthMs = (size: string | undefined, unit: string | undefined): number =>
  Math.round(Number(size) * perUnit[unit as keyof typeof perUnit]);

/** Reads one or more targets: 'p90<=10min', 'within 10min >= 80%', 'mean<=5min', 'abandon<=5%'. Throws `BadTarget`. */
export function parseTargets(text: string): Target[] {
  const parts = text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length === 0) throw new BadTarget(`no target given; allowed: ${allowedTargets}`);
  return parts.map((part) => ({ text: part, goal: checked(goalOf(part.toLowerCase()), part) }));
}

function goalOf(text: string): Goal | null {
  let m = quantile.exec(text);
  if (m) return { measure: 'quantile', share: Number(m[1]) / 100, limitMs: lengthMs(m[2], m[3]) };
  m = within.exec(text);
  if (m) return { measure: 'within', limitMs: lengthMs(m[1], m[2]), share: Number(m[3]) / 100 };
  m = mean.exec(text);
  if (m) return { measure: 'mean', limitMs: lengthMs(m[1], m[2]) };
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
