import { describe, expect, it } from 'vitest';
import { type FitOptions, fitHistory } from '../../../simulator/history/fit/fit.ts';
import { aicOf, fitFamilies, ksDistance } from '../../../simulator/history/fit/work/families.ts';
import { fitLengths } from '../../../simulator/history/fit/work/fit-lengths.ts';
import { memorySource } from '../../../simulator/history/read/byte-source.ts';
import type { HistoryFiles } from '../../../simulator/history/read/read-files.ts';
import type { DistributionSpec } from '../../../simulator/workload/distributions/spec.ts';
import { makeDistribution } from '../../../simulator/workload/distributions/table.ts';
import { Stream } from '../../../simulator/workload/streams.ts';

const history = (files: Record<string, string>, about: HistoryFiles['about'] = null): HistoryFiles => ({
  files: Object.entries(files).map(([name, text]) => memorySource(name, new TextEncoder().encode(text))),
  about,
  folder: 'branch',
});
const fitFrom = (files: Record<string, string>, options: FitOptions = {}, about: HistoryFiles['about'] = null) =>
  fitHistory(history(files, about), options);
const ruleOf = (fitted: ReturnType<typeof fitFrom>, rule: string) => fitted.report.rules.find((line) => line.rule === rule);

/** Eight customers of two days, one each half hour from 09:00. */
const visits = Array.from({ length: 8 }, (_, n) => {
  const clock = (minutes: number): string =>
    `2026-03-0${n < 4 ? 2 : 3} ${String(9 + Math.floor(((n % 4) * 30 + minutes) / 60)).padStart(2, '0')}:${String(((n % 4) * 30 + minutes) % 60).padStart(2, '0')}:00`;
  return `${clock(5)},${clock(10)},${clock(15 + (n % 3))},${n % 2 === 0 ? '存款' : '贷款'},W${n % 2}`;
});
const header = '取号时间,叫号时间,结束时间,业务类型,窗口';

describe('fit', () => {
  it('makes a model of one log of visits', () => {
    const { model, report } = fitFrom({ 'log.csv': [header, ...visits].join('\n') });
    expect(report).toMatchObject({ rows: 8, kept: 8, dropped: 0, days: 2, arrivals: 8, serviceTimes: 8 });
    expect(model.arrivals[0]).toMatchObject({ from: '09:00', expected: [1, 1, 1, 1], days: [1, 2] });
    expect(model.branch.services.map(({ names }) => names.zh)).toEqual(['存款', '贷款']);
    expect(model.branch.stations.length).toBe(2);
    expect(model.arrivals[0]!.mix.map(({ share }) => share)).toEqual([0.5, 0.5]);
    expect(model.work[0]!.evidence).toMatchObject({
      records: 8,
      doubts: ['only 8 records', 'pooled, for want of records: S1, S2'],
    });
  });

  it('takes arrivals and service times given apart, in seconds from a stated time', () => {
    const files = { 'a.csv': 'arrival_s\n10\n1800\n1900\n', 'b.csv': 'service_s\n30\n50\n45\n' };
    const { model } = fitFrom(files, { from: '07:30' });
    expect(model.arrivals[0]).toMatchObject({ from: '07:30', expected: [1, 2] });
    expect(fitFrom(files, {}, { v: 1, from: '08:00', to: '10:00' }).model.arrivals[0]).toMatchObject({
      from: '08:00',
      expected: [1, 2, 0, 0],
    });
    expect(() => fitFrom(files)).toThrow('a.csv: column "arrival_s" counts from an unknown time; give --from');
  });

  it('reads the same history from any encoding, delimiter and line end', () => {
    const text = [header, ...visits].join('\n');
    const plain = fitFrom({ 'log.csv': text }).model;
    for (const other of [
      `\uFEFF${text}`,
      text.replaceAll('\n', '\r\n'),
      text.replaceAll(',', '\t'),
      text.replaceAll(',', ' ; '),
      `${text}\n\n\n`,
    ]) {
      expect(fitFrom({ 'log.csv': other }).model).toEqual(plain);
    }
  });

  it('estimates patience with censoring: all the waiting there was by the number who left', () => {
    const rows = [
      'arrival,start,end,wait_s,outcome',
      '2026-03-02 09:00:00,2026-03-02 09:02:00,2026-03-02 09:05:00,120,served',
      '2026-03-02 09:10:00,,,60,abandoned',
      '2026-03-02 09:20:00,,,180,abandoned',
    ];
    const { model } = fitFrom({ 'log.csv': rows.join('\n') });
    expect(model.patience[0]).toMatchObject({ distribution: { family: 'exponential', meanMs: 180_000 }, evidence: { records: 2 } });
  });

  it('[HR4] what happens past midnight belongs to the business day that began at 04:00', () => {
    const log = (...arrivals: string[]) =>
      fitFrom({ 'log.csv': ['arrival,service_s', ...arrivals.map((at, n) => `${at},${60 + n}`)].join('\n') }).report.days;
    expect(log('2026-03-02 22:00:00', '2026-03-02 23:30:00', '2026-03-03 00:30:00', '2026-03-03 03:59:00')).toBe(1);
    expect(log('2026-03-02 22:00:00', '2026-03-02 23:30:00', '2026-03-03 04:01:00', '2026-03-03 05:00:00')).toBe(2);
  });

  it('[HF1] [HF3] refuses what cannot become a model, with what is missing', () => {
    expect(() => fitFrom({ 'x.csv': 'name,colour\nA,red\n' })).toThrow(
      'x.csv: no column of arrivals or service times; columns: name, colour',
    );
    expect(() => fitFrom({ 'a.csv': 'arrival\n2026-03-02 09:00\n' })).toThrow('no usable service time in the history');
    expect(() => fitFrom({ 'b.csv': 'service_s\n30\n' })).toThrow('no usable time of arrival in the history');
    expect(() => fitFrom({ 'b.csv': 'arrival,service_time\n2026-03-02 09:00,30\n' })).toThrow(
      'column "service_time" holds plain numbers without a unit',
    );
    expect(() => fitFrom({ 'b.csv': 'arrival,service_s\nsoon,30\nlater,40\n' })).toThrow(
      'column "arrival" holds no times (first: "soon")',
    );
  });
});

