import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkExport, weekExports } from '../../../simulator/cli/staffing/recommend-exports.ts';
import { weekReport } from '../../../simulator/cli/staffing/report/week-report.ts';
import { BadInput } from '../../../simulator/cli/verb.ts';
import { estimateKpis } from '../../../simulator/engine/results/study.ts';
import { profileOf } from '../../../simulator/engine/run.ts';
import { inlineRun } from '../../../simulator/hosts/inline.ts';
import { contractsSchema } from '../../../simulator/staffing/contracts/contracts.ts';
import { weekCsv } from '../../../simulator/staffing/files/roster-csv.ts';
import { weekIcs } from '../../../simulator/staffing/files/roster-ics.ts';
import { staffGrid } from '../../../simulator/staffing/grid.ts';
import { runPlan } from '../../../simulator/staffing/trial.ts';
import type { WeekRecommendation, WeekShift } from '../../../simulator/staffing/week/week-recommendation.ts';
import { truth } from '../history/known-truth.ts';

const shift = (weekday: number, person: string, from: string, to: string, rest?: [string, string]): WeekShift => ({
  weekday,
  person,
  role: 'teller',
  from,
  to,
  breaks: rest ? [{ from: rest[0], to: rest[1] }] : [],
});
const roster = [
  shift(1, 'T01', '09:00', '17:00', ['12:00', '13:00']),
  shift(2, 'T01', '09:00', '13:00'),
  shift(2, 'T02', '10:00', '17:00'),
];
const dateOn = (weekday: number): string => `2026-03-0${weekday + 1}`;

let answer: WeekRecommendation;

beforeAll(async () => {
  const profile = profileOf(truth, undefined);
  const trial = { model: truth, profile, grid: staffGrid(truth, profile), targets: [], seed: 3, run: inlineRun() };
  const kpis = estimateKpis((await runPlan(trial, truth.plan!, 0, 20)).sections);
  const missed = [{ role: 'teller' as const, from: '10:00' }];
  const day = (weekday: number, holds: boolean) => ({
    weekday,
    requirement: [],
    plan: truth.plan!,
    kpis,
    holds,
    days: 20,
    failing: holds ? [] : missed,
    today: { cost: 100, kpis, missed },
    changes: [
      {
        role: 'teller' as const,
        from: '09:00',
        to: '10:00',
        today: 2,
        recommended: weekday,
        reason: { zh: '因为。', en: 'Because.' },
      },
    ],
    risks: [{ id: 'busier' as const, name: { zh: '客流多 20 %', en: 'Busier' }, kpis, missed }],
  });
  answer = {
    target: 'p90<=10min',
    roster,
    days: [day(1, true), day(2, true)],
    cost: 230,
    costUnit: 'CNY',
    bound: 210,
    gap: 0.087,
    solverGap: 0.004,
    stopped: false,
    verified: { holds: true, confidence: 0.95, seed: 3 },
    people: [
      { id: 'T01', hours: 11, days: 2 },
      { id: 'T02', hours: 7, days: 1 },
      { id: 'T03', hours: 0, days: 0 },
    ],
    gives: [],
  };
});

