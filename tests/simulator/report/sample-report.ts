import type { Report } from '../../../simulator/report/html/report.ts';
import type { Language } from '../../../simulator/report/words/words.ts';
import { samples } from './samples.ts';

const texts = {
  'zh-CN': {
    title: '城南支行：一周排班建议',
    about: '2026 年 3 月 2 日至 8 日 · 模型 south-2026-02 · 目标：九成客户等候不超过 10 分钟',
    made: '2026-02-27 16:40',
    finding: '每天少排 6.5 人时，九成客户的等候仍短 3 分钟。',
    details: ['建议方案把午间的两个班次换成上午和下午的高峰班。各时段在 2,000 个新日子上有 95 % 的把握达到目标。'],
    facts: [
      { label: '成本', value: '51.5 人时/天', note: '现行 58 人时/天' },
      { label: '九成客户的等候', value: '9.1 分钟', note: '8.5–9.7 分钟' },
      { label: '目标内办理', value: '92 %', note: '现行 81 %' },
      { label: '等候中离开', value: '1.8 %', note: '现行 4.2 %' },
    ],
    sections: ['客流', '等候', '排班', '可信度', '风险'],
    risk: ['忙两成的一天：九成客户的等候升到 13 分钟。', '一名柜员请病假：10:30 至 11:30 超出目标 2 分钟；从 A1 抽调即可补上。'],
    assumptions: [
      '午休一人一小时，不同时休。',
      '请假和迟到按过去 20 个工作日的频率。',
      '服务时间按业务拟合；公司开户记录少于 30 条，并入对公业务。',
    ],
    notes: ['同一模型、同一种子给出同样的数字。需要 Node 20 以上。'],
  },
  en: {
    title: 'South branch: a roster for the week',
    about: '2–8 March 2026 · model south-2026-02 · target: nine in ten wait no longer than 10 min',
    made: '27 February 2026, 16:40',
    finding: 'With 6.5 staff-hours a day less, the wait of nine in ten is 3 min shorter.',
    details: [
      'Two midday shifts become peak shifts in the morning and the afternoon. Every half hour holds the target with 95 % confidence on 2,000 fresh days.',
    ],
    facts: [
      { label: 'Cost', value: '51.5 staff-hours', note: 'today 58' },
      { label: 'Wait of nine in ten', value: '9.1 min', note: '8.5–9.7 min' },
      { label: 'Within target', value: '92 %', note: 'today 81 %' },
      { label: 'Left while waiting', value: '1.8 %', note: 'today 4.2 %' },
    ],
    sections: ['Demand', 'Waits', 'Roster', 'Can it be believed?', 'Risks'],
    risk: [
      'A day 20 % busier: the wait of nine in ten rises to 13 min.',
      'One teller ill: 10:30–11:30 misses the target by 2 min; lending A1 mends it.',
    ],
    assumptions: [
      'One hour of lunch each, not at the same time.',
      'Absence and lateness as in the last 20 working days.',
      'Service times fitted by service; opening of company accounts has fewer than 30 records and counts as corporate.',
    ],
    notes: ['The same model and seed give the same figures. Needs Node 20 or later.'],
  },
} as const;

/** A staffing study as a branch head would print it, on the made-up charts. */
export function sampleReport(language: Language): Report {
  const { sections, risk, ...text } = texts[language];
  const chart = (name: string) => ({ is: 'chart' as const, chart: samples[name]!({ language }) });
  return {
    language,
    ...text,
    sections: [
      { title: sections[0], blocks: [chart('arrivals'), chart('heat')] },
      { title: sections[1], blocks: [chart('waits-before-after'), chart('frontier'), chart('paired')] },
      { title: sections[2], blocks: [chart('roster'), chart('staffing')] },
      { title: sections[3], blocks: [chart('compared'), chart('simulated-day'), chart('fit'), chart('patience')] },
      { title: sections[4], blocks: [{ is: 'list', items: risk }] },
    ],
    reproduce: {
      commands: [
        'npx tingtang recommend examples/south --target "p90<=10min" --seed 1 -o plan.json',
        'npx tingtang simulate examples/south --plan plan.json --days 2000 --seed 2',
      ],
      notes: text.notes,
    },
  };
}
