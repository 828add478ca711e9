import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Lobby } from '../../display/ui/live/lobby.ts';
import type { Link } from '../../display/ui/live/lobby-connection.ts';
import type { Board } from '../../simulator/lobby/board/board.ts';
import type { IssueBody, Issued } from '../issuing.ts';
import type { Keep } from './keep.ts';
import { give, type Kept, type NoNumber, nothingKept, type Pending } from './kept.ts';
import { renew } from './leases.ts';
import { bringLetters } from './letters.ts';
import { merge, type Sender } from './merge.ts';

const upkeepMs = 2_000;
/** The branch as last seen is put away this often; what changes faster is not shown offline. */
const boardKeptMs = 30_000;

/**
 * What a kiosk lives on while the lobby is away: its leased numbers and the branch as last seen. While the lobby is there it
 * tells what was given without it, and renews the leases.
 */
export class OfflineDesk implements ReactiveController {
  kept: Kept = nothingKept;
  readonly #host: ReactiveControllerHost;
  readonly #lobby: Lobby;
  readonly #keep: Keep;
  readonly #sender: Sender;
  #timer: ReturnType<typeof setInterval> | null = null;
  #busy = false;
  #link: Link = 'connecting';
  #boardKeptMs = Number.NEGATIVE_INFINITY;
  /** The day of the branch whose letters this page has. */
  #lettersOf: string | null = null;

  constructor(host: ReactiveControllerHost, lobby: Lobby, keep: Keep, sender: Sender) {
    this.#host = host;
    this.#lobby = lobby;
    this.#keep = keep;
    this.#sender = sender;
    host.addController(this);
  }

  hostConnected(): void {
    void this.#upkeep();
    this.#timer = setInterval(() => void this.#upkeep(), upkeepMs);
  }
  hostDisconnected(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
  }
  hostUpdate(): void {
    const { link } = this.#lobby;
    const isBack = link === 'live' && this.#link !== 'live';
    this.#link = link;
    if (isBack) void this.#upkeep();
  }

  /** The lobby's time in whole ms, or the best guess at it. */
  now(): number {
    return Math.round(this.#lobby.connection.heardAt === null ? Date.now() + this.kept.clockAheadMs : this.#lobby.now());
  }

  /** The branch now, or as last seen. */
  get board(): Board | null {
    return this.#lobby.board ?? this.kept.board;
  }

  /** How many numbers of a series could be given now without the lobby. */
  left(series: string): number {
    const now = this.now();
    return this.kept.blocks.reduce(
      (sum, { endsAt, next, to, ...block }) => sum + (block.series === series && now < endsAt ? Math.max(0, to - next + 1) : 0),
      0,
    );
  }

  /** Gives the next number of a series; it is kept before it is answered. */
  async give(series: string, body: IssueBody, key: string): Promise<Issued | NoNumber> {
    const given = await this.#change<Pending | NoNumber>((kept) => {
      const answer = give(kept, series, { key, body, nowMs: this.now() });
      return typeof answer === 'string' ? [kept, answer] : answer;
    });
    if (typeof given === 'string') return given;
    return { number: given.number, zone: null, ahead: null, quote: null, link: null, offline: true };
  }

  async #upkeep(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    try {
      this.#know(await this.#keep.read());
      const { board, link } = this.#lobby;
      if (link === 'live' && board !== null) {
        await this.#putAway(board);
        if (this.kept.outbox.length > 0) await merge(this.#keep, this.#sender, board);
        await renew(this.#keep, this.#sender, board);
        this.#know(await this.#keep.read());
      }
    } catch (error) {
      // A browser that keeps nothing (private, full disk) has a kiosk without offline numbers, not a dead one.
      console.warn('the kiosk cannot keep numbers for an outage', error);
    } finally {
      this.#busy = false;
    }
  }

  async #putAway(board: Board): Promise<void> {
    const clockAheadMs = Math.round(this.#lobby.now() - Date.now());
    const nowMs = performance.now();
    const isDue = nowMs - this.#boardKeptMs > boardKeptMs || this.kept.board?.day?.date !== board.day?.date;
    if (!isDue) return;
    this.#boardKeptMs = nowMs;
    void this.#bringLetters(board);
    const isNewDay = this.kept.board?.day?.date !== board.day?.date;
    await this.#change((kept) => [{ ...kept, board, clockAheadMs, stranded: isNewDay ? [] : kept.stranded }, null]);
  }

  async #bringLetters(board: Board): Promise<void> {
    const date = board.day?.date ?? '';
    if (this.#lettersOf === date) return;
    this.#lettersOf = date;
    await bringLetters(board).catch(() => {
      this.#lettersOf = null;
    });
  }

  async #change<T>(act: (kept: Kept) => readonly [Kept, T]): Promise<T> {
    let after = this.kept;
    const told = await this.#keep.change((kept) => {
      const answer = act(kept);
      [after] = answer;
      return answer;
    });
    this.#know(after);
    return told;
  }

  #know(kept: Kept): void {
    const isNews = shown(kept) !== shown(this.kept) || (this.kept.board === null && kept.board !== null);
    this.kept = kept;
    if (isNews) this.#host.requestUpdate();
  }
}

const shown = ({ blocks, outbox, stranded }: Kept): string => JSON.stringify([blocks, outbox.length, stranded]);
