import { type Answer, type CommandClient, type Failure, newKey, type TicketAnswer } from '../display/ui/live/command-client.ts';
import type { Language } from '../simulator/lobby/branch/language.ts';
import type { Quote } from '../simulator/lobby/journal/ticket-events.ts';

/** What a customer asked for, a touch at a time. */
export interface Request {
  /** What for, in the order it is to be done: at least one. */
  readonly services: readonly string[];
  readonly traits: readonly string[];
  /** Segment that a chosen courtesy brings; null: the ordinary one. */
  readonly segment: string | null;
  readonly language: Language;
}

/** What a kiosk shows of a ticket. */
export interface Issued {
  readonly number: string;
  readonly zone: string | null;
  readonly ahead: number | null;
  readonly quote: Quote | null;
  /** Where the ticket can be followed. */
  readonly link: string | null;
  /** Given while the lobby could not be reached: its place in the line is not known yet. */
  readonly offline: boolean;
}

/** A refusal, or that the lobby is away; then nobody knows whether it was done, except who asks again with this key. */
export type Issue = Issued | { readonly refused: Failure; readonly key: string };

/** Gives tickets. */
export interface Issuer {
  issue(request: Request): Promise<Issue>;
}

/** The body of `POST /tickets`. */
export type IssueBody = Readonly<Record<string, unknown>> & {
  readonly needs: readonly { readonly service: string }[];
  readonly traits: readonly string[];
  readonly segment?: string;
};

export const issueBody = ({ services, traits, segment, language }: Request): IssueBody => ({
  needs: services.map((service) => ({ service })),
  traits,
  ...(segment === null ? {} : { segment }),
  language,
  channel: 'kiosk',
});

/** Asks the lobby. A press that is retried keeps its key, so one touch never gives two tickets. */
export class LobbyIssuer implements Issuer {
  readonly #client: CommandClient;
  readonly #ticketPage: (id: string) => string;

  constructor(client: CommandClient, ticketPage: (id: string) => string) {
    this.#client = client;
    this.#ticketPage = ticketPage;
  }

  async issue(request: Request, patienceMs?: number): Promise<Issue> {
    const key = newKey();
    const reply = await this.#client.post('/tickets', issueBody(request), {
      key,
      ...(patienceMs === undefined ? {} : { patienceMs }),
    });
    if (!reply.ok) return { refused: reply, key };
    const { ticket, link } = reply.body as { ticket: TicketAnswer; link?: string | null };
    const { id, number, zone, ahead, quote } = ticket;
    return { number, zone, ahead, quote, link: link ?? this.#ticketPage(id), offline: false };
  }
}

/** Address of a ticket's phone page: the unguessable id, nothing personal. */
export const ticketPage =
  (origin: string, branch: string) =>
  (id: string): string =>
    `${origin}/t/${encodeURIComponent(id)}?branch=${encodeURIComponent(branch)}`;

export const isRefusedIssue = (issue: Issue): issue is Extract<Issue, { refused: unknown }> => 'refused' in issue;

export const isAway = (answer: Extract<Answer, { ok: false }>): boolean => answer.code === 'away';
