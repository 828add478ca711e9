import fc from 'fast-check';
import type { Chart, ChartOptions } from '../../../simulator/report/chart.ts';
import { arrivalProfile } from '../../../simulator/report/charts/arrival-profile.ts';
import { distributionFit } from '../../../simulator/report/charts/distribution-fit.ts';
import { frontier } from '../../../simulator/report/charts/frontier.ts';
import { heatStrip } from '../../../simulator/report/charts/heat-strip.ts';
import { linesOverTime } from '../../../simulator/report/charts/lines-over-time.ts';
import { observedVsSimulated } from '../../../simulator/report/charts/observed-vs-simulated.ts';
import { pairedDifferences } from '../../../simulator/report/charts/paired-differences.ts';
import { rosterGantt } from '../../../simulator/report/charts/roster-gantt.ts';
import { simulatedDay } from '../../../simulator/report/charts/simulated-day.ts';
import { staffingSteps } from '../../../simulator/report/charts/staffing-steps.ts';
import { survival } from '../../../simulator/report/charts/survival.ts';
import { waitByHalfHour } from '../../../simulator/report/charts/wait-by-half-hour.ts';

export const payloads = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'-alert(1)-'",
  '</svg><svg onload=alert(1)>',
  '</style><script>alert(1)</script>',
  '&lt;b&gt; &amp; &#60;',
  ']]><![CDATA[',
  'javascript:alert(1)',
  '\u0000\u0008\uD800 \u202Egnp',
  '{{7*7}}',
];

const half = 1_800_000;
/** What data may hold where a figure should be. */
const broken = fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, null, undefined);
const text = fc.oneof(
  fc.constantFrom(...payloads, '对公业务', '个人贷款与按揭受理专窗一二三四五', 'VIP'),
  fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }),
);
const label = fc.oneof(text, fc.record({ zh: text, en: text }));
const number = (max: number): fc.Arbitrary<number> =>
  fc.oneof(
    { weight: 8, arbitrary: fc.nat(1_000_000).map((n) => (n / 1_000_000) * max) },
    { weight: 2, arbitrary: fc.constantFrom(0, 1, max) },
    { weight: 1, arbitrary: broken as fc.Arbitrary<number> },
  );
const waitMs = fc.constantFrom(45_000, 1_500_000, 90_000_000).chain(number);
const clockMs = fc.integer({ min: 0, max: 30 * 3_600_000 });
const instant = fc.integer({ min: 12, max: 40 }).map((n) => n * half);
const spanOf = fc
  .tuple(clockMs, fc.integer({ min: 60_000, max: 12 * 3_600_000 }))
  .map(([fromMs, length]) => ({ fromMs, toMs: fromMs + length }));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const options: fc.Arbitrary<ChartOptions> = fc.record({
  language: fc.constantFrom('zh-CN' as const, 'en' as const),
  width: fc.oneof(fc.constantFrom(280, 320, 680), fc.integer({ min: 280, max: 1600 })),
  height: fc.oneof(fc.constantFrom(180, 240), fc.integer({ min: 180, max: 800 })),
  title: maybe(text),
});

const day = fc
  .tuple(fc.integer({ min: 12, max: 20 }), fc.integer({ min: 1, max: 28 }))
  .map(([from, steps]) => ({ fromMs: from * half, toMs: (from + steps) * half }));
const stepRows = <T>(row: fc.Arbitrary<T>) =>
  fc.array(row, { maxLength: 28 }).map((rows) => rows.map((one, at) => ({ ...one, fromMs: (16 + at) * half })));

const waits = fc
  .record({
    span: day,
    rows: stepRows(
      fc.record({
        customers: fc.nat(900),
        p50Ms: waitMs,
        p90Ms: waitMs,
        p90LowMs: maybe(waitMs),
        p90HighMs: maybe(waitMs),
        stillWaiting: maybe(fc.nat(40)),
      }),
    ),
    targetMs: maybe(waitMs),
    ghost: maybe(fc.record({ label, rows: stepRows(fc.record({ p90Ms: waitMs })) })),
    nowMs: maybe(instant),
  })
  .map(
    ({ span, ...rest }) =>
      (o: ChartOptions) =>
        waitByHalfHour({ ...span, stepMs: half, ...rest }, o),
  );

const queueSteps = fc
  .array(fc.tuple(clockMs, fc.nat(1000)), { maxLength: 120 })
  .map((steps) => steps.map(([atMs, waiting]) => ({ atMs, waiting })).sort((a, b) => a.atMs - b.atMs));
const lines = fc
  .record({ span: day, nowMs: maybe(instant), lines: fc.array(fc.record({ name: label, steps: queueSteps }), { maxLength: 9 }) })
  .map(
    ({ span, ...rest }) =>
      (o: ChartOptions) =>
        linesOverTime({ ...span, ...rest }, o),
  );

const band = (max: number) =>
  fc.record({
    stepMs: fc.constant(half),
    rows: stepRows(
      fc.record({ expected: number(max), low80: number(max), high80: number(max), low95: number(max), high95: number(max) }),
    ),
    observed: fc.array(fc.record({ fromMs: fc.integer({ min: 10, max: 50 }).map((n) => n * half), value: number(max) }), {
      maxLength: 80,
    }),
    nowMs: maybe(instant),
  });
