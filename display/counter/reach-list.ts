import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Board, BoardTicket } from '../../simulator/lobby/board/board.ts';
import '../ui/elements/empty.ts';
import '../ui/elements/ticket-marks.ts';
import '../ui/elements/ticket-number.ts';
import { promisedMs } from '../../simulator/lobby/board/wait-band.ts';
import { ageText } from '../ui/format/age.ts';
import { hostStyles } from '../ui/styles/host.ts';
import { Words } from '../ui/words/words.ts';
import type { InReach } from './in-reach.ts';

/** Listed at most; the rest are counted. */
const most = 40;

/** Who waits in reach, and who may be brought back. One of them is chosen, by arrow keys or a touch. Fires `choose` with a ticket id. */
@customElement('tt-reach-list')
export class ReachList extends LitElement {
  @property({ attribute: false }) board: Board | null = null;
  @property({ attribute: false }) reach: InReach = { waiting: [], away: [] };
  @property() chosen = '';
  @property({ type: Number }) now = 0;
  readonly #words = new Words(this);

  static override readonly styles = [
    hostStyles,
    css`
      :host { block-size: 100%; display: grid; grid-template-rows: minmax(0, 1fr) auto; gap: var(--tt-space-4); }
      section { display: grid; grid-template-rows: auto minmax(0, 1fr); min-block-size: 0; }
      .away { max-block-size: 14rem; }
      header { display: flex; justify-content: space-between; align-items: baseline; padding-block-end: var(--tt-space-2); border-block-end: 1px solid var(--tt-line); }
      h2 { font-size: var(--tt-text-m); }
      h2 span { font-weight: var(--tt-weight-normal); color: var(--tt-ink-soft); }
      header p { font-size: var(--tt-text-xs); color: var(--tt-ink-soft); }
      ul { overflow-y: auto; min-block-size: 0; }
      li { display: grid; grid-template-columns: 4.6rem minmax(0, 1fr) auto; gap: 0 var(--tt-space-3); align-items: center; padding: 7px var(--tt-space-3); border-block-end: 1px solid var(--tt-line); border-inline-start: 4px solid transparent; cursor: pointer; min-block-size: 48px; }
      li[aria-selected='true'] { background: var(--tt-brand-tint); border-inline-start-color: var(--tt-brand); }
      tt-ticket-number { font-size: 1.375rem; }
      .service { display: flex; flex-wrap: wrap; gap: 0 var(--tt-space-2); align-items: center; }
      .wait { color: var(--tt-ink-soft); white-space: nowrap; text-align: end; }
      .late .wait { color: var(--tt-breach); font-weight: var(--tt-weight-strong); }
      .more { padding: var(--tt-space-2) var(--tt-space-3); color: var(--tt-ink-soft); }
    `,
  ];

  override updated(): void {
    this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }

  override render() {
    const { counter } = this.#words.say;
    const { waiting, away } = this.reach;
    return html`
      <section>
        <header><h2>${counter.inReach} <span>${waiting.length}</span></h2><p>${counter.inReachHint}</p></header>
        ${waiting.length === 0 ? html`<tt-empty heading=${counter.empty} next=${counter.emptyNext}></tt-empty>` : this.#list(waiting, counter.inReach)}
      </section>
      ${away.length === 0 ? nothing : html`<section class="away"><header><h2>${counter.away} <span>${away.length}</span></h2><p>${counter.awayHint}</p></header>${this.#list(away, counter.away)}</section>`}
    `;
  }

  #list(tickets: readonly BoardTicket[], label: string) {
    return html`<ul role="listbox" aria-label=${label} tabindex="0">${repeat(
      tickets.slice(0, most),
      ({ id }) => id,
      (ticket) => this.#row(ticket),
    )}
      ${tickets.length > most ? html`<li class="more" role="presentation">${this.#words.say.counter.more(tickets.length - most)}</li>` : nothing}</ul>`;
  }

  #row(ticket: BoardTicket) {
    const { say } = this.#words;
    const names = this.board?.services.find(({ id }) => id === ticket.service)?.names;
    const waitedMs = this.now - ticket.needSince;
    const late = ticket.status === 'waiting' && ticket.quote !== null && waitedMs > promisedMs(ticket.quote);
    return html`<li role="option" data-ticket=${ticket.number} class=${late ? 'late' : ''} aria-selected=${ticket.id === this.chosen} @click=${() => this.dispatchEvent(new CustomEvent('choose', { detail: ticket.id }))}>
      <tt-ticket-number number=${ticket.number}></tt-ticket-number>
      <span class="service">${names === undefined ? ticket.service : this.#words.name(names)}<tt-ticket-marks .board=${this.board} .ticket=${ticket}></tt-ticket-marks></span>
      <span class="wait">${ticket.status === 'waiting' ? say.counter.waited(ageText(waitedMs, say)) : say.ticket.status[ticket.status]}</span>
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-reach-list': ReachList;
  }
}
