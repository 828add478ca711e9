import { writeDay } from '../engine/write-day.ts';
import type { JournalEntry } from '../lobby/journal/event.ts';
import { measure } from '../lobby/kpi/measure.ts';
import type { NeedRecord } from '../lobby/kpi/record.ts';
import { dayMs } from '../workload/clock.ts';
import type { Model } from '../workload/model.ts';
import { makeSampler, sampleInto } from '../workload/sample.ts';
import { Stream } from '../workload/streams.ts';
import { makeTape } from '../workload/tape.ts';
import { BadHistory } from './bad-history.ts';
import type { RuleId } from './clean/ledger.ts';
import { weekdayOf } from './fit/demand/day-types.ts';

export interface GeneratedLog {
  readonly seed: number;
  readonly days: number;
  /** With the faults that real logs have, each counted. */
  readonly dirty: boolean;
  /** First day, days since 1970; the first Monday of 2026 unless told otherwise. */
  readonly firstDay?: number | undefined;
}

/** Rows that were made faulty, by the rule that ought to find them. */
export type Faults = Partial<Record<RuleId, number>>;

const header = ['arrival', 'start', 'end', 'wait_s', 'service', 'segment', 'server', 'outcome'] as const;
/** Columns that a log has where the model has something to say in them. */
type Extra = 'ticket' | 'station' | 'called' | 'calls';

function extrasOf({ answers, arrivals, branch, deviceFailures, transfers }: Model): readonly Extra[] {
  const linked = transfers.length > 0 || deviceFailures.length > 0 || arrivals.some(({ mix }) => mix.some((kind) => kind.further));
  return [
    ...(linked ? (['ticket'] as const) : []),
    ...(new Set(branch.stations.map(({ kind }) => kind)).size > 1 ? (['station'] as const) : []),
    ...(answers === undefined ? [] : (['called', 'calls'] as const)),
  ];
}
const firstMonday = Date.UTC(2026, 0, 5) / dayMs;

/** A row of the log before it is written; seconds since 1970, wall time. */
interface Row {
  arrival: number;
  start: number | null;
  end: number | null;
  wait: number | null;
  service: string;
  segment: string;
  server: string | null;
  outcome: 'served' | 'abandoned' | 'no-show' | 'transferred' | 'device-failed';
  ticket: string;
  station: string;
  called: number | null;
  calls: number;
}

/**
 * A log of visits that a branch might bring, whose truth is known: days of a model under its own plan, as a queue machine writes them down, to the
 * second. Yields blocks of text, a day each; `faults` counts what was made wrong.
 */
export function* generateLog(
  model: Model,
  { seed, days, dirty, firstDay = firstMonday }: GeneratedLog,
  faults: Faults = {},
): Generator<string> {
  const { plan } = model;
  if (plan === undefined) throw new BadHistory('the model holds no plan, so nobody would be at work in the log; add one');
  const samplers = model.arrivals.map((profile) => ({ profile, sampler: makeSampler(model, profile) }));
  const stream = new Stream();
  const extras = extrasOf(model);
  const kinds = new Map(model.branch.stations.map(({ id, kind }) => [id, kind]));
  const columns = [...header, ...extras];
  yield dirty ? `\uFEFF${columns.join(', ')}\r\n` : `${columns.join(',')}\n`;
  for (let n = 0, day = firstDay; n < days; day++) {
    const weekday = weekdayOf(day);
    const chosen = samplers.find(({ profile }) => profile.days.includes(weekday));
    if (chosen === undefined) continue;
    const events: JournalEntry[] = [];
    const tape = sampleInto(chosen.sampler, seed, n, makeTape(0));
    const date = new Date(day * dayMs).toISOString().slice(0, 10);
    writeDay(model, plan, tape, { date, midnightAt: day * dayMs, weekday }, (event) => events.push(event));
    const rows = measure(events).needs.flatMap((need) => rowOf(need, kinds));
    n++;
    if (dirty) yield dirtyText(rows, extras, stream.start(seed, n, 'work', 1), faults);
    else yield rows.map((row) => `${cellsOf(row, extras).join(',')}\n`).join('');
  }
}

