import type { Language } from '../../../report/words/words.ts';
import { weekdayNames } from '../../../staffing/week/weekday-names.ts';

interface WeekWords {
  readonly title: (branch: string) => string;
  readonly againstToday: (cost: string, today: string, percent: number, missed: number) => string;
  readonly alone: (cost: string) => string;
  readonly holds: (days: number) => string;
  readonly fails: (days: string) => string;
  readonly stopped: string;
  readonly solver: (percent: string) => string;
  readonly bound: (bound: string, percent: string) => string;
  readonly assumptions: readonly string[];
  readonly dayNames: readonly string[];
  readonly cost: string;
  readonly people: string;
  readonly hours: string;
  readonly person: string;
  readonly total: string;
  readonly day: string;
  readonly holdsLabel: string;
  readonly doubt: string;
  readonly rosters: string;
  readonly inBrackets: string;
  readonly byDay: string;
  readonly daysTable: string;
  readonly missedToday: string;
  readonly waits: string;
  readonly waitsOf: (role: string) => string;
  readonly waitsNote: string;
  readonly demand: string;
  readonly yes: string;
  readonly no: string;
  readonly onCall: string;
  readonly standingBy: string;
  readonly elastic: string;
  readonly backOffice: string;
  readonly frontier: string;
  readonly frontierNote: string;
  /** Weeks that miss the target somewhere. */
  readonly frontierMisses: (weeks: string) => string;
}

/** What the report of a week says beside what that of a day says. */
export const weekWords: Readonly<Record<Language, WeekWords>> = {
  'zh-CN': {
    title: (branch) => `${branch}：一周排班建议`,
    againstToday: (cost, today, percent, missed) =>
      missed > 0
        ? `照现行方案一周 ${today}，有 ${missed} 个半小时达不到目标；建议方案一周 ${cost}（${percent >= 0 ? `多 ${percent}` : `少 ${-percent}`} %），每天全天达标。`
        : `照现行方案一周 ${today}，已达标；建议方案一周 ${cost}，同样达标，${percent <= 0 ? `省 ${-percent}` : `多 ${percent}`} %。`,
    alone: (cost) => `建议方案一周 ${cost}。`,
    holds: (days) => `${days} 个营业日的每一天，各半小时同时达标，把握 95 %。`,
    fails: (days) => `不能确定达标的日子：${days}。`,
    stopped: '计算被提前停止：这是当时已有的排班，只在少量模拟日上试过，没有下限。',
    solver: (percent) => `求解器自身的差距：${percent} %。`,
    bound: (bound, percent) =>
      `任何一周排班都不会低于 ${bound}（差距 ${percent} %）：这是把每个半小时（及相邻几个）单独看的最低需要，并允许半个人，故两者之差是尚未证明的部分，并不表示可以再省这么多。`,
    assumptions: [
      '班次、用工规则、单价、人员与意愿来自 contracts.json；每种日类型的客流按模型，各天互相独立。',
      '成本含工资与加班、待命与叫来的费用、弹性开窗（若有），以及合同中给出的意愿、公平与缺人的折价，并减去后台工作的价值。现行方案按每天相同、只计工资。模型以外的变化（停电、系统故障）未计入。',
    ],
    dayNames: weekdayNames.zh,
    cost: '一周成本',
    people: '上班人数',
    hours: '总工时',
    person: '员工',
    total: '工时',
    day: '日',
    holdsLabel: '达标',
    doubt: '未确定时段',
    rosters: '一周排班表',
    inBrackets: '括号内为休息时间。',
    byDay: '每天谁在什么时候上班',
    daysTable: '各日结果',
    missedToday: '现行未达标半小时',
    waits: '建议方案下各日各半小时的等候',
    waitsOf: (role) => `P90 等候·${role}`,
    waitsNote: '每格为该半小时到达客户的 P90 等候；两种方案各半小时的数值与 95 % 区间在 week.json 中。',
    demand: '一周客流',
    yes: '是',
    no: '否',
    onCall: '待命人员',
    standingBy: '待命',
    elastic: '弹性窗口',
    backOffice: '后台工作（不在窗口）',
    frontier: '多花钱，少等多久：几种一周',
    frontierMisses: (weeks) => `其中有半小时达不到目标的：${weeks}。全周的 P90 短，不等于每个半小时都达标。`,
    frontierNote: '各方案跑的是同样的模拟日；每点为一周的成本与全周客户的 P90 等候。凑不齐人手的方案不列。',
  },
  en: {
    title: (branch) => `${branch}: a recommended week`,
    againstToday: (cost, today, percent, missed) =>
      missed > 0
        ? `Today's plan on every day costs ${today} a week and misses the target in ${missed} half hours. The recommended week costs ${cost} (${percent >= 0 ? `${percent} % more` : `${-percent} % less`}) and holds on every day.`
        : `Today's plan on every day costs ${today} a week and holds; the recommended week holds too and costs ${cost}, ${percent <= 0 ? `${-percent} % less` : `${percent} % more`}.`,
    alone: (cost) => `The recommended week costs ${cost}.`,
    holds: (days) => `On each of ${days} days it holds in every half hour at once with 95 % confidence.`,
    fails: (days) => `Not sure to hold on: ${days}.`,
    stopped: 'It was stopped by hand: this is the roster there was by then, tried on a few simulated days only, without a bound.',
    solver: (percent) => `The solver's own gap is ${percent} %.`,
    bound: (bound, percent) =>
      `No week costs less than ${bound} (gap ${percent} %): what each half hour, with its next neighbours, needs at least, by people who may be cut in two. So the gap is what is not proved, not what could still be saved.`,
    assumptions: [
      'Shifts, rules of work, wages, people and wishes are those of contracts.json; demand of each kind of day is that of the model, and days do not depend on each other.',
      "Costs are wages and overtime, standing by and calls, stations opened by elastic rules (where there are any), and the prices that contracts set on wishes, unfairness and missing people, less what back-office work is worth; today's plan is taken to be the same every day, at its wages. What the model does not know (a power cut, a system down) is not in it.",
    ],
    dayNames: weekdayNames.en,
    cost: 'Cost a week',
    people: 'People at work',
    hours: 'Hours',
    person: 'Person',
    total: 'Hours',
    day: 'Day',
    holdsLabel: 'Holds',
    doubt: 'In doubt',
    rosters: 'The week by names',
    inBrackets: 'In brackets: breaks.',
    byDay: 'Who works when, day by day',
    daysTable: 'Day by day',
    missedToday: 'Missed today, half hours',
    waits: 'Waits by day and half hour under the recommended week',
    waitsOf: (role) => `P90 wait, ${role}`,
    waitsNote:
      'A cell is the P90 wait of those who came in that half hour. The figures of both plans with their 95 % limits are in week.json.',
    demand: 'Demand of the week',
    yes: 'yes',
    no: 'no',
    onCall: 'People on call',
    standingBy: 'Stands by',
    elastic: 'Elastic stations',
    backOffice: 'Back-office work, away from the counter',
    frontier: 'What a shorter wait costs: other weeks',
    frontierMisses: (weeks) =>
      `Of these miss the target in some half hour: ${weeks}. A short P90 of the whole week does not say that every half hour holds.`,
    frontierNote:
      'All were run on the same simulated days; a point is what the week costs and the P90 wait of all its customers. Weeks for which there are not the people are left out.',
  },
};
