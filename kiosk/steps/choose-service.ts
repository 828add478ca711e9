import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { BoardService } from '../../simulator/lobby/board/board.ts';
import '../../display/ui/elements/empty.ts';
import '../../display/ui/elements/icon.ts';
import '../../display/ui/elements/wait-band.ts';
import { buttonStyles } from '../../display/ui/styles/button.ts';
import { hostStyles } from '../../display/ui/styles/host.ts';
import { Words } from '../../display/ui/words/words.ts';
import { kioskStyles } from '../kiosk-styles.ts';

/** A service, and whether a number can be had for it now. */
export interface Offer {
  readonly service: BoardService;
  readonly can: boolean;
}

/** First question: which service? Fires `choose` with the service's id. */
@customElement('tt-choose-service')
export class ChooseService extends LitElement {
  @property({ attribute: false }) offer: readonly Offer[] = [];
  /** Queues and waits are known. */
  @property({ type: Boolean, reflect: true }) live = false;
  /** Large print: less per card, so that all of it is seen. */
  @property({ type: Boolean, reflect: true }) large = false;
  readonly #words = new Words(this);

  static override readonly styles = [
    hostStyles,
    buttonStyles,
    kioskStyles,
    css`
      :host { block-size: 100%; container-type: size; }
      /* Rows of one height, whatever stands in them, none above 19rem. */
      ul { block-size: min(100%, var(--rows) * 19rem + (var(--rows) - 1) * var(--tt-space-6)); display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); grid-auto-rows: minmax(min-content, 1fr); align-content: start; gap: var(--tt-space-6); overflow-y: auto; }
      .card:focus-visible { outline-offset: -4px; }
      li { display: grid; }
      .card { display: grid; grid-template-rows: auto auto 1fr; text-align: start; align-items: start; padding: var(--tt-space-8); background: var(--tt-surface); border-color: var(--tt-line); box-shadow: var(--tt-elevation); min-inline-size: 0; }
      :host(:not([live])) .card { grid-template-rows: auto auto; align-content: center; }
      :host(:not([live])) .state:empty { display: none; }
      .card:disabled { box-shadow: none; background: transparent; }
      .card:active { border-color: var(--tt-brand); background: var(--tt-brand-tint); }
      .name { font-size: 1.95rem; font-weight: var(--tt-weight-strong); line-height: 1.25; text-wrap: balance; overflow-wrap: anywhere; }
      .also { color: var(--tt-ink-soft); line-height: 1.35; margin-block-start: var(--tt-space-1); }
      .state { align-self: end; display: grid; gap: var(--tt-space-2); padding-block-start: var(--tt-space-6); color: var(--tt-ink-soft); }
      .state span { white-space: nowrap; }
      .state .wait { font-size: var(--tt-text-l); color: var(--tt-ink); font-weight: var(--tt-weight-strong); }
      .state tt-icon { color: var(--tt-brand); margin-inline-end: 0.4em; }
      .unstaffed tt-icon { color: var(--tt-at-risk); }
      :host([large]) .name { font-size: 1.4rem; }
      :host([large]) .state .wait { font-size: var(--tt-text-m); }
      :host([large]) .card { padding: var(--tt-space-6); }
      /* Something stands above, so that names of three lines still fit. */
      @container (max-height: 1280px) {
        .card { padding: var(--tt-space-6); }
        .name { font-size: 1.6rem; }
      }
      @media (orientation: landscape) {
        ul { block-size: 100%; gap: var(--tt-space-4); }
        .card { padding: var(--tt-space-3) var(--tt-space-6); }
        .name { font-size: var(--tt-text-l); }
        .state { padding-block-start: var(--tt-space-2); display: flex; flex-wrap: wrap; gap: 0 var(--tt-space-6); align-items: baseline; }
        .state .wait, :host([large]) .state .wait { font-size: var(--tt-text-s); }
        :host([large]) .card { padding: var(--tt-space-3) var(--tt-space-6); align-content: center; }
        :host([large]) .name:lang(en) { font-size: 1.02rem; line-height: 1.15; }
        :host([large]) .card:lang(en) { padding-block: 2px; line-height: 1.2; }
        :host([large]) .state { padding-block-start: 0; }
        :host([large]) .also { display: none; }
        :host([large]) .state .people { display: none; }
      }
      @container (max-height: 500px) {
        .also { display: none; }
        .name { font-size: 1.15rem; }
        .card, :host([large]) .card { padding-block: 4px; }
        :host([large]) .name:lang(zh) { font-size: 1.2rem; }
        .state { padding-block-start: 4px; }
      }
      @container (max-width: 22rem) {
        ul { grid-template-columns: minmax(0, 1fr); grid-auto-rows: auto; }
        .name { font-size: 1.2rem; }
        .state { display: grid; }
        .state span { white-space: normal; }
      }
    `,
  ];

  override render() {
    const { say } = this.#words;
    if (this.offer.length === 0) return html`<tt-empty heading=${say.kiosk.nothing} next=${say.kiosk.nothingNext}></tt-empty>`;
    return html`<ul .style=${`--rows: ${Math.ceil(this.offer.length / 2)}`}>${this.offer.map((offer) => html`<li>${this.#card(offer)}</li>`)}</ul>`;
  }

  #card({ service, can }: Offer) {
    const { say } = this.#words;
    return html`<button type="button" class="card" data-service=${service.id} ?disabled=${!can} @click=${() => this.dispatchEvent(new CustomEvent('choose', { detail: service.id }))}>
      <span class="name">${this.#words.name(service.names)}</span>
      <span class="also">${this.#words.otherName(service.names)}</span>
      <span class="state">
        ${
          !this.live
            ? can
              ? nothing
              : html`<span class="unstaffed"><tt-icon name="alert"></tt-icon>${say.kiosk.offlineNone}</span>`
            : service.staffed
              ? html`<span class="people"><tt-icon name="people"></tt-icon>${say.kiosk.aheadOfYou(service.ahead)}</span>
              ${service.quote === null ? nothing : html`<span class="wait"><tt-icon name="clock"></tt-icon><tt-wait-band .quote=${service.quote}></tt-wait-band></span>`}`
              : html`<span class="unstaffed"><tt-icon name="alert"></tt-icon>${say.kiosk.notStaffed}</span>`
        }
      </span>
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-choose-service': ChooseService;
  }
}
