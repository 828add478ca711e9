import { io, type Socket } from 'socket.io-client';
import type { Board } from '../../../simulator/lobby/board/board.ts';
import type { Heartbeat, LobbyMessage, LobbyNews, PrinterNews, RefusedMessage } from './message.ts';
import { Redial, redial } from './redial.ts';
import { ServerClock } from './server-clock.ts';

/** `stale`: nothing has been heard for five seconds, so what is shown, if anything, was right once. */
export type Link = 'connecting' | 'live' | 'stale' | 'refused';

/** Who joins: a screen by its token, or a customer's phone by its ticket. */
export type Joining = { readonly branch: string; readonly token: string } | { readonly branch: string; readonly ticket: string };

export interface LobbyListener {
  /** Board, link or age changed. */
  changed(): void;
  /**
   * Events not seen before, in order. `missed`: they happened while the line was cut, and there may be none to tell though
   * much happened; `before` is the board as it was last shown, null when this page showed none yet.
   */
  happened?(news: readonly LobbyNews[], missed: boolean, before: Board | null): void;
}

/** Refusals that asking again does not mend. */
const forGood: ReadonlySet<string> = new Set(['bad-token', 'no-token', 'role-may-not', 'unknown-branch', 'bad-input']);

/** No word for this long: the picture is called not live. */
export const staleAfterMs = 5_000;
/** A line that stays silent this long is given up and dialled anew. */
const redialAfterMs = 7_000;

/** Follows one lobby by `seq`: after a cut it asks for what it missed, and hands on each event once. */
export class LobbyConnection {
  readonly clock: ServerClock;
  board: Board | null = null;
  /** Told to staff only. */
  printers: readonly PrinterNews[] = [];
  link: Link = 'connecting';
  refusal: RefusedMessage | null = null;
  /** The server has been upgraded since this page was loaded. */
  outdated = false;

  readonly #address: string;
  readonly #joining: Joining;
  readonly #monotonicMs: () => number;
  readonly #listener: LobbyListener;
  #socket: Socket | null = null;
  #redial: Redial | null = null;
  #watch: ReturnType<typeof setInterval> | null = null;
  #lastSeq: number | null = null;
  #heardMs = 0;
  #redialledMs = 0;
  #heardAt: number | null = null;
  #rejoined = false;
  #build: string | null = null;

  /** `after`: goes on from this seq, as the page before this one left off. */
  constructor(
    address: string,
    joining: Joining,
    listener: LobbyListener,
    monotonicMs: () => number = () => performance.now(),
    after: number | null = null,
  ) {
    this.#lastSeq = after;
    this.#address = address;
    this.#joining = joining;
    this.#listener = listener;
    this.#monotonicMs = monotonicMs;
    this.clock = new ServerClock(monotonicMs);
  }

  /** Where a page that takes over from this one goes on. */
  get lastSeq(): number | null {
    return this.#lastSeq;
  }

  /** Server time of the last word heard, epoch ms. */
  get heardAt(): number | null {
    return this.#heardAt;
  }

  start(): void {
    if (this.#socket !== null) return;
    this.refusal = null;
    this.#heardMs = this.#monotonicMs();
    this.#setLink('connecting');
    const socket = io(this.#address, {
      transports: ['websocket'],
      reconnection: false,
      timeout: redial.openMs,
      auth: (send) => send(this.#lastSeq === null ? this.#joining : { ...this.#joining, after: this.#lastSeq }),
    });
    this.#socket = socket;
    const line = new Redial(this.#address, { dial: () => socket.connect() });
    this.#redial = line;
    socket.on('connect', () => {
      this.#rejoined = true;
    });
    socket.on('lobby', (message: LobbyMessage) => this.#hear(message));
    socket.on('printers', (printers: readonly PrinterNews[]) => {
      this.printers = printers;
      this.#listener.changed();
    });
    socket.on('heartbeat', (beat: Heartbeat) => this.#beat(beat));
    socket.on('refused', (refused: RefusedMessage) => this.#refuse(refused));
    socket.on('connect_error', (error: Error & { data?: RefusedMessage }) => {
      if (error.data?.code !== undefined) this.#refuse(error.data);
      void line.again();
    });
    socket.on('disconnect', () => void line.again());
    this.#watch = setInterval(() => this.#look(), 500);
  }

  stop(): void {
    if (this.#watch !== null) clearInterval(this.#watch);
    this.#watch = null;
    const socket = this.#socket;
    this.#socket = null;
    this.#redial?.stop();
    socket?.disconnect();
  }

  #hear(message: LobbyMessage): void {
    const last = this.#lastSeq;
    const fresh = last === null ? [] : message.events.filter((event) => event.seq > last);
    const missed = this.#rejoined && last !== null;
    const before = this.board;
    this.#rejoined = false;
    // A snapshot is taken even when it is older: the server was restored, and it is the truth.
    if (!message.snapshot && last !== null && message.seq < last) return;
    this.#lastSeq = message.seq;
    this.board = message.board;
    this.#heard(message.board.at);
    if (missed || fresh.length > 0) this.#listener.happened?.(fresh, missed, before);
    this.#listener.changed();
  }

  #beat({ at, build }: Heartbeat): void {
    this.#heard(at);
    if (build === undefined) return;
    this.#build ??= build;
    if (build === this.#build || this.outdated) return;
    this.outdated = true;
    this.#listener.changed();
  }

  #heard(serverNowMs: number): void {
    this.clock.heard(serverNowMs);
    this.#heardAt = serverNowMs;
    this.#heardMs = this.#monotonicMs();
    if (this.board !== null) this.#setLink('live');
  }

  #refuse(refused: RefusedMessage): void {
    // A server that cannot answer just now hangs up too; only a pass that is no good is worth giving up for.
    if (!forGood.has(refused.code)) return;
    this.refusal = refused;
    this.stop();
    this.#setLink('refused');
  }

  #look(): void {
    const silentMs = this.#monotonicMs() - this.#heardMs;
    if (this.link !== 'stale' && silentMs > staleAfterMs) this.#setLink('stale');
    const socket = this.#socket;
    if (socket?.connected && silentMs > redialAfterMs && this.#monotonicMs() - this.#redialledMs > redialAfterMs) {
      this.#redialledMs = this.#monotonicMs();
      socket.io.engine.close();
    }
    if (this.link === 'stale') this.#listener.changed();
  }

  #setLink(link: Link): void {
    if (this.link === link) return;
    this.link = link;
    this.#listener.changed();
  }
}
