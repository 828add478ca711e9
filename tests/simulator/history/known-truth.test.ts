import { describe, expect, it } from 'vitest';
import { backtestText } from '../../../simulator/cli/history/text/backtest-text.ts';
import { backtest } from '../../../simulator/history/backtest/backtest.ts';
import { fitHistory, modelOf } from '../../../simulator/history/fit/fit.ts';
import { fitLog } from '../../../simulator/history/fit/fit-log.ts';
import { type Faults, generateLog } from '../../../simulator/history/generated-log.ts';
import { memorySource } from '../../../simulator/history/read/byte-source.ts';
import { historyReport } from '../../../simulator/history/report/history-report.ts';
import { reportHtml } from '../../../simulator/report/html/report.ts';
import { truth } from './known-truth.ts';

/** Logs fitted here; `npm run validate` figures in docs/validation.md are of 400. */
const logs = Number(process.env.TINGTANG_LOGS ?? 2);
const historyOf = (text: string) => ({
  files: [memorySource('log.csv', new TextEncoder().encode(text))],
  about: null,
  folder: 'truth',
});
const logOf = (seed: number, days: number, dirty = false, faults: Faults = {}): string =>
  [...generateLog(truth, { seed, days, dirty }, faults)].join('');

type Limits = { readonly low: number; readonly high: number };

describe('a log whose truth is known', () => {
  const known: Readonly<Record<string, number>> = {
    'arrivals a day': 312,
    'mean work, cash': 200_000,
    'spread of work, cash': 0.8,
    'mean work, loan': 420_000,
    'a quarter has left': -1_500_000 * Math.log(0.75),
    'mean turnaround': 25_000,
    'mean turnaround, nobody waiting': 45_000,
  };

  it(`${logs} logs: 95 % limits of the fit hold the truth as often as they say`, { timeout: 100_000 + logs * 20_000 }, () => {
    const held = new Map<string, number>();
    for (let seed = 1; seed <= logs; seed++) {
      const { file } = fitHistory(historyOf(logOf(seed, 20)));
      const work = (service: string) => file.work.find((entry) => entry.service === service)!.evidence!.intervals!;
      const turnaround = file.turnaround!.at(-1)!.evidence!.intervals!;
      const found: Record<string, Limits | undefined> = {
        'arrivals a day': file.arrivals[0]!.evidence!.intervals!.perDay,
        'mean work, cash': work('cash').meanMs,
        'spread of work, cash': work('cash').cv,
        'mean work, loan': work('loan').meanMs,
        'a quarter has left': file.patience![0]!.evidence!.intervals?.quarterLeftMs,
        'mean turnaround': turnaround.meanMs,
        'mean turnaround, nobody waiting': turnaround.quietMeanMs,
      };
      for (const [name, value] of Object.entries(known)) {
        const limits = found[name];
        if (limits === undefined || (limits.low <= value && value <= limits.high)) held.set(name, (held.get(name) ?? 0) + 1);
      }
    }
    const shares = Object.fromEntries(Object.keys(known).map((name) => [name, (held.get(name) ?? 0) / logs]));
    if (logs >= 100) for (const [name, share] of Object.entries(shares)) expect(share, name).toBeGreaterThan(0.9);
    const all = Object.values(shares).reduce((sum, share) => sum + share, 0) / Object.keys(known).length;
    expect(all).toBeGreaterThan(logs >= 100 ? 0.92 : 0.8);
  });

  it('with faults: each is found by its rule, as often as it was made, and the fit does not mind', () => {
    const faults: Faults = {};
    const { file, report } = fitHistory(historyOf(logOf(8, 12, true, faults)));
    const counts = Object.fromEntries(report.rules.map(({ rule, rows }) => [rule, rows]));
    expect(Object.keys(faults).length).toBeGreaterThan(5);
    for (const rule of ['duplicate-row', 'stale-date', 'sentinel-time', 'absurd-service', 'end-before-start'] as const)
      expect(counts[rule], rule).toBe(faults[rule]);
    expect(counts['start-before-arrival']).toBe(faults['start-before-arrival']);
    expect(report.dropped).toBe(faults['duplicate-row']! + faults['stale-date']!);
    const cash = file.work.find((entry) => entry.service === 'cash')!.distribution;
    expect('meanMs' in cash && cash.meanMs / 200_000).toBeCloseTo(1, 1);
  });

  it('holds against its own days when each is left out in turn, and not without its turnaround', () => {
    const history = historyOf(logOf(5, 10));
    const fitted = fitHistory(history, {});
    const { log } = fitted;
    const answer = backtest({
      log,
      days: log.days,
      modelFor: (day) => {
        const { file, found } = fitLog(log, history, { days: log.days.filter((one) => one !== day), intervals: false });
        return { model: modelOf(file), spellLimitMs: found.spellLimitMs };
      },
      seed: 3,
      runs: 5,
      withinMs: 300_000,
    });
    expect(answer.days).toBe(10);
    const mean = (kpis: typeof answer.observed): number => (kpis.waitMeanMs as { value: number }).value;
    expect(Math.abs(mean(answer.simulated) / mean(answer.observed) - 1)).toBeLessThan(0.12);
    expect(mean(answer.contributions[0]!.kpis)).toBeLessThan(0.85 * mean(answer.observed));
    expect(answer.rankCorrelation.days!).toBeGreaterThan(0.7);
    expect(answer.byDay.length).toBe(10);
    expect(answer.verdict.checks.length).toBe(7);
    const sentences = backtestText(answer, ['of 50 days 40, evenly spread, are left out in turn'])
      .split('\n')
      .filter((line) => /[a-z]{2,} [a-z]{2,} [a-z]{2,}/.test(line));
    expect(sentences.length).toBeGreaterThan(5);
    for (const sentence of sentences) expect(sentence).toMatch(/[\u4e00-\u9fff]/);
    for (const language of ['zh-CN', 'en'] as const) {
      const html = reportHtml(
        historyReport(fitted, answer, { language, made: '2026-03-02 09:00', commands: ['tingtang fit log.csv'] }),
      );
      const [arrivals, absences, better] =
        language === 'en'
          ? ['Arrivals', 'Turnaround and short absences', 'What to record better']
          : ['到达', '办结间隔与短暂离岗', '怎样记录得更好'];
      const family = language === 'en' ? 'lognormal' : '对数正态分布';
      for (const text of [arrivals, absences, better, '09:00', family]) expect(html).toContain(text);
      expect(html).not.toMatch(/undefined|NaN|<script|https?:(?!\/\/www\.w3\.org)/);
      expect((html.match(/<svg/g) ?? []).length).toBeGreaterThan(4);
    }
  });
});
