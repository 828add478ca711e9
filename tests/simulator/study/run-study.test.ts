import { describe, expect, it } from 'vitest';
import { estimateKpis } from '../../../simulator/engine/results/study.ts';
import { inlineHost } from '../../../simulator/hosts/inline.ts';
import { bankDay } from '../../../simulator/study/bench/bank-day.ts';
import { isPrecise, type Precision, parsePrecision } from '../../../simulator/study/precision.ts';
import { runStudy } from '../../../simulator/study/run-study.ts';

const { model, plan } = bankDay();
const question = { model, plans: [plan], seed: 2 };
const precision = (text: string): Precision => parsePrecision(text) as Precision;
const halfWidth = (estimate: { value: number; low: number; high: number } | number | null): number =>
  estimate === null || typeof estimate === 'number' ? Number.NaN : (estimate.high - estimate.low) / 2;

describe('a precision', () => {
  it('names a KPI and a half-width: a share of its value, or in its own unit', () => {
    expect(precision('waitMeanMs±2%')).toEqual({ kpi: 'waitMeanMs', halfWidth: 0.02, relative: true });
    expect(precision('waitP90Ms +- 10s')).toEqual({ kpi: 'waitP90Ms', halfWidth: 10_000, relative: false });
    expect(precision('abandonRate±0.005')).toEqual({ kpi: 'abandonRate', halfWidth: 0.005, relative: false });
    expect(precision('queueMean±1%')).toEqual({ kpi: 'queueMean', halfWidth: 0.01, relative: true });
  });

  it('that cannot be meant says why, with what is allowed', () => {
    const cases: [string, RegExp][] = [
      ['waitMeanMs', /must be KPI±HALF-WIDTH/],
      ['wait±2%', /unknown KPI "wait"; allowed: waitMeanMs, /],
      ['waitMaxMs±2%', /no interval/],
      ['waitMeanMs±5', /give the unit of waitMeanMs/],
      ['abandonRate±5s', /is no time/],
      ['waitMeanMs±0%', /above 0/],
    ];
    for (const [text, message] of cases) expect(parsePrecision(text), text).toMatch(message);
  });

  it('is met when the half-width is small enough, and by a figure without spread', () => {
    const estimates = { waitMeanMs: { value: 100, low: 97, high: 103 }, abandonRate: null } as never;
    expect(isPrecise(precision('waitMeanMs±3%'), estimates)).toBe(true);
    expect(isPrecise(precision('waitMeanMs±2%'), estimates)).toBe(false);
    expect(isPrecise(precision('waitMeanMs±3ms'), estimates)).toBe(true);
    expect(isPrecise(precision('abandonRate±0.001'), estimates)).toBe(true);
  });
});

describe('a study', () => {
  it('runs until the half-width is met, the same days whatever else is going on', async () => {
    const asked = { ...question, days: 5000, precision: precision('waitMeanMs±4%') };
    const study = await runStudy(inlineHost(), asked);
    expect(study).toMatchObject({ precise: true, stopped: null });
    expect(study.days).toBeLessThan(5000);
    const { waitMeanMs } = estimateKpis(study.plans[0]!.sections);
    expect(halfWidth(waitMeanMs)).toBeLessThanOrEqual(0.04 * (waitMeanMs as { value: number }).value);
    const fixed = await runStudy(inlineHost(), { ...question, days: study.days });
    expect(estimateKpis(fixed.plans[0]!.sections)).toEqual(estimateKpis(study.plans[0]!.sections));
  });

  it('says so when the most days are not enough', async () => {
    const study = await runStudy(inlineHost(), { ...question, days: 210, precision: precision('waitMeanMs±0.1%') });
    expect(study).toMatchObject({ days: 210, precise: false, stopped: null });
  });

  it('holds for every plan, and can be cancelled', async () => {
    const other = { ...plan, id: 'other', calling: { id: 'fcfs', options: {} } };
    const both = await runStudy(inlineHost(), {
      ...question,
      plans: [plan, other],
      days: 2000,
      precision: precision('abandonRate±0.01'),
    });
    for (const { sections } of both.plans) expect(halfWidth(estimateKpis(sections).abandonRate)).toBeLessThanOrEqual(0.01);
    const abort = new AbortController();
    const progress = (days: number): void => {
      if (days > 0) abort.abort();
    };
    const study = await runStudy(inlineHost(), { ...question, days: 100_000 }, { signal: abort.signal, progress });
    expect(study.stopped).toBe('cancelled');
    expect(study.days).toBeGreaterThan(0);
  });

  it('counts who waits over the day: all steps together hold what everybody waited', async () => {
    const whole = { fromMs: 0, stepMs: 7_200_000, steps: 24 };
    const fine = { fromMs: 8 * 3_600_000, stepMs: 600_000, steps: 60 };
    const run = async (queue: typeof whole) => (await runStudy(inlineHost(), { ...question, days: 60, queue })).plans[0]!;
    const { queue, sections } = await run(whole);
    const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
    expect(total(queue!)).toBe(sections.figures!.reduce((sum, { queueMs }) => sum + queueMs, 0));
    expect(total((await run(fine)).queue!.slice(0, 12))).toBe(queue![4]!);
  });
});
