import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { CommandClient, type TicketAnswer } from '../../display/ui/live/command-client.ts';
import { Lobby } from '../../display/ui/live/lobby.ts';

const over = new Set(['done', 'abandoned', 'void']);
/** Hundreds of phones hear of each call at once: they ask again spread over this long. */
const spreadMs = 1_500;

/**
 * One customer's ticket, read again each time the lobby moves: at once when the ticket itself is called, else at a moment of its
 * own. Reads never overlap.
 */
export class FollowedTicket implements ReactiveController {
  readonly lobby: Lobby;
  ticket: TicketAnswer | null = null;
  /** The server knows no such ticket. */
  unknown = false;
  readonly #host: ReactiveControllerHost;
  readonly #id: string;
  readonly #client: CommandClient;
  #readSeq = -1;
  #reading = false;
  #waiting: ReturnType<typeof setTimeout> | null = null;

  constructor(host: ReactiveControllerHost, id: string, branch: string) {
    this.#host = host;
    this.#id = id;
    this.#client = new CommandClient({ branch, ticket: id });
    this.lobby = new Lobby(host, { branch, ticket: id });
    host.addController(this);
  }

  hostConnected(): void {
    void this.#read();
  }

  hostUpdate(): void {
    const seq = this.lobby.board?.seq ?? 0;
    if (seq <= this.#readSeq || this.#reading || this.unknown || this.over) return;
    if (this.#isMoved()) void this.#read();
    else this.#waiting ??= setTimeout(() => void this.#read(), Math.random() * spreadMs);
  }
  hostDisconnected(): void {
    if (this.#waiting !== null) clearTimeout(this.#waiting);
  }

  /** The board's own list says that this ticket was called, or is no longer. */
  #isMoved(): boolean {
    const { ticket } = this;
    const call = this.lobby.board?.nowServing.find(({ number }) => number === ticket?.number);
    const phase = ticket?.status === 'called' || ticket?.status === 'serving' ? ticket.status : undefined;
    return call?.phase !== phase;
  }

  /** Leaves the queue. Answers whether it was done. */
  async leave(): Promise<boolean> {
    const answer = await this.#client.atTicket(this.#id, 'abandon');
    await this.#read();
    return answer.ok;
  }

  get over(): boolean {
    return this.ticket !== null && over.has(this.ticket.status);
  }

  async #read(): Promise<void> {
    if (this.#waiting !== null) clearTimeout(this.#waiting);
    this.#waiting = null;
    this.#reading = true;
    this.#readSeq = this.lobby.board?.seq ?? 0;
    const answer = await this.#client.ticket(this.#id);
    this.#reading = false;
    if (answer.ok) this.ticket = answer.ticket;
    else if (answer.code !== 'away') this.unknown = true;
    this.#host.requestUpdate();
  }
}
