import { type Role, roles } from '../../lobby/branch/service.ts';
import { dayMs } from '../../workload/clock.ts';
import type { ModelInput } from '../../workload/model.ts';
import type { HistoryLog } from '../clean/history-log.ts';
import type { HistoryFiles } from '../read/read-files.ts';
import { type CallingSummary, CallOrder } from './calling/call-order.ts';
import type { AnswersSummary } from './calling/fit-answers.ts';
import { type Walk, withCalls } from './calling/walks.ts';
import { type BookingSummary, Bookings } from './demand/bookings.ts';
import { ArrivalCounts, type ArrivalSummary } from './demand/fit-arrivals.ts';
import { kindsOfVisits } from './demand/fit-mix.ts';
import { Onward, type OnwardSummary } from './demand/fit-onward.ts';
import { firstPass } from './first-pass.ts';
import type { LogFitOptions } from './fit-options.ts';
import { PatienceRecords, type PatienceSummary } from './fit-patience.ts';
import { modelFile } from './model-file.ts';
import { leadAt, type PlaceSummary } from './places-seen.ts';
import { fitTurnaround, type TurnaroundSummary } from './staff/fit-turnaround.ts';
import { Gaps } from './staff/gaps.ts';
import { presenceOn } from './staff/presence.ts';
import { workByServer } from './staff/servers.ts';
import { type Spell, spellsOfDay } from './staff/spells.ts';
import { meanStaffing, planOf } from './staff/staffing.ts';
import { fitWork, WorkRecords } from './work/fit-work.ts';

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
    /** How calls were answered: no-shows and recalls. */
    readonly answers: AnswersSummary;
    /** From the call to the start of service; null: no time at all. */
    readonly walk: Walk | null;
    /** Where customers went after a service. */
    readonly onward: OnwardSummary;
    /** Where services were done; empty: the records do not tell. */
    readonly places: readonly PlaceSummary[];
    /** How segments were called before each other; null: nothing to tell it from. */
    readonly calling: CallingSummary | null;
    /** By half hour of the first kind of day: servers at work, mean over its days. */
    readonly staffing: readonly number[];
    /** A server without a customer for longer than this is not at work. */
    readonly spellLimitMs: number;
    readonly ghostShare: number;
    readonly workDrift: { readonly perWeek: number; readonly low: number; readonly high: number } | null;
  };
}

/** The model that the records of some days make. */
export function fitLog(log: HistoryLog, history: HistoryFiles, options: LogFitOptions = {}): LogFit {
  const days = options.days ?? log.days;
  const assumed: string[] = [];
  const first = firstPass(log, days, assumed);
  const { arrived, names, served, skills } = first;
  const { limitMs } = first;

  const arrivals = new ArrivalCounts(log.hours);
  const work = new WorkRecords();
  const patience = new PatienceRecords();
  const gaps = new Gaps(limitMs);
  const spells = new Map<number, readonly Spell[]>();
  const order = new CallOrder();
  const bookings = new Bookings();
  const onward = new Onward();
  for (const day of days) {
    const visits = withCalls(log.visitsOn(day), first.walk);
    arrivals.add(day, visits, kindsOfVisits(visits, names.codesOf), options.special?.has(day));
    bookings.add(day, visits, names);
    onward.add(visits, names);
    for (const visit of visits) {
      work.add(visit, names, day);
      patience.add(visit);
    }
    const works = workByServer(visits, first.answers.recallAfterMs());
    gaps.add(visits, works, skills);
    spells.set(day, log.staffOn(day) ?? spellsOfDay(works, limitMs, presenceOn(visits, works, skills)));
    order.add(visits, names, skills);
  }
  for (const visit of log.undatedVisits) work.add(visit, names, null);

  const fittedArrivals = arrivals.fit(log.undated, new Set(options.special?.keys()));
  const left = days.filter((day) => options.special?.has(day)).length;
  if (left > 0) assumed.push(`${left} special days are in no profile of arrivals`);
  const fittedPatience = patience.fit();
  const declaredStaff = log.declared?.branch.staff.map(({ id }) => id);
  const toldByMs = first.walk?.from === 'free servers' ? first.walk.ms : 0;
  const turnaround = fitTurnaround(gaps, limitMs, options.intervals ?? true, declaredStaff, toldByMs);
  const answers = first.answers.fit();
  const sentOn = onward.fit();
  const calling = order.fit();
  const booked = bookings.fit(log.hours);
  assumed.push(
    ...fittedPatience.assumed,
    ...answers.assumed,
    // Where there is one service, and nobody is named who gives it, there is nothing to be sent on to and no place to tell.
    ...(names.services.length > 1 ? sentOn.assumed : []),
    ...(names.servers.length > 0 ? first.places.assumed() : []),
    ...(toldByMs > 0
      ? ['no call is on record: each is taken to be a walk before the start, so turnaround while nobody waits may come out short']
      : []),
    ...aboutStaff(turnaround.summary, names.servers.length, log.renamed),
  );
  const firstType = fittedArrivals.types[0]!;
  const staffingOf = (role: Role | null): number[] =>
    meanStaffing(
      firstType.days.map((day) => {
        const all = spells.get(day) ?? [];
        return role === null ? all : all.filter(({ server }) => leadAt(first.places.placeOf(server)) === role);
      }),
      firstType.days.map((day) => day * dayMs),
      log.hours,
    );
  const staffing = staffingOf(null);
  const file = modelFile(log, history, {
    options,
    days,
    assumed,
    first,
    arrivals: fittedArrivals,
    work,
    staffing,
    plan: planOf(new Map(roles.map((role) => [role, staffingOf(role)])), log.hours),
    boosts: calling.boosts,
    limitMs,
    parts: {
      ...(booked.appointments.length === 0 ? {} : { appointments: booked.appointments }),
      work: fitWork(work, names),
      patience: fittedPatience.patience,
      ...(turnaround.entries.length === 0 ? {} : { turnaround: turnaround.entries }),
      ...(answers.answers === undefined ? {} : { answers: answers.answers }),
      ...(sentOn.transfers.length === 0 ? {} : { transfers: sentOn.transfers }),
      ...(sentOn.deviceFailures.length === 0 ? {} : { deviceFailures: sentOn.deviceFailures }),
    },
  });
  return {
    file,
    assumed,
    arrivals: arrived,
    serviceTimes: served,
    found: {
      arrivals: fittedArrivals.summaries,
      patience: fittedPatience.summary,
      turnaround: turnaround.summary,
      pools: first.pools,
      calling: calling.summary,
      appointments: booked.summary,
      answers: answers.summary,
      walk: first.walk,
      onward: sentOn.summary,
      places: first.places.summary(),
      staffing,
      spellLimitMs: limitMs,
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
