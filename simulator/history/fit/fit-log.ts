import { dayMs } from '../../workload/clock.ts';
import type { ModelInput } from '../../workload/model.ts';
import { stepMs } from '../clean/first-look.ts';
import { type HistoryLog, refuseIfEmpty } from '../clean/history-log.ts';
import type { HistoryFiles } from '../read/read-files.ts';
import { type BookingSummary, Bookings } from './bookings.ts';
import { branchOf } from './branch-of.ts';
import { type CallingSummary, CallOrder } from './call-order.ts';
import { ArrivalCounts, type ArrivalSummary, dateOf } from './fit-arrivals.ts';
import { PatienceRecords, type PatienceSummary } from './fit-patience.ts';
import { fitTurnaround, type TurnaroundSummary } from './fit-turnaround.ts';
import { fitWork, WorkRecords } from './fit-work.ts';
import { Gaps } from './gaps.ts';
import { Namer } from './namer.ts';
import { isNamed, type Spell, spellLimit, spellsOfDay, workByServer } from './servers.ts';
import { ServiceCounts } from './skill-pools.ts';
import { meanStaffing, planOf } from './staffing.ts';

export interface LogFitOptions {
  readonly zone?: string | undefined;
  readonly counters?: number | undefined;
  /** Days to learn from; all when absent. */
  readonly days?: readonly number[] | undefined;
  /** Days that are of no kind: feasts, paydays … They teach service, patience and turnaround, not arrivals. */
  readonly special?: ReadonlyMap<number, string> | undefined;
  /** False: no limits of parameters, which take most of the time. */
  readonly intervals?: boolean | undefined;
}

export interface LogFit {
  readonly file: ModelInput;
  readonly assumed: readonly string[];
  readonly arrivals: number;
  readonly serviceTimes: number;
  readonly found: {
    readonly arrivals: readonly ArrivalSummary[];
    readonly patience: PatienceSummary;
    readonly turnaround: TurnaroundSummary | null;
    /** Servers with the same skills, and what they do not do. */
    readonly pools: readonly { readonly servers: readonly string[]; readonly lacks: readonly string[] }[];
    /** Bookings and how they were kept; null: none. */
    readonly appointments: BookingSummary | null;
    /** How segments were called before each other; null: nothing to tell it from. */
    readonly calling: CallingSummary | null;
    /** By half hour of the first kind of day: servers at work, mean over its days. */
    readonly staffing: readonly number[];
    /** A server without a customer for longer than this is not at work. */
    readonly spellLimitMs: number;
    readonly noShowRate: number;
    readonly ghostShare: number;
    readonly workDrift: { readonly perWeek: number; readonly low: number; readonly high: number } | null;
  };
}

