import { dayMs, msOfClock } from '../workload/clock.ts';
import { type Model, type ModelInput, modelSchema } from '../workload/model.ts';
import { BadHistory } from './bad-history.ts';
import { branchOf, codesOf, onlySegment, onlyService } from './branch-of.ts';
import { clean, type Visit } from './clean.ts';
import type { Meaning } from './columns.ts';
import { decode } from './decode.ts';
import { fitArrivals, stepMs } from './fit-arrivals.ts';
import { fewRecords, fitLengths } from './fit-lengths.ts';
import { fitPatience } from './fit-patience.ts';
import { Ledger, type LedgerLine } from './ledger.ts';
import type { HistoryFiles } from './read-files.ts';
import { readTable } from './read-table.ts';
import { type ReadFile, readRecords } from './records.ts';

export interface FitOptions {
  readonly from?: string | undefined;
  readonly day?: string | undefined;
  readonly zone?: string | undefined;
  readonly counters?: number | undefined;
  readonly columns?: Readonly<Partial<Record<Meaning, string>>> | undefined;
}

export interface FileReport {
  readonly file: string;
  readonly encoding: string;
  readonly rows: number;
  /** Meaning → header. */
  readonly columns: Readonly<Record<string, string>>;
  readonly ignored: readonly string[];
  readonly notes: readonly string[];
}

export interface FitReport {
  readonly files: readonly FileReport[];
  readonly rows: number;
  readonly kept: number;
  readonly dropped: number;
  readonly rules: readonly LedgerLine[];
  readonly days: number;
  readonly arrivals: number;
  readonly serviceTimes: number;
  readonly assumed: readonly string[];
}

export interface Fitted {
  /** The model as a file states it: what was found, nothing that is only a default. */
  readonly file: ModelInput;
  readonly model: Model;
  readonly report: FitReport;
}

const mostServices = 64;
const mostSegments = 16;
const otherService = 'other';

