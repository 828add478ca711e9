import { modeKinds } from '../lobby/branch/service.ts';
import { noElasticMemory } from '../lobby/elastic/evaluate.ts';
import type { ElasticMemories } from '../lobby/elastic/watch.ts';
import type { Problem } from '../lobby/problem.ts';
import type { LobbyState, StationState, Ticket } from '../lobby/state.ts';
import type { Behaviour } from '../workload/behaviour.ts';
import { firstNeedOf, type Tape } from '../workload/tape.ts';
import type { Floor } from './floor/floor.ts';
import type { From, OwedBreak, PersonNow, PlaceNow, VisitNow } from './floor/from.ts';
import { CannotRun } from './run.ts';
import { stretchMs } from './service/parked.ts';
import { states } from './staff/places.ts';

const never = Number.POSITIVE_INFINITY;
const nobody = -1;

/** What the state of a lobby does not tell. */
export interface BesideState {
  /** Midnight of the day, epoch ms. */
  readonly midnightAt: number;
  /** The ticket of each visit in the lobby, in the order of the tape. */
  readonly tickets: readonly string[];
  /** When each of the staff came, ms after midnight; of who is not in it, not known. */
  readonly joinedMs?: ReadonlyMap<string, number> | undefined;
  /** When a turnaround, a break or an absence at a station or of a person ends, ms after midnight: planned, or drawn. */
  endOf(id: string): number;
  /** What the elastic rules remember. */
  readonly memories: ElasticMemories;
  /** Newcomers who wait for a greeter, in order of arrival, and whom each greeter has before them, until when (SPEC Y16). */
  readonly newcomers?: readonly string[] | undefined;
  readonly triages?: ReadonlyMap<string, { readonly ticket: string; readonly endsAtMs: number }> | undefined;
  /** When each greeter was last done with a newcomer, ms after midnight: a state says nothing of who left during it. */
  readonly greetedUntil?: ReadonlyMap<string, number> | undefined;
  readonly owedBreaks?: readonly OwedBreak[] | undefined;
  /** Absences, ms, that begin when their person is free. */
  readonly owedAbsences?: ReadonlyMap<string, number> | undefined;
  /** Tickets whose need was interrupted (SPEC Y24). */
  readonly parked: ReadonlyMap<string, ParkedTicket>;
  /** What a rule last did with its station: who has opened one that works alone is in no state. */
  readonly rules: ReadonlyMap<string, 'opened' | 'told to close'>;
}

/** A service that was interrupted; times are ms after midnight. */
export interface ParkedTicket {
  /** Where, and by whom; null: by the station alone. */
  readonly station: string;
  readonly lead: string | null;
  /** When the customer comes back. */
  readonly backAtMs: number;
  /** When the service began, and how long it had lasted when it was interrupted. */
  readonly startedMs: number;
  readonly workedMs: number;
}

/**
 * The state of a lobby, live or folded from a journal, as the start of a run on a tape whose first visits are the tickets in it. Throws
 * `CannotRun` where somebody is at work whom no shift of the plan is for: a run knows people by their shifts.
 */
