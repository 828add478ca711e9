import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Names } from '../../../simulator/lobby/branch/names.ts';
import { Words } from '../words/words.ts';
import './icon.ts';

/** What to know about a customer at a glance: a favoured segment (filled diamond), a trait such as 银发 (outline). Ordinary customers carry none. */
@customElement('tt-segment-mark')
export class SegmentMark extends LitElement {
  @property({ attribute: false }) names: Names | null = null;
  @property() kind: 'segment' | 'trait' = 'trait';
  readonly #words = new Words(this);

  static override readonly styles = css`
    :host { display: inline-flex; align-items: center; gap: 0.35em; padding: 0.05em 0.55em; border: 1px solid var(--tt-line-strong); border-radius: 1em; color: var(--tt-ink-soft); font-size: 0.875em; line-height: 1.5; }
    :host([kind='segment']) { border-color: var(--tt-ink); color: var(--tt-ink); font-weight: var(--tt-weight-strong); }
    i { inline-size: 0.5em; block-size: 0.5em; background: currentColor; transform: rotate(45deg); }
  `;

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.hasAttribute('kind')) this.setAttribute('kind', this.kind);
  }

  override render() {
    if (this.names === null) return nothing;
    return html`${this.kind === 'segment' ? html`<i aria-hidden="true"></i>` : nothing}${this.#words.name(this.names)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-segment-mark': SegmentMark;
  }
}
