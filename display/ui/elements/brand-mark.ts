import { css, html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';

/** The bank's mark (`--tt-mark` of tokens/brand.css), in the colour and size of the text beside it. Ours: a roof over two bells, 厅堂, the lobby and its chime. */
@customElement('tt-brand-mark')
export class BrandMark extends LitElement {
  static override readonly styles = css`
    :host { display: inline-block; inline-size: 1.4em; block-size: 1.28em; flex: none; background: currentColor; mask: var(--tt-mark) center / contain no-repeat; }
    @media (forced-colors: active) { :host { forced-color-adjust: none; } }
  `;

  override render() {
    return html``;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-brand-mark': BrandMark;
  }
}