const arrivals = band(400).map((data) => (o: ChartOptions) => arrivalProfile(data, o));
const simulated = band(2_000_000).map((data) => (o: ChartOptions) => simulatedDay(data, o));

const cumulative = fc
  .array(
    fc.tuple(
      waitMs,
      fc.nat(1_000_000).map((n) => n / 1_000_000),
    ),
    { maxLength: 60 },
  )
  .map((points) => {
    const values = points.map(([value]) => value).sort((a, b) => a - b);
    const shares = points.map(([, p]) => p).sort((a, b) => a - b);
    return values.map((value, at) => ({ value, p: shares[at]! }));
  });
const fit = fc
  .record({
    what: label,
    records: fc.nat(1_000_000),
    empirical: cumulative,
    fits: fc.array(fc.record({ name: label, points: cumulative, ks: maybe(number(1)), ksLimit: maybe(number(1)) }), {
      maxLength: 6,
    }),
  })
  .map((data) => (o: ChartOptions) => distributionFit(data, o));

const share = number(1);
const curve = fc
  .array(fc.tuple(number(4_000_000), share, maybe(share), maybe(share)), { maxLength: 60 })
  .map((points) =>
    points.map(([wait, still, low, high]) => ({ waitMs: wait, share: still, low, high })).sort((a, b) => a.waitMs - b.waitMs),
  );
const patience = fc
  .record({
    curves: fc.array(fc.record({ name: label, points: curve, customers: maybe(fc.nat(9999)), left: maybe(fc.nat(9999)) }), {
      maxLength: 6,
    }),
  })
  .map((data) => (o: ChartOptions) => survival(data, o));

const headSpans = fc
  .array(number(40), { maxLength: 30 })
  .map((counts) => counts.map((count, at) => ({ fromMs: (16 + at) * half, toMs: (17 + at) * half, count })));
const staffing = fc
  .record({ role: label, required: headSpans, planned: headSpans })
  .map((data) => (o: ChartOptions) => staffingSteps(data, o));

const roster = fc
  .record({
    rows: fc.array(
      fc.record({
        name: label,
        role: fc.constantFrom('柜员', 'Greeters', '<b>advisor</b>'),
        count: fc.integer({ min: 1, max: 500 }),
        pieces: fc.array(spanOf, { maxLength: 3 }),
        breaks: fc.array(spanOf, { maxLength: 4 }),
      }),
      { maxLength: 30 },
    ),
  })
  .map((data) => (o: ChartOptions) => rosterGantt(data, o));

const quantity = fc.constantFrom('duration' as const, 'count' as const, 'share' as const, { unit: { zh: '元', en: 'CNY' } });
const compared = fc
  .record({
    figures: fc.array(
      fc.record({
        name: label,
        quantity,
        observed: number(5000),
        simulated: fc.record({ value: number(5000), low: maybe(number(5000)), high: maybe(number(5000)) }),
        tolerance: number(900),
      }),
      { maxLength: 9 },
    ),
  })
  .map((data) => (o: ChartOptions) => observedVsSimulated(data, o));

const difference = fc.integer({ min: -600_000, max: 600_000 });
const paired = fc
  .record({
    base: label,
    what: label,
    quantity,
    better: fc.constantFrom('less' as const, 'more' as const),
    rows: fc.array(fc.tuple(label, difference, difference, difference), { maxLength: 12 }),
  })
  .map(({ rows, ...rest }) => (o: ChartOptions) => {
    const sorted = rows.map(([name, ...values]) => {
      const [low, value, high] = values.sort((a, b) => a - b);
      return { name, low: low!, value: value!, high: high! };
    });
    return pairedDifferences({ ...rest, rows: sorted }, o);
  });

const plans = fc
  .record({
    costUnit: label,
    wait: label,
    targetMs: maybe(waitMs),
    points: fc.array(
      fc.record({
        name: label,
        cost: number(800),
        waitMs,
        waitLowMs: maybe(waitMs),
        waitHighMs: maybe(waitMs),
        is: fc.constantFrom(undefined, undefined, 'today' as const, 'recommended' as const),
      }),
      { maxLength: 16 },
    ),
  })
  .map((data) => (o: ChartOptions) => frontier(data, o));

const heat = fc
  .record({
    what: label,
    quantity,
    fromMs: instant,
    stepMs: fc.constantFrom(half, 2 * half),
    days: fc.array(fc.record({ name: label, cells: fc.array(number(5000) as fc.Arbitrary<number | null>, { maxLength: 28 }) }), {
      maxLength: 9,
    }),
  })
  .map((data) => (o: ChartOptions) => heatStrip(data, o));

const charts: Readonly<Record<string, fc.Arbitrary<(options: ChartOptions) => Chart>>> = {
  waits,
  lines,
  arrivals,
  simulated,
  fit,
  patience,
  staffing,
  roster,
  compared,
  paired,
  plans,
  heat,
};
export const chartNames = Object.keys(charts);

/** A chart of one kind with any data: some figures broken, labels that are tags, any legal size. */
export const anyChart = (name: string): fc.Arbitrary<Chart> => fc.tuple(charts[name]!, options).map(([draw, o]) => draw(o));
