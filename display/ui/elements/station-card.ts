import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { BoardCounter } from '../../../simulator/lobby/board/board.ts';
import { ageText } from '../format/age.ts';
import { hostStyles } from '../styles/host.ts';
import { Words } from '../words/words.ts';
import './ticket-number.ts';

/** A station at a glance: which, in what state, with whom and for how long. State is a word and a stripe, never colour alone. */
@customElement('tt-station-card')
export class StationCard extends LitElement {
  @property({ attribute: false }) station: BoardCounter | null = null;
  /** Server time; with it the card shows how long the state has lasted. */
  @property({ type: Number }) now = 0;
  readonly #words = new Words(this);

  static override readonly styles = [
    hostStyles,
    css`
      article { display: grid; grid-template-columns: 1fr auto; gap: var(--tt-space-1) var(--tt-space-3); align-items: baseline; padding: var(--tt-space-2) var(--tt-space-4); align-content: center; min-block-size: 72px; background: var(--tt-surface); border: 1px solid var(--tt-line); border-inline-start: 5px solid var(--tt-line-strong); border-radius: var(--tt-radius-card); }
      .called { border-inline-start-color: var(--tt-called); }
      .serving { border-inline-start-color: var(--tt-serving); }
      .paused { border-inline-start-color: var(--tt-at-risk); }
      .closed { background: transparent; border-inline-start-style: dashed; color: var(--tt-ink-soft); }
      h3 { font-size: var(--tt-text-s); }
      tt-ticket-number { font-size: 1.5rem; }
      p { font-size: var(--tt-text-xs); color: var(--tt-ink-soft); grid-column: 1 / -1; }
    `,
  ];

  override render() {
    const { station } = this;
    if (station === null) return nothing;
    const { say } = this.#words;
    const reason = station.status === 'paused' ? say.pauseReason[station.pauseReason as keyof typeof say.pauseReason] : undefined;
    const state = station.phase === 'called' ? say.called : say.station[station.status];
    const age = this.now === 0 || station.status === 'closed' ? '' : ` · ${ageText(this.now - station.since, say)}`;
    return html`<article class="${station.status} ${station.phase ?? ''}">
      <h3>${this.#words.name(station.names)}</h3>
      ${station.number === null ? html`<span></span>` : html`<tt-ticket-number number=${station.number}></tt-ticket-number>`}
      <p>${state}${reason === undefined ? '' : ` · ${reason}`}${age}</p>
    </article>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-station-card': StationCard;
  }
}
