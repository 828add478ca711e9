import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Names } from '../../simulator/lobby/branch/names.ts';
import '../../display/ui/elements/icon.ts';
import '../../display/ui/elements/qr-code.ts';
import '../../display/ui/elements/ticket-number.ts';
import '../../display/ui/elements/wait-band.ts';
import { buttonStyles } from '../../display/ui/styles/button.ts';
import { hostStyles } from '../../display/ui/styles/host.ts';
import { Words } from '../../display/ui/words/words.ts';
import type { Issued } from '../issuing.ts';
import { kioskStyles } from '../kiosk-styles.ts';
import type { Paper } from '../paper-watch.ts';

/** The answer: a number, where to wait, how long it may be. Fires `done`. */
@customElement('tt-show-ticket')
export class ShowTicket extends LitElement {
  @property({ attribute: false }) issued: Issued | null = null;
  @property({ attribute: false }) zone: Names | null = null;
  @property({ reflect: true }) paper: Paper = 'unknown';
  @property({ type: Boolean, reflect: true }) large = false;
  @property({ type: Number }) secondsLeft: number | null = null;
  readonly #words = new Words(this);

  static override readonly styles = [
    hostStyles,
    buttonStyles,
    kioskStyles,
    css`
      :host { block-size: 100%; }
      article { block-size: 100%; display: grid; grid-template-rows: minmax(0, auto) auto; align-content: start; gap: var(--tt-space-8); min-block-size: 0; }
      .sheet { min-block-size: 0; display: grid; overflow: auto; background: var(--tt-surface); border: 1px solid var(--tt-line); border-radius: var(--tt-radius-touch); box-shadow: var(--tt-elevation); }
      .number { container-type: inline-size; display: grid; justify-items: center; align-content: center; gap: var(--tt-space-8); padding: var(--tt-space-16) var(--tt-space-8); text-align: center; }
      .number tt-ticket-number { font-size: min(12rem, 30vw, calc(165cqi / var(--length))); color: var(--tt-brand); }
      .place { display: flex; gap: var(--tt-space-3); align-items: center; font-size: var(--tt-text-l); font-weight: var(--tt-weight-strong); line-height: 1.3; }
      .place tt-icon { color: var(--tt-brand); }
      .facts { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: var(--tt-space-8); padding: var(--tt-space-12); border-block-start: 2px dashed var(--tt-line); }
      dl { display: grid; gap: var(--tt-space-8); }
      dt { color: var(--tt-ink-soft); }
      dd { font-size: min(2.2rem, 66px); font-weight: var(--tt-weight-strong); line-height: 1.25; white-space: nowrap; }
      tt-qr-code { inline-size: 340px; border: 1px solid var(--tt-line); }
      figcaption { inline-size: 340px; text-align: center; line-height: 1.35; text-wrap: balance; }
      figure { margin: 0; display: flex; flex-direction: column; gap: var(--tt-space-3); align-items: center; }
      :host([large]) :is(.number, .facts) { padding-block: var(--tt-space-8); }
      :host([large]) dl { display: flex; flex-wrap: wrap; gap: var(--tt-space-4) var(--tt-space-16); }
      :host([large]) figure { flex-direction: row; gap: var(--tt-space-8); }
      :host([large]) figcaption { inline-size: auto; text-align: start; }
      .facts.offline { display: grid; justify-content: center; justify-items: center; text-align: center; gap: var(--tt-space-4); }
      .offline h2 { display: flex; gap: var(--tt-space-3); align-items: center; color: var(--tt-at-risk); font-size: var(--tt-text-xl); }
      .offline p { line-height: 1.45; text-wrap: balance; color: var(--tt-ink-soft); }
      .offline .keep { font-size: var(--tt-text-l); font-weight: var(--tt-weight-strong); color: var(--tt-ink); line-height: 1.3; }
      .paper { display: flex; justify-content: center; align-items: center; gap: var(--tt-space-3); padding: var(--tt-space-4) var(--tt-space-8); border-block-start: 1px solid var(--tt-line); font-weight: var(--tt-weight-strong); line-height: 1.35; color: var(--tt-brand); }
      .paper.trouble { background: var(--tt-at-risk-tint); color: var(--tt-at-risk); }
      .paper tt-icon { flex: none; font-size: 1.3em; }
      .done { min-block-size: 120px; font-size: var(--tt-text-xl); }
      .done small { font-size: var(--tt-text-s); font-weight: var(--tt-weight-normal); margin-inline-start: var(--tt-space-4); }
      @media (orientation: landscape) {
        article { grid-template-rows: minmax(0, 1fr) auto; gap: var(--tt-space-4); }
        .sheet { grid-template: minmax(0, 1fr) auto / minmax(0, 1.1fr) minmax(0, 1fr); }
        .facts { grid-area: 1 / 2 / -1; }
        .paper { grid-area: 2 / 1; padding-block: var(--tt-space-3); }
        .number { padding: var(--tt-space-4); gap: var(--tt-space-6); }
        .number tt-ticket-number { font-size: min(9rem, calc(155cqi / var(--length))); }
        .place { font-size: var(--tt-text-m); }
        .facts { flex-direction: column; flex-wrap: nowrap; align-items: stretch; justify-content: space-evenly; padding: var(--tt-space-4) var(--tt-space-8); gap: var(--tt-space-4); border-block-start: 0; border-inline-start: 2px dashed var(--tt-line); }
        dl { gap: var(--tt-space-2); }
        dd { font-size: min(1.35rem, 42px); }
        figure { flex-flow: row nowrap; gap: var(--tt-space-4); }
        tt-qr-code { inline-size: 190px; flex: none; }
        :host([large]) dl { display: grid; gap: 0; }
        :host([large]) tt-qr-code { inline-size: 164px; }
        :host([large]) :is(.number, .facts) { padding-block: var(--tt-space-2); gap: var(--tt-space-2); }
        figcaption { text-align: start; inline-size: auto; }
        :host([large]:is([paper='printing'], [paper='trouble'])) .number tt-ticket-number { font-size: min(120px, calc(155cqi / var(--length))); }
        .done { min-block-size: 84px; }
      }
    `,
  ];

