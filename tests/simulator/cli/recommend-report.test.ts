import { beforeAll, describe, expect, it, test } from 'vitest';
import { dayReport, inLines, type WaitsOfPlans } from '../../../simulator/cli/staffing/report/day-report.ts';
import { p90LimitOf, targetInWords } from '../../../simulator/cli/staffing/report/target-words.ts';
import { estimateKpis } from '../../../simulator/engine/results/study.ts';
import { profileOf } from '../../../simulator/engine/run.ts';
import { inlineRun } from '../../../simulator/hosts/inline.ts';
import { staffGrid } from '../../../simulator/staffing/grid.ts';
import type { Recommendation } from '../../../simulator/staffing/recommendation.ts';
import { parseTargets } from '../../../simulator/staffing/target.ts';
import { runPlan } from '../../../simulator/staffing/trial.ts';
import { waitsByHalfHour } from '../../../simulator/staffing/waits-by-half-hour.ts';
import { truth } from '../history/known-truth.ts';

const target = 'p90<=10min, abandon<=8%';
const profile = profileOf(truth, undefined);
const trial = { model: truth, profile, grid: staffGrid(truth, profile), targets: [], seed: 3, run: inlineRun() };
const today = truth.plan!;
const plan = { ...today, id: 'recommended', roster: today.roster.map((shift) => ({ ...shift, to: '17:00' })) };

let answer: Recommendation;
let waits: WaitsOfPlans;

beforeAll(async () => {
  const kpisOf = async (one: typeof plan) => estimateKpis((await runPlan(trial, one, 0, 50)).sections);
  const cell = (from: string) => ({ role: 'teller' as const, from });
  const missed = ['14:00', '14:30', '16:00'].map(cell);
  const [before, after] = [await kpisOf(today), await kpisOf(plan)];
  waits = { today: await waitsByHalfHour(trial, today, 0, 50), recommended: await waitsByHalfHour(trial, plan, 0, 50) };
  const baseline = { cost: 40, kpis: after, missed: [] };
  answer = {
    target,
    targets: target.split(', '),
    requirement: [{ role: 'teller', from: '09:00', to: '17:00', count: 3 }],
    roster: plan.roster,
    plan,
    cost: 30,
    costUnit: 'staff-hours',
    bound: 27,
    gap: 0.1,
    kpis: after,
    verified: { holds: true, confidence: 0.95, days: 50, seed: 3, failing: [] },
    baselines: { sippCover: baseline, flatPeak: { ...baseline, cost: 60 }, today: { cost: 25, kpis: before, missed } },
    changes: [
      {
        role: 'teller',
        from: '14:00',
        to: '17:00',
        today: 2,
        recommended: 4,
        reason: { zh: '积压未消化。', en: 'The queue of noon.' },
      },
    ],
    frontier: [
      { name: 'today', cost: 25, waitP90Ms: 700_000, waitMeanMs: 1, holds: false },
      { name: 'recommended', cost: 30, waitP90Ms: 300_000, waitMeanMs: 1, holds: true },
    ],
    risks: [{ id: 'busier', name: { zh: '客流多 20 %', en: 'Busier' }, kpis: before, missed }],
    gives: [],
    unusable: [],
  };
});