describe('the report of a week', () => {
  const made = (language: 'zh-CN' | 'en', change: Partial<WeekRecommendation> = {}): string =>
    weekReport(truth, { ...answer, ...change }, [], language, { warnings: [], command: 'tingtang recommend x --week' });

  it.each(['zh-CN', 'en'] as const)('in %s: everybody by name, each day, its cost against today', (language) => {
    const html = made(language);
    const said =
      language === 'en'
        ? ['costs 200 CNY a week', '15 % more', 'misses the target in 2 half hours', '<th scope="col">Mon</th>', 'Because.']
        : ['现行方案一周 200 CNY', '多 15 %', '有 2 个半小时达不到目标', '<th scope="col">周一</th>', '因为。'];
    for (const text of [...said, '09:00–17:00\n(12:00–13:00)', '--week']) expect(html.replaceAll('&#39;', "'")).toContain(text);
    expect(html).not.toMatch(/undefined|NaN|\[object|Infinity/);
    // T03 has no shift and no row
    expect(html).not.toContain('T03');
  });

  it('stopped early it says so, and that there is no bound', () => {
    const html = made('en', { stopped: true, bound: null, gap: null });
    expect(html).toContain('stopped by hand');
    expect(html).not.toContain('No week costs less');
  });

  it('names the days that do not hold', () => {
    const days = [answer.days[0]!, { ...answer.days[1]!, holds: false }];
    const html = made('en', { days, verified: { ...answer.verified, holds: false } });
    expect(html).toContain('Not sure to hold on: Tue');
    expect(html).not.toContain('holds on every day');
  });
});

describe('a week as files', () => {
  const model = { ...truth, arrivals: truth.arrivals.map((one) => ({ ...one, days: [1 as const, 2 as const] })) };
  const contracts = contractsSchema.parse({
    v: 1,
    currency: 'CNY',
    contracts: [{ id: 'full', kind: 'full-time', role: 'teller', hours: [8], costPerHour: 40 }],
  });

  it('every export, dated by the week of the date given, with the waits of both plans', async () => {
    const files = await weekExports(model, answer, contracts, null, { warnings: [], command: 'c', date: '2026-03-05' });
    expect([...files.keys()]).toEqual([
      'plan-1.json',
      'plan-2.json',
      'week.json',
      'roster.csv',
      'roster.zh-CN.csv',
      'roster.ics',
      'report.zh-CN.html',
      'report.en.html',
    ]);
    expect(files.get('roster.csv')).toContain('2026-03-02,1,teller,T01');
    expect(files.get('roster.ics')).toContain('20260303T100000');
    const { waitsByHalfHour } = JSON.parse(files.get('week.json')!);
    expect(waitsByHalfHour.map(({ weekday }: { weekday: number }) => weekday)).toEqual([1, 2]);
    expect(waitsByHalfHour[1].today).toHaveLength(16);
    expect(waitsByHalfHour[1].recommended[4].waitP90Ms.high).toBeGreaterThan(0);
    expect(files.get('report.en.html')!.match(/<figure/g)).toHaveLength(4);
  });

  it('a date that is none, or a folder that cannot be made, is refused before anything is searched', () => {
    expect(() => checkExport(undefined, '2026-02-30')).toThrow('--date "2026-02-30": must be a day such as 2026-12-01');
    const file = join(mkdtempSync(join(tmpdir(), 'tingtang-export-')), 'file');
    writeFileSync(file, '');
    expect(() => checkExport(join(file, 'out'), undefined)).toThrow(BadInput);
  });

  it('CSV: a line a shift, with its date', () => {
    expect(weekCsv({ roster }, dateOn).split('\r\n').slice(0, 3)).toEqual([
      'date,weekday,role,person,from,to,breaks,kind',
      '2026-03-02,1,teller,T01,09:00,17:00,12:00-13:00,work',
      '2026-03-03,2,teller,T01,09:00,13:00,,work',
    ]);
  });

  const besides = {
    onCall: { standingBy: [shift(2, 'T03', '10:00', '12:00')], calledOn: 0.2, saves: 9, reason: { zh: '待命。', en: 'On call.' } },
    backOffice: [{ weekday: 1, person: 'T01', from: '14:00', to: '15:00' }],
  };

  it('who stands by and who is in the back office has lines and events of their own, in Chinese too', () => {
    const week = { roster, ...besides };
    expect(weekCsv(week, dateOn)).toContain('2026-03-03,2,teller,T03,10:00,12:00,,on-call');
    expect(weekCsv(week, dateOn, 'zh')).toContain('\uFEFF日期,星期,岗位,员工,开始,结束,休息,类别');
    expect(weekCsv(week, dateOn, 'zh')).toContain('2026-03-02,周一,柜员,T01,14:00,15:00,,后台');
    const ics = weekIcs(week, dateOn, { zone: 'Asia/Shanghai', branch: 'b' });
    expect(ics).toContain('SUMMARY:T03 待命 on call');
    expect(ics).toContain('SUMMARY:T01 后台 back office');
  });

  it('the report tells them as well, and other weeks by cost and wait', () => {
    const frontier = [
      { name: 'today', cost: 200, waitP90Ms: 900_000, waitMeanMs: 300_000, holds: false },
      { name: 'recommended', cost: 230, waitP90Ms: 500_000, waitMeanMs: 100_000, holds: true },
    ];
    const elastic = { days: [], saves: null, opening: null, reason: { zh: '不设。', en: 'None pays.' } };
    for (const [language, said] of [
      ['zh-CN', ['待命人员', '待命。', '不设。', '多花钱，少等多久', 'CNY/周', '达不到目标的：现行']],
      [
        'en',
        [
          'People on call',
          'On call.',
          'None pays.',
          'What a shorter wait costs',
          'CNY a week',
          'miss the target in some half hour: Today',
        ],
      ],
    ] as const) {
      const html = weekReport(truth, { ...answer, ...besides, elastic, frontier }, [], language, { warnings: [], command: 'c' });
      for (const text of said) expect(html).toContain(text);
      expect(html).not.toMatch(/undefined|NaN|\[object|Infinity/);
    }
  });

  it('ICS: an event a shift, on its date and under its name', () => {
    const text = weekIcs({ roster }, dateOn, { zone: 'Asia/Shanghai', branch: 'b' });
    expect(text.match(/DTSTART.*/g)!.map((line) => line.trim())).toEqual([
      'DTSTART;TZID=Asia/Shanghai:20260302T090000',
      'DTSTART;TZID=Asia/Shanghai:20260303T090000',
      'DTSTART;TZID=Asia/Shanghai:20260303T100000',
    ]);
    expect(new Set(text.match(/UID:.*/g)).size).toBe(3);
    expect(text).toContain('SUMMARY:T02');
  });
});
