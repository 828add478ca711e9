import type { Label, Language } from '../../../report/words/words.ts';

interface ReportWords {
  readonly title: (branch: string) => string;
  readonly about: (targets: string) => string;
  readonly money: (amount: string, unit: string) => string;
  /** The first sentence: against today's plan where there is one. */
  readonly againstToday: (cost: string, today: string, percent: number, missed: number) => string;
  readonly alone: (cost: string) => string;
  readonly againstErlang: (cost: string, percent: number) => string;
  readonly holds: (days: string) => string;
  readonly fails: (where: string) => string;
  readonly gives: (rule: string, by: string) => string;
  readonly gap: (percent: string) => string;
  readonly limits: (limits: string) => string;
  readonly todayIs: (value: string) => string;
  readonly bound: (bound: string, percent: string) => string;
  /** `contracts`: how they were named; a contracts.json beside the model when absent. */
  readonly assumptions: (contracts: string | undefined) => readonly string[];
  readonly backOffice: (when: string) => string;
  readonly waitsNote: string;
  readonly cost: string;
  readonly boundLabel: string;
  readonly against: string;
  readonly mean: string;
  readonly p90: string;
  readonly left: string;
  readonly missed: string;
  readonly missedWhen: string;
  readonly none: string;
  readonly plan: string;
  readonly risk: string;
  readonly time: string;
  readonly role: string;
  readonly change: string;
  readonly reason: string;
  readonly costs: string;
  readonly demand: string;
  readonly elastic: string;
  readonly onCall: string;
  readonly rosters: string;
  readonly staffing: string;
  readonly waits: string;
  readonly changes: string;
  readonly frontier: string;
  readonly risks: string;
  readonly limitsNote: string;
  readonly reproduce: string;
  readonly reproduceSolved: string;
}