const fates: Readonly<Partial<Record<NonNullable<NeedRecord['outcome']>, Row['outcome']>>> = {
  referred: 'transferred',
  'device-failed': 'device-failed',
};

function rowOf(need: NeedRecord, kinds: ReadonlyMap<string, string>): Row[] {
  const { calledAt, calls, waitFrom, startedAt, endedAt, outcome, station, ticket } = need;
  if (outcome === 'void' || outcome === null) return [];
  const second = (ms: number | null): number | null => (ms === null ? null : Math.floor(ms / 1000));
  const arrival = second(waitFrom)!;
  const [start, left] = [second(startedAt), second(endedAt)];
  const gone = start === null;
  const called = !gone || outcome === 'no-show';
  return [
    {
      arrival,
      start,
      end: gone ? null : left,
      wait: start !== null ? start - arrival : outcome === 'no-show' ? null : left! - arrival,
      service: need.service,
      segment: need.segment,
      server: need.staff[0] ?? need.station,
      outcome: gone ? (outcome === 'no-show' ? 'no-show' : 'abandoned') : (fates[outcome] ?? 'served'),
      ticket,
      station: called && station !== null ? `${kinds.get(station) ?? ''} ${station}`.trim() : '',
      called: called ? second(calledAt) : null,
      calls: called ? calls : 0,
    },
  ];
}

const clock = (seconds: number | null): string => (seconds === null ? '' : new Date(seconds * 1000).toISOString().slice(0, 19));

const cellsOf = (
  { arrival, start, end, wait, service, segment, server, outcome, ticket, station, called, calls }: Row,
  extras: readonly Extra[],
): string[] => [
  clock(arrival),
  clock(start),
  clock(end),
  wait === null ? '' : String(wait),
  service,
  segment,
  outcome === 'abandoned' || (outcome === 'no-show' && called === null) ? '' : (server ?? ''),
  outcome,
  ...extras.map((extra) => ({ ticket, station, called: clock(called), calls: calls === 0 ? '' : String(calls) })[extra]),
];

/** Share of the rows that get each fault. */
const faultShare = 0.004;

/** Rows out of order, with padded cells and Windows line ends, and faults each of which one rule ought to find. */
function dirtyText(rows: readonly Row[], extras: readonly Extra[], stream: Stream, faults: Faults): string {
  const count = (rule: RuleId): void => {
    faults[rule] = (faults[rule] ?? 0) + 1;
  };
  const midnight = (seconds: number): number => seconds - (seconds % 86_400);
  const ways: readonly (readonly [RuleId, (row: Row) => Row | null])[] = [
    ['start-before-arrival', (row) => (row.start === null ? null : { ...row, start: row.arrival - 20 })],
    ['end-before-start', (row) => (row.start === null ? null : { ...row, end: row.start - 15 })],
    ['sentinel-time', (row) => (row.outcome === 'abandoned' ? { ...row, start: midnight(row.arrival) } : null)],
    ['absurd-service', (row) => (row.end === null ? null : { ...row, end: row.end + 40_000 })],
    ['no-service-time', (row) => (row.start === null ? null : { ...row, start: null, end: null })],
    ['clocks-disagree', (row) => (row.start === null || row.wait === null ? null : { ...row, wait: row.wait + 60 })],
    [
      'stale-date',
      (row) => ({ ...row, arrival: row.arrival - 86_400 * 365 * 60, start: null, end: null, wait: null, outcome: 'abandoned' }),
    ],
  ];
  const lines: { key: number; line: string }[] = [];
  for (const row of rows) {
    const write = (written: Row): void => {
      lines.push({
        key: stream.uniform(),
        line: `${cellsOf(written, extras)
          .map((cell) => ` ${cell}`)
          .join(',')}\r\n`,
      });
    };
    const at = Math.floor(stream.uniform() / faultShare);
    const way = ways[at];
    const faulty = way?.[1](row) ?? null;
    if (faulty !== null) count(way![0]);
    write(faulty ?? row);
    if (at !== ways.length || row.start === null) continue;
    count('duplicate-row');
    write(row);
  }
  return lines
    .sort((a, b) => a.key - b.key)
    .map(({ line }) => line)
    .join('');
}
