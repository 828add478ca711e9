import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { BoardCounter } from '../../simulator/lobby/board/board.ts';
import '../ui/elements/station-card.ts';
import { hostStyles } from '../ui/styles/host.ts';
import { Words } from '../ui/words/words.ts';

/** A console that does not know its counter asks once. Fires `choose` with the station's id. */
@customElement('tt-choose-counter')
export class ChooseCounter extends LitElement {
  @property({ attribute: false }) counters: readonly BoardCounter[] = [];
  readonly #words = new Words(this);

  static override readonly styles = [
    hostStyles,
    css`
      section { max-inline-size: 60rem; margin: var(--tt-space-12) auto; padding: 0 var(--tt-space-8); display: grid; gap: var(--tt-space-6); }
      h1 { font-size: var(--tt-text-xl); }
      p { color: var(--tt-ink-soft); }
      ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: var(--tt-space-4); }
      button { font: inherit; color: inherit; text-align: start; padding: 0; border: 0; background: none; inline-size: 100%; cursor: pointer; border-radius: var(--tt-radius-card); }
    `,
  ];

  override render() {
    const { counter } = this.#words.say;
    return html`<section>
      <div><h1>${counter.choose}</h1><p>${counter.chooseHint}</p></div>
      <ul>${this.counters.map((each) => html`<li><button type="button" data-counter=${each.id} @click=${() => this.dispatchEvent(new CustomEvent('choose', { detail: each.id }))}><tt-station-card .station=${each}></tt-station-card></button></li>`)}</ul>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-choose-counter': ChooseCounter;
  }
}
