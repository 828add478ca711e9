import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { buttonStyles } from '../styles/button.ts';
import { hostStyles } from '../styles/host.ts';

/** One thing said over the page, with one button: help is on the way, or "are you still there?". Nothing else can be done until it is answered. Fires `close`. */
@customElement('tt-dialog')
export class Dialog extends LitElement {
  @property() heading = '';
  @property() text = '';
  @property() button = '';
  /** Stands in the text, over nothing: for the gallery. */
  @property({ type: Boolean, reflect: true }) inline = false;

  static override readonly styles = [
    hostStyles,
    buttonStyles,
    css`
      dialog { inset: 0; margin: auto; border: 0; border-radius: var(--tt-radius-touch); padding: var(--tt-space-12); inline-size: min(88vw, 26rem); background: var(--tt-surface); color: var(--tt-ink); text-align: center; }
      :host([inline]) dialog { position: static; }
      dialog::backdrop { background: rgb(11 20 26 / 55%); }
      h2 { font-size: var(--tt-text-2xl); }
      h2, p { text-wrap: balance; }
      p { margin-block: var(--tt-space-4) var(--tt-space-8); font-size: var(--tt-text-m); color: var(--tt-ink-soft); }
      button { inline-size: 100%; min-block-size: 96px; border-radius: var(--tt-radius-touch); font-size: var(--tt-text-l); }
    `,
  ];

  override firstUpdated(): void {
    if (!this.inline) this.renderRoot.querySelector('dialog')?.showModal();
  }

  override render() {
    if (this.heading === '') return nothing;
    return html`<dialog ?open=${this.inline} aria-labelledby="heading" @close=${() => this.dispatchEvent(new CustomEvent('close'))}>
      <h2 id="heading">${this.heading}</h2>
      <p>${this.text}</p>
      <form method="dialog"><button class="primary" ?autofocus=${!this.inline}>${this.button}</button></form>
    </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-dialog': Dialog;
  }
}
