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
export type Answer =
  | { readonly ok: true; readonly ticket: TicketAnswer | null }
  | { readonly ok: false; readonly code: string; readonly message: Names | null };

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
  answerProposal(proposal: string, answer: 'accept' | 'decline'): Promise<Answer> {
    return this.#command(`/proposals/${encodeURIComponent(proposal)}/${answer}`, {});
  }
  changeStrategy(rule: RuleSpec): Promise<Answer> {
    return this.#command('/strategy', rule, 'PUT');
  }
  /** One ticket by its unguessable id. */
  ticket(id: string): Promise<Answer> {
    return this.#pursue(`/api/tickets/${encodeURIComponent(id)}`, { headers: {} });
  }

  #command(path: string, body: object, method: 'POST' | 'PUT' = 'POST'): Promise<Answer> {
    const bearer = 'token' in this.#joining ? this.#joining.token : this.#joining.ticket;
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${bearer}`, 'idempotency-key': newKey() };
    return this.#pursue(`/api/branches/${encodeURIComponent(this.#joining.branch)}${path}`, {
      method,
      headers,
      body: JSON.stringify(body),
    });
  }

  async #pursue(path: string, request: RequestInit): Promise<Answer> {
    const { origin, send, wait, patienceMs, nowMs } = this.#options;
    const until = nowMs() + patienceMs;
    for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
      try {
        const response = await send(origin + path, { ...request, signal: AbortSignal.timeout(attemptMs) });
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

async function read(response: Response): Promise<Answer | 'again'> {
  if (response.status >= 500 || response.status === 429) return 'again';
  const body = (await response.json()) as { ticket?: TicketAnswer | null; error?: { code: string; message?: Names } };
  if (response.ok) return { ok: true, ticket: body.ticket ?? null };
  const code = body.error?.code ?? 'unexpected';
  return code === 'key-in-flight' ? 'again' : { ok: false, code, message: body.error?.message ?? null };
}

/** 128 random bits. (`crypto.randomUUID` exists only on secure origins, and many branches serve plain HTTP.) */
function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
