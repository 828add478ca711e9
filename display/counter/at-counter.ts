import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Board, BoardCounter, BoardTicket } from '../../simulator/lobby/board/board.ts';
import '../ui/elements/ticket-marks.ts';
import '../ui/elements/ticket-number.ts';
import { buttonStyles } from '../ui/styles/button.ts';
import './team-strip.ts';
import { ageText } from '../ui/format/age.ts';
import { hostStyles } from '../ui/styles/host.ts';
import { Words } from '../ui/words/words.ts';

/** Who is at the counter, readable from the corner of an eye: number, service, how long, who works on it together; or why nobody is. Fires `why`, and `ask` for the team. */
@customElement('tt-at-counter')
export class AtCounter extends LitElement {
  @property({ attribute: false }) board: Board | null = null;
  @property({ attribute: false }) counter: BoardCounter | null = null;
  @property({ type: Number }) now = 0;
  readonly #words = new Words(this);

  static override readonly styles = [
    hostStyles,
    buttonStyles,
    css`
      :host { block-size: 100%; }
      article { block-size: 100%; display: grid; align-content: center; gap: var(--tt-space-2); padding: var(--tt-space-4) var(--tt-space-8); border: 1px solid var(--tt-line); border-inline-start: 8px solid var(--tt-line-strong); border-radius: var(--tt-radius-card); background: var(--tt-surface); }
      .called { border-inline-start-color: var(--tt-called); background: var(--tt-called-tint); }
      .serving { border-inline-start-color: var(--tt-serving); background: var(--tt-serving-tint); }
      .paused { border-inline-start-color: var(--tt-at-risk); }
      .state { display: flex; justify-content: space-between; align-items: center; font-weight: var(--tt-weight-strong); font-size: var(--tt-text-m); }
      .why { font-size: var(--tt-text-xs); min-block-size: 32px; padding-block: 0; color: var(--tt-ink-soft); margin-inline-end: calc(-1 * var(--tt-space-4)); }
      kbd { font: inherit; font-size: 0.8125rem; padding: 0 0.4em; border: 1px solid currentColor; border-radius: 4px; margin-inline-start: 0.5em; opacity: 0.75; }
      .called .state { color: var(--tt-called); }
      .serving .state { color: var(--tt-serving); }
      .head { display: flex; align-items: center; gap: var(--tt-space-8); }
      tt-ticket-number { font-size: 6rem; }
      .what { display: grid; gap: var(--tt-space-1); min-inline-size: 0; }
      h2 { font-size: var(--tt-text-l); }
      p { color: var(--tt-ink-soft); }
      .quiet h2 { font-size: var(--tt-text-xl); }
      .quiet p { font-size: var(--tt-text-m); }
    `,
  ];

  override render() {
    const { board, counter } = this;
    if (board === null || counter === null) return nothing;
    if (counter.number === null) return this.#nobody(counter);
    const ticket = board.tickets?.find(({ id }) => id === counter.ticketId);
    const { say } = this.#words;
    const age = ageText(this.now - counter.since, say);
    return html`<article class=${counter.phase ?? ''} role="status">
      <p class="state"><span>${counter.phase === 'called' ? say.counter.calledFor(age) : say.counter.servingFor(age)}${this.#calls(counter, ticket)}</span><button type="button" class="quiet why" aria-keyshortcuts="W" @click=${() => this.dispatchEvent(new CustomEvent('why'))}>${say.counter.why}<kbd>W</kbd></button></p>
      <div class="head">
        <tt-ticket-number number=${counter.number}></tt-ticket-number>
        ${ticket === undefined ? nothing : this.#what(board, ticket)}
      </div>
      ${counter.team ? html`<tt-team-strip .board=${board} .counter=${counter} @ask=${(event: CustomEvent<string>) => this.dispatchEvent(new CustomEvent('ask', { detail: event.detail }))}></tt-team-strip>` : nothing}
    </article>`;
  }

  #what(board: Board, ticket: BoardTicket) {
    const { say } = this.#words;
    const service = (id: string): string =>
      this.#words.name(board.services.find((each) => each.id === id)?.names ?? { zh: id, en: id });
    return html`<div class="what">
      <h2>${service(ticket.service)}</h2>
      <tt-ticket-marks .board=${board} .ticket=${ticket}></tt-ticket-marks>
      <p>${say.counter.waited(ageText((ticket.status === 'called' || ticket.status === 'serving' ? (this.counter?.since ?? this.now) : this.now) - ticket.needSince, say))}</p>
      ${ticket.further.length === 0 ? nothing : html`<p>${say.counter.further(ticket.further.map(service).join(' · '))}</p>`}
    </div>`;
  }

  #calls(counter: BoardCounter, ticket: BoardTicket | undefined) {
    const { say } = this.#words;
    if (counter.phase !== 'called' || ticket === undefined || ticket.calls < 2) return nothing;
    const may = counter.callsBeforeNoShow !== undefined && ticket.calls >= counter.callsBeforeNoShow;
    return html` · ${say.counter.calls(ticket.calls)}${may ? ` · ${say.counter.mayNoShow}` : ''}`;
  }

  #nobody(counter: BoardCounter) {
    const { say } = this.#words;
    const reason = say.pauseReason[counter.pauseReason as keyof typeof say.pauseReason] ?? say.pauseReason.other;
    const texts = {
      closed: [say.counter.closedNow, say.counter.closedNext],
      paused: [say.counter.pausedNow(reason), say.counter.pausedNext],
      'wrap-up': [say.counter.wrapUp, say.counter.wrapUpNext],
      ready: [say.counter.nobody, say.counter.nobodyNext],
      busy: [say.counter.nobody, ''],
    }[counter.status];
    return html`<article class="quiet ${counter.status}" role="status"><h2>${texts[0]}</h2><p>${texts[1]}</p></article>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-at-counter': AtCounter;
  }
}
