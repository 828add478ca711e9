import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Board, BoardCall } from '../../simulator/lobby/board/board.ts';
import '../ui/elements/empty.ts';
import '../ui/elements/icon.ts';
import '../ui/elements/ticket-number.ts';
import { hostStyles } from '../ui/styles/host.ts';
import { Words } from '../ui/words/words.ts';

/** Numbers shown: the newest on top and largest, the rest each at least a twelfth of the screen high. */
const most = 6;

/** 正在叫号: who should go where. Sized by the screen, so it reads the same at any resolution. */
@customElement('tt-now-serving')
export class NowServing extends LitElement {
  @property({ attribute: false }) board: Board | null = null;
  readonly #words = new Words(this);

  static override readonly styles = [
    hostStyles,
    css`
      :host { block-size: 100%; container-type: size; }
      ol { block-size: 100%; display: grid; grid-template-rows: 38cqh repeat(5, minmax(0, 1fr)); }
      li { display: grid; grid-template-columns: minmax(0, 1.15fr) auto minmax(0, 1fr); align-items: center; column-gap: 2.5cqw; padding-inline: 3cqw; border-block-end: 1px solid var(--tt-line); overflow: hidden; }
      li:last-child { border: 0; }
      tt-ticket-number { font-size: 11.2cqh; }
      tt-icon { font-size: 5cqh; color: var(--tt-ink-faint); }
      .place { font-size: min(6cqh, 6cqw); font-weight: var(--tt-weight-strong); line-height: 1.15; min-inline-size: 0; }
      .place small { display: block; font-size: 0.5em; font-weight: var(--tt-weight-normal); color: var(--tt-ink-soft); }
      .serving tt-ticket-number, .serving .place { color: var(--tt-ink-soft); }
      .newest { background: var(--tt-newest, #0b617b); color: #fff; border: 0; border-radius: 1.5cqh; }
      .newest tt-ticket-number { font-size: min(27cqh, 20cqw); color: #fff; }
      .newest .place { font-size: min(11cqh, 8.4cqw); color: #fff; }
      .newest .place small { color: #fff; font-size: 0.42em; }
      .newest tt-icon { font-size: 10cqh; color: #fff; }
      .newest.serving { background: var(--tt-surface); }
      .fresh { animation: pulse 1s ease-in-out 3; }
      @keyframes pulse { 50% { background: #1287a8; } }
      @media (prefers-reduced-motion: reduce) { .fresh { animation: none; } }
      tt-empty { block-size: 100%; font-size: 4cqh; }
    `,
  ];

  override render() {
    const { tv } = this.#words.say;
    const calls = this.board?.nowServing.slice(0, most) ?? [];
    if (calls.length === 0) return html`<tt-empty heading=${tv.noCalls} next=${tv.noCallsNext}></tt-empty>`;
    return html`<ol>${repeat(
      calls,
      ({ number, counter }) => `${number}@${counter}`,
      (call, index) => this.#call(call, index === 0),
    )}</ol>`;
  }

  #call(call: BoardCall, newest: boolean) {
    const counter = this.board?.counters.find(({ id }) => id === call.counter);
    const place = counter?.names ?? { zh: call.label, en: call.label };
    const row = html`<li class="${call.phase} ${newest ? 'newest' : ''} ${call.phase === 'called' ? 'fresh' : ''}">
      <tt-ticket-number number=${call.number}></tt-ticket-number>
      <tt-icon name="arrow"></tt-icon>
      <span class="place">${this.#words.name(place)}<small>${this.#words.otherName(place)}</small></span>
    </li>`;
    // A recall is a new element, so that it pulses again.
    return keyed(`${call.calls}${newest}`, row);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-now-serving': NowServing;
  }
}
