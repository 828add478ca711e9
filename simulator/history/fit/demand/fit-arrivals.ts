import gammainc from '@stdlib/math-base-special-gammainc';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { clockOfMs, dayMs } from '../../../workload/clock.ts';
import type { ArrivalProfile } from '../../../workload/model-shape.ts';
import { stepMs } from '../../clean/first-look.ts';
import type { Visit } from '../../clean/visit.ts';
import { type DayType, dayTypesOf, weekdayOf } from './day-types.ts';
import { KindCounts, type MixSummary, type VisitKind } from './fit-mix.ts';

const stepMinutes = 30;

/** What was found of the arrivals of one kind of day, for people. */
export interface ArrivalSummary {
  readonly id: string;
  readonly days: number;
  readonly perDay: { readonly value: number; readonly low: number; readonly high: number };
  /** Variance of the daily totals over their mean; 1 for a Poisson process. With the probability of so much by chance. */
  readonly dispersion: { readonly totals: number; readonly halfHours: number; readonly p: number } | null;
  /** Whether what people come for changes through the day; null: one kind only, or too few. */
  readonly mix: MixSummary | null;
  /** By half hour: the mean, and the limits of the days (10 % and 90 %). */
  readonly steps: readonly { readonly fromMs: number; readonly mean: number; readonly p10: number; readonly p90: number }[];
  /** Change a week, as a share of the mean, where it is beyond chance. */
  readonly trend: { readonly perWeek: number; readonly low: number; readonly high: number } | null;
  /** Days left out, since they are like no others. */
  readonly unusual: readonly number[];
}

export interface FittedArrivals {
  readonly profiles: readonly ArrivalProfile[];
  readonly types: readonly DayType[];
  readonly summaries: readonly ArrivalSummary[];
}

/** Arrivals of a history by day and half hour, and what they came for. */
export class ArrivalCounts {
  private readonly hours: { fromMs: number; toMs: number };
  private readonly steps: number;
  private anyKind: VisitKind | null = null;
  private readonly by = new Map<number, { counts: Uint32Array; total: number }>();
  /** By day of the week: a kind of day is some of them. */
  private readonly kinds: readonly KindCounts[];

  constructor(hours: { fromMs: number; toMs: number }) {
    this.hours = hours;
    this.steps = Math.max(1, Math.ceil((hours.toMs - hours.fromMs) / stepMs));
    this.kinds = Array.from({ length: 8 }, () => new KindCounts(this.steps));
  }

  /** `kindOf` says what a visit is for; that of special days is not as on others, so it is not counted. */
  add(day: number, visits: readonly Visit[], kindOf: (visit: Visit) => VisitKind, special = false): void {
    const own = { counts: new Uint32Array(this.steps), total: 0 };
    const kinds = this.kinds[weekdayOf(day)]!;
    for (const visit of visits) {
      this.anyKind ??= kindOf(visit);
      // Who booked comes by appointment, beside those of the profile; a further need of a visit is no arrival.
      if (visit.arrivalMs === null || visit.slotMs !== null || visit.after !== null) continue;
      const inHours = Math.floor((visit.arrivalMs - day * dayMs - this.hours.fromMs) / stepMs);
      // Kept against the rule of the hours: they came, so they count where the day begins or ends.
      const step = Math.min(Math.max(inHours, 0), this.steps - 1);
      own.counts[step]!++;
      if (!special) kinds.add(kindOf(visit), step);
      own.total++;
    }
    if (visits.length > 0) this.by.set(day, own);
  }

  get total(): number {
    return [...this.by.values()].reduce((sum, { total }) => sum + total, 0);
  }

  get days(): readonly number[] {
    return [...this.by.keys()];
  }

  /** A profile for each kind of day, the one with most arrivals first. `special`: days that are of no kind. */
  fit(undated: boolean, special: ReadonlySet<number> = new Set()): FittedArrivals {
    const usual = [...this.by].filter(([day]) => !special.has(day));
    const totals = new Map((usual.length > 0 ? usual : [...this.by]).map(([day, { total }]) => [day, total]));
    const walkIns = [...totals.values()].some((total) => total > 0);
    const types =
      undated || !walkIns ? [{ id: 'all-days', weekdays: [1, 2, 3, 4, 5, 6, 7], days: [...totals.keys()] }] : dayTypesOf(totals);
    const fitted = types.map((type) => this.fitType(type, undated));
    return { profiles: fitted.map(({ profile }) => profile), summaries: fitted.map(({ summary }) => summary), types };
  }

