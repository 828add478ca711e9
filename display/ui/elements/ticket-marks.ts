import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Board, BoardTicket } from '../../../simulator/lobby/board/board.ts';
import { Words } from '../words/words.ts';
import './segment-mark.ts';

/** What staff should know of a ticket: its segment unless it is the ordinary one (the last declared), its traits, whether it is prepared or not here yet. */
@customElement('tt-ticket-marks')
export class TicketMarks extends LitElement {
  @property({ attribute: false }) board: Board | null = null;
  @property({ attribute: false }) ticket: BoardTicket | null = null;
  readonly #words = new Words(this);

  static override readonly styles = css`
    :host { display: inline-flex; flex-wrap: wrap; gap: 0.3em; }
    small { color: var(--tt-ink-soft); }
  `;

  override render() {
    const { board, ticket } = this;
    if (board === null || ticket === null) return nothing;
    const { counter } = this.#words.say;
    const ordinary = board.segments.at(-1)?.code;
    const segment = ticket.segment === ordinary ? undefined : board.segments.find(({ code }) => code === ticket.segment);
    return html`
      ${segment === undefined ? nothing : html`<tt-segment-mark kind="segment" .names=${segment.names}></tt-segment-mark>`}
      ${ticket.traits.map((trait) => html`<tt-segment-mark kind="trait" .names=${board.traits.find(({ code }) => code === trait)?.names ?? null}></tt-segment-mark>`)}
      ${ticket.prepared ? html`<tt-segment-mark kind="trait" .names=${{ zh: counter.prepared, en: counter.prepared }}></tt-segment-mark>` : nothing}
      ${ticket.present ? nothing : html`<tt-segment-mark kind="trait" .names=${{ zh: counter.notPresent, en: counter.notPresent }}></tt-segment-mark>`}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-ticket-marks': TicketMarks;
  }
}
