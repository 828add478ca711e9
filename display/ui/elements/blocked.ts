import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { buttonStyles } from '../styles/button.ts';
import { hostStyles } from '../styles/host.ts';
import { Words } from '../words/words.ts';
import './icon.ts';

/** A page that may not show anything: why, and what to do, in both languages at once. Fires `retry`. */
@customElement('tt-blocked')
export class Blocked extends LitElement {
  @property() why: 'no-pass' | 'refused' = 'no-pass';
  @property() code = '';
  readonly #words = new Words(this);

  static override readonly styles = [
    hostStyles,
    buttonStyles,
    css`
      :host { min-block-size: 100dvh; display: grid; place-content: center; padding: var(--tt-space-8); background: var(--tt-paper); font-size: clamp(1rem, 2.2vmin, 2rem); }
      section { max-inline-size: 34em; display: grid; gap: var(--tt-space-4); justify-items: start; }
      tt-icon { font-size: 3em; color: var(--tt-ink-faint); }
      h1 { font-size: 2em; }
      h2 { font-size: 1.5em; }
      p { font-size: 1.2em; color: var(--tt-ink-soft); }
      hr { inline-size: 100%; border: 0; border-block-start: 1px solid var(--tt-line); }
      button { margin-block-start: var(--tt-space-4); }
    `,
  ];

  override render() {
    const texts = [this.#words.say, this.#words.also].map(({ blocked }) =>
      this.why === 'no-pass' ? [blocked.noPassTitle, blocked.noPassNext] : [blocked.refusedTitle, blocked.refusedNext],
    );
    return html`<section role="alert">
      <tt-icon name="not-live"></tt-icon>
      <h1>${texts[0]?.[0]}</h1>
      <p>${texts[0]?.[1]}</p>
      <hr />
      <h2>${texts[1]?.[0]}</h2>
      <p>${texts[1]?.[1]}</p>
      ${this.why === 'refused' ? html`<button type="button" class="primary" @click=${() => this.dispatchEvent(new CustomEvent('retry'))}>${this.#words.say.blocked.retry}</button>` : nothing}
      ${this.code === '' ? nothing : html`<small>${this.code}</small>`}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-blocked': Blocked;
  }
}
