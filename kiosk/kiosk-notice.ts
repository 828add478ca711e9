import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { buttonStyles } from '../display/ui/styles/button.ts';
import { hostStyles } from '../display/ui/styles/host.ts';
import { kioskStyles } from './kiosk-styles.ts';

/** One thing said over the step below, with one button: help, or "are you still there?". Fires `close`. */
@customElement('tt-kiosk-notice')
export class KioskNotice extends LitElement {
  @property() heading = '';
  @property() text = '';
  @property() button = '';

  static override readonly styles = [
    hostStyles,
    buttonStyles,
    kioskStyles,
    css`
      dialog { inset: 0; margin: auto; border: 0; border-radius: var(--tt-radius-touch); padding: var(--tt-space-12); inline-size: min(88vw, 26rem); background: var(--tt-surface); color: var(--tt-ink); text-align: center; }
      dialog::backdrop { background: rgb(11 20 26 / 55%); }
      h2 { font-size: var(--tt-text-2xl); }
      h2, p { text-wrap: balance; }
      p { margin-block: var(--tt-space-4) var(--tt-space-8); font-size: var(--tt-text-m); color: var(--tt-ink-soft); }
      button { inline-size: 100%; min-block-size: 96px; font-size: var(--tt-text-l); }
    `,
  ];

  override firstUpdated(): void {
    this.renderRoot.querySelector('dialog')?.showModal();
  }

  override render() {
    if (this.heading === '') return nothing;
    return html`<dialog aria-labelledby="heading" @close=${() => this.dispatchEvent(new CustomEvent('close'))}>
      <h2 id="heading">${this.heading}</h2>
      <p>${this.text}</p>
      <form method="dialog"><button class="primary" autofocus>${this.button}</button></form>
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-kiosk-notice': KioskNotice;
  }
}
