import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { bandText, waitBand } from '../../../simulator/lobby/board/wait-band.ts';
import type { Quote } from '../../../simulator/lobby/journal/ticket-events.ts';
import { Words } from '../words/words.ts';

/** A promised wait, always as a band and never as one false figure. */
@customElement('tt-wait-band')
export class WaitBandElement extends LitElement {
  @property({ attribute: false }) quote: Quote | null = null;
  readonly #words = new Words(this);

  static override readonly styles = css`
    :host { display: inline; font-variant-numeric: tabular-nums; white-space: nowrap; }
  `;

  override render() {
    return html`${bandText(waitBand(this.quote), this.#words.say.band)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-wait-band': WaitBandElement;
  }
}
