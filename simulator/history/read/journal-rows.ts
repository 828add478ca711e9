import type { Branch } from '../../lobby/branch/branch.ts';
import type { Plan } from '../../lobby/branch/plan.ts';
import { type JournalEntry, parseEvent } from '../../lobby/journal/event.ts';
import { measure } from '../../lobby/kpi/measure.ts';
import type { NeedOutcome, NeedRecord } from '../../lobby/kpi/record.ts';
import { BadHistory } from '../bad-history.ts';
import type { ByteSource } from './byte-source.ts';
import type { Encoding } from './decode.ts';
import { objectsOf } from './object-rows.ts';
import type { OpenTable, Row, Table } from './read-table.ts';
import { wallClock } from './zone-clock.ts';

const headers = [
  'arrival',
  'called',
  'start',
  'end',
  'ready',
  'slot',
  'service',
  'segment',
  'server',
  'station',
  'ticket',
  'calls',
  'outcome',
];
/** Rows to know the table by: its form is ours, so a few will do. */
const knownRows = 200;

/** What the journal declares, as far as it has been read. */
interface Declared {
  branch: Branch | null;
  plan: Plan | null;
}

/** 流水: the product's own journal as a log of visits, a need a row, in the branch's own time. */
export function journalTable(source: ByteSource, encoding: Encoding): OpenTable {
  const declared: Declared = { branch: null, plan: null };
  const rows = (): Generator<Row> => journalRows(source, encoding, declared);
  const known: Row[] = [];
  for (const row of rows()) {
    known.push(row);
    if (known.length >= knownRows) break;
  }
  if (known.length === 0) throw new BadHistory(`${source.name}: a journal, but no ticket in it has ended`);
  const table: Table = { file: source.name, encoding, delimiter: 'journal', headers, rows: known, notes: [] };
  return { table, rows, declared: () => (declared.branch === null ? null : { branch: declared.branch, plan: declared.plan }) };
}

/** Days are folded one at a time: a ticket ends on its own day. */
function* journalRows(source: ByteSource, encoding: Encoding, declared: Declared): Generator<Row> {
  let configured: JournalEntry | null = null;
  let zone = 'UTC';
  let day: JournalEntry[] = [];
  let from = 1;
  const flush = function* (): Generator<Row> {
    const wall = wallClock(zone);
    const clock = (at: number | null): string => (at === null ? '' : new Date(wall(at)).toISOString().slice(0, 23));
    const facts = factsOf(day);
    for (const [at, need] of measure(day).needs.entries()) {
      const cells = cellsOf(need, clock, declared.branch, facts);
      if (cells !== null) yield { line: from + at, cells };
    }
    day = configured === null ? [] : [configured];
  };
  for (const { line, object } of objectsOf(source, encoding)) {
    let event: JournalEntry;
    try {
      event = parseEvent(object);
    } catch (error) {
      throw new BadHistory(`${source.name}:${line}: not an event of a journal (${(error as Error).message.split('\n')[0]})`);
    }
    if (event.type === 'branch-configured') {
      configured = event;
      zone = event.data.config.zone;
      declared.branch = event.data.config;
    }
    if (event.type === 'plan-adopted') declared.plan = event.data.plan;
    if (day.length === 0) from = line;
    day.push(event);
    if (event.type === 'day-closed') yield* flush();
  }
  yield* flush();
}

interface Facts {
  /** Of each station, when it was ready again. */
  readonly ready: ReadonlyMap<string, readonly number[]>;
  /** Slots of the tickets that were booked. */
  readonly slots: ReadonlyMap<string, number>;
}

/** What the records of needs do not hold. */
function factsOf(day: readonly JournalEntry[]): Facts {
  const ready = new Map<string, number[]>();
  const slots = new Map<string, number>();
  for (const { type, data, at } of day) {
    if (type === 'station-ready') ready.set(data.station, [...(ready.get(data.station) ?? []), at]);
    if (type === 'ticket-issued' && data.appointment !== undefined) slots.set(data.ticket, data.appointment.slotAt);
  }
  return { ready, slots };
}

const fates: Readonly<Partial<Record<NonNullable<NeedOutcome>, string>>> = {
  referred: 'transferred',
  'device-failed': 'device-failed',
  'no-show': 'no-show',
};

function cellsOf(
  need: NeedRecord,
  clock: (at: number | null) => string,
  branch: Branch | null,
  { ready, slots }: Facts,
): string[] | null {
  const { waitFrom, calledAt, calls, startedAt, endedAt, outcome, service, segment, staff, station, ticket } = need;
  if (outcome === null || outcome === 'void') return null;
  const served = startedAt !== null;
  const kind = branch?.stations.find(({ id }) => id === station)?.kind;
  const called = calledAt !== null && (served || outcome === 'no-show');
  return [
    clock(waitFrom),
    called ? clock(calledAt) : '',
    // Who left has no start; until when they waited is told by the end.
    served ? clock(startedAt) : '',
    clock(endedAt),
    served ? clock(ready.get(station ?? '')?.find((at) => at >= (endedAt ?? Number.POSITIVE_INFINITY)) ?? null) : '',
    need.need === 0 ? clock(slots.get(ticket) ?? null) : '',
    service,
    segment,
    called ? (staff[0] ?? station ?? '') : '',
    called && kind !== undefined ? `${kind} ${station}` : '',
    ticket,
    called ? String(calls) : '',
    fates[outcome] ?? (served ? 'served' : 'abandoned'),
  ];
}
