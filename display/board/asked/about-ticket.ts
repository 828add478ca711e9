import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Board, BoardTicket } from '../../../simulator/lobby/board/board.ts';
import { bandText, waitBand } from '../../../simulator/lobby/board/wait-band.ts';
import type { RouteExplanation } from '../../../simulator/lobby/explain.ts';
import { type RouteReason, routeReasons } from '../../../simulator/lobby/greeting/reason.ts';
import { policies } from '../../../simulator/lobby/greeting/table.ts';
import '../../ui/elements/ticket-marks.ts';
import '../../ui/elements/ticket-number.ts';
import { promiseOf } from '../../ui/floor/over.ts';
import { ageText } from '../../ui/format/age.ts';
import { wallTime } from '../../ui/format/wall-time.ts';
import type { BranchReader, Reading } from '../../ui/live/branch-reader.ts';
import { failureText } from '../../ui/live/failure-text.ts';
import { buttonStyles } from '../../ui/styles/button.ts';
import { hostStyles } from '../../ui/styles/host.ts';
import { Words } from '../../ui/words/words.ts';
import { aboutStyles } from './about-styles.ts';

/** Who waits: since when, what was promised, and why in this line: the greeting policy, its reason, and who chose otherwise. */
@customElement('tt-about-ticket')
export class AboutTicket extends LitElement {
  @property() ticket = '';
  @property({ attribute: false }) board: Board | null = null;
  @property({ attribute: false }) reader: BranchReader | null = null;
  @property({ type: Number }) now = 0;
  @state() private answer: Reading<{ readonly explanation: RouteExplanation | { readonly kind: 'call' } | null }> | null = null;
  #asked = '';
  readonly #words = new Words(this);

  static override readonly styles = [hostStyles, buttonStyles, aboutStyles];

  override willUpdate(): void {
    const name = `${this.ticket} ${this.#found?.line}`;
    if (name !== this.#asked) void this.#ask(name);
  }

  get #found(): BoardTicket | undefined {
    return this.board?.tickets?.find(({ id }) => id === this.ticket);
  }

  override render() {
    const [board, ticket] = [this.board, this.#found];
    const { say, language } = this.#words;
    if (board === null || ticket === undefined) return html`<p class="soft">${say.board.ticketGone}</p>`;
    const service = board.services.find(({ id }) => id === ticket.service)?.names;
    const promise = promiseOf(ticket) === null ? null : bandText(waitBand(ticket.quote), say.band);
    const seen = board.staff?.find(({ id }) => id === ticket.greetedBy)?.label ?? ticket.greetedBy;
    const facts: readonly (readonly [string, string | null])[] = [
      [say.board.arrivedAt, wallTime(ticket.arrivedAt, board.zone, language)],
      [say.board.waited, ageText(this.now - ticket.needSince, say)],
      [say.board.promised, promise],
      [say.board.target, ticket.targetMs === null ? null : ageText(ticket.targetMs, say)],
      [say.board.aheadOf, ticket.ahead === null ? null : String(ticket.ahead)],
      [say.board.greetedBy, ticket.greetedAt === null ? null : `${seen ?? ''} ${wallTime(ticket.greetedAt, board.zone, language)}`],
    ];
    return html`<p class="big"><tt-ticket-number number=${ticket.number}></tt-ticket-number></p>
      <p><strong>${service === undefined ? ticket.service : this.#words.name(service)}</strong> <tt-ticket-marks .board=${board} .ticket=${ticket}></tt-ticket-marks></p>
      <table><tbody>${facts.map(([what, value]) => (value === null ? nothing : html`<tr><th scope="row">${what}</th><td>${value}</td></tr>`))}</tbody></table>
      <div><h3>${say.board.whyHere(this.#line(ticket.line))}</h3>${this.#why()}</div>`;
  }

  #line(id: string | null): string {
    const names = this.board?.lines.find((line) => line.id === id)?.names;
    return names === undefined ? (id ?? '') : this.#words.name(names);
  }

  #why() {
    const { board: say } = this.#words.say;
    if (this.answer === null) return html`<p class="soft" aria-busy="true">${say.loadingDay}</p>`;
    if (!this.answer.ok)
      return html`<p class="bad">${failureText(this.answer, this.#words.language)}</p><div class="acts"><button type="button" @click=${() => this.#ask(this.#asked)}>${say.retry}</button></div>`;
    const { explanation } = this.answer.value;
    if (explanation?.kind !== 'route') return html`<p class="soft">${say.noRoute}</p>`;
    const policy = policies[explanation.policy]?.names;
    const reason = routeReasons[explanation.reason as RouteReason];
    return html`<p data-reason=${explanation.reason}>${reason === undefined ? explanation.reason : this.#words.name(reason)}</p>
      ${explanation.overrode ? html`<p class="bad">${say.routeOverrode(this.#line(explanation.advised?.line ?? null))}</p>` : nothing}
      <p class="soft">${say.policy} ${policy === undefined ? explanation.policy : this.#words.name(policy)}</p>`;
  }

  async #ask(name: string): Promise<void> {
    this.#asked = name;
    this.answer = null;
    const answer = (await this.reader?.json(`/tickets/${encodeURIComponent(this.ticket)}/explain`)) ?? null;
    if (name === this.#asked) this.answer = answer as typeof this.answer;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-about-ticket': AboutTicket;
  }
}
