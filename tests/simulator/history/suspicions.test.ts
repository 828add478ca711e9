import { describe, expect, it } from 'vitest';
import { fitHistory } from '../../../simulator/history/fit/fit.ts';
import { generateLog } from '../../../simulator/history/generated-log.ts';
import { memorySource } from '../../../simulator/history/read/byte-source.ts';
import { wantingOf } from '../../../simulator/history/wanting.ts';
import { normalQuantile } from '../../../simulator/workload/distributions/normal-quantile.ts';
import { Stream } from '../../../simulator/workload/streams.ts';
import { truth } from './known-truth.ts';

const fitOf = (text: string) =>
  fitHistory({ files: [memorySource('log.csv', new TextEncoder().encode(text))], about: null, folder: 'x' });
const clock = (ms: number): string => new Date(Date.UTC(2026, 2, 2) + ms).toISOString().slice(0, 19);
const good = [...generateLog(truth, { seed: 2, days: 4, dirty: false })].join('');

describe('a file that looks made up', () => {
  it('is told with the proof: every hour alike, waits of whole minutes alike, "waits" that are normal and go below zero', () => {
    const stream = new Stream().start(1, 0, 'arrivals');
    const rows = Array.from({ length: 600 }, (_, n) => {
      const arrival = (n % 24) * 3_600_000 + Math.floor(n / 24) * 86_400_000 + 120_000;
      const start = arrival + 60_000 * Math.floor(11 * stream.uniform());
      const wait = 10.1 + 5 * normalQuantile(stream.uniform());
      return [clock(arrival), clock(start), clock(start + 300_000), wait.toFixed(2)].join(',');
    });
    const { report } = fitOf(['arrival,start,end,wait_min', ...rows].join('\n'));
    expect(report.suspicions.length).toBe(3);
    expect(report.suspicions.join()).toMatch(/all 24 hours: \d+ from 03:00/);
    expect(report.suspicions.join()).toMatch(/whole minutes from 0 to 10, each as often/);
    expect(report.suspicions.join()).toMatch(/\d+ of 600 waits are below zero/);
  });

  it('is not seen in an honest log', () => {
    expect(fitOf(good).report.suspicions).toEqual([]);
  });
});

describe('a file that contradicts itself is refused in one line', () => {
  const header = good.split('\n')[0]!;
  it('[HF2] start and end swapped', () => {
    expect(() => fitOf(good.replace(header, 'arrival,end,start,wait_s,service,segment,server,outcome'))).toThrow(
      /service ends before it starts in \d+ of \d+ rows: the columns start and end seem to be swapped/,
    );
  });
  it('arrival and start swapped, or clocks that disagree', () => {
    expect(() => fitOf(good.replace(header, 'start,arrival,end,wait_s,service,segment,server,outcome'))).toThrow(
      /service starts before the arrival in \d+ of \d+ rows, usually by \d+ s/,
    );
    const late = good.replace(
      /^(2026-\S{5}T)(\d\d)/gm,
      (_, date: string, hour: string) => `${date}${String(Number(hour) + 1).padStart(2, '0')}`,
    );
    expect(() => fitOf(late)).toThrow(/two clocks disagree/);
  });
  it('[HF2] arrival and start swapped where few wait: nobody ever waits, but many are served before they come', () => {
    // one in five waited, so four in five rows are the same either way
    const rows = Array.from({ length: 100 }, (_, n) =>
      [clock(n * 300_000), clock(n * 300_000 - (n % 5 === 0 ? 120_000 : 0)), clock(n * 300_000 + 90_000)].join(','),
    );
    expect(() => fitOf(['arrival,start,end', ...rows].join('\n'))).toThrow(/before the arrival in 20 of 100 rows/);
  });
});

describe('one clock of many', () => {
  it('is named, with by how much it is behind', () => {
    const rows = Array.from({ length: 300 }, (_, n) => {
      const at = n * 100_000;
      const behind = n % 5 === 0 ? 240_000 : 0;
      const begun = at + (n % 2) * 20_000 - behind;
      return [clock(at), clock(begun), clock(begun + 60_000), `W${n % 5}`].join(',');
    });
    const { suspicions } = fitOf(['arrival,start,end,teller', ...rows].join('\n')).report;
    expect(suspicions.join()).toMatch(/the clock of W0 \(60 of 60 rows, usually by 2[2-4]0 s\): set it right/);
  });
});

describe('hours that leave many out', () => {
  it('are doubted: people who come past midnight are not modelled, and it is said', () => {
    const rows = Array.from({ length: 200 }, (_, n) => {
      const at = 20 * 3_600_000 + n * 108_000;
      return [clock(at), clock(at), clock(at + 60_000)].join(',');
    });
    const { dropped, warnings } = fitOf(['arrival,start,end', ...rows].join('\n')).report;
    expect(dropped).toBeGreaterThan(50);
    expect(warnings.join()).toMatch(/\d+ of 200 rows arrived outside .* people come past midnight/);
  });
});

describe('a thin history', () => {
  it('three days: one kind of day, and what is not known is said', () => {
    const { model } = fitOf([...generateLog(truth, { seed: 3, days: 3, dirty: false })].join(''));
    expect(model.arrivals.map(({ id }) => id)).toEqual(['all-days']);
    expect(model.arrivals[0]!.dayFactorCv).toBe(0);
    expect(model.arrivals[0]!.evidence!.doubts!.join()).toContain('arrivals of 3 days only');
  });
  it('four records: what is missing, and what can and cannot be done, in both languages', () => {
    const { missing, possible } = wantingOf(fitOf(good.split('\n').slice(0, 5).join('\n')));
    const [zh, en] = (['zh', 'en'] as const).map((language) =>
      [...missing, ...possible].map((names) => names[language]).join('\n'),
    );
    expect(en).toMatch(/1 day only[\s\S]*4 service times only[\s\S]*take no roster from it[\s\S]*Not backtest[\s\S]*Not forecast/);
    expect(zh).toMatch(/只有 1 天[\s\S]*只有 4 个办理时间[\s\S]*不要据此排班[\s\S]*不能 backtest[\s\S]*不能 forecast/);
    const whole = wantingOf(fitOf(good)).possible.map((names) => names.en);
    expect(whole[0]).toBe('simulate, compare and recommend.');
  });
  it('one service with four records: pooled with the others, and marked', () => {
    const rare = Array.from(
      { length: 4 },
      (_, n) => `2026-01-05T09:0${n}:30,2026-01-05T09:0${n}:30,2026-01-05T09:1${n}:30,0,safe,normal,teller-1,served`,
    );
    const { model } = fitOf(`${good}${rare.join('\n')}\n`);
    expect(model.branch.services.map(({ id }) => id)).toContain('safe');
    expect(model.work.some(({ service }) => service === 'safe')).toBe(false);
    expect(model.work.at(-1)!.evidence).toMatchObject({ pooled: true });
    expect(model.work.at(-1)!.evidence!.doubts!.join()).toContain('pooled, for want of records: safe');
  });
});
