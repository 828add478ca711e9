import type { Names } from '../../lobby/branch/names.ts';
import type { Plan } from '../../lobby/branch/plan.ts';
import { minuteMs } from '../../workload/clock.ts';
import type { HeadCount } from '../head-count.ts';
import { rowName } from '../skill-rows.ts';
import type { Trial } from '../trial.ts';
import type { Verified } from '../verify.ts';
import { type Reached, reachedBy } from './reached.ts';
import { type Takes, takesFor } from './takes.ts';

/** What is said of a plan that is the nearest possible and does not surely hold: a partial answer. */
export interface Shortfall {
  readonly reached: readonly Reached[];
  readonly takes: Takes;
  readonly reason: Names;
}

/** `missing`: people the contracts cannot bring, by half hour. */
export async function shortfallOf(trial: Trial, plan: Plan, missing: HeadCount, verified: Verified): Promise<Shortfall> {
  const reached = await reachedBy(trial, plan, verified);
  const takes = await takesFor(trial, plan, missing, verified.failing);
  return { reached, takes, reason: wordsOf(reached, takes) };
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const minutes = (ms: number): string => `${(ms / minuteMs).toFixed(1)} min`;

function wordsOf(reached: readonly Reached[], takes: Takes): Names {
  const parts = reached.map(({ target, worst, value, unit, asked, holds }) => {
    const say = unit === 'mean-wait-ms' ? minutes : percent;
    const what = {
      'share-in-time': { zh: '按时受理', en: 'served in time' },
      'share-of-days': { zh: '达标天数', en: 'of days' },
      'share-who-leave': { zh: '离开', en: 'leave' },
      'mean-wait-ms': { zh: '平均等候', en: 'mean wait' },
    }[unit];
    const figure = `${say(value.value)} (95 %: ${say(value.low)} … ${say(value.high)})`;
    const where = `${rowName(worst.role, worst.skills)} ${worst.from}`;
    return {
      zh: `${target}：最差的时段 ${where} ${what.zh} ${figure}，要求 ${say(asked)}；${holds === null ? '放宽很多也未必达标' : `本方案确定达到 ${holds}`}。`,
      en: `${target}: in the worst half hour, ${where}, ${figure} ${what.en}, ${say(asked)} asked; ${holds === null ? 'much softer targets do not surely hold either' : `this plan surely holds ${holds}`}.`,
    };
  });
  const need = takesWords(takes);
  return { zh: [...parts.map(({ zh }) => zh), need.zh].join(''), en: [...parts.map(({ en }) => en), need.en].join(' ') };
}

function takesWords({ people, stations, holds }: Takes): Names {
  if (people.length > 0) {
    const list = people.map(({ count, role, skills, from, to }) => `${count} × ${rowName(role, skills)} ${from}–${to}`).join(', ');
    return holds
      ? { zh: `要达标还需：${list}。`, en: `It would take ${list}: with them the targets hold.` }
      : { zh: `还缺：${list}；即使补足也未必达标。`, en: `Missing: ${list}; even with them the targets do not surely hold.` };
  }
  const enough = stations.filter(({ more }) => more > 0);
  if (enough.length > 0) {
    const list = enough.map(({ role, more }) => `${more} × ${role}`).join(', ');
    return { zh: `要达标还需增加服务点：${list}，并配齐人员。`, en: `It would take more stations, staffed all day: ${list}.` };
  }
  return stations.length > 0
    ? { zh: '再加 6 个服务点也不够：目标需要放宽。', en: 'Not even six more stations would do: the target has to be softer.' }
    : { zh: '', en: '' };
}
