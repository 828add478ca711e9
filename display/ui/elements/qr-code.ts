import { css, html, LitElement, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { encode } from 'uqr';

/** Modules of white around it, as the standard asks. */
const quiet = 4;

/** A QR code, drawn as one path: always dark on white, whatever the theme, so that phones read it. */
@customElement('tt-qr-code')
export class QrCode extends LitElement {
  @property() text = '';
  @property() label = '';

  static override readonly styles = css`
    :host { display: block; background: #fff; border-radius: var(--tt-radius-card); aspect-ratio: 1; }
    svg { display: block; inline-size: 100%; block-size: 100%; }
  `;

  override render() {
    if (this.text === '') return nothing;
    const { data, size } = encode(this.text, { border: 0, ecc: 'M' });
    const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
    return html`<svg viewBox="${-quiet} ${-quiet} ${size + 2 * quiet} ${size + 2 * quiet}" role="img" aria-label=${this.label} shape-rendering="crispEdges">${svg`<path d=${dark.join('')} fill="#000" />`}</svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-qr-code': QrCode;
  }
}
