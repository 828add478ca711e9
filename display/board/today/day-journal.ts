import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Board } from '../../../simulator/lobby/board/board.ts';
import type { JournalEntry } from '../../../simulator/lobby/journal/event.ts';
import { type Measured, measure } from '../../../simulator/lobby/kpi/measure.ts';
import type { BranchReader, Unread } from '../../ui/live/branch-reader.ts';
import type { LobbyNews } from '../../ui/live/message.ts';

/** Figures are worked out anew at most this often, however fast the lobby moves. */
const restMs = 2_000;
/** After a failure the day is asked for again on its own after this. */
const retryMs = 15_000;

/**
 * Today's journal in the page: read once, then carried on by what the socket tells. Figures come from the same
 * `measure` that studies use, so the board and a replay of the day agree.
 */
export class DayJournal implements ReactiveController {
  /** Null while it could be read. */
  failure: Unread | null = null;
  readonly #host: ReactiveControllerHost;
  readonly #reader: BranchReader;
  #date: string | null = null;
  #events: JournalEntry[] | null = null;
  #heard: LobbyNews[] = [];
  #loading = false;
  #failedMs = Number.NEGATIVE_INFINITY;
  #measured: { readonly seq: number; readonly atMs: number; readonly value: Measured } | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(host: ReactiveControllerHost, reader: BranchReader) {
    this.#host = host;
    this.#reader = reader;
    host.addController(this);
  }

  hostDisconnected(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  /** Null until it was read. */
  get events(): readonly JournalEntry[] | null {
    return this.#events;
  }

  hear(news: readonly LobbyNews[]): void {
    this.#heard.push(...news);
    if (this.#events !== null) this.#take(this.#events);
  }

  /** Looks at the board: a new day, or news that were never told, mean that the journal is read anew. */
  look(board: Board): void {
    const date = board.day?.date ?? null;
    if (date === null || this.#loading || performance.now() - this.#failedMs < retryMs) return;
    if (date !== this.#date || (this.#events?.at(-1)?.seq ?? 0) < board.seq) void this.load(date);
  }

  async load(date: string | null = this.#date): Promise<void> {
    if (date === null) return;
    if (date !== this.#date) this.#events = null;
    this.#date = date;
    this.#loading = true;
    const read = await this.#reader.lines<JournalEntry>(`/export?day=${date}`);
    this.#loading = false;
    if (read.ok) {
      const events = [...read.value];
      this.#take(events);
      this.#events = events;
      this.failure = null;
    } else {
      this.failure = read;
      this.#failedMs = performance.now();
    }
    this.#host.requestUpdate();
  }

  /** Adds what was heard since, in order; what is missing in between is noticed by `look`. */
  #take(events: JournalEntry[]): void {
    for (const event of this.#heard) {
      if (event.seq === (events.at(-1)?.seq ?? 0) + 1) events.push(event as unknown as JournalEntry);
    }
    this.#heard = [];
  }

  /** The day so far. At most a little old: it is drawn again once it may be worked out anew. */
  measured(): Measured | null {
    const seq = this.#events?.at(-1)?.seq;
    if (this.#events === null || seq === undefined) return null;
    const known = this.#measured;
    const nowMs = performance.now();
    if (known !== null && known.seq === seq) return known.value;
    if (known !== null && nowMs - known.atMs < restMs) {
      this.#timer ??= setTimeout(() => {
        this.#timer = null;
        this.#host.requestUpdate();
      }, restMs);
      return known.value;
    }
    this.#measured = { seq, atMs: nowMs, value: measure(this.#events) };
    return this.#measured.value;
  }
}
