import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { buttonStyles } from '../styles/button.ts';
import { hostStyles } from '../styles/host.ts';
import './icon.ts';

/** What was just done, or why it was not, with one way back. It never covers what one works with. Fires `act`. */
@customElement('tt-toast')
export class Toast extends LitElement {
  @property() text = '';
  @property({ reflect: true }) tone: 'done' | 'refused' = 'done';
  /** Word on the button; none without it. */
  @property() action = '';
  @property() keycap = '';

  static override readonly styles = [
    hostStyles,
    buttonStyles,
    css`
      div { display: flex; align-items: center; gap: var(--tt-space-3); min-block-size: 48px; padding: 0 var(--tt-space-2) 0 var(--tt-space-4); border-radius: var(--tt-radius-card); color: var(--tt-ink); }
      .told { background: var(--tt-sunk); }
      :host([tone='refused']) .told { background: var(--tt-at-risk-tint); color: var(--tt-at-risk); font-weight: var(--tt-weight-strong); }
      p { flex: 1; }
      button { min-block-size: 36px; padding-block: 0; }
      kbd { font: inherit; font-size: 0.8125rem; padding: 0 0.4em; border: 1px solid var(--tt-line-strong); border-radius: 4px; margin-inline-start: 0.4em; }
    `,
  ];

  override render() {
    return html`<div class=${this.text === '' ? '' : 'told'} role="status" aria-live="polite">
      ${this.text === '' ? nothing : html`<tt-icon name=${this.tone === 'done' ? 'check' : 'alert'}></tt-icon>`}
      <p>${this.text}</p>
      ${this.action === '' ? nothing : html`<button type="button" @click=${() => this.dispatchEvent(new CustomEvent('act'))}>${this.action}${this.keycap === '' ? nothing : html`<kbd>${this.keycap}</kbd>`}</button>`}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-toast': Toast;
  }
}
