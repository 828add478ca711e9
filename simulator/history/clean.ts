import { dayMs } from '../workload/clock.ts';
import type { Ledger } from './ledger.ts';
import type { HistoryRecord } from './records.ts';

/** A record that passed the rules. What a rule took away is null. */
export interface Visit {
  /** Wall ms. */
  readonly arrivalMs: number | null;
  readonly waitMs: number | null;
  readonly workMs: number | null;
  readonly service: string | null;
  readonly segment: string | null;
  readonly server: string | null;
  readonly outcome: 'served' | 'abandoned' | 'no-show' | null;
}

const longestServiceMs = 8 * 3_600_000;
const longestWaitMs = 12 * 3_600_000;
const ghostMs = 10_000;
const earliest = Date.UTC(1990, 0, 1);
const latest = Date.UTC(2100, 0, 1);

export interface Hours {
  /** Ms after local midnight; null: unknown. */
  readonly fromMs: number | null;
  readonly toMs: number | null;
}

/** Applies the rules of the ledger to every record; every row is either in the answer or noted as dropped. */
export function clean(records: readonly HistoryRecord[], hours: Hours, undated: boolean, ledger: Ledger): Visit[] {
  const isGhost = ghostRule(records);
  const seen = new Set<string>();
  return records.flatMap((record): Visit[] => {
    // Two people may come in the same second, so a repeat counts only where a row says more than one thing.
    const full = record.arrivalMs !== null && (record.startMs !== null || record.workMs !== null || record.waitMs !== null);
    const key = `${record.file}\u001f${record.text}`;
    if (full && seen.has(key)) return drop(ledger, 'duplicate-row', record);
    seen.add(key);
    const dated = [record.arrivalMs, record.startMs, record.endMs].filter((at) => at !== null);
    if (!undated && dated.some((at) => at < earliest || at >= latest)) return drop(ledger, 'stale-date', record);
    const { startMs, endMs } = withoutSentinels(record, ledger);
    const workMs = workOf(record, startMs, endMs, isGhost, ledger);
    if (record.arrivalMs === null && workMs === null) return drop(ledger, 'no-arrival', record);
    if (record.arrivalMs !== null && outside(record.arrivalMs, hours)) return drop(ledger, 'outside-hours', record);
    const served = record.outcome === 'served' || startMs !== null || endMs !== null;
    if (served && rawWork(record, startMs, endMs) === null && record.arrivalMs !== null)
      ledger.note('no-service-time', record, show(record));
    const { service, segment, server, arrivalMs } = record;
    return [{ arrivalMs, waitMs: waitOf(record, startMs, ledger), workMs, service, segment, server, outcome: record.outcome }];
  });
}

function drop(ledger: Ledger, rule: Parameters<Ledger['note']>[0], record: HistoryRecord): Visit[] {
  ledger.note(rule, record, show(record));
  return [];
}

const show = (record: HistoryRecord): string => record.text.replaceAll('\u001f', ', ');

function outside(arrivalMs: number, { fromMs, toMs }: Hours): boolean {
  const inDay = ((arrivalMs % dayMs) + dayMs) % dayMs;
  return (fromMs !== null && inDay < fromMs) || (toMs !== null && inDay >= toMs);
}

/** Midnight sharp before the arrival is how some machines write "none". */
function withoutSentinels(record: HistoryRecord, ledger: Ledger): { startMs: number | null; endMs: number | null } {
  const { arrivalMs } = record;
  const keep = (at: number | null): number | null => {
    const sentinel = at !== null && arrivalMs !== null && at % dayMs === 0 && at < arrivalMs;
    if (sentinel) ledger.note('sentinel-time', record, show(record));
    return sentinel ? null : at;
  };
  return { startMs: keep(record.startMs), endMs: keep(record.endMs) };
}

function waitOf(record: HistoryRecord, startMs: number | null, ledger: Ledger): number | null {
  const clocked = startMs === null || record.arrivalMs === null ? null : startMs - record.arrivalMs;
  const ms = clocked ?? record.waitMs;
  if (ms === null) return null;
  const negative = clocked === null ? 'negative-length' : 'start-before-arrival';
  const rule = ms < 0 ? negative : ms > longestWaitMs ? 'absurd-wait' : null;
  if (rule !== null) {
    ledger.note(rule, record, show(record));
    return null;
  }
  if (clocked !== null && record.waitMs !== null && Math.abs(record.waitMs - clocked) > 2000)
    ledger.note('clocks-disagree', record, show(record));
  return ms;
}

/** The service time as given or clocked, before any rule. */
const rawWork = (record: HistoryRecord, startMs = record.startMs, endMs = record.endMs): number | null =>
  startMs !== null && endMs !== null ? endMs - startMs : record.workMs;

function workOf(
  record: HistoryRecord,
  startMs: number | null,
  endMs: number | null,
  isGhost: (ms: number) => boolean,
  ledger: Ledger,
): number | null {
  const ms = rawWork(record, startMs, endMs);
  if (ms === null) return null;
  const rule =
    ms < 0
      ? startMs !== null && endMs !== null
        ? 'end-before-start'
        : 'negative-length'
      : ms > longestServiceMs
        ? 'absurd-service'
        : isGhost(ms)
          ? 'ghost-service'
          : null;
  if (rule !== null) ledger.note(rule, record, show(record));
  return rule === null ? ms : null;
}

/**
 * Services of 0 s are no services. Very short ones (people who hang up to rest) are a class of their own where they are common:
 * at most 10 s and below a tenth of the median, and 1 in 50 or more of all.
 */
function ghostRule(records: readonly HistoryRecord[]): (ms: number) => boolean {
  const lengths = records.flatMap((record) => rawWork(record) ?? []).filter((ms) => ms >= 0);
  lengths.sort((a, b) => a - b);
  const median = lengths[Math.floor(lengths.length / 2)] ?? 0;
  const limit = Math.min(ghostMs, median / 10);
  const short = lengths.filter((ms) => ms <= limit).length;
  return short * 50 >= lengths.length ? (ms) => ms <= limit : (ms) => ms === 0;
}