describe('clean: each rule is named, counted and shown', () => {
  const log = (...rows: string[]) => fitFrom({ 'log.csv': ['arrival,start,end,wait_s,outcome', ...rows].join('\n') });
  const good = '2026-03-02 09:00:00,2026-03-02 09:01:00,2026-03-02 09:04:00,60,served';
  it.each([
    ['duplicate-row', good, 1],
    ['no-arrival', ',,,,served', 1],
    ['stale-date', '1886-03-02 09:00:00,1886-03-02 09:01:00,1886-03-02 09:04:00,60,served', 1],
    ['unreadable-cell', '2026-03-02 10:00:00,soon,2026-03-02 10:04:00,60,served', 0],
    ['sentinel-time', '2026-03-02 10:00:00,2026-03-02 00:00:00,2026-03-02 10:04:00,60,served', 0],
    ['start-before-arrival', '2026-03-02 10:00:00,2026-03-02 09:59:00,2026-03-02 10:04:00,,served', 0],
    ['end-before-start', '2026-03-02 10:00:00,2026-03-02 10:05:00,2026-03-02 10:04:00,300,served', 0],
    ['negative-length', '2026-03-02 10:00:00,,,-5,abandoned', 0],
    ['absurd-wait', '2026-03-02 10:00:00,2026-03-02 23:01:00,2026-03-02 23:04:00,,served', 0],
    ['absurd-service', '2026-03-02 10:00:00,2026-03-02 10:01:00,2026-03-02 19:04:00,60,served', 0],
    ['ghost-service', '2026-03-02 10:00:00,2026-03-02 10:01:00,2026-03-02 10:01:00,60,served', 0],
    ['no-service-time', '2026-03-02 10:00:00,,,60,served', 0],
    ['clocks-disagree', '2026-03-02 10:00:00,2026-03-02 10:01:00,2026-03-02 10:04:00,90,served', 0],
  ])('%s', (rule, row, dropped) => {
    const fitted = log(good, row);
    expect(ruleOf(fitted, rule)).toMatchObject({ rows: 1 });
    expect(ruleOf(fitted, rule)!.examples[0]).toMatch(/^log\.csv:3 /);
    expect(fitted.report.dropped).toBe(dropped);
    expect(fitted.report.kept + fitted.report.dropped).toBe(fitted.report.rows);
    // and a clean history meets no rule
    expect(log(good).report.rules).toEqual([]);
  });

  it('outside-hours', () => {
    const fitted = fitFrom({ 'a.csv': 'arrival_s,service_s\n10,30\n10000,30\n' }, {}, { v: 1, from: '08:00', to: '10:00' });
    expect(ruleOf(fitted, 'outside-hours')).toMatchObject({ rows: 1, effect: 'dropped' });
  });

  it('takes very short services for a class of their own only where they are common', () => {
    const rows = (short: number) => Array.from({ length: 200 }, (_, n) => `${n * 60},${n < short ? 5 : 100 + (n % 50)}`).join('\n');
    expect(ruleOf(fitFrom({ 'a.csv': `arrival_s,service_s\n${rows(10)}` }, { from: '08:00' }), 'ghost-service')).toMatchObject({
      rows: 10,
    });
    expect(ruleOf(fitFrom({ 'a.csv': `arrival_s,service_s\n${rows(2)}` }, { from: '08:00' }), 'ghost-service')).toBeUndefined();
  });
});