/** From a branch's records to a model: import, clean, fit. Throws `BadHistory` with one clear line when that cannot be done. */
export function fitHistory(history: HistoryFiles, options: FitOptions = {}): Fitted {
  const ledger = new Ledger();
  const about = history.about;
  const from = options.from ?? about?.from;
  const day = options.day ?? about?.day;
  const read = history.files.map(({ name, bytes }) => {
    const table = readTable(decode(bytes, name), name);
    return { table, ...readRecords(table, { from, day, columns: options.columns ?? {} }, ledger) };
  });
  const undated = read.every((file) => file.undated || file.records.every(({ arrivalMs }) => arrivalMs === null));
  const limits = {
    fromMs: from === undefined ? null : msOfClock(from),
    toMs: about?.to === undefined ? null : msOfClock(about.to),
  };
  const visits = clean(
    read.flatMap(({ records }) => records),
    limits,
    undated,
    ledger,
  );
  const assumed = [...read.flatMap((file) => file.assumed)];

  const arrived = visits.flatMap((visit) => (visit.arrivalMs === null ? [] : [{ arrivalMs: visit.arrivalMs, visit }]));
  const lengths = visits.flatMap((visit) => visit.workMs ?? []);
  refuseIfEmpty(arrived.length, lengths.length, read, ledger);
  const hours =
    limits.fromMs !== null && limits.toMs !== null
      ? { fromMs: limits.fromMs, toMs: limits.toMs }
      : hoursSeen(arrived, limits, assumed);
  const arrivals = fitArrivals(arrived, hours, undated);
  const { patience, assumed: aboutPatience } = fitPatience(visits);
  assumed.push(...aboutPatience, 'the turnaround between two customers is not measured: 0');

  const services = namesBy(visits, 'service', mostServices, assumed);
  const segments = namesBy(visits, 'segment', mostSegments, assumed);
  const servers = new Set(visits.flatMap(({ server }) => server ?? []));
  const fittedAll = fitLengths(lengths);
  const counters =
    options.counters ??
    about?.counters ??
    (servers.size > 0 ? servers.size : guessCounters(arrivals.profile.expected, mean(lengths)));
  if (servers.size === 0 && (options.counters ?? about?.counters) === undefined) {
    assumed.push(
      `the records name no counters; ${counters} are declared, half as many again as the busiest half hour needs, and two`,
    );
  }
  const codes = { service: codesOf(services, 'S'), segment: codesOf(segments, 'G') };
  const codeOf = (what: 'service' | 'segment', visit: Visit): string => {
    const only = what === 'service' ? onlyService : onlySegment;
    return codes[what].size === 0
      ? only
      : (codes[what].get(visit[what] ?? '') ?? codes[what].get(otherService) ?? [...codes[what].values()][0]!);
  };
  const id =
    history.folder
      .replace(/[^A-Za-z0-9._-]/g, '')
      .replace(/^[._-]+/, '')
      .slice(0, 40) || 'fitted';
  const file: ModelInput = {
    v: 1,
    note: `Fitted from ${arrived.length} arrivals of ${arrivals.days} ${arrivals.days === 1 ? 'day' : 'days'} and ${lengths.length} service times. ${assumed.map((text) => `Assumed: ${text}.`).join(' ')}`.slice(
      0,
      4000,
    ),
    id,
    branch: branchOf({
      id,
      names: about?.names ?? { zh: id, en: id },
      zone: options.zone ?? about?.zone ?? 'Asia/Shanghai',
      hours,
      services,
      segments,
      serviceNames: about?.service,
      counters: Math.min(counters, 200),
    }),
    arrivals: [
      { ...arrivals.profile, mix: mixOf(arrived.map(({ visit }) => `${codeOf('service', visit)} ${codeOf('segment', visit)}`)) },
    ],
    work: [
      ...services.flatMap((text) => {
        const own = visits
          .filter((visit) => visit.workMs !== null && codeOf('service', visit) === codes.service.get(text))
          .map((visit) => visit.workMs!);
        return services.length > 1 && own.length >= fewRecords ? [{ service: codes.service.get(text)!, ...fitLengths(own) }] : [];
      }),
      fittedAll,
    ],
    patience,
  };
  const model = modelSchema.safeParse(file);
  if (!model.success) throw new Error(`the fitted model is not valid: ${model.error.message}`);
  const rows = read.reduce((sum, { table }) => sum + table.rows.length, 0);
  return {
    file,
    model: model.data,
    report: {
      files: read.map(({ table, understood, ignored }) => ({
        file: table.file,
        encoding: table.encoding,
        rows: table.rows.length,
        columns: understood,
        ignored,
        notes: table.notes,
      })),
      rows,
      kept: visits.length,
      dropped: rows - visits.length,
      rules: ledger.lines(),
      days: arrivals.days,
      arrivals: arrived.length,
      serviceTimes: lengths.length,
      assumed,
    },
  };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function refuseIfEmpty(arrivals: number, services: number, read: readonly ReadFile[], ledger: Ledger): void {
  const why =
    ledger
      .lines()
      .map(({ rule, rows }) => `${rule}: ${rows} rows`)
      .join(', ') || `${read.reduce((sum, { records }) => sum + records.length, 0)} rows read`;
  if (arrivals === 0)
    throw new BadHistory(
      `no usable time of arrival in the history (${why}); give a file with a column arrival, or arrival_s and --from 07:30`,
    );
  if (services === 0)
    throw new BadHistory(`no usable service time in the history (${why}); give a file with columns start and end, or service_s`);
}

/** Whole half hours in which anybody ever came. */
function hoursSeen(
  arrived: readonly { arrivalMs: number }[],
  limits: { fromMs: number | null; toMs: number | null },
  assumed: string[],
): { fromMs: number; toMs: number } {
  const inDay = arrived.map(({ arrivalMs }) => ((arrivalMs % dayMs) + dayMs) % dayMs);
  const least = inDay.reduce((low, at) => Math.min(low, at), dayMs);
  const most = inDay.reduce((high, at) => Math.max(high, at), 0);
  assumed.push('the opening hours are the half hours in which anybody came');
  return {
    fromMs: limits.fromMs ?? Math.floor(least / stepMs) * stepMs,
    toMs: limits.toMs ?? (Math.floor(most / stepMs) + 1) * stepMs,
  };
}

/** Names used by the visits, most frequent first; the rarest beyond what a branch can declare become one. */
function namesBy(visits: readonly Visit[], what: 'service' | 'segment', most: number, assumed: string[]): string[] {
  const counts = new Map<string, number>();
  for (const visit of visits) {
    const name = visit[what];
    if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);
  if (sorted.length <= most) return sorted;
  assumed.push(`${sorted.length} kinds of ${what} are named; all but the ${most - 1} most frequent are one, "${otherService}"`);
  return [...sorted.slice(0, most - 1), otherService];
}

/** Half as many again as the busiest half hour offers work for, and two. */
const guessCounters = (expected: readonly number[], meanWorkMs: number): number =>
  Math.ceil((1.5 * Math.max(...expected) * meanWorkMs) / stepMs) + 2;

function mixOf(kinds: readonly string[]): { service: string; segment: string; share: number }[] {
  const counts = new Map<string, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([kind, count]) => {
      const [service = '', segment = ''] = kind.split(' ');
      return { service, segment, share: count / kinds.length };
    });
}
