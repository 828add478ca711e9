import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Board, BoardCall } from '../../simulator/lobby/board/board.ts';
import '../ui/elements/empty.ts';
import '../ui/elements/icon.ts';
import '../ui/elements/ticket-number.ts';
import { hostStyles } from '../ui/styles/host.ts';
import { Words } from '../ui/words/words.ts';
import { breadth } from './breadth.ts';
import { shownCalls } from './shown-calls.ts';

/** 正在叫号: who should go where. The newest on top and largest, the rest each at least a twelfth of the screen's height, at any resolution. */
@customElement('tt-now-serving')
export class NowServing extends LitElement {
  @property({ attribute: false }) board: Board | null = null;
  readonly #words = new Words(this);

  static override readonly styles = [
    hostStyles,
    css`
      :host { block-size: 100%; container-type: size; --rows: 5; }
      ol { block-size: 100%; display: grid; grid-template-rows: 34cqh repeat(var(--rows), minmax(0, 1fr)); }
      li { display: grid; grid-template-columns: minmax(0, 1fr) auto minmax(0, 1.35fr) 5.5em; align-items: center; column-gap: 2.5cqw; padding-inline: 3cqw; border-block-end: 1px solid var(--tt-line); overflow: hidden; font-size: 2.6cqh; --size: 6.4cqh; --room: 43cqw; }
      li:last-child { border: 0; }
      /* The figures themselves, not their line, are a twelfth of the screen high. Five places need as much room as four. */
      tt-ticket-number { font-size: 14.2cqh; line-height: 0.8; position: relative; inset-block-start: -0.045em; }
      .way { font-size: 7cqh; color: var(--tt-ink-soft); }
      /* A name is set as large as it fits on one line; a very long one takes two. */
      .place { font-size: max(var(--size) * 0.5, min(var(--size), var(--room) / (var(--letters) * 0.56))); font-weight: var(--tt-weight-strong); line-height: 1.1; min-inline-size: 0; max-block-size: 100%; overflow: hidden; text-overflow: ellipsis; }
      .place small { display: block; font-size: calc(var(--size) * 0.5); font-weight: var(--tt-weight-normal); color: var(--tt-ink-soft); white-space: nowrap; overflow: hidden; text-overflow: ellipsis; line-height: 1.25; padding-block-end: 0.1em; }
      .phase { justify-self: end; text-align: end; line-height: 1.25; color: var(--tt-ink-soft); }
      .called .phase { color: var(--tt-called); font-weight: var(--tt-weight-strong); }
      .serving tt-ticket-number, .serving .place { color: var(--tt-ink-soft); }
      .newest { grid-template-columns: auto auto minmax(0, 1fr); column-gap: 3.5cqw; background: var(--tt-announce); border: 0; border-radius: 1.5cqh; --size: 11cqh; --room: 29cqw; }
      .newest tt-ticket-number { font-size: min(28cqh, 76cqw / var(--figures)); }
      .newest :is(tt-ticket-number, .place, small, .way) { color: var(--tt-on-announce); }
      .newest .place small { font-size: 4.4cqh; }
      .newest .direction { display: block; }
      .newest .dot { display: none; }
      .newest .way { font-size: 12cqh; }
      .newest .phase { display: none; }
      .newest.serving { background: var(--tt-surface); }
      .newest.serving :is(tt-ticket-number, .place, small, .way) { color: var(--tt-ink); }
      .fresh { animation: pulse 1s ease-in-out 3; }
      @keyframes pulse { 50% { background: var(--tt-announce-pulse); } }
      @media (prefers-reduced-motion: reduce) { .fresh { animation: none; } }
      @media (orientation: portrait) {
        ol { grid-template-rows: 25cqh repeat(var(--rows), minmax(0, 1fr)); }
        li { grid-template-columns: 55cqw auto minmax(0, 1fr); column-gap: 2cqw; --size: 5.4cqh; --room: 24cqw; font-size: 2cqh; }
        .direction { display: block; }
        .dot { display: none; }
        tt-ticket-number { font-size: min(18.8cqh, 87.5cqw / var(--figures)); }
        .way { font-size: 5.5cqh; }
        .phase { display: none; }
        .newest { grid-template: 1fr auto / 62cqw minmax(0, 1fr); align-content: center; --size: 6.4cqh; --room: 29cqw; }
        .newest tt-ticket-number { grid-row: 1 / 3; }
        .newest .way { align-self: end; margin-inline-start: -0.1em; }
        .newest .place { align-self: start; padding-block-end: 2cqh; }
        .newest tt-ticket-number { font-size: min(23cqh, 98cqw / var(--figures)); }
        .newest .place small { font-size: 3.2cqh; }
        .newest .way { font-size: 7cqh; }
      }
      tt-empty { block-size: 100%; font-size: 4cqh; }
    `,
  ];

  override render() {
    const { tv } = this.#words.say;
    const calls = this.board === null ? [] : shownCalls(this.board);
    if (calls.length === 0) return html`<tt-empty heading=${tv.noCalls} next=${tv.noCallsNext}></tt-empty>`;
    return html`<ol>${repeat(
      calls,
      ({ number, counter }) => `${number}@${counter}`,
      (call, index) => this.#call(call, index === 0),
    )}</ol>`;
  }

  #call(call: BoardCall, newest: boolean) {
    const { say, also } = this.#words;
    const counter = this.board?.counters.find(({ id }) => id === call.counter);
    const place = counter?.names ?? { zh: call.label, en: call.label };
    const name = this.#words.name(place);
    const way = counter?.direction ?? null;
    const fit = `--figures: ${Math.max(4, call.number.length)}; --letters: ${breadth(name)}`;
    const row = html`<li class="${call.phase} ${newest ? 'newest' : ''} ${call.phase === 'called' ? 'fresh' : ''}" .style=${fit}>
      <tt-ticket-number number=${call.number}></tt-ticket-number>
      <tt-icon class="way" name=${way ?? 'arrow'}></tt-icon>
      <span class="place">${name}<small>${this.#words.otherName(place)}${way === null ? nothing : html`<span class="dot"> · </span><span class="direction">${say.direction[way]} ${also.direction[way]}</span>`}</small></span>
      <span class="phase">${call.phase === 'called' ? say.called : say.station.busy}<br />${call.phase === 'called' ? also.called : also.station.busy}</span>
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
