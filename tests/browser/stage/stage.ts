import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Request, type Response } from 'express';
import { type Socket, Server as SocketServer } from 'socket.io';
import type { PrinterNews } from '../../../display/ui/live/message.ts';
import { ticketView } from '../../../server/branches/ticket-view.ts';
import { securityHeaders } from '../../../server/http/security-headers.ts';
import { boardOf } from '../../../simulator/lobby/board/board-of.ts';
import { fold } from '../../../simulator/lobby/evolve/evolve.ts';
import { explain } from '../../../simulator/lobby/explain.ts';
import type { JournalEntry } from '../../../simulator/lobby/journal/event.ts';
import { isRefusal } from '../../../simulator/lobby/refusal.ts';
import type { CommandInput, TestLobby } from '../../fixtures/lobby.ts';
import { distFolder } from '../dist.ts';
import { deskRoutes } from './desk-routes.ts';
import { kioskRoutes } from './kiosk-routes.ts';

export const tokens = {
  kiosk: 'kiosk-token',
  display: 'display-token',
  teller: 'teller-token',
  greeter: 'greeter-token',
  manager: 'manager-token',
} as const;
type Role = keyof typeof tokens;
const seesAll = new Set<Role>(['teller', 'greeter', 'manager']);

export interface Command {
  readonly path: string;
  readonly key: string;
  readonly body: Record<string, unknown>;
}

/**
 * A theatre for the screens: the real lobby core behind the real pages under the real content security policy, with a
 * clock and a line that a test holds in its hand. The server's own tests test the server.
 */
export class Stage {
  readonly lobby: TestLobby;
  /** Commands received, retries included. */
  readonly commands: Command[] = [];
  /** While true, HTTP answers 503 after doing the work, as a server that dies between commit and answer. */
  losesAnswers = false;
  /** While true nothing is said, not even a heartbeat: a line that is dead but not cut. */
  silent = false;
  /** How the kiosk's printer is; null: there is none. */
  printer: string | null = null;
  /** How the branch's printers are, as staff hear it. */
  #printers: readonly PrinterNews[] = [];
  /** The build that heartbeats name; a test changes it to upgrade the server. */
  build = 'first';
  /** Sockets that have knocked so far. */
  joined = 0;
  readonly #http: Server;
  readonly #io: SocketServer;
  readonly #answers = new Map<string, { status: number; body: unknown }>();
  readonly #beat: ReturnType<typeof setInterval>;
  readonly #startedMs = performance.now();
  readonly #startedAt: number;

