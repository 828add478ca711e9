import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { clockOfMs, dayMs, minuteMs } from '../../../workload/clock.ts';
import type { ModelInput } from '../../../workload/model.ts';
import type { Visit } from '../../clean/visit.ts';
import type { LogNames } from '../namer.ts';
import { shareLimits } from '../share-limits.ts';

/** Bookings and how they were kept, for people. */
export interface BookingSummary {
  readonly booked: number;
  /** Share who came, as far as the records tell. */
  readonly shows: number;
  /** Arrival less slot of those who came. */
  readonly meanMs: number;
  readonly sdMs: number;
}

/** Fewer bookings of one kind than this are no pattern of slots. */
const fewBookings = 20;
const longestMs = 7_200_000;

interface Kind {
  readonly slots: { readonly day: number; readonly inDayMs: number }[];
  readonly late: number[];
  came: number;
}

/** 预约: the slots of a history, who came, and how punctually. */
export class Bookings {
  private readonly kinds = new Map<string, Kind>();

  add(day: number, visits: readonly Visit[], names: LogNames): void {
    for (const visit of visits) {
      const { arrivalMs, outcome, slotMs } = visit;
      if (slotMs === null) continue;
      const { segment, service } = names.codesOf(visit);
      const key = `${service} ${segment}`;
      const kind = this.kinds.get(key) ?? { slots: [], late: [], came: 0 };
      this.kinds.set(key, kind);
      kind.slots.push({ day, inDayMs: slotMs - day * dayMs });
      if (arrivalMs !== null || outcome === 'served') kind.came++;
      if (arrivalMs !== null) kind.late.push(Math.min(Math.max(arrivalMs - slotMs, -longestMs), longestMs));
    }
  }

  /** What a model says of them: slots as dense as they were seen, each booked as often. */
  fit(hours: { readonly fromMs: number; readonly toMs: number }): {
    appointments: NonNullable<ModelInput['appointments']>;
    summary: BookingSummary | null;
  } {
    const kinds = [...this.kinds];
    const booked = kinds.reduce((sum, [, { slots }]) => sum + slots.length, 0);
    if (booked === 0) return { appointments: [], summary: null };
    const late = kinds.flatMap(([, kind]) => kind.late);
    const came = kinds.reduce((sum, [, kind]) => sum + kind.came, 0);
    return {
      appointments: kinds
        .filter(([, { slots }]) => slots.length >= fewBookings)
        .slice(0, 64)
        .map(([key, kind]) => entryOf(key, kind, hours)),
      summary: { booked, shows: came / booked, ...punctuality(late) },
    };
  }
}

function entryOf(key: string, { came, late, slots }: Kind, hours: { fromMs: number; toMs: number }) {
  const [service = '', segment = ''] = key.split(' ');
  const times = [...new Set(slots.map(({ inDayMs }) => inDayMs))]
    .filter((ms) => ms >= hours.fromMs && ms <= hours.toMs)
    .sort((a, b) => a - b);
  const everyMinutes = usualGap(times);
  const [from, to] = [times[0] ?? hours.fromMs, times.at(-1) ?? hours.fromMs];
  const places = new Map<string, number>();
  for (const { day, inDayMs } of slots) places.set(`${day} ${inDayMs}`, (places.get(`${day} ${inDayMs}`) ?? 0) + 1);
  const most = Math.min(50, Math.max(...places.values()));
  const days = new Set(slots.map(({ day }) => day)).size;
  const all = days * (Math.floor((to - from) / (everyMinutes * minuteMs)) + 1) * most;
  return {
    service,
    segment,
    from: clockOfMs(from),
    to: clockOfMs(to),
    everyMinutes,
    places: most,
    booked: Math.min(1, Number((slots.length / all).toFixed(4))),
    shows: Number((came / slots.length).toFixed(4)),
    punctuality: punctuality(late),
    evidence: {
      records: slots.length,
      intervals: { shows: shareLimits(came, slots.length), ...lateLimits(late) },
    },
  };
}

/** The gap between slots that is seen most often, minutes. */
function usualGap(times: readonly number[]): number {
  const gaps = new Map<number, number>();
  for (let at = 1; at < times.length; at++) {
    const minutes = Math.round((times[at]! - times[at - 1]!) / minuteMs);
    if (minutes >= 1) gaps.set(minutes, (gaps.get(minutes) ?? 0) + 1);
  }
  const [best] = [...gaps].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return Math.min(best?.[0] ?? 30, 480);
}

function punctuality(late: readonly number[]): { meanMs: number; sdMs: number } {
  if (late.length === 0) return { meanMs: 0, sdMs: 0 };
  const mean = late.reduce((sum, ms) => sum + ms, 0) / late.length;
  const variance = late.reduce((sum, ms) => sum + (ms - mean) ** 2, 0) / Math.max(1, late.length - 1);
  return { meanMs: Math.round(mean), sdMs: Math.round(Math.sqrt(variance)) };
}

/** Of the mean of arrival less slot. */
function lateLimits(late: readonly number[]): { meanMs?: { low: number; high: number } } {
  if (late.length < 2) return {};
  const { meanMs, sdMs } = punctuality(late);
  const half = Math.round((tQuantile(0.975, late.length - 1) * sdMs) / Math.sqrt(late.length));
  return { meanMs: { low: meanMs - half, high: meanMs + half } };
}