/** What the report of a recommendation says beside its charts. */
export const reportWords: Readonly<Record<Language, ReportWords>> = {
  'zh-CN': {
    title: (branch) => `${branch}：排班建议`,
    about: (targets) => `目标（各半小时到达的客户）：${targets}`,
    money: (amount, unit) => `${amount} ${unit === 'staff-hours' ? '人时' : unit}`,
    againstToday: (cost, today, percent, missed) =>
      missed > 0
        ? `现行方案每天 ${today}，有 ${missed} 个半小时达不到目标；建议方案每天 ${cost}（${percent >= 0 ? `多 ${percent}` : `少 ${-percent}`} %），全天达标。`
        : `现行方案每天 ${today}，已达标；建议方案每天 ${cost}，同样达标，${percent <= 0 ? `省 ${-percent}` : `多 ${percent}`} %。`,
    alone: (cost) => `建议方案每天 ${cost}。`,
    againstErlang: (cost, percent) =>
      `同样目标下，逐半小时按 Erlang C 配人并用同样班次覆盖，每天需 ${cost}，建议方案${percent >= 0 ? `省 ${percent}` : `多 ${-percent}`} %。`,
    holds: (days) => `在 ${days} 个搜索未见过的模拟日上，各半小时同时达标，把握 95 %。`,
    fails: (where) => `不能确定达标的时段：${where}。需要更多窗口、其他班次，或放宽目标。`,
    gives: (rule, by) => `规则互相冲突，此方案中让步的是“${rule}”，合计 ${by}。`,
    gap: (percent) => `差距 ${percent} %`,
    limits: (limits) => `95 % 区间 ${limits}`,
    todayIs: (value) => `现行 ${value}`,
    bound: (bound, percent) =>
      `任何方案每天都不会低于 ${bound}。这是把每个半小时（及相邻几个）单独看、其余时间人手充足时的最低需要，尚未计入积压互相影响；两者相差 ${percent} % 是尚未证明的部分，并不表示可以再省这么多。`,
    assumptions: (contracts) => [
      contracts === 'none'
        ? '未给出用工规则：人员按半小时计，不含休息与最短班次。'
        : contracts === 'usual'
          ? '用工规则为假定的常用规则，成本按工时计；请换成本网点自己的规则。'
          : `班次、用工规则与单价来自 ${contracts ?? 'contracts.json'}。`,
      '到达、办理、耐心均按模型抽样；模型以外的变化（停电、系统故障）未计入。',
    ],
    backOffice: (when) => `不在窗口、做后台工作的时间：${when}。`,
    waitsNote: '竖线为 P90 的 95 % 区间；虚线为另一方案。图的刻度相同。',
    cost: '每天成本',
    boundLabel: '任何方案的下限',
    against: '与现行相比',
    mean: '平均等候',
    p90: 'P90 等候',
    left: '离开率',
    missed: '未达标半小时',
    missedWhen: '未达标时段',
    none: '无',
    plan: '方案',
    risk: '情形',
    time: '时段',
    role: '岗位',
    change: '现行 → 建议',
    reason: '原因',
    costs: '成本与效果',
    demand: '客流',
    elastic: '弹性窗口',
    onCall: '待命人员',
    rosters: '谁在什么时候上班',
    staffing: '人手够不够',
    waits: '等候：现行与建议',
    changes: '与现行方案的不同及原因',
    frontier: '多花钱，少等多久',
    risks: '不如预测的日子',
    limitsNote: '括号内为 95 % 区间。各方案跑的是同样的模拟日。',
    reproduce: '同一模型、同一种子，结果逐位相同。',
    reproduceSolved: '同一模型、同一种子，模拟逐位相同；求解有时限，慢的机器可能停在稍贵一点的排班上。',
  },
  en: {
    title: (branch) => `${branch}: a recommended roster`,
    about: (targets) => `Target, for each half hour's arrivals: ${targets}`,
    money: (amount, unit) => `${amount} ${unit === 'staff-hours' ? 'staff-hours' : unit}`,
    againstToday: (cost, today, percent, missed) =>
      missed > 0
        ? `Today's plan costs ${today} a day and misses the target in ${missed} half hours. The recommended plan costs ${cost} (${percent >= 0 ? `${percent} % more` : `${-percent} % less`}) and holds all day.`
        : `Today's plan costs ${today} a day and holds; the recommended plan holds too and costs ${cost}, ${percent <= 0 ? `${-percent} % less` : `${percent} % more`}.`,
    alone: (cost) => `The recommended plan costs ${cost} a day.`,
    againstErlang: (cost, percent) =>
      `Staffing each half hour by Erlang C for the same target, covered by the same shifts, costs ${cost} a day: the recommended plan is ${percent >= 0 ? `${percent} % below` : `${-percent} % above`} that.`,
    holds: (days) =>
      `It holds in every half hour at once with 95 % confidence, on ${days} simulated days that the search has not seen.`,
    fails: (where) => `Not sure to hold at: ${where}. More counters, other shifts, or a softer target, would be needed.`,
    gives: (rule, by) => `Not all rules can hold: in this plan "${rule}" gives by ${by} in all.`,
    gap: (percent) => `gap ${percent} %`,
    limits: (limits) => `95 % limits ${limits}`,
    todayIs: (value) => `today ${value}`,
    bound: (bound, percent) =>
      `No plan costs less than ${bound} a day: what each half hour, with its next neighbours, needs at least when all others are fully staffed. Queues that run on through the day are not in it, so the gap of ${percent} % is what is not proved, not what could still be saved.`,
    assumptions: (contracts) => [
      contracts === 'none'
        ? 'No contracts were given: staff are counted by the half hour, without breaks or least lengths of shifts.'
        : contracts === 'usual'
          ? "The rules of work are an assumed usual set, and costs are hours: put your branch's own in their place."
          : `Shifts, rules of work and wages are those of ${contracts ?? 'contracts.json'}.`,
      'Arrivals, services and patience are drawn from the model; what it does not know (a power cut, a system down) is not in it.',
    ],
    backOffice: (when) => `At work in the back office, not for customers: ${when}.`,
    waitsNote: 'Upright lines are 95 % limits of the P90; dashes are the other plan. Both have one scale.',
    cost: 'Cost a day',
    boundLabel: 'No plan costs less than',
    against: 'Against today',
    mean: 'Mean wait',
    p90: 'P90 wait',
    left: 'Left',
    missed: 'Half hours missed',
    missedWhen: 'When it misses',
    none: 'never',
    plan: 'Plan',
    risk: 'If',
    time: 'When',
    role: 'Role',
    change: 'Today → plan',
    reason: 'Why',
    costs: 'What it costs and what it gives',
    demand: 'Demand',
    elastic: 'Elastic stations',
    onCall: 'People on call',
    rosters: 'Who works when',
    staffing: 'Are there enough people',
    waits: "Waits: today's plan and the recommended one",
    changes: "What differs from today's plan, and why",
    frontier: 'What a shorter wait costs',
    risks: 'Days that do not go as forecast',
    limitsNote: 'In brackets 95 % limits. All plans were run on the same simulated days.',
    reproduce: 'The same model and seed give the same figures, digit for digit.',
    reproduceSolved:
      'The same model and seed give the same simulated days, digit for digit; the solver has a time limit, so that a slow machine may stop at a roster that costs a little more.',
  },
};

/** Today's plan and the recommended one, as charts name them. */
export const todayName: Label = { zh: '现行', en: 'Today' };
export const recommendedName: Label = { zh: '建议', en: 'Recommended' };

const names: Readonly<Record<string, Label>> = {
  recommended: recommendedName,
  today: todayName,
  'sipp-cover': { zh: 'Erlang C 逐半小时', en: 'Erlang C, by half hour' },
  'flat-peak': { zh: '全天按峰值', en: 'Flat at the peak' },
  'one-more': { zh: '处处多一人', en: 'One more everywhere' },
  'one-fewer': { zh: '处处少一人', en: 'One fewer everywhere' },
};

/** A plan of the frontier as people call it. */
export const planNames = (name: string): Label => names[name] ?? name;
