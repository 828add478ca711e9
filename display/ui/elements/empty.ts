import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { hostStyles } from '../styles/host.ts';

/** Nothing here yet: says so, and what will be. */
@customElement('tt-empty')
export class Empty extends LitElement {
  @property() heading = '';
  @property() next = '';

  static override readonly styles = [
    hostStyles,
    css`
      :host { display: grid; place-content: center; text-align: center; gap: var(--tt-space-1); padding: var(--tt-space-8); color: var(--tt-ink-soft); text-wrap: balance; word-break: keep-all; overflow-wrap: anywhere; }
      p:first-child { font-size: 1.25em; color: var(--tt-ink); }
    `,
  ];

  override render() {
    return html`<p>${this.heading}</p>${this.next === '' ? nothing : html`<p>${this.next}</p>`}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-empty': Empty;
  }
}
