import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HistoryOutcome } from '../read/outcomes.ts';
import type { HistoryRecord } from '../read/records.ts';

/** Numbers that a record is kept as. */
const width = 13;
const outcomes: readonly (HistoryOutcome | null)[] = [
  null,
  'served',
  'abandoned',
  'left-unseen',
  'no-show',
  'transferred',
  'device-failed',
];

/** In the place of a count of calls: none is given. */
const noCalls = 127;

const noRoom = new Float64Array(0);

interface Page {
  numbers: Float64Array;
  count: number;
  /** Where earlier records of the day are in the file. */
  readonly spilled: { readonly at: number; readonly count: number }[];
}

/** Texts that come again and again, by number. */
class Names {
  readonly texts: (string | null)[] = [null];
  private readonly numbers = new Map<string, number>();

  of(text: string | null): number {
    if (text === null) return 0;
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    // What names a hundred thousand things names nothing (a ticket number in the column of services, say).
    if (this.texts.length >= 65_535) return 0;
    this.texts.push(text);
    this.numbers.set(text, this.texts.length - 1);
    return this.texts.length - 1;
  }
}

/** Records by business day, whatever their order in the files; a log too large for memory is kept on disk meanwhile. */
export class DayStore {
  count = 0;
  private readonly pages = new Map<number, Page>();
  private readonly files = new Names();
  private readonly services = new Names();
  private readonly segments = new Names();
  private readonly servers = new Names();
  private readonly stations = new Names();
  /** Records kept in memory; beyond that the days go to a file of their own until they are asked for. */
  private readonly mostInMemory: number;
  private inMemory = 0;
  private spill: { folder: string; handle: number; size: number } | null = null;

  constructor(mostInMemory = 120_000) {
    this.mostInMemory = mostInMemory;
  }

  add(day: number, record: HistoryRecord): void {
    let page = this.pages.get(day);
    if (page === undefined) {
      page = { numbers: noRoom, count: 0, spilled: [] };
      this.pages.set(day, page);
    }
    if ((page.count + 1) * width > page.numbers.length) {
      const grown = new Float64Array(Math.max(width * 16, page.numbers.length * 2));
      grown.set(page.numbers);
      page.numbers = grown;
    }
    const { numbers } = page;
    const at = page.count++ * width;
    numbers[at] = record.arrivalMs ?? Number.NaN;
    numbers[at + 1] = record.startMs ?? Number.NaN;
    numbers[at + 2] = record.endMs ?? Number.NaN;
    numbers[at + 3] = record.waitMs ?? Number.NaN;
    numbers[at + 4] = record.workMs ?? Number.NaN;
    numbers[at + 5] = record.hash;
    numbers[at + 6] = record.line * 65_536 + this.files.of(record.file);
    numbers[at + 7] =
      ((this.services.of(record.service) * 4096 + Math.min(this.segments.of(record.segment), 4095)) * 65_536 +
        this.servers.of(record.server)) *
        8 +
      outcomes.indexOf(record.outcome);
    numbers[at + 8] = record.slotMs ?? Number.NaN;
    numbers[at + 9] = record.calledMs ?? Number.NaN;
    numbers[at + 10] = record.readyMs ?? Number.NaN;
    numbers[at + 11] = record.ticket ?? Number.NaN;
    numbers[at + 12] = this.stations.of(record.station) * 128 + (record.calls ?? noCalls);
    this.count++;
    if (++this.inMemory >= this.mostInMemory) this.spillAll();
  }

  /** Days in order. */
  days(): number[] {
    return [...this.pages.keys()].sort((a, b) => a - b);
  }

  /** The records of a day, in order of arrival, exact repeats behind each other. */
  *read(day: number): Generator<HistoryRecord> {
    const page = this.pages.get(day);
    if (page === undefined) return;
    const numbers = this.numbersOf(page);
    const count = numbers.length / width;
    const order = Uint32Array.from({ length: count }, (_, at) => at);
    const key = (at: number): number => {
      const arrival = numbers[at * width]!;
      return Number.isNaN(arrival) ? (numbers[at * width + 1] ?? 0) : arrival;
    };
    order.sort((a, b) => key(a) - key(b) || numbers[a * width + 6]! - numbers[b * width + 6]!);
    for (const at of order) yield this.recordAt(numbers, at * width);
  }

  /** Removes what is on disk. */
  close(): void {
    if (this.spill === null) return;
    closeSync(this.spill.handle);
    rmSync(this.spill.folder, { recursive: true, force: true });
    this.spill = null;
  }

  private recordAt(numbers: Float64Array, at: number): HistoryRecord {
    const known = (offset: number): number | null => {
      const value = numbers[at + offset]!;
      return Number.isNaN(value) ? null : value;
    };
    const place = numbers[at + 6]!;
    let codes = numbers[at + 7]!;
    const take = (size: number): number => {
      const code = codes % size;
      codes = (codes - code) / size;
      return code;
    };
    const outcome = outcomes[take(8)]!;
    const server = this.servers.texts[take(65_536)]!;
    const segment = this.segments.texts[take(4096)]!;
    const service = this.services.texts[codes]!;
    const where = numbers[at + 12]!;
    const calls = where % 128;
    return {
      file: this.files.texts[place % 65_536]!,
      line: Math.floor(place / 65_536),
      arrivalMs: known(0),
      startMs: known(1),
      endMs: known(2),
      waitMs: known(3),
      workMs: known(4),
      slotMs: known(8),
      calledMs: known(9),
      readyMs: known(10),
      ticket: known(11),
      station: this.stations.texts[Math.floor(where / 128)]!,
      calls: calls === noCalls ? null : calls,
      hash: numbers[at + 5]!,
      service,
      segment,
      server,
      outcome,
    };
  }

  private numbersOf(page: Page): Float64Array {
    const inMemory = page.numbers.subarray(0, page.count * width);
    if (page.spilled.length === 0) return inMemory;
    const earlier = page.spilled.reduce((sum, { count }) => sum + count, 0);
    const all = new Float64Array((earlier + page.count) * width);
    let filled = 0;
    for (const { at, count } of page.spilled) {
      const part = new Uint8Array(all.buffer, filled * 8, count * width * 8);
      for (let got = 0; got < part.length; ) got += readSync(this.spill!.handle, part, got, part.length - got, at + got);
      filled += count * width;
    }
    all.set(inMemory, filled);
    return all;
  }

  private spillAll(): void {
    if (this.spill === null) {
      const folder = mkdtempSync(join(tmpdir(), 'tingtang-history-'));
      this.spill = { folder, handle: openSync(join(folder, 'days'), 'w+'), size: 0 };
      // Where the system lets an open file lose its name, nothing stays behind whatever happens.
      if (process.platform !== 'win32') rmSync(folder, { recursive: true, force: true });
    }
    const { spill } = this;
    for (const page of this.pages.values()) {
      if (page.count === 0) continue;
      const bytes = new Uint8Array(page.numbers.buffer, 0, page.count * width * 8);
      for (let put = 0; put < bytes.length; ) put += writeSync(spill.handle, bytes, put, bytes.length - put, spill.size + put);
      page.spilled.push({ at: spill.size, count: page.count });
      spill.size += bytes.length;
      page.numbers = noRoom;
      page.count = 0;
    }
    this.inMemory = 0;
  }
}
