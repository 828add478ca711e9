import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { BoardCounter } from '../../simulator/lobby/board/board.ts';
import { buttonStyles } from '../ui/styles/button.ts';
import { hostStyles } from '../ui/styles/host.ts';
import type { ConsoleVerbName } from '../ui/words/terms.ts';
import { Words } from '../ui/words/words.ts';
import { keyOf, verbGroups } from './console-verbs.ts';

/** Every verb of a counter, each with its key, always in the same place; what cannot be done now is grey. Fires `verb`. */
@customElement('tt-verb-pad')
export class VerbPad extends LitElement {
  @property({ attribute: false }) can: ReadonlySet<ConsoleVerbName> = new Set();
  @property() usual: ConsoleVerbName = 'call-next';
  /** What undo would take back, and until when. */
  @property({ attribute: false }) undo: BoardCounter['undo'] = null;
  @property({ type: Number }) now = 0;
  readonly #words = new Words(this);

  static override readonly styles = [
    hostStyles,
    buttonStyles,
    css`
      div { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: var(--tt-space-2) var(--tt-space-3); grid-auto-flow: column; grid-template-rows: auto repeat(4, minmax(48px, 1fr)); block-size: 100%; }
      h3 { font-size: var(--tt-text-xs); font-weight: var(--tt-weight-normal); color: var(--tt-ink-soft); }
      button { display: flex; align-items: center; justify-content: space-between; gap: var(--tt-space-2); text-align: start; line-height: 1.2; }
      kbd { font: inherit; font-size: 0.8125rem; font-weight: var(--tt-weight-normal); min-inline-size: 1.7em; text-align: center; border: 1px solid currentColor; border-radius: 4px; opacity: 0.75; flex: none; }
      small { display: block; font-size: 0.75rem; color: var(--tt-ink-soft); font-weight: var(--tt-weight-normal); }
      button:disabled kbd { opacity: 0.6; }
    `,
  ];

  override render() {
    const { say } = this.#words;
    return html`<div>${verbGroups.map(({ name, verbs }) => html`<h3>${say.counter.groups[name]}</h3>${verbs.map((verb) => this.#button(verb))}`)}</div>`;
  }

  #button(verb: ConsoleVerbName) {
    const can = this.can.has(verb);
    return html`<button type="button" data-verb=${verb} class=${verb === this.usual && can ? 'primary' : ''} ?disabled=${!can} aria-keyshortcuts=${keyOf[verb]}
      @click=${() => this.dispatchEvent(new CustomEvent('verb', { detail: verb }))}>${verb === 'undo' && can ? this.#undo() : this.#words.say.verb[verb]}<kbd>${keyOf[verb]}</kbd></button>`;
  }

  /** Which act, and for how much longer: whole minutes, then seconds. */
  #undo() {
    const { say } = this.#words;
    if (!this.undo) return say.verb.undo;
    const leftS = Math.max(0, Math.ceil((this.undo.until - this.now) / 1_000));
    const left = leftS > 60 ? say.time.minutes(Math.ceil(leftS / 60)) : say.counter.seconds(leftS);
    return html`<span>${say.undoOf[this.undo.act] ?? say.verb.undo}<small>${say.counter.undoFor(left)}</small></span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-verb-pad': VerbPad;
  }
}
