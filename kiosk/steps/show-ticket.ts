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

/** The answer: a number, where to wait, how long it may be. Fires `done`. */
@customElement('tt-show-ticket')
export class ShowTicket extends LitElement {
  @property({ attribute: false }) issued: Issued | null = null;
  @property({ attribute: false }) zone: Names | null = null;
  @property({ type: Number }) secondsLeft: number | null = null;
  readonly #words = new Words(this);

  static override readonly styles = [
    hostStyles,
    buttonStyles,
    kioskStyles,
    css`
      :host { block-size: 100%; }
      article { block-size: 100%; display: grid; grid-template-rows: 1fr auto; gap: var(--tt-space-6); min-block-size: 0; }
      .sheet { min-block-size: 0; display: grid; grid-template-rows: auto 1fr; overflow: auto; background: var(--tt-surface); border: 1px solid var(--tt-line); border-radius: var(--tt-radius-touch); box-shadow: var(--tt-elevation); }
      .number { display: grid; justify-items: center; align-content: center; gap: var(--tt-space-4); padding: var(--tt-space-12) var(--tt-space-8); background: var(--tt-brand); color: var(--tt-on-brand); text-align: center; }
      .number tt-ticket-number { font-size: min(11rem, 26vw); }
      .number p { font-size: var(--tt-text-l); }
      .place { display: flex; gap: var(--tt-space-3); align-items: center; font-weight: var(--tt-weight-strong); }
      .facts { display: grid; grid-template-columns: 1fr auto; align-items: center; gap: var(--tt-space-8); padding: var(--tt-space-12); }
      dl { display: grid; gap: var(--tt-space-8); }
      dt { color: var(--tt-ink-soft); }
      dd { font-size: var(--tt-text-2xl); font-weight: var(--tt-weight-strong); line-height: 1.25; }
      figure { margin: 0; display: grid; justify-items: center; gap: var(--tt-space-4); text-align: center; }
      tt-qr-code { inline-size: min(38vw, 13rem); border: 1px solid var(--tt-line); }
      figcaption { max-inline-size: 13rem; line-height: 1.35; }
      .done { min-block-size: 112px; font-size: var(--tt-text-xl); }
      .done small { font-size: var(--tt-text-s); font-weight: var(--tt-weight-normal); margin-inline-start: var(--tt-space-4); }
      @media (orientation: landscape) {
        .sheet { grid-template: 1fr / 1.05fr 1fr; }
        .number { padding: var(--tt-space-4); }
        .number tt-ticket-number { font-size: min(7rem, 17vw); }
        .facts { grid-template-columns: 1fr; align-content: space-evenly; padding: var(--tt-space-4) var(--tt-space-8); gap: var(--tt-space-4); }
        dl { grid-template-columns: auto; gap: var(--tt-space-2); }
        dd { font-size: var(--tt-text-l); }
        figure { grid-template-columns: auto 1fr; align-items: center; text-align: start; }
        tt-qr-code { inline-size: 176px; }
        article { gap: var(--tt-space-4); }
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
          <p>${say.kiosk.yourNumber}</p>
          <tt-ticket-number number=${issued.number}></tt-ticket-number>
          <p class="place"><tt-icon name="place"></tt-icon>${zone === null ? say.kiosk.waitHere : say.kiosk.goTo(this.#words.name(zone))}</p>
        </div>
        <div class="facts">
          <dl>
            <div><dt>${say.ahead}</dt><dd>${issued.ahead === null ? '–' : say.people(issued.ahead)}</dd></div>
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
        </div>
      </div>
      <button type="button" class="done primary" @click=${() => this.dispatchEvent(new CustomEvent('done'))}>${say.kiosk.done}${this.secondsLeft === null ? nothing : html`<small>${say.kiosk.returning(this.secondsLeft)}</small>`}</button>
    </article>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-show-ticket': ShowTicket;
  }
}
