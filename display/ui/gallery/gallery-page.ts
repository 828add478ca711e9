import { html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import { brandMark } from '../brand-mark.ts';
import '../elements/page-switches.ts';
import { settle } from '../settle.ts';
import { buttonStyles } from '../styles/button.ts';
import { themes } from '../theme.ts';
import { Words } from '../words/words.ts';
import { type Piece, pieces } from './pieces.ts';

settle(new URL(location.href));
if (buttonStyles.styleSheet !== undefined) document.adoptedStyleSheets = [buttonStyles.styleSheet];

/** Every shared element in every state, side by side in every theme; the language switches the whole page. For those who build screens or put a bank's brand on them. */
@customElement('tt-gallery-page')
export class GalleryPage extends LitElement {
  readonly #words = new Words(this);

  /** In the page itself: a theme is worn by selectors of the page. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override render() {
    return html`
      <header><h1>${brandMark}${this.#words.say.product}</h1><tt-page-switches></tt-page-switches></header>
      <main>${pieces.map((piece) => themes.map((theme) => html`<section class="worn" data-theme=${theme} data-tag=${piece.tag}>${this.#piece(piece)}</section>`))}</main>
    `;
  }

  #piece({ tag, title, wide, states }: Piece) {
    return html`<h2>${title}<code>${tag}</code></h2><div class="states ${wide ? 'wide' : ''}">${states(this.#words.say)}</div>`;
  }
}
