import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import type { Authenticator } from '../auth/authenticator.ts';
import { seesFullBoard } from '../auth/roles.ts';
import type { BranchDirectory } from '../branches/branch-directory.ts';
import type { BranchQueue } from '../branches/branch-queue.ts';
import type { Clock } from '../branches/clock.ts';
import { messageOf } from '../http/messages.ts';
import type { Logger } from '../observe/log.ts';
import type { Metrics } from '../observe/metrics.ts';
import type { Printers } from '../print/printers.ts';
import { BranchFeed } from './branch-feed.ts';
import { type JoinRefused, joinLobby } from './join.ts';
import type { ScreenToServer, ServerToScreen } from './messages.ts';
import { Screen, type ScreenSocket } from './screen.ts';

/** Sockets one process is sized for. */
const mostScreens = 20_000;
const heartbeatMs = 2_000;
/** Looks at slow screens and changed tokens this often: a revoked token is cut within a second. */
const watchMs = 400;

const onlyListens = { path: '', message: 'a screen only listens here; commands go over HTTP' };

export interface SocketPorts {
  readonly directory: BranchDirectory;
  readonly authenticator: Authenticator;
  readonly clock: Clock;
  readonly printers: Pick<Printers, 'news' | 'onNews'>;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly origins: ReadonlySet<string>;
  /** Names the screens being served. */
  readonly build: string;
  /** Changes when tokens may have changed. */
  readonly changeMark: () => number;
}

/** Follows every branch for the screens that joined it. */
export class SocketServer {
  readonly #io: Server<ScreenToServer, ServerToScreen>;
  readonly #ports: SocketPorts;
  readonly #feeds = new Map<string, BranchFeed>();
  readonly #screens = new Set<Screen>();
  readonly #timers: ReturnType<typeof setInterval>[];
  #mark: number;

  constructor(http: HttpServer, ports: SocketPorts) {
    this.#ports = ports;
    this.#mark = ports.changeMark();
    this.#io = new Server(http, {
      path: '/socket.io',
      transports: ['websocket'],
      serveClient: false,
      maxHttpBufferSize: 16_384,
      connectTimeout: 5_000,
      pingInterval: 5_000,
      pingTimeout: 4_000,
      perMessageDeflate: false,
      allowRequest: (req, answer) => {
        const { origin } = req.headers;
        // Programs send no Origin; they need a token like everybody.
        const known = origin === undefined || ports.origins.has(origin);
        answer(null, known && this.#io.engine.clientsCount < mostScreens);
      },
    });
    this.#io.on('connection', (socket) => {
      this.#join(socket).catch((error: unknown) => {
        ports.log.error({ err: error }, 'a screen could not join');
        socket.disconnect(true);
      });
    });
    ports.printers.onNews((branch) => this.#tellOfPrinters(branch));
    this.#timers = [setInterval(() => this.#beat(), heartbeatMs), setInterval(() => void this.#watch(), watchMs)];
    for (const timer of this.#timers) timer.unref();
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    for (const feed of this.#feeds.values()) feed.close();
    await this.#io.close();
  }

  async #join(socket: ScreenSocket): Promise<void> {
    const joined = await joinLobby(socket.handshake.auth, this.#ports.authenticator, this.#ports.directory);
    if ('refused' in joined) return this.#refuse(socket, joined);
    const { who, queue, after, secret } = joined;
    if (socket.disconnected) return;
    const feed = this.#feedOf(queue);
    const view = seesFullBoard.has(who.role) ? 'full' : 'public';
    // From here to the room nothing waits, so no commit falls between what it is told now and what it is told next.
    socket.emit('lobby', feed.message(view, after));
    if (view === 'full') socket.emit('printers', this.#ports.printers.news(queue.branch));
    const screen = new Screen({ socket, who, feed, view, secret, seq: feed.seq });
    this.#screens.add(screen);
    this.#ports.metrics.sockets.set(this.#screens.size);
    // Whoever speaks on a line that only listens is not one of our screens.
    socket.onAny(() => {
      this.#refuse(socket, { refused: 'bad-input', problems: [onlyListens] });
      this.#cut(screen, 'spoke');
    });
    socket.on('disconnect', () => {
      this.#screens.delete(screen);
      this.#ports.metrics.sockets.set(this.#screens.size);
    });
  }

  #refuse(socket: ScreenSocket, { refused, problems }: JoinRefused): void {
    socket.emit('refused', { code: refused, message: messageOf(refused, {}), ...(problems === undefined ? {} : { problems }) });
    socket.disconnect(true);
  }

  #feedOf(queue: BranchQueue): BranchFeed {
    const known = this.#feeds.get(queue.branch);
    if (known !== undefined) return known;
    const made = new BranchFeed(queue, this.#ports.clock, (feed) => this.#tell(feed));
    this.#feeds.set(queue.branch, made);
    return made;
  }

  /** Tells every screen of a branch what was committed since its position: one message per view and position, made once. */
  #tell(feed: BranchFeed): void {
    const nowMs = performance.now();
    const messages = new Map<string, ReturnType<BranchFeed['message']>>();
    for (const screen of this.#screens) {
      if (screen.feed !== feed || screen.seq === feed.seq || screen.mustWait(nowMs)) continue;
      const name = `${screen.view} ${screen.seq}`;
      const message = messages.get(name) ?? feed.message(screen.view, screen.seq);
      messages.set(name, message);
      screen.seq = feed.seq;
      screen.socket.emit('lobby', message);
    }
  }

  #tellOfPrinters(branch: string): void {
    const printers = this.#ports.printers.news(branch);
    for (const { view, feed, socket } of this.#screens)
      if (view === 'full' && feed.queue.branch === branch) socket.emit('printers', printers);
  }

  #beat(): void {
    const at = performance.now();
    const { build } = this.#ports;
    for (const screen of this.#screens) {
      if (!screen.mustWait(at)) screen.socket.volatile.emit('heartbeat', { at: screen.feed.now, seq: screen.feed.seq, build });
    }
  }

  /** Cuts screens that do not take what they are sent, and those whose token has been revoked. */
  async #watch(): Promise<void> {
    const nowMs = performance.now();
    for (const screen of this.#screens) if (screen.isTooSlow(nowMs)) this.#cut(screen, 'slow');
    const mark = this.#ports.changeMark();
    if (mark === this.#mark) return;
    this.#mark = mark;
    for (const screen of [...this.#screens]) {
      if (screen.secret === null || (await this.#ports.authenticator.find(screen.secret)) !== null) continue;
      screen.socket.emit('refused', { code: 'bad-token', message: messageOf('bad-token', {}) });
      this.#cut(screen, 'revoked');
    }
  }

  #cut(screen: Screen, why: 'slow' | 'revoked' | 'spoke'): void {
    this.#ports.metrics.socketsCut.inc({ why });
    if (why === 'slow') screen.terminate();
    else screen.socket.disconnect(true);
  }
}
