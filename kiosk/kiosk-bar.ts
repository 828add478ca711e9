import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../display/ui/elements/icon.ts';
import { buttonStyles } from '../display/ui/styles/button.ts';
import { hostStyles } from '../display/ui/styles/host.ts';
import { catalogueOf, Words } from '../display/ui/words/words.ts';
import { otherLanguages } from '../simulator/lobby/branch/language.ts';
import { kioskStyles } from './kiosk-styles.ts';

/** Help at the left, print size and language at the right: at the same place on every step, low enough for everyone. Fires `help`, `print`, and `language` with the one chosen. */
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
    const fire = (name: string, detail?: unknown) => () => this.dispatchEvent(new CustomEvent(name, { detail }));
    return html`<div role="toolbar" aria-label=${say.kiosk.toolbar}>
      <button type="button" class="help" @click=${fire('help')}><tt-icon name="hand"></tt-icon>${say.kiosk.help}</button>
      <button type="button" class="print" aria-pressed=${this.large} @click=${fire('print')}><tt-icon name="print"></tt-icon>${this.large ? say.kiosk.normalPrint : say.kiosk.largePrint}</button>
      ${otherLanguages(language).map((other) => html`<button type="button" class="language" lang=${other} @click=${fire('language', other)}><tt-icon name="globe"></tt-icon>${catalogueOf(other).ownName}</button>`)}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-kiosk-bar': KioskBar;
  }
}