describe('the report of a day', () => {
  const made = (language: 'zh-CN' | 'en', change: Partial<Recommendation> = {}): string =>
    dayReport(truth, { ...answer, ...change }, waits, language, {
      warnings: ['a warning', 'nobody comes: all expected arrivals are 0'],
      command: "tingtang recommend x --target 'p90<=10min, abandon<=8%' --seed 3",
    });

  it.each(['zh-CN', 'en'] as const)(
    'says in %s what it costs, against what, who, when, why, and how to do it again',
    (language) => {
      const html = made(language).replaceAll('&#39;', "'");
      const said =
        language === 'en'
          ? [
              "Today's plan costs 25 staff-hours",
              '20 % more',
              'misses the target in 3 half hours',
              'Tellers 14:00–15:00 and 16:00–16:30',
              'nobody comes: all',
            ]
          : ['现行方案每天 25 人时', '多 20 %', '有 3 个半小时达不到目标', '柜员 14:00–15:00、16:00–16:30', '没有人来：'];
      for (const text of [...said, '2 → 4', 'a warning', '--seed 3', '+5 (+20']) expect(html).toContain(text);
      expect(html).not.toMatch(/undefined|NaN|\[object|<script/);
      // people read targets in words; only the command has them as they are typed
      expect(html.split('<pre>')[0]).not.toContain('p90&lt;=');
      // demand, two rosters, waits and staffing before and after, frontier
      expect(html.match(/<svg/g)).toHaveLength(8);
    },
  );

  it('draws the waits before and after on one scale, with limits', () => {
    const figures = made('en')
      .split('<figure')
      .filter((part) => part.includes('wait-by-half-hour'));
    expect(figures).toHaveLength(2);
    const scales = figures.map((figure) => [...figure.matchAll(/>(\d+)<\/text>/g)].map(([, text]) => text));
    expect(scales[0]!.length).toBeGreaterThan(2);
    expect(scales[0]).toEqual(scales[1]);
    for (const figure of figures) expect(figure).toMatch(/95.%.interval/);
  });

  it('says what a partial answer reaches, when people are in the back office, and who is on call', () => {
    const shortfall = { reason: { zh: '还差两名。', en: 'Two more would do.' } } as Recommendation['shortfall'] & object;
    const backOffice = [{ contract: 'flex', from: '12:00', to: '14:00', people: 1 }] as unknown as Recommendation['backOffice'] &
      object;
    const onCall = { reason: { zh: '安排一名待命。', en: 'One stands by.' } } as Recommendation['onCall'] & object;
    const html = made('en', { shortfall, backOffice, onCall });
    expect(html).toContain('<h2>People on call</h2><p>One stands by.</p>');
    expect(html).toContain('<p>Two more would do.</p>');
    expect(html).toContain('At work in the back office, not for customers: flex 12:00–14:00.');
  });

  it('says first that it does not hold, and where', () => {
    const failing = [{ role: 'teller' as const, from: '10:00' }];
    const html = made('en', { verified: { ...answer.verified, holds: false, failing } });
    expect(html).toContain('Not sure to hold at: Tellers 10:00–10:30');
    expect(html).not.toContain('holds all day');
    expect(html).toContain('No plan costs less than');
    expect(made('en', { bound: 0, gap: 1 })).not.toContain('No plan costs less than');
  });
});

test('a command on paper ends its lines between options', () => {
  const command = `npx tingtang recommend examples/town-branch --target 'p90<=15min, abandon<=10%' --seed 1 --days 500`;
  expect(inLines(command)).toBe(
    `npx tingtang recommend examples/town-branch \\\n  --target 'p90<=15min, abandon<=10%' --seed 1 --days 500`,
  );
});

test('the line of the target stands where it is about those who wait', () => {
  const [p90, forCash, forBoth] = ['p90<=10min', 'p90<=5min for cash', 'p90<=7min for cash+loan'].map((text) =>
    parseTargets(text, truth.branch),
  );
  const ofTellers = [0, 1];
  expect(p90LimitOf(p90!, ofTellers)).toBe(600_000);
  // tellers give loans too, of which the target says nothing
  expect(p90LimitOf(forCash!, ofTellers)).toBeNull();
  expect(p90LimitOf(forBoth!, ofTellers)).toBe(420_000);
  expect(p90LimitOf(forBoth!)).toBeNull();
});

describe('targets in words', () => {
  it.each([
    ['p90<=10min', '90\u00a0% wait at most 10 min', '90\u00a0% 的客户等候不超过 10 分钟'],
    [
      'within 10min >= 80% for cash',
      'at least 80\u00a0% of those who come start within 10 min (cash)',
      'cash：至少 80\u00a0% 的来客在 10 分钟内开始办理',
    ],
    ['abandon<=5% over the day', 'at most 5\u00a0% leave over the day', '离开的不超过 5\u00a0%（全天合计）'],
    ['max<=30min', 'nobody waits longer than 30 min on 95\u00a0% of days', '最长等候不超过 30 分钟（95\u00a0% 的日子）'],
    ['mean<=4min', 'the mean wait is at most 4 min', '平均等候不超过 4 分钟'],
  ])('%s', (text, en, zh) => {
    const [one] = parseTargets(text, truth.branch);
    expect(targetInWords(one!, truth.branch, 'en')).toBe(en);
    expect(targetInWords(one!, truth.branch, 'zh-CN')).toBe(zh);
  });
});
