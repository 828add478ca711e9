import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Words } from '../words/words.ts';
import './icon.ts';

/** A member of staff by badge and role, or the place of one who is missing. State is a word and a shape, never colour alone. */
@customElement('tt-person-mark')
export class PersonMark extends LitElement {
  /** Badge; empty: nobody fills the place yet. */
  @property() label = '';
  @property() post: 'teller' | 'advisor' | 'greeter' = 'teller';
  @property({ reflect: true }) standing: 'here' | 'missing' = 'here';
  readonly #words = new Words(this);

  static override readonly styles = css`
    :host { display: inline-flex; align-items: center; gap: 0.4em; padding: 0.1em 0.7em; border: 1px solid var(--tt-line-strong); border-radius: 99px; background: var(--tt-surface); white-space: nowrap; line-height: 1.5; }
    :host([standing='missing']) { border-style: dashed; color: var(--tt-at-risk); border-color: var(--tt-at-risk); }
    small { color: var(--tt-ink-soft); font-size: 0.875em; }
    :host([standing='missing']) small { color: inherit; }
  `;

  override render() {
    const { person } = this.#words.say;
    return html`<tt-icon name=${this.standing === 'here' ? 'person' : 'alert'}></tt-icon>${this.standing === 'missing' ? person.missing : this.label}<small>${person.roles[this.post]}</small>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-person-mark': PersonMark;
  }
}