  override render() {
    const { say } = this.#words;
    const { issued, zone } = this;
    if (issued === null) return nothing;
    return html`<article>
      <div class="sheet">
        <div class="number" role="status">
          <tt-ticket-number .style=${`--length: ${issued.number.length}`} number=${issued.number}></tt-ticket-number>
          <p class="place"><tt-icon name="place"></tt-icon>${zone === null ? say.kiosk.waitHere : say.kiosk.goTo(this.#words.name(zone))}</p>
        </div>
        ${issued.offline ? this.#offline() : this.#facts(issued)}
        ${this.#paper()}
      </div>
      <button type="button" class="done primary" @click=${() => this.dispatchEvent(new CustomEvent('done'))}>${say.kiosk.done}${this.secondsLeft === null ? nothing : html`<small>${say.kiosk.returning(this.secondsLeft)}</small>`}</button>
    </article>`;
  }

  /** No wait is promised: nobody knows the line. */
  #offline() {
    const { kiosk } = this.#words.say;
    return html`<div class="facts offline"><h2><tt-icon name="not-live"></tt-icon>${kiosk.offlineTicket}</h2><p class="keep">${kiosk.offlineKeep}</p><p>${kiosk.offlineNoPaper}</p><p>${kiosk.offlineTicketNext}</p></div>`;
  }

  #paper() {
    const { kiosk } = this.#words.say;
    if (this.paper === 'printing')
      return html`<p class="paper" role="status"><tt-icon name="paper"></tt-icon>${kiosk.printing}</p>`;
    if (this.paper === 'trouble')
      return html`<p class="paper trouble" role="alert"><tt-icon name="alert"></tt-icon>${kiosk.noPaper}</p>`;
    return nothing;
  }

  #facts(issued: Issued) {
    const { say } = this.#words;
    return html`<div class="facts">
          <dl>
            <div><dt>${say.ahead}</dt><dd>${issued.ahead === null ? '–' : issued.ahead === 0 ? say.nobody : say.people(issued.ahead)}</dd></div>
            <div><dt>${say.band.label}</dt><dd><tt-wait-band .quote=${issued.quote}></tt-wait-band></dd></div>
          </dl>
          ${
            issued.link === null
              ? nothing
              : html`<figure>
                  <tt-qr-code text=${issued.link} label=${say.kiosk.scan}></tt-qr-code>
                  <figcaption>${say.kiosk.scan}</figcaption>
                </figure>`
          }
        </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-show-ticket': ShowTicket;
  }
}