export function lobbyNow(state: LobbyState, floor: Floor, behaviour: Behaviour, tape: Tape, beside: BesideState): From {
  const { branch } = floor;
  const at = (epochMs: number): number => epochMs - beside.midnightAt;
  const atMs = at(state.at);
  const personAt = (id: string): number => branch.staff.findIndex((one) => one.id === id);
  const strangers = [...state.staff.keys()].filter((id) => !isOnSomeShift(floor, personAt(id)));
  if (strangers.length > 0) throw new CannotRun('state', strangers.map(notOnAnyShift));
  const visitOf = new Map(beside.tickets.map((id, visit) => [id, visit]));
  const tickets = beside.tickets.map((id) => state.tickets.get(id)!);
  const people = [...state.staff.values()].map(({ person, since }): PersonNow => {
    const station = branch.stations.findIndex(
      ({ id }) => state.stations.get(id)!.staff[0] === person && state.stations.get(id)!.status !== 'closed',
    );
    const group = groupOf(floor, personAt(person), station, beside.joinedMs?.get(person) ?? null, atMs);
    return { person: personAt(person), group, freeSinceMs: at(since) };
  });
  const openedBy = (station: string): number =>
    floor.elastic.findIndex((rule) => rule.station === station && beside.rules.has(rule.id));
  const placeOf = (station: StationState): PlaceNow => {
    const place = branch.stations.findIndex(({ id }) => id === station.id);
    const person = station.staff.length > 0 ? personAt(station.staff[0]!) : nobody;
    const ticket = station.ticket === null ? null : state.tickets.get(station.ticket)!;
    const now = ticket === null ? restingAt(station) : workingAt(ticket, place);
    return {
      place,
      person,
      group: person === nobody ? aloneAt(floor, place, openedBy(station.id)) : people.find((one) => one.person === person)!.group,
      visit: ticket === null ? nobody : visitOf.get(ticket.id)!,
      calls: ticket?.calls ?? 0,
      team: (ticket?.staff ?? []).filter((id) => id !== station.staff[0]).map(personAt),
      assistant: ticket?.assistedBy ? personAt(ticket.assistedBy) : nobody,
      ...now,
    };
  };
  const restingAt = ({ id, pauseReason, since, status }: StationState) => {
    if (status === 'ready') return { state: states.ready, sinceMs: at(since), endsAtMs: never };
    const kind = status === 'wrap-up' ? states.turnaround : pauseReason === 'break' ? states.onBreak : states.away;
    return { state: kind, sinceMs: at(since), endsAtMs: beside.endOf(id) };
  };
  const workingAt = (ticket: Ticket, place: number) => {
    const visit = visitOf.get(ticket.id)!;
    if (ticket.status === 'serving') {
      const sinceMs = at(ticket.startedAt!);
      const mode = modeOf(floor, ticket, place);
      const row = firstNeedOf(tape, visit) + needOf(ticket);
      const wholeMs = tape.workIn[mode]![row]!;
      const workMs = floor.isDevice[place] === 1 ? wholeMs : stretchMs(tape, row, wholeMs, beside.parked.has(ticket.id));
      return { state: states.busy, sinceMs, endsAtMs: sinceMs + workMs };
    }
    const sinceMs = at(ticket.calledAt!);
    const answers = tape.answersAt === null || tape.answersAt[visit] === ticket.calls;
    const walkMs = tape.pace === null ? 0 : Math.round(floor.walkMs[place]! * tape.pace[visit]!);
    const endsAtMs = sinceMs + (answers ? walkMs : behaviour.recallAfterMs);
    // Who has come to a device that they cannot use alone, and is not served, waits there for somebody to assist.
    if (answers && floor.isDevice[place] === 1 && endsAtMs <= atMs) return { state: states.unassisted, sinceMs, endsAtMs: never };
    return { state: states.calling, sinceMs, endsAtMs };
  };
  const open = [...state.stations.values()].filter(({ status }) => status !== 'closed').map(placeOf);
  const posts = people
    .filter(({ group }) => floor.atPost[group] === 1)
    .map((one): PlaceNow => {
      const { id } = branch.staff[one.person]!;
      const { onBreak } = state.staff.get(id)!;
      const triage = beside.triages?.get(id);
      const now = onBreak
        ? { state: states.onBreak, endsAtMs: beside.endOf(id) }
        : triage
          ? { state: states.busy, endsAtMs: triage.endsAtMs, visit: visitOf.get(triage.ticket) ?? nobody }
          : { state: states.ready, endsAtMs: never };
      return {
        place: floor.postOf[one.person]!,
        person: one.person,
        group: one.group,
        sinceMs: Math.max(one.freeSinceMs, beside.greetedUntil?.get(id) ?? one.freeSinceMs),
        visit: nobody,
        calls: 0,
        team: [],
        assistant: nobody,
        ...now,
      };
    });
  return {
    atMs,
    visits: tickets.map(
      (ticket): VisitNow => ({
        need: needOf(ticket),
        number: ticket.current,
        waits: ticket.status === 'waiting',
        line: branch.lines.findIndex(({ id }) => id === ticket.place!.line),
        mode: modeKinds.indexOf(ticket.place!.mode),
        sinceMs: at(ticket.needSince),
        readyAtMs: at(ticket.readyAt),
        failed: ticket.needs[ticket.current - 1]?.outcome === 'device-failed',
        wasParked: beside.parked.has(ticket.id),
        startedMs: beside.parked.get(ticket.id)?.startedMs ?? (ticket.startedAt === null ? Number.NaN : at(ticket.startedAt)),
        workedMs: beside.parked.get(ticket.id)?.workedMs ?? 0,
      }),
    ),
    people,
    places: [...open, ...posts],
    parked: tickets.flatMap(({ id, status }, visit) => {
      const one = beside.parked.get(id);
      if (status !== 'parked' || one === undefined) return [];
      const station = branch.stations.findIndex((declared) => declared.id === one.station);
      return [{ visit, station, lead: one.lead === null ? nobody : personAt(one.lead), backAtMs: one.backAtMs }];
    }),
    newcomers: (beside.newcomers ?? []).map((ticket) => visitOf.get(ticket)!),
    owedBreaks: beside.owedBreaks ?? [],
    owedAbsences: [...(beside.owedAbsences ?? [])].map(([id, lengthMs]) => ({ person: personAt(id), lengthMs })),
    callsSoFar: branch.lines.map(({ id }) => state.callsSoFar.get(id) ?? 0),
    rules: floor.elastic.map(({ id, station }) => {
      const { staff, status } = state.stations.get(station)!;
      const alone = status !== 'closed' && staff.length === 0;
      const { since, openedAt } = beside.memories.get(id) ?? noElasticMemory;
      const memory = { since: since === null ? null : at(since), openedAt: openedAt === null ? null : at(openedAt) };
      const mine = alone && floor.elastic[openedBy(station)]?.id === id;
      return { memory, opened: mine ? (beside.rules.get(id) === 'opened' ? 1 : -1) : 0 };
    }),
  };
}