describe('service distributions', () => {
  const drawn = (spec: DistributionSpec, count: number): number[] => {
    const { quantile } = makeDistribution(spec);
    const stream = new Stream().start(17, 0, 'work');
    return Array.from({ length: count }, () => quantile(stream.uniform()));
  };
  const truths: DistributionSpec[] = [
    { family: 'lognormal', meanMs: 240_000, cv: 0.8 },
    { family: 'gamma', meanMs: 300_000, cv: 0.5 },
    { family: 'weibull', meanMs: 300_000, shape: 2.5 },
    { family: 'exponential', meanMs: 180_000 },
  ];
  it.each(truths.map((truth) => [truth.family, truth] as const))(
    'finds a %s back, with its parameters within 4 %%',
    (family, truth) => {
      const { distribution, evidence } = fitLengths(drawn(truth, 10_000));
      expect(evidence.records).toBe(10_000);
      // the exponential is a special case of gamma and Weibull: any of them with its shape is right
      if (family !== 'exponential') expect(distribution.family).toBe(family);
      const got = makeDistribution(distribution);
      const want = makeDistribution(truth);
      expect(Math.abs(got.meanMs / want.meanMs - 1)).toBeLessThan(0.04);
      expect(Math.abs(Math.sqrt(got.scv / want.scv) - 1)).toBeLessThan(0.04);
    },
  );

  it('is a maximum of the likelihood: no nearby parameter is better', () => {
    const values = drawn({ family: 'gamma', meanMs: 60_000, cv: 0.7 }, 500);
    const density = (spec: DistributionSpec): number => {
      const { cdf } = makeDistribution(spec);
      return values.reduce((sum, value) => sum + Math.log((cdf(value + 0.5) - cdf(value - 0.5)) / 1), 0);
    };
    for (const fitted of fitFamilies(values)) {
      const best = density(fitted.spec);
      expect(Math.abs(best - fitted.logLikelihood)).toBeLessThan(0.05);
      for (const change of [0.97, 1.03]) {
        for (const key of ['meanMs', 'cv', 'shape'] as const) {
          if (!(key in fitted.spec)) continue;
          const near = {
            ...fitted.spec,
            [key]: (fitted.spec as unknown as Record<string, number>)[key]! * change,
          } as DistributionSpec;
          expect(density(near), `${fitted.spec.family} ${key}`).toBeLessThan(best + 1e-6);
        }
      }
    }
  });

  it('says that a time which never varies is no measurement', () => {
    expect(fitLengths(Array.from({ length: 40 }, () => 600_000)).evidence.doubts!.join()).toContain(
      'exactly 600 s: a nominal time',
    );
    expect(fitLengths([60_000, 60_000, 61_000]).evidence.doubts!.join()).not.toContain('nominal');
  });

  it('[HL2] keeps the recorded values when no family fits', () => {
    const two = [
      ...drawn({ family: 'gamma', meanMs: 20_000, cv: 0.1 }, 300),
      ...drawn({ family: 'gamma', meanMs: 600_000, cv: 0.1 }, 300),
    ];
    const { distribution, evidence } = fitLengths(two);
    expect(distribution.family).toBe('empirical');
    expect(evidence.doubts!.join()).toContain('no family fits');
    expect(Math.abs(makeDistribution(distribution).meanMs / 310_000 - 1)).toBeLessThan(0.02);
  });

  it('[HL2] orders families by AIC and measures the Kolmogorov-Smirnov distance', () => {
    const values = drawn({ family: 'lognormal', meanMs: 60_000, cv: 1.2 }, 2000);
    const fits = fitFamilies(values).sort((a, b) => aicOf(a) - aicOf(b));
    expect(fits[0]!.spec.family).toBe('lognormal');
    expect(ksDistance(fits[0]!.spec, values)).toBeLessThan(0.03);
    expect(ksDistance({ family: 'constant', ms: 1 }, values)).toBeCloseTo(1, 3);
  });
});
