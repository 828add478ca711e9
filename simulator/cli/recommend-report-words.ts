import type { Label, Language } from '../report/words/words.ts';

interface ReportWords {
  readonly title: (branch: string) => string;
  readonly money: (amount: string, unit: string) => string;
  readonly finding: (cost: string, sipp: string, percent: number) => string;
  readonly holds: (days: number) => string;
  readonly fails: (where: string) => string;
  readonly gives: (rule: string, by: string) => string;
  readonly gap: (percent: string) => string;
  readonly assumptions: (pieces: boolean) => readonly string[];
  readonly cost: string;
  readonly bound: string;
  readonly mean: string;
  readonly p90: string;
  readonly left: string;
  readonly missed: string;
  readonly plan: string;
  readonly risk: string;
  readonly demand: string;
  readonly today: string;
  readonly roster: string;
  readonly waits: string;
  readonly changes: string;
  readonly frontier: string;
  readonly risks: string;
  readonly reproduce: string;
}

/** What the report of a recommendation says beside its charts. */
export const reportWords: Readonly<Record<Language, ReportWords>> = {
  'zh-CN': {
    title: (branch) => `${branch}：排班建议`,
    money: (amount, unit) => `${amount} ${unit === 'staff-hours' ? '人时' : unit}`,
    finding: (cost, sipp, percent) =>
      `建议方案每天 ${cost}，同样目标下逐半小时按 Erlang C 配人需 ${sipp}（${percent >= 0 ? `省 ${percent}` : `多 ${-percent}`} %）。`,
    holds: (days) => `在 ${days} 个搜索未见过的模拟日上，各半小时同时达标，把握 95 %。`,
    fails: (where) => `不能确定达标的时段：${where}。需要更多窗口、其他班次，或放宽目标。`,
    gives: (rule, by) => `规则互相冲突，此方案中让步的是“${rule}”，合计 ${by}。`,
    gap: (percent) => `差距 ${percent} %`,
    assumptions: (pieces) => [
      ...(pieces ? ['未给出用工规则：人员按半小时计，不含休息与最短班次。'] : ['用工规则与单价来自 contracts.json。']),
      '到达、办理、耐心均按模型抽样；模型以外的变化（停电、系统故障）未计入。',
    ],
    cost: '每天成本',
    bound: '任何方案的下限',
    mean: '平均等候',
    p90: 'P90 等候',
    left: '离开率',
    missed: '未达标半小时',
    plan: '方案',
    risk: '情形',
    demand: '客流',
    today: '现行方案',
    roster: '建议排班',
    waits: '等候：前后对比',
    changes: '与现行方案的不同及原因',
    frontier: '成本与等候',
    risks: '风险',
    reproduce: '同一模型、同一种子，结果逐位相同。',
  },
  en: {
    title: (branch) => `${branch}: a recommended roster`,
    money: (amount, unit) => `${amount} ${unit === 'staff-hours' ? 'staff-hours' : unit}`,
    finding: (cost, sipp, percent) =>
      `The recommended plan costs ${cost} a day; staffing each half hour by Erlang C for the same target costs ${sipp} (${percent >= 0 ? `${percent} % less` : `${-percent} % more`}).`,
    holds: (days) =>
      `It holds in every half hour at once with 95 % confidence, on ${days} simulated days that the search has not seen.`,
    fails: (where) => `Not sure to hold at: ${where}. More counters, other shifts, or a softer target, would be needed.`,
    gives: (rule, by) => `Not all rules can hold: in this plan "${rule}" gives by ${by} in all.`,
    gap: (percent) => `gap ${percent} %`,
    assumptions: (pieces) => [
      ...(pieces
        ? ['No contracts were given: staff are counted by the half hour, without breaks or least lengths of shifts.']
        : ['Shifts, rules of work and wages are those of contracts.json.']),
      'Arrivals, services and patience are drawn from the model; what it does not know (a power cut, a system down) is not in it.',
    ],
    cost: 'Cost a day',
    bound: 'No plan costs less than',
    mean: 'Mean wait',
    p90: 'P90 wait',
    left: 'Left',
    missed: 'Half hours missed',
    plan: 'Plan',
    risk: 'If',
    demand: 'Demand',
    today: "Today's plan",
    roster: 'The recommended roster',
    waits: 'Waits before and after',
    changes: "What differs from today's plan, and why",
    frontier: 'Cost and wait',
    risks: 'Risks',
    reproduce: 'The same model and seed give the same figures, digit for digit.',
  },
};

const names: Readonly<Record<string, Label>> = {
  recommended: { zh: '建议', en: 'Recommended' },
  today: { zh: '现行', en: 'Today' },
  'sipp-cover': { zh: 'Erlang C 逐半小时', en: 'Erlang C, by half hour' },
  'flat-peak': { zh: '全天按峰值', en: 'Flat at the peak' },
  'one-more': { zh: '处处多一人', en: 'One more everywhere' },
  'one-fewer': { zh: '处处少一人', en: 'One fewer everywhere' },
};

/** A plan of the frontier as people call it. */
export const planNames = (name: string): Label => names[name] ?? name;