/** Position on the tape of the need in hand: a need that a device failed goes on as another of the ticket. */
const needOf = ({ current, needs }: Ticket): number =>
  needs.slice(0, current).filter(({ outcome }) => outcome !== 'device-failed').length;

/** At a device the mode it was routed to, elsewhere the station's. */
function modeOf(floor: Floor, ticket: Ticket, place: number): number {
  const service = floor.branch.services.findIndex(({ id }) => id === ticket.needs[ticket.current]!.service);
  return floor.isDevice[place] === 1 && ticket.place!.kind === 'device'
    ? modeKinds.indexOf(ticket.place!.mode)
    : floor.modeIn[service * floor.stations + place]!;
}

const isOnSomeShift = ({ cast }: Floor, person: number): boolean => cast.members.some((members) => members.includes(person));

const notOnAnyShift = (id: string): Problem => ({
  path: `staff.${id}`,
  message: 'is at work, and no shift of the plan is for this person: give the plan one, or leave the person out of the state',
});

/** A device's own group, or that of the rule which opened the station. */
const aloneAt = ({ deviceGroup, isDevice }: Floor, place: number, rule: number): number =>
  isDevice[place] === 1 ? deviceGroup : deviceGroup + 1 + rule;

/**
 * The group that somebody is at work for: the one that was on the roster when they came, since nobody is in two shifts at a time. Where
 * that is not known, one on the roster now that may work their station, else one of that station.
 */
function groupOf({ cast, groups }: Floor, person: number, station: number, joinedMs: number | null, atMs: number): number {
  const theirs = cast.members.flatMap((members, group) => (members.includes(person) ? [group] : []));
  const onRoster = (group: number, byMs: number): boolean =>
    cast.changes.reduce(
      (sum, change) => sum + (change.kind === 'number' && change.group === group && change.atMs <= byMs ? change.delta : 0),
      0,
    ) > 0;
  const named = (group: number): number => groups[group]!.station;
  const cameFor = joinedMs === null ? undefined : theirs.find((group) => onRoster(group, joinedMs));
  return (
    cameFor ??
    theirs.find((group) => onRoster(group, atMs) && (named(group) < 0 || station < 0 || named(group) === station)) ??
    theirs.find((group) => named(group) === station && station >= 0) ??
    theirs[0]!
  );
}
