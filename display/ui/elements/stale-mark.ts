import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ageText } from '../format/age.ts';
import type { Link } from '../live/lobby-connection.ts';
import { Words } from '../words/words.ts';
import './icon.ts';

/** Whether what is shown is what is: a small word while it is, a plain warning with its age while it is not. */
@customElement('tt-stale-mark')
export class StaleMark extends LitElement {
  @property({ reflect: true }) link: Link = 'connecting';
  /** How long nothing was heard; null when nothing ever was. */
  @property({ attribute: false }) silentMs: number | null = null;
  readonly #words = new Words(this);

  static override readonly styles = css`
    :host { display: inline-flex; flex-wrap: wrap; align-items: center; column-gap: 0.4em; white-space: nowrap; color: var(--tt-ink-soft); }
    :host([link='live']) tt-icon { color: var(--tt-serving); }
    :host([link='stale']), :host([link='refused']) { padding: 0.1em 0.7em; border-radius: 99px; border: 1px solid var(--tt-at-risk); background: var(--tt-at-risk-tint); color: var(--tt-at-risk); font-weight: var(--tt-weight-strong); }
  `;

  override render() {
    const { live } = this.#words.say;
    const stale = this.link === 'stale' || this.link === 'refused';
    const age = stale && this.silentMs !== null ? live.staleFor(ageText(this.silentMs, this.#words.say)) : null;
    return html`<tt-icon name=${stale ? 'not-live' : 'live'}></tt-icon>
      <span role="status">${this.link === 'live' ? live.live : stale ? live.stale : live.connecting}</span>${age === null ? nothing : html`<span>· ${age}</span>`}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-stale-mark': StaleMark;
  }
}
