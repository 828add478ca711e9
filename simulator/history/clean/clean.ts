import { dayMs } from '../../workload/clock.ts';
import { placeOf } from '../read/places.ts';
import type { HistoryRecord } from '../read/records.ts';
import type { Ledger, RuleId } from './ledger.ts';
import { linkVisits } from './link-visits.ts';
import type { ServerCodes } from './server-codes.ts';
import type { Visit } from './visit.ts';

const longestServiceMs = 8 * 3_600_000;
const longestWaitMs = 12 * 3_600_000;
const earliest = Date.UTC(1990, 0, 1);
const latest = Date.UTC(2100, 0, 1);

export interface Hours {
  /** Ms after local midnight of the business day; null: unknown. */
  readonly fromMs: number | null;
  readonly toMs: number | null;
}

/** What the rules have to know of the whole history before they meet a row. */
export interface CleaningFacts {
  readonly hours: Hours;
  readonly undated: boolean;
  /** Services up to this long are over at once; below 0: none is. */
  readonly ghostMs: number;
  /** Business days outside are far from nearly all others. */
  readonly days: { readonly from: number; readonly to: number };
  /** The records say who served. */
  readonly namesServers: boolean;
  /** What servers are called from here on. */
  readonly servers: ServerCodes;
  /** Some records say which ticket they are of, or that a customer was sent on. */
  readonly links: boolean;
}

/** Applies the rules of the ledger to the records of a day; every row is either in the answer or noted as dropped. */
export function cleanDay(day: number, all: Iterable<HistoryRecord>, facts: CleaningFacts, ledger: Ledger): Visit[] {
  const seen = new Set<number>();
  const records = [...all];
  const overlaps = facts.namesServers ? overlapping(records) : new Set<HistoryRecord>();
  const visits: Visit[] = [];
  for (const record of records) {
    // Two people may come in the same second, so a repeat counts only where a row says more than one thing.
    const full = record.arrivalMs !== null && (record.startMs !== null || record.workMs !== null || record.waitMs !== null);
    const repeated = full && seen.has(record.hash);
    seen.add(record.hash);
    const row = new Row(record, ledger);
    if (repeated && row.loses('duplicate-row')) continue;
    const visit = cleanRow(row, day, facts, overlaps);
    if (visit !== null && !row.dropped) visits.push(visit);
  }
  return facts.links ? linkVisits(visits) : visits;
}

/** Services that a server began over 2 s before they had ended the one before: in order of start, since customers are not called in order of arrival. */
function overlapping(records: readonly HistoryRecord[]): ReadonlySet<HistoryRecord> {
  const found = new Set<HistoryRecord>();
  const busyUntil = new Map<string, number>();
  const served = records.filter(({ endMs, server, startMs }) => server !== null && startMs !== null && endMs !== null);
  for (const record of served.sort((a, b) => a.startMs! - b.startMs! || a.endMs! - b.endMs!)) {
    const server = record.server!;
    const until = busyUntil.get(server) ?? Number.NEGATIVE_INFINITY;
    if (record.startMs! < until - 2000) found.add(record);
    busyUntil.set(server, Math.max(until, record.endMs!));
  }
  return found;
}

/** A record on its way through the rules. */
class Row {
  readonly record: HistoryRecord;
  dropped = false;
  private readonly ledger: Ledger;

  constructor(record: HistoryRecord, ledger: Ledger) {
    this.record = record;
    this.ledger = ledger;
  }

  /** A rule meets the row; answers whether it takes anything away. A row that is dropped is counted by one rule only. */
  loses(rule: RuleId): boolean {
    if (this.dropped) return true;
    this.ledger.note(rule, this.record, () => show(this.record));
    if (this.ledger.drops(rule)) this.dropped = true;
    return this.dropped || !this.ledger.keeps(rule);
  }
}

const clock = (ms: number | null): string => (ms === null ? '' : new Date(ms).toISOString().slice(0, 19).replace('T', ' '));
const seconds = (ms: number | null): string => (ms === null ? '' : `${ms / 1000} s`);

function show(record: HistoryRecord): string {
  const { arrivalMs, startMs, endMs, waitMs, workMs, service, server, outcome } = record;
  return Object.entries({
    arrival: clock(arrivalMs),
    start: clock(startMs),
    end: clock(endMs),
    wait: seconds(waitMs),
    work: seconds(workMs),
    service: service ?? '',
    server: server ?? '',
    outcome: outcome ?? '',
  })
    .flatMap(([name, text]) => (text === '' ? [] : [`${name} ${text}`]))
    .join(', ');
}

