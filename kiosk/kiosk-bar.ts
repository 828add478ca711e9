import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../display/ui/elements/icon.ts';
import { buttonStyles } from '../display/ui/styles/button.ts';
import { hostStyles } from '../display/ui/styles/host.ts';
import { otherLanguage, Words } from '../display/ui/words/words.ts';
import { kioskStyles } from './kiosk-styles.ts';

/** Help at the left, print size and language at the right: at the same place on every step, low enough for everyone. Fires `help`, `print`, `language`. */
@customElement('tt-kiosk-bar')
export class KioskBar extends LitElement {
  @property({ type: Boolean }) large = false;
  readonly #words = new Words(this);

  static override readonly styles = [
    hostStyles,
    buttonStyles,
    kioskStyles,
    css`
      div { display: flex; flex-wrap: wrap; gap: var(--tt-space-4); }
      button { display: flex; align-items: center; gap: var(--tt-space-3); background: transparent; border-color: var(--tt-line-strong); white-space: nowrap; }
      .help { margin-inline-end: auto; }
    `,
  ];

  override render() {
    const { say, language } = this.#words;
    const fire = (name: string) => () => this.dispatchEvent(new CustomEvent(name));
    return html`<div role="toolbar" aria-label=${say.kiosk.toolbar}>
      <button type="button" class="help" @click=${fire('help')}><tt-icon name="hand"></tt-icon>${say.kiosk.help}</button>
      <button type="button" class="print" aria-pressed=${this.large} @click=${fire('print')}><tt-icon name="print"></tt-icon>${this.large ? say.kiosk.normalPrint : say.kiosk.largePrint}</button>
      <button type="button" class="language" lang=${otherLanguage(language)} @click=${fire('language')}><tt-icon name="globe"></tt-icon>${say.otherLanguage}</button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-kiosk-bar': KioskBar;
  }
}