  private fitType(type: DayType, undated: boolean): { profile: ArrivalProfile; summary: ArrivalSummary } {
    const unusual = this.unusualIn(type.days);
    const days = type.days.filter((day) => !unusual.includes(day)).map((day) => this.by.get(day)!);
    const totals = days.map(({ total }) => total);
    const mean = meanOf(totals);
    const variance = varianceOf(totals);
    const expected = Array.from({ length: this.steps }, (_, step) => meanOf(days.map(({ counts }) => counts[step]!)));
    const enough = days.length >= 5;
    const cv = enough && mean > 0 ? Math.min(2, Math.sqrt(Math.max(0, variance - mean) / (mean * mean))) : 0;
    const half = days.length >= 2 ? tQuantile(0.975, days.length - 1) * Math.sqrt(variance / days.length) : Number.NaN;
    const perDay = { value: mean, low: Math.max(0, mean - half), high: mean + half };
    const dispersion = days.length < 2 || mean === 0 ? null : this.dispersionOf(days, expected);
    const trend = undated
      ? null
      : trendOf(
          type.days.filter((day) => !unusual.includes(day)),
          totals,
        );
    const kinds = new KindCounts(this.steps);
    for (const weekday of type.weekdays) kinds.merge(this.kinds[weekday]!);
    const mixed = kinds.fit(this.anyKind ?? { service: '', segment: '', further: [] });
    const doubts = [
      ...(enough ? [] : [fewDays(days.length, undated)]),
      ...(cv > 0.3 ? [`days differ by ${Math.round(100 * cv)} %: several kinds of day may be in one profile`] : []),
      ...(trend === null
        ? []
        : [`arrivals change by ${(100 * trend.perWeek).toFixed(1)} % a week; the profile is the mean of the history`]),
      ...(unusual.length > 0 ? [`${unusual.length} days like no others are left out: ${unusual.map(dateOf).join(', ')}`] : []),
    ];
    return {
      profile: {
        id: type.id,
        days: [...type.weekdays],
        from: clockOfMs(this.hours.fromMs),
        stepMinutes,
        expected: expected.map((count) => Number(count.toFixed(4))),
        dayFactorCv: Number(cv.toFixed(4)),
        mix: mixed.mix,
        evidence: {
          records: totals.reduce((sum, total) => sum + total, 0),
          ...(Number.isNaN(half) ? {} : { intervals: { perDay: { low: rounded(perDay.low), high: rounded(perDay.high) } } }),
          ...(doubts.length > 0 ? { doubts: doubts.map((doubt) => doubt.slice(0, 400)) } : {}),
        },
      },
      summary: {
        id: type.id,
        days: days.length,
        perDay,
        dispersion,
        mix: mixed.summary,
        trend,
        unusual,
        steps: expected.map((count, step) => {
          const sorted = days.map(({ counts }) => counts[step]!).sort((a, b) => a - b);
          const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
          return { fromMs: this.hours.fromMs + step * stepMs, mean: count, p10: at(0.1), p90: at(0.9) };
        }),
      },
    };
  }

  /** Days with less than a quarter or more than three times the usual (median) of their kind, where a usual can be told. */
  private unusualIn(days: readonly number[]): number[] {
    if (days.length < 5) return [];
    const totals = days.map((day) => this.by.get(day)!.total).sort((a, b) => a - b);
    const median = totals[Math.floor(totals.length / 2)]!;
    return days.filter((day) => this.by.get(day)!.total < median / 4 || this.by.get(day)!.total > 3 * median);
  }

  private dispersionOf(
    days: readonly { counts: Uint32Array; total: number }[],
    expected: readonly number[],
  ): { totals: number; halfHours: number; p: number } {
    const totals = days.map(({ total }) => total);
    const ratio = varianceOf(totals) / meanOf(totals);
    const byStep = expected.flatMap((mean, step) => (mean < 1 ? [] : [varianceOf(days.map(({ counts }) => counts[step]!)) / mean]));
    // Under a Poisson process (n − 1) · variance / mean is chi-square with n − 1 degrees of freedom.
    const free = days.length - 1;
    return { totals: ratio, halfHours: meanOf(byStep), p: gammainc((free * ratio) / 2, free / 2, true, true) };
  }
}

const meanOf = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
const varianceOf = (values: readonly number[]): number => {
  const mean = meanOf(values);
  return values.length < 2 ? 0 : values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
};
const rounded = (value: number): number => Number(value.toFixed(2));
export const dateOf = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);

const fewDays = (days: number, undated: boolean): string =>
  `arrivals of ${days === 1 ? 'one day' : `${days} days`} only: how much days differ is not known, every simulated day has the same expectation${undated ? '; the day of the week is not known' : ''}`;

/** Least squares of the totals on the day; null where the slope may be chance (95 %) or two weeks are not covered. */
function trendOf(days: readonly number[], totals: readonly number[]): ArrivalSummary['trend'] {
  const count = days.length;
  if (count < 10 || days.at(-1)! - days[0]! < 21) return null;
  const [meanDay, mean] = [meanOf(days), meanOf(totals)];
  const squares = days.reduce((sum, day) => sum + (day - meanDay) ** 2, 0);
  const slope = days.reduce((sum, day, at) => sum + (day - meanDay) * (totals[at]! - mean), 0) / squares;
  const rest = days.reduce((sum, day, at) => sum + (totals[at]! - mean - slope * (day - meanDay)) ** 2, 0);
  const half = tQuantile(0.975, count - 2) * Math.sqrt(rest / (count - 2) / squares);
  const weekly = (value: number): number => (7 * value) / mean;
  return Math.abs(slope) > half ? { perWeek: weekly(slope), low: weekly(slope - half), high: weekly(slope + half) } : null;
}
