import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';

/** A ticket's number, the one thing a customer looks for: letters set lighter than the digits, all figures of one width. */
@customElement('tt-ticket-number')
export class TicketNumber extends LitElement {
  @property() number = '';

  static override readonly styles = css`
    :host { display: inline-block; font-weight: var(--tt-weight-number); font-variant-numeric: tabular-nums lining-nums; line-height: 1; white-space: nowrap; }
    .series { font-weight: 500; margin-inline-end: 0.06em; }
  `;

  override render() {
    const [, series = '', digits = this.number] = /^(\D*)(.*)$/.exec(this.number) ?? [];
    return html`<span class="series">${series}</span>${digits}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-ticket-number': TicketNumber;
  }
}
