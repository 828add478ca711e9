import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Board } from '../../simulator/lobby/board/board.ts';
import '../ui/elements/ticket-number.ts';
import { hostStyles } from '../ui/styles/host.ts';
import { Words } from '../ui/words/words.ts';
import type { PastCall } from './recent-calls.ts';

/** Calls told; older ones are asked of the greeter. */
const most = 4;

/** 刚刚叫过: which number went where, for whoever stepped out for a minute. */
@customElement('tt-just-called')
export class JustCalled extends LitElement {
  @property({ attribute: false }) board: Board | null = null;
  @property({ attribute: false }) calls: readonly PastCall[] = [];
  readonly #words = new Words(this);

  static override readonly styles = [
    hostStyles,
    css`
      section { padding-block: 1.4vmin 1.8vmin; border-block-start: 1px solid var(--tt-line); }
      h2 { font-size: 2.6vmin; color: var(--tt-ink-soft); line-height: 1.2; padding-block-end: 1vmin; }
      h2 small { font-size: 0.8em; font-weight: var(--tt-weight-normal); margin-inline-start: 0.7em; }
      ol { display: grid; grid-template-columns: 1fr 1fr; gap: 1vmin 3vmin; }
      li { display: flex; align-items: baseline; gap: 1.2vmin; min-inline-size: 0; color: var(--tt-ink-soft); font-size: 2.2vmin; }
      tt-ticket-number { font-size: 3.8vmin; }
      @media (orientation: portrait) { ol { grid-template-columns: repeat(4, auto); justify-content: space-between; } }
      li span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    `,
  ];

  override render() {
    const { board } = this;
    if (board === null || this.calls.length === 0) return nothing;
    const { say, also } = this.#words;
    return html`<section>
      <h2>${say.tv.recent}<small>${also.tv.recent}</small></h2>
      <ol>${this.calls.slice(0, most).map(({ number, counter }) => {
        const names = board.counters.find(({ id }) => id === counter)?.names;
        return html`<li><tt-ticket-number number=${number}></tt-ticket-number><span>${names === undefined ? counter : this.#words.name(names)}</span></li>`;
      })}</ol>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-just-called': JustCalled;
  }
}