  private constructor(lobby: TestLobby) {
    this.lobby = lobby;
    this.#startedAt = lobby.now;
    const app = express();
    app.use(securityHeaders());
    app.use(express.json());
    app.get('/t/:ticket', (_request, response) => response.sendFile('kiosk/ticket/index.html', { root: distFolder }));
    app.get('/api/tickets/:ticket', (request, response) => this.#readTicket(request, response));
    kioskRoutes(
      app,
      lobby,
      (command) => this.do(command),
      () => this.printer,
    );
    deskRoutes(app, lobby, (...asked) => this.#carryOut(...asked));
    app.post('/api/branches/:branch/tickets', (request, response) => this.#issue(request, response));
    app.post('/api/branches/:branch/tickets/:ticket/:verb', (request, response) => this.#atTicket(request, response));
    app.post('/api/branches/:branch/counters/:station/:verb', (request, response) => this.#atCounter(request, response));
    app.get('/api/branches/:branch/tickets/:ticket/explain', (request, response) => this.#explain(request, response));
    app.use(express.static(distFolder));
    this.#http = createServer(app);
    this.#io = new SocketServer(this.#http, { transports: ['websocket'] });
    this.#io.on('connection', (socket) => this.#join(socket));
    this.#beat = setInterval(() => this.beat(), 2_000);
  }

  static async open(lobby: TestLobby): Promise<Stage> {
    const stage = new Stage(lobby);
    await new Promise<void>((resolve) => stage.#http.listen(0, '127.0.0.1', resolve));
    return stage;
  }

  get port(): number {
    return (this.#http.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    clearInterval(this.#beat);
    await this.#io.close();
  }

  /** A command from elsewhere in the lobby; every screen hears of it. */
  do(command: CommandInput): readonly JournalEntry[] {
    this.#now();
    const events = this.lobby.do(command);
    this.#tell(events);
    return events;
  }

  /** A heartbeat, now. */
  beat(): void {
    if (!this.silent) this.#io.emit('heartbeat', { at: this.#now(), seq: this.lobby.state.seq, build: this.build });
  }

  /** Tells staff how the printers are. */
  tellOfPrinters(printers: readonly PrinterNews[]): void {
    this.#printers = printers;
    this.#io.to('full').emit('printers', printers);
  }

  /** Ends every screen's pass. */
  revoke(): void {
    this.#io.emit('refused', { code: 'bad-token', message: { zh: '通行码已失效', en: 'The pass is no longer valid' } });
    this.#io.disconnectSockets(true);
  }

  #now(): number {
    this.lobby.now = Math.max(this.lobby.now, Math.round(this.#startedAt + performance.now() - this.#startedMs));
    return this.lobby.now;
  }

  #join(socket: Socket): void {
    this.joined += 1;
    const { token, ticket, after } = socket.handshake.auth as { token?: string; ticket?: string; after?: number };
    const role = (Object.keys(tokens) as Role[]).find((name) => tokens[name] === token);
    if (role === undefined && (ticket === undefined || !this.lobby.state.tickets.has(ticket))) {
      socket.emit('refused', { code: 'bad-token' });
      socket.disconnect(true);
      return;
    }
    const view = role !== undefined && seesAll.has(role) ? 'full' : 'public';
    void socket.join(view);
    const missed = after === undefined ? [] : this.lobby.journal.filter(({ seq }) => seq > after);
    socket.emit('lobby', this.#message(missed, view, after === undefined));
    if (view === 'full') socket.emit('printers', this.#printers);
  }

  #tell(events: readonly JournalEntry[]): void {
    if (events.length === 0 || this.silent) return;
    for (const view of ['public', 'full'] as const) this.#io.to(view).emit('lobby', this.#message(events, view, false));
  }

  #message(events: readonly JournalEntry[], view: 'public' | 'full', snapshot: boolean) {
    const { state } = this.lobby;
    const told = view === 'full' ? events : events.flatMap((event) => this.#told(event));
    return { seq: state.seq, board: boardOf(state, this.#now(), view), events: told, snapshot };
  }

  #told({ seq, at, type, data }: JournalEntry): readonly object[] {
    if (
      !['called', 'recalled', 'resumed', 'ticket-issued', 'service-started', 'service-finished', 'help-answered'].includes(type) &&
      !/^(station|day)-/.test(type)
    )
      return [];
    const { ticket, staff: _, ...rest } = data as { ticket?: string; staff?: unknown };
    const number = ticket === undefined ? {} : { number: this.lobby.state.tickets.get(ticket)?.number ?? '' };
    return [{ seq, at, type, data: { ...rest, ...number } }];
  }

  #readTicket(request: Request, response: Response): void {
    const ticket = this.lobby.state.tickets.get(request.params.ticket as string);
    if (ticket === undefined)
      response.status(404).json({ error: { code: 'unknown-ticket', message: { zh: '没有这张号票', en: 'No such ticket' } } });
    else response.json({ ticket: ticketView(this.lobby.state, ticket) });
  }

  #explain(request: Request, response: Response): void {
    const { ticket } = request.params;
    const event = this.lobby.journal.findLast(
      ({ type, data }) => (type === 'called' || type === 'need-routed') && (data as { ticket: string }).ticket === ticket,
    );
    if (event === undefined) {
      response.status(404).json({ error: { code: 'unknown-ticket', message: { zh: '没有这张号票', en: 'No such ticket' } } });
      return;
    }
    const before = fold(this.lobby.journal.filter(({ seq }) => seq < event.seq));
    response.json({ seq: event.seq, at: event.at, type: event.type, explanation: explain(before, event) });
  }

  #issue(request: Request, response: Response): void {
    const ticket = `issued-${this.commands.length}-0123456789abcdef`;
    this.#carryOut(request, response, { type: 'issue', ticket, ...request.body }, ticket);
  }

  #atTicket(request: Request, response: Response): void {
    const { ticket, verb } = request.params as { ticket: string; verb: string };
    this.#carryOut(request, response, { type: verb, ticket, ...request.body } as CommandInput, ticket);
  }

  #atCounter(request: Request, response: Response): void {
    const { station, verb } = request.params as { station: string; verb: string };
    this.#carryOut(request, response, { type: verb, station, ...request.body } as CommandInput);
  }

  #carryOut(request: Request, response: Response, command: CommandInput, ticket?: string): void {
    const key = request.get('idempotency-key') ?? '';
    this.commands.push({ path: request.path, key, body: request.body as Record<string, unknown> });
    const answer = this.#answers.get(key) ?? this.#act(command, ticket);
    this.#answers.set(key, answer);
    if (this.losesAnswers) response.status(503).end();
    else response.status(answer.status).json(answer.body);
  }

  #act(command: CommandInput, ticket?: string): { status: number; body: unknown } {
    this.#now();
    const events = this.lobby.try(command);
    if (isRefusal(events))
      return {
        status: 409,
        body: {
          error: {
            code: events.refused,
            message: { zh: `未能完成：${events.refused}`, en: `Not done: ${events.refused}` },
            facts: events.facts,
          },
        },
      };
    this.#tell(events);
    const station =
      'station' in command && command.station !== undefined ? this.lobby.state.stations.get(command.station) : undefined;
    const shown = this.lobby.state.tickets.get(ticket ?? station?.ticket ?? '');
    return {
      status: command.type === 'issue' ? 201 : 200,
      body: { ticket: shown === undefined ? null : ticketView(this.lobby.state, shown) },
    };
  }
}
