import { css, html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import { type Language, otherLanguages } from '../../../simulator/lobby/branch/language.ts';
import { keepSetting } from '../setting.ts';
import { buttonStyles } from '../styles/button.ts';
import { hostStyles } from '../styles/host.ts';
import { nextTheme } from '../theme.ts';
import { wear, wornTheme } from '../wear.ts';
import { catalogueOf, speak, Words } from '../words/words.ts';
import './icon.ts';

/** Language and theme, in the same corner of every screen that is set by hand; this screen keeps both. */
@customElement('tt-page-switches')
export class PageSwitches extends LitElement {
  readonly #words = new Words(this);

  static override readonly styles = [
    hostStyles,
    buttonStyles,
    css`
      :host { display: flex; gap: var(--tt-space-1); }
      button { padding-inline: var(--tt-space-3); }
    `,
  ];

  override render() {
    const { say, language } = this.#words;
    return html`
      <button type="button" class="quiet" title=${say.page.theme} aria-label="${say.page.theme}: ${say.page.themes[wornTheme()]}" @click=${this.#changeTheme}><tt-icon name="theme"></tt-icon></button>
      ${otherLanguages(language).map((other) => html`<button type="button" class="quiet" lang=${other} @click=${() => this.#changeLanguage(other)}><tt-icon name="globe"></tt-icon> ${catalogueOf(other).ownName}</button>`)}
    `;
  }

  #changeTheme(): void {
    const theme = nextTheme(wornTheme());
    wear(theme);
    keepSetting('theme', theme);
    this.requestUpdate();
  }

  #changeLanguage(language: Language): void {
    speak(language);
    keepSetting('lang', language);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-page-switches': PageSwitches;
  }
}