/** The model that the records of some days make. */
export function fitLog(log: HistoryLog, history: HistoryFiles, options: LogFitOptions = {}): LogFit {
  const { about } = history;
  const days = options.days ?? log.days;
  const assumed: string[] = [];
  const namer = new Namer();
  const counts = new ServiceCounts();
  let arrived = 0;
  let served = 0;
  let noShows = 0;
  const daysOfWork = function* () {
    for (const day of days) {
      const visits = log.visitsOn(day);
      for (const visit of visits) {
        namer.see(visit);
        if (visit.arrivalMs !== null) arrived++;
        if (visit.workMs !== null) served++;
        if (visit.outcome === 'no-show') noShows++;
      }
      const works = workByServer(visits);
      for (const [server, list] of works) if (isNamed(server)) counts.add(server, list);
      yield works;
    }
  };
  const limitMs = spellLimit(daysOfWork());
  for (const visit of log.undatedVisits) {
    namer.see(visit);
    if (visit.workMs !== null) served++;
  }
  refuseIfEmpty(log, arrived, served);
  const names = namer.names(assumed);
  const skills = counts.skills();

  const arrivals = new ArrivalCounts(log.hours);
  const work = new WorkRecords();
  const patience = new PatienceRecords();
  const gaps = new Gaps(limitMs);
  const spells = new Map<number, readonly Spell[]>();
  const order = new CallOrder();
  const bookings = new Bookings();
  for (const day of days) {
    const visits = log.visitsOn(day);
    arrivals.add(day, visits, names.kindOf);
    bookings.add(day, visits, names);
    for (const visit of visits) {
      work.add(visit, names, day);
      patience.add(visit);
    }
    const works = workByServer(visits);
    gaps.add(visits, works, skills);
    spells.set(day, log.staffOn(day) ?? spellsOfDay(works, limitMs));
    order.add(visits, names, skills);
  }
  for (const visit of log.undatedVisits) work.add(visit, names, null);

  const fittedArrivals = arrivals.fit(log.undated, new Set(options.special?.keys()));
  const left = days.filter((day) => options.special?.has(day)).length;
  if (left > 0) assumed.push(`${left} special days are in no profile of arrivals`);
  const fittedPatience = patience.fit();
  const turnaround = fitTurnaround(gaps, names.serverCode, limitMs, options.intervals ?? true);
  assumed.push(...fittedPatience.assumed, ...aboutStaff(turnaround.summary, names.servers.length, names.renamed));
  const firstType = fittedArrivals.types[0]!;
  const staffing = meanStaffing(
    firstType.days.map((day) => spells.get(day) ?? []),
    firstType.days.map((day) => day * dayMs),
    log.hours,
  );
  const plan = planOf(staffing, log.hours);
  const fittedWork = fitWork(work, names);
  const expected = fittedArrivals.profiles[0]!.expected;
  const stated = options.counters ?? about?.counters;
  const counters = stated ?? (names.servers.length > 0 ? names.servers.length : guessCounters(expected, work.meanMs, staffing));
  if (stated === undefined && names.servers.length === 0)
    assumed.push(
      `the records name no counters; ${counters} are declared, half as many again as the busiest half hour needs, and two`,
    );
  const calling = order.fit();
  const booked = bookings.fit(log.hours);
  const id = idOf(history.folder);
  const file: ModelInput = {
    v: 1,
    note: `Fitted from ${arrived} arrivals of ${days.length} ${days.length === 1 ? 'day' : 'days'} and ${served} service times. ${[...log.report.assumed, ...assumed].map((text) => `Assumed: ${text}.`).join(' ')}`.slice(
      0,
      4000,
    ),
    id,
    branch: branchOf({
      id,
      names: about?.names ?? { zh: id, en: id },
      zone: options.zone ?? about?.zone ?? 'Asia/Shanghai',
      hours: log.hours,
      services: names.services,
      segments: names.segments,
      serviceNames: about?.service,
      boosts: calling.boosts,
      counters: Math.min(counters, 200),
      weekdays: fittedArrivals.profiles.flatMap((profile) => profile.days).sort((a, b) => a - b),
      staff: names.servers.slice(0, 200).map((server) => ({
        id: names.serverCode(server),
        skills: names.serviceCodes.filter((code) => skills.get(server)?.has(names.serviceText(code)) ?? true),
      })),
    }),
    ...(plan === undefined ? {} : { plan }),
    arrivals: [...fittedArrivals.profiles],
    ...(booked.appointments.length === 0 ? {} : { appointments: booked.appointments }),
    work: fittedWork,
    patience: fittedPatience.patience,
    ...(turnaround.entries.length === 0 ? {} : { turnaround: turnaround.entries }),
    ...(days.length === 0 || log.undated
      ? {}
      : { history: { from: dateOf(days[0]!), to: dateOf(days.at(-1)!), days: days.length, spellLimitMs: limitMs } }),
    ...(noShows === 0 ? {} : { answers: { away: 0, gone: Number((noShows / arrived).toFixed(4)), recallAfterMs: 20_000 } }),
  };
  return {
    file,
    assumed,
    arrivals: arrived,
    serviceTimes: served,
    found: {
      arrivals: fittedArrivals.summaries,
      patience: fittedPatience.summary,
      turnaround: turnaround.summary,
      pools: counts.pools(),
      calling: calling.summary,
      appointments: booked.summary,
      staffing,
      spellLimitMs: limitMs,
      noShowRate: noShows / arrived,
      ghostShare: work.ghostShare,
      workDrift: work.drift(),
    },
  };
}

function aboutStaff(summary: TurnaroundSummary | null, servers: number, renamed: number): string[] {
  return [
    ...(summary === null ? ['the turnaround between two customers is not measured: 0'] : []),
    ...(summary !== null && servers > 0 ? ['a short absence of staff is a long turnaround; longer gaps end a spell of work'] : []),
    ...(renamed > 0 ? [`${renamed} servers are named S01, S02 …: what the records call them may be names of people`] : []),
  ];
}

const idOf = (folder: string): string =>
  folder
    .replace(/[^A-Za-z0-9._-]/g, '')
    .replace(/^[._-]+/, '')
    .slice(0, 40) || 'fitted';

/** Half as many again as the busiest half hour offers work for, and two; at least those seen at work. */
const guessCounters = (expected: readonly number[], meanWorkMs: number, staffing: readonly number[]): number =>
  Math.max(Math.ceil((1.5 * Math.max(...expected) * meanWorkMs) / stepMs) + 2, Math.ceil(Math.max(...staffing)));
