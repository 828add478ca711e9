import type { Answer, CommandClient } from '../display/ui/live/command-client.ts';
import type { Language } from '../display/ui/words/words.ts';
import type { Names } from '../simulator/lobby/branch/names.ts';
import type { Quote } from '../simulator/lobby/journal/ticket-events.ts';

/** What a customer asked for, a touch at a time. */
export interface Request {
  readonly service: string;
  readonly traits: readonly string[];
  readonly language: Language;
}

/** What a kiosk shows and prints of a ticket. */
export interface Issued {
  readonly number: string;
  readonly zone: string | null;
  readonly ahead: number | null;
  readonly quote: Quote | null;
  /** Where the ticket can be followed. */
  readonly link: string | null;
}

export type Issue = Issued | { readonly refused: Extract<Answer, { ok: false }> };

/** Gives tickets. Online it asks the lobby; a kiosk that is cut off will give them from a leased number block through the same port. */
export interface Issuer {
  issue(request: Request): Promise<Issue>;
}

/** The usual issuer. A press that is retried keeps its key, so one touch never gives two tickets. */
export class LobbyIssuer implements Issuer {
  readonly #client: CommandClient;
  readonly #ticketPage: (id: string) => string;

  constructor(client: CommandClient, ticketPage: (id: string) => string) {
    this.#client = client;
    this.#ticketPage = ticketPage;
  }

  async issue({ service, traits, language }: Request): Promise<Issue> {
    const answer = await this.#client.issue({ needs: [{ service }], traits, language, channel: 'kiosk' });
    if (!answer.ok) return { refused: answer };
    if (answer.ticket === null) return { refused: { ok: false, code: 'unexpected', message: null } };
    const { id, number, zone, ahead, quote } = answer.ticket;
    return { number, zone, ahead, quote, link: this.#ticketPage(id) };
  }
}

/** Address of a ticket's phone page: the unguessable id, nothing personal. */
export const ticketPage =
  (origin: string, branch: string) =>
  (id: string): string =>
    `${origin}/t/${encodeURIComponent(id)}?branch=${encodeURIComponent(branch)}`;

export const isRefusedIssue = (issue: Issue): issue is Extract<Issue, { refused: unknown }> => 'refused' in issue;

export type Trait = { readonly code: string; readonly names: Names };