function cleanRow(row: Row, day: number, facts: CleaningFacts, overlaps: ReadonlySet<HistoryRecord>): Visit | null {
  const { record } = row;
  const { arrivalMs, service, segment } = record;
  if (isStale(record, day, facts) && row.loses('stale-date')) return null;
  const { startMs, endMs } = withoutSentinels(row);
  const length = rawWork(record, startMs, endMs);
  const work = workOf(row, startMs, endMs, length, facts.ghostMs);
  if (arrivalMs === null && work.workMs === null && record.slotMs === null && row.loses('no-arrival')) return null;
  if (arrivalMs !== null && outside(arrivalMs - day * dayMs, facts.hours) && row.loses('outside-hours')) return null;
  const begun = startMs !== null || endMs !== null || length !== null;
  const sentOn = record.outcome === 'transferred' || record.outcome === 'device-failed' ? record.outcome : null;
  const served = sentOn !== null || record.outcome === 'served' || (record.outcome === null && begun);
  if (served && length === null && arrivalMs !== null) row.loses('no-service-time');
  const server = record.server;
  if (facts.namesServers && served && server === null && arrivalMs !== null && startMs !== null) row.loses('unknown-server');
  if (record.outcome === 'no-show') row.loses('no-show');
  if (arrivalMs !== null && endMs !== null && Math.floor(endMs / dayMs) > Math.floor(arrivalMs / dayMs)) row.loses('past-midnight');
  if (overlaps.has(record)) row.loses('overlapping-service');
  return {
    arrivalMs,
    startMs,
    endMs,
    waitMs: waitOf(row, startMs, endMs),
    ...work,
    slotMs: record.slotMs,
    service,
    segment,
    server: server === null ? null : (facts.servers.codes.get(server) ?? server),
    outcome: served ? 'served' : (record.outcome as Visit['outcome']),
    place: placeOf(record.station) ?? placeOf(server),
    station: record.station,
    ticket: record.ticket,
    calledMs: record.calledMs,
    calls: record.calls,
    readyMs: record.readyMs,
    sentOn,
    after: null,
  };
}

function isStale({ arrivalMs, startMs, endMs }: HistoryRecord, day: number, { undated, days }: CleaningFacts): boolean {
  if (undated) return false;
  if (Number.isFinite(day) && (day < days.from || day > days.to)) return true;
  return [arrivalMs, startMs, endMs].some((at) => at !== null && (at < earliest || at >= latest));
}

const outside = (inDayMs: number, { fromMs, toMs }: Hours): boolean =>
  (fromMs !== null && inDayMs < fromMs) || (toMs !== null && inDayMs >= toMs);

/** Midnight sharp before the arrival is how some machines write "none". */
function withoutSentinels(row: Row): { startMs: number | null; endMs: number | null } {
  const { arrivalMs, startMs, endMs } = row.record;
  const keep = (at: number | null): number | null => {
    const sentinel = at !== null && arrivalMs !== null && at % dayMs === 0 && at < arrivalMs;
    return sentinel && row.loses('sentinel-time') ? null : at;
  };
  return { startMs: keep(startMs), endMs: keep(endMs) };
}

function waitOf(row: Row, startMs: number | null, endMs: number | null): number | null {
  const { arrivalMs, outcome, waitMs } = row.record;
  // Who left was never served: where an end is given it is when they left.
  const untilMs = outcome === 'abandoned' ? (startMs ?? endMs) : startMs;
  const clocked = untilMs === null || arrivalMs === null ? null : untilMs - arrivalMs;
  const ms = clocked ?? waitMs;
  if (ms === null) return null;
  const negative = clocked === null ? 'negative-length' : 'start-before-arrival';
  const rule = ms < 0 ? negative : ms > longestWaitMs ? 'absurd-wait' : null;
  if (rule !== null) return row.loses(rule) ? null : ms;
  if (clocked !== null && waitMs !== null && Math.abs(waitMs - clocked) > 2000) row.loses('clocks-disagree');
  return ms;
}

/** The service time as given or clocked, before any rule. */
export function rawWork(record: HistoryRecord, startMs = record.startMs, endMs = record.endMs): number | null {
  const length = startMs !== null && endMs !== null ? endMs - startMs : record.workMs;
  // "0" is how some machines write that there was no service.
  return length === 0 && unserved(record) ? null : length;
}

const unserved = ({ outcome }: HistoryRecord): boolean =>
  outcome === 'abandoned' || outcome === 'left-unseen' || outcome === 'no-show';

function workOf(
  row: Row,
  startMs: number | null,
  endMs: number | null,
  ms: number | null,
  ghostMs: number,
): { workMs: number | null; ghostMs: number | null } {
  if (ms === null) return { workMs: null, ghostMs: null };
  if (ms < 0) {
    const rule = startMs !== null && endMs !== null ? 'end-before-start' : 'negative-length';
    row.loses(rule);
    return { workMs: null, ghostMs: null };
  }
  if (ms > longestServiceMs) return { workMs: row.loses('absurd-service') ? null : ms, ghostMs: null };
  if (ms > ghostMs) return { workMs: ms, ghostMs: null };
  return row.loses('ghost-service') ? { workMs: null, ghostMs: ms } : { workMs: ms, ghostMs: null };
}
