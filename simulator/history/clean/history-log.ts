import { dayMs, msOfClock } from '../../workload/clock.ts';
import { BadHistory } from '../bad-history.ts';
import type { Spell } from '../fit/staff/spells.ts';
import type { Progress } from '../progress.ts';
import type { ByteSource } from '../read/byte-source.ts';
import type { Meaning } from '../read/column-names.ts';
import { openTable } from '../read/open-table.ts';
import type { HistoryFiles } from '../read/read-files.ts';
import type { DeclaredBranch } from '../read/read-table.ts';
import { readerOf } from '../read/records.ts';
import { isStaffLog, readStaffLog } from '../read/staff-log.ts';
import { type CleaningFacts, cleanDay } from './clean.ts';
import { DayStore } from './day-store.ts';
import { businessDay, FirstLook } from './first-look.ts';
import { type Choices, Ledger, type LedgerLine } from './ledger.ts';
import { Suspicions } from './suspicions.ts';
import type { Visit } from './visit.ts';

export interface ImportOptions {
  readonly from?: string | undefined;
  readonly day?: string | undefined;
  /** Zone of the branch, for times written with their distance from UTC; China's when neither this nor the history says it. */
  readonly zone?: string | undefined;
  readonly columns?: Readonly<Partial<Record<Meaning, string>>> | undefined;
  readonly choices?: Choices | undefined;
  readonly progress?: Progress | undefined;
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

export interface ImportReport {
  readonly files: readonly FileReport[];
  readonly rows: number;
  readonly kept: number;
  readonly dropped: number;
  readonly rules: readonly LedgerLine[];
  readonly assumed: readonly string[];
  /** Signs that a file was made up or its columns mixed up, with the proof. */
  readonly suspicions: readonly string[];
  /** What rules did so often that they, not the rows, are to be doubted. */
  readonly warnings: readonly string[];
}

/** The visits of a history, cleaned, by business day. */
export interface HistoryLog {
  /** Business days (days since 1970) on which anybody came, in order. */
  readonly days: readonly number[];
  /** The visits of a day, in order of arrival. */
  visitsOn(day: number): readonly Visit[];
  /** Who was at work on a day, where a staff log says so. */
  staffOn(day: number): readonly Spell[] | null;
  /** The branch as the history itself declares it: a journal does. */
  readonly declared: DeclaredBranch | null;
  /** Servers who are called S01, S02 … since what the records call them may be their names. */
  readonly renamed: number;
  /** Records that say nothing of when: service times given apart. */
  readonly undatedVisits: readonly Visit[];
  readonly hours: { readonly fromMs: number; readonly toMs: number };
  /** No date was given anywhere: all arrivals are of one unnamed day. */
  readonly undated: boolean;
  readonly report: ImportReport;
}

/** The zone of a branch that no file and nobody names. */
export const usualZone = 'Asia/Shanghai';
/** Where records without any time are kept. */
const noDay = Number.NEGATIVE_INFINITY;
/** Cleaned visits held; a larger log is cleaned again each time a day is asked for. */
const mostHeld = 150_000;
const rowsBetweenNews = 50_000;

/** Reads and cleans the files of a history: once through, whatever the order of rows, holding little of them. */
export function importHistory(history: HistoryFiles, options: ImportOptions = {}): HistoryLog {
  const { about } = history;
  const from = options.from ?? about?.from;
  const day = options.day ?? about?.day;
  const zone = options.zone ?? about?.zone ?? usualZone;
  const ledger = new Ledger(options.choices);
  const store = new DayStore();
  const look = new FirstLook();
  const assumed: string[] = [];
  const doubts: string[] = [];
  const staff = new Map<number, Spell[]>();
  let staffRows = 0;
  let undated = true;
  let declared: DeclaredBranch | null = null;
  try {
    const files = history.files.map((file): FileReport => {
      const { progress } = options;
      const { position, source } = tracked(file);
      const { declared: declares, rows: read, table } = openTable(source, zone);
      if (isStaffLog(table)) {
        const { spells, rows, unreadable } = readStaffLog(table, read(), zone);
        for (const spell of spells) {
          const on = businessDay(spell.fromMs);
          staff.set(on, [...(staff.get(on) ?? []), spell]);
          look.seeServer(spell.server);
        }
        staffRows += rows;
        const notes = [`a staff log: ${spells.length} spells of work, ${unreadable} rows without one`];
        return { file: table.file, encoding: table.encoding, rows, columns: {}, ignored: [], notes };
      }
      const reader = readerOf(table, { from, day, zone, columns: options.columns ?? {} });
      const suspicions = new Suspicions();
      let rows = 0;
      let dated = false;
      for (const row of read()) {
        const record = reader.read(row, ledger);
        const at = record.arrivalMs ?? record.startMs ?? record.endMs ?? record.slotMs;
        const on = at === null ? noDay : businessDay(at);
        store.add(on, record);
        look.see(record, on);
        suspicions.see(record);
        if (record.arrivalMs !== null && !reader.undated) dated = true;
        if (++rows % rowsBetweenNews === 0) progress?.(megabytes(position()), megabytes(source.size), `MB ${source.name}`);
      }
      if (dated) undated = false;
      declared = declares?.() ?? null;
      suspicions.refuse(source.name);
      doubts.push(...suspicions.proofs().map((proof) => `${source.name}: ${proof}`));
      assumed.push(...reader.assumed);
      const { understood, ignored } = reader;
      return { file: table.file, encoding: table.encoding, rows, columns: understood, ignored, notes: table.notes };
    });
    const stated = {
      fromMs: from === undefined ? null : msOfClock(from),
      toMs: about?.to === undefined ? null : msOfClock(about.to),
    };
    const facts = look.facts(stated, undated, declared !== null);
    if (facts.hours.fromMs !== null && (stated.fromMs === null || stated.toMs === null))
      assumed.push('the opening hours are the half hours in which people came, without rare ones at the edges');
    return logOf(store, facts, ledger, files, { assumed, suspicions: doubts }, { staff, rows: staffRows, declared }, options);
  } finally {
    if (store.count === 0) store.close();
  }
}

const megabytes = (bytes: number): number => Math.ceil(bytes / 1e6);

/** A file, and how far it has been read. */
function tracked(file: ByteSource): { readonly source: ByteSource; position(): number } {
  let position = 0;
  const read: ByteSource['read'] = (offset, length, into) => {
    position = Math.min(file.size, offset + length);
    return file.read(offset, length, into);
  };
  return { source: { ...file, read }, position: () => position };
}

function logOf(
  store: DayStore,
  facts: CleaningFacts,
  ledger: Ledger,
  files: readonly FileReport[],
  told: Pick<ImportReport, 'assumed' | 'suspicions'>,
  staff: { readonly staff: ReadonlyMap<number, readonly Spell[]>; readonly rows: number; readonly declared: DeclaredBranch | null },
  { progress }: ImportOptions,
): HistoryLog {
  const rows = files.reduce((sum, file) => sum + file.rows, 0);
  const held = new Map<number, readonly Visit[]>();
  const hold = store.count <= mostHeld;
  const days: number[] = [];
  // Rows of a staff log are none of a visit: read, and used as they are.
  let kept = staff.rows;
  const all = store.days();
  for (const [at, day] of all.entries()) {
    const visits = cleanDay(day, store.read(day), facts, ledger);
    kept += visits.length;
    if (hold || day === noDay) held.set(day, visits);
    if (day !== noDay && visits.some(({ arrivalMs }) => arrivalMs !== null)) days.push(day);
    progress?.(at + 1, all.length, '天已清洗 days cleaned');
  }
  // Records with a time but no arrival on days when nobody came are learnt from, but are of no day.
  const apart = [...held].flatMap(([day, visits]) => (days.includes(day) ? [] : visits));
  const quiet = new Ledger(ledger.choices);
  const outside = ledger.lines().find(({ rule }) => rule === 'outside-hours')?.rows ?? 0;
  const warnings = outside > muchOutside * rows ? [manyOutside(outside, rows, facts)] : [];
  return {
    days,
    visitsOn: (day) => held.get(day) ?? cleanDay(day, store.read(day), facts, quiet),
    undatedVisits: apart,
    declared: staff.declared,
    renamed: facts.servers.renamed,
    staffOn: (day) =>
      staff.staff.get(day)?.map((spell) => ({ ...spell, server: facts.servers.codes.get(spell.server) ?? spell.server })) ?? null,
    hours: { fromMs: facts.hours.fromMs ?? 0, toMs: Math.min(facts.hours.toMs ?? dayMs, dayMs) },
    undated: facts.undated,
    report: { files, rows, kept, dropped: rows - kept, rules: ledger.lines(), warnings, ...told },
  };
}

/** More rows than this share outside the hours: the hours are doubtful, not the rows. */
const muchOutside = 0.03;

function manyOutside(outside: number, rows: number, { hours }: CleaningFacts): string {
  const share = `${outside} of ${rows} rows arrived outside the opening hours and were left out`;
  return hours.toMs !== null && hours.toMs >= dayMs
    ? `${share}: people come past midnight, and a model's day ends there; a branch that is open at night is not modelled, or the times are of another zone (--zone)`
    : `${share}: are the hours right (--from, or "from" and "to" in history.json), and the time zone (--zone)`;
}

/** What the rules met, in one line, to say why nothing is left. */
const whyEmpty = ({ files, rules, rows }: ImportReport): string =>
  [...files.flatMap(({ notes }) => notes), ...rules.map(({ rule, rows: met }) => `${rule}: ${met} rows`)].join(', ') ||
  `${rows} rows read`;

export function refuseIfEmpty(log: HistoryLog, arrivals: number, services: number): void {
  const why = whyEmpty(log.report);
  if (arrivals === 0)
    throw new BadHistory(
      `no usable time of arrival in the history (${why}); give a file with a column arrival, or arrival_s and --from 07:30: service times alone make no model`,
    );
  if (services === 0)
    throw new BadHistory(
      `no usable service time in the history (${why}); give a file with columns start and end, or service_s; forecast takes arrivals alone`,
    );
}
