import { min } from 'd3';
import { dayClock } from '../../lobby/day-clock.ts';
import type { DataOf, JournalEntry } from '../../lobby/journal/event.ts';
import { measure } from '../../lobby/kpi/measure.ts';
import { hourMs, minuteMs } from '../../workload/clock.ts';
import type { Seen } from '../charts/band-profile.ts';
import type { LinesOverTime } from '../charts/lines-over-time.ts';
import type { WaitByHalfHour } from '../charts/wait-by-half-hour.ts';
import type { Label } from '../words/words.ts';
import { arrivalsSoFar } from './arrivals-so-far.ts';
import { queueLengths } from './queue-lengths.ts';
import { waitsSoFar } from './waits-so-far.ts';

export interface DayChartsOptions {
  /** IANA zone of the branch. */
  readonly zone: string;
  readonly nowMs: number;
  /** In the branch's order. */
  readonly lines: readonly { readonly id: string; readonly names: Label }[];
  readonly targetMs?: number | null | undefined;
  /** The same of an earlier day, drawn behind. */
  readonly before?: WaitByHalfHour['ghost'];
}

export interface DayCharts {
  readonly waits: WaitByHalfHour;
  readonly lines: LinesOverTime;
  /** Complete half hours only. */
  readonly arrivals: readonly Seen[];
}

const stepMs = 30 * minuteMs;
/** A branch that never closes is shown from its first customer on. */
const longDayMs = 14 * hourMs;

/**
 * What a manager's charts show of the business day under way, from its journal: events from `day-opened` on, in order.
 * Null while no day has been opened.
 */
export function dayCharts(journal: readonly JournalEntry[], options: DayChartsOptions): DayCharts | null {
  const opened = journal.findLast((event) => event.type === 'day-opened');
  if (opened?.type !== 'day-opened') return null;
  const today = journal.filter(({ seq }) => seq >= opened.seq);
  const openMs = openingOf(opened.data);
  const clock = dayClock(options.zone, openMs.fromMs);
  const { needs, visits } = measure(today);
  const nowMs = clock(options.nowMs);
  const day = shownDay(clock(openMs.fromMs), clock(openMs.toMs), min(visits, ({ arrivedAt }) => clock(arrivedAt)) ?? nowMs, nowMs);
  const soFar = { fromMs: day.fromMs, toMs: Math.min(day.toMs, Math.max(nowMs, day.fromMs)), stepMs };
  const lengths = queueLengths(today, clock);
  // After closing the day is drawn whole, without a line at "now".
  const now = nowMs < day.toMs ? nowMs : undefined;
  return {
    waits: { ...day, stepMs, rows: waitsSoFar(needs, clock, soFar), targetMs: options.targetMs, ghost: options.before, nowMs: now },
    lines: { ...day, nowMs: now, lines: options.lines.map(({ id, names }) => ({ name: names, steps: lengths.get(id) ?? [] })) },
    arrivals: arrivalsSoFar(visits, clock, soFar),
  };
}

function openingOf({ hours, startsAt, endsAt }: DataOf<'day-opened'>): { fromMs: number; toMs: number } {
  const [first, last] = [hours[0], hours.at(-1)];
  return first && last ? { fromMs: first.from, toMs: last.to } : { fromMs: startsAt, toMs: endsAt };
}

/** The opening hours to whole half hours, up to an hour earlier where people came before. */
function shownDay(openMs: number, closeMs: number, firstMs: number, nowMs: number): { fromMs: number; toMs: number } {
  const down = (ms: number): number => Math.floor(ms / stepMs) * stepMs;
  const up = (ms: number): number => Math.ceil(ms / stepMs) * stepMs;
  if (closeMs - openMs <= longDayMs)
    return { fromMs: Math.min(down(openMs), Math.max(down(firstMs), down(openMs) - hourMs)), toMs: up(closeMs) };
  const fromMs = Math.max(down(openMs), Math.floor(Math.min(firstMs, nowMs) / hourMs) * hourMs);
  return { fromMs, toMs: Math.min(up(closeMs), Math.max(up(nowMs) + hourMs, fromMs + 8 * hourMs)) };
}
