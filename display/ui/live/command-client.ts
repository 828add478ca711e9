import type { Names } from '../../../simulator/lobby/branch/names.ts';
import type { RuleSpec } from '../../../simulator/lobby/branch/rules.ts';
import type { Quote } from '../../../simulator/lobby/journal/ticket-events.ts';
import type { TicketStatusName } from '../words/terms.ts';
import type { Joining } from './lobby-connection.ts';

/** A ticket as HTTP answers it. */
export interface TicketAnswer {
  readonly id: string;
  readonly number: string;
  readonly status: TicketStatusName;
  readonly segment: string;
  readonly traits: readonly string[];
  readonly service: string;
  readonly line: string | null;
  readonly zone: string | null;
  readonly counter: string | null;
  readonly ahead: number | null;
  readonly quote: Quote | null;
  readonly arrivedAt: number;
  readonly calledAt: number | null;
  readonly startedAt: number | null;
}

/** `away`: no answer was had, so nobody knows whether it was done; the same press may be sent again with its key. */
export type Answer = { readonly ok: true; readonly ticket: TicketAnswer | null } | Failure;

export interface Failure {
  readonly ok: false;
  readonly code: string;
  readonly message: Names | null;
  /** The values a refusal names. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** Any answer, as it was sent. */
export type Reply = { readonly ok: true; readonly body: Readonly<Record<string, unknown>> } | Failure;

/** What a caller may say of one press. */
export interface Press {
  /** A key of one's own: for a press that outlives the page. */
  readonly key?: string;
  readonly patienceMs?: number;
}

export interface CommandClientOptions {
  /** Origin of the server; this page's own by default. */
  readonly origin?: string;
  readonly send?: typeof fetch;
  readonly wait?: (ms: number) => Promise<void>;
  /** How long a press is pursued in all. */
  readonly patienceMs?: number;
  readonly nowMs?: () => number;
}

const attemptMs = 4_000;
const firstPauseMs = 200;
const longestPauseMs = 1_600;

/** Sends what a person pressed. One key a press: a retry after a lost answer can never do the thing twice. */
export class CommandClient {
  readonly #joining: Joining;
  readonly #options: Required<CommandClientOptions>;

  constructor(joining: Joining, options: CommandClientOptions = {}) {
    this.#joining = joining;
    this.#options = {
      origin: '',
      send: (...request) => fetch(...request),
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      patienceMs: 8_000,
      nowMs: () => performance.now(),
      ...options,
    };
  }

  issue(body: Record<string, unknown>): Promise<Answer> {
    return this.#command('/tickets', body);
  }
  atTicket(ticket: string, verb: string, body: Record<string, unknown> = {}): Promise<Answer> {
    return this.#command(`/tickets/${encodeURIComponent(ticket)}/${verb}`, body);
  }
  atCounter(counter: string, verb: string, body: Record<string, unknown> = {}): Promise<Answer> {
    return this.#command(`/counters/${encodeURIComponent(counter)}/${verb}`, body);
  }
  forPerson(person: string, verb: string): Promise<Answer> {
    return this.#command(`/staff/${encodeURIComponent(person)}/${verb}`, {});
  }
  answerHelp(help: string): Promise<Answer> {
    return this.#command(`/help/${encodeURIComponent(help)}/answer`, {});
  }
  answerProposal(proposal: string, answer: 'accept' | 'decline'): Promise<Answer> {
    return this.#command(`/proposals/${encodeURIComponent(proposal)}/${answer}`, {});
  }
  changeStrategy(rule: RuleSpec): Promise<Answer> {
    return this.#command('/strategy', rule, 'PUT');
  }
  /** One ticket by its unguessable id. */
  async ticket(id: string): Promise<Answer> {
    return ticketIn(await this.#pursue(`/api/tickets/${encodeURIComponent(id)}`, { headers: {} }));
  }

  /** Reads something of the branch. */
  get(path: string, { patienceMs }: Press = {}): Promise<Reply> {
    return this.#pursue(this.#address(path), { headers: this.#pass() }, patienceMs);
  }
  post(path: string, body: object, press: Press = {}): Promise<Reply> {
    return this.#send('POST', path, body, press);
  }

  async #command(path: string, body: object, method: 'POST' | 'PUT' = 'POST'): Promise<Answer> {
    return ticketIn(await this.#send(method, path, body, {}));
  }

  #send(method: 'POST' | 'PUT', path: string, body: object, { key = newKey(), patienceMs }: Press): Promise<Reply> {
    const headers = { ...this.#pass(), 'content-type': 'application/json', 'idempotency-key': key };
    return this.#pursue(this.#address(path), { method, headers, body: JSON.stringify(body), keepalive: true }, patienceMs);
  }

  #address(path: string): string {
    return `/api/branches/${encodeURIComponent(this.#joining.branch)}${path}`;
  }

  #pass(): Record<string, string> {
    return { authorization: `Bearer ${'token' in this.#joining ? this.#joining.token : this.#joining.ticket}` };
  }

  async #pursue(path: string, request: RequestInit, patienceMs = this.#options.patienceMs): Promise<Reply> {
    const { origin, send, wait, nowMs } = this.#options;
    const until = nowMs() + patienceMs;
    for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      try {
        const response = await send(origin + path, { ...request, signal: AbortSignal.timeout(Math.min(attemptMs, patienceMs)) });
        const answer = await read(response);
        if (answer !== 'again') return answer;
      } catch {
        // No answer, or half of one: the server may have acted. Only the same key may ask again.
      }
      if (nowMs() + pauseMs > until) return { ok: false, code: 'away', message: null };
      await wait(pauseMs);
    }
  }
}

const ticketIn = (reply: Reply): Answer =>
  reply.ok ? { ok: true, ticket: (reply.body as { ticket?: TicketAnswer | null }).ticket ?? null } : reply;

async function read(response: Response): Promise<Reply | 'again'> {
  if (response.status >= 500 || response.status === 429) return 'again';
  const body = (await response.json()) as Record<string, unknown>;
  if (response.ok) return { ok: true, body };
  const { code = 'unexpected', message = null, facts = {} } = (body.error ?? {}) as Partial<Failure>;
  return code === 'key-in-flight' ? 'again' : { ok: false, code, message, facts };
}

/** 128 random bits. (`crypto.randomUUID` exists only on secure origins, and many branches serve plain HTTP.) */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
