import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Board, BoardCall } from '../../simulator/lobby/board/board.ts';
import type { StationDirection } from '../../simulator/lobby/branch/place.ts';
import '../ui/elements/empty.ts';
import '../ui/elements/icon.ts';
import '../ui/elements/ticket-number.ts';
import { hostStyles } from '../ui/styles/host.ts';
import { Words } from '../ui/words/words.ts';
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
      li { display: grid; grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr) 7em; align-items: center; column-gap: 2.5cqw; padding-inline: 3cqw; border-block-end: 1px solid var(--tt-line); overflow: hidden; font-size: 2.6cqh; }
      li:last-child { border: 0; }
      /* The figures themselves, not their line, are a twelfth of the screen high. */
      tt-ticket-number { font-size: 14.2cqh; line-height: 0.8; position: relative; inset-block-start: -0.045em; }
      .way { display: grid; justify-items: center; gap: 0.6cqh; min-inline-size: 6.5em; color: var(--tt-ink-soft); line-height: 1.1; text-align: center; white-space: nowrap; }
      .way tt-icon { font-size: 6cqh; }
      .place { font-size: 6.4cqh; font-weight: var(--tt-weight-strong); line-height: 1.1; min-inline-size: 0; white-space: nowrap; }
      .place small { display: block; font-size: 0.5em; font-weight: var(--tt-weight-normal); color: var(--tt-ink-soft); }
      .phase { justify-self: end; text-align: end; line-height: 1.25; color: var(--tt-ink-soft); }
      .called .phase { color: var(--tt-called); font-weight: var(--tt-weight-strong); }
      .serving tt-ticket-number, .serving .place { color: var(--tt-ink-soft); }
      .newest { grid-template-columns: minmax(0, 1.25fr) auto minmax(0, 1fr); background: var(--tt-announce); color: var(--tt-on-announce); border: 0; border-radius: 1.5cqh; }
      .newest tt-ticket-number { font-size: min(28cqh, 19cqw); }
      .newest .place { font-size: min(11cqh, 7.2cqw); white-space: normal; }
      .newest .place small { font-size: 0.42em; }
      .newest :is(tt-ticket-number, .place, small, .way) { color: var(--tt-on-announce); }
      .newest .way { font-size: 4cqh; min-inline-size: 4.2em; gap: 1.4cqh; font-weight: var(--tt-weight-strong); }
      .newest .way tt-icon { font-size: 10cqh; }
      .newest .phase { display: none; }
      .newest.serving { background: var(--tt-surface); }
      .newest.serving :is(tt-ticket-number, .place, small, .way) { color: var(--tt-ink); }
      .fresh { animation: pulse 1s ease-in-out 3; }
      @keyframes pulse { 50% { background: var(--tt-announce-pulse); } }
      @media (prefers-reduced-motion: reduce) { .fresh { animation: none; } }
      @media (orientation: portrait) {
        tt-ticket-number { font-size: min(13.7cqh, 21cqw); }
        .place { font-size: min(6.4cqh, 6cqw); white-space: normal; }
        li { grid-template-columns: minmax(0, 1.3fr) auto minmax(0, 1fr); }
        .phase { display: none; }
        .newest { grid-template-columns: minmax(0, 1.5fr) auto minmax(0, 1fr); }
        .newest tt-ticket-number { font-size: min(28cqh, 17.5cqw); }
        .newest .place { font-size: min(11cqh, 6.4cqw); }
        .newest .way { font-size: min(4cqh, 3.6cqw); }
        .newest .way tt-icon { font-size: min(10cqh, 9cqw); }
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
    const row = html`<li class="${call.phase} ${newest ? 'newest' : ''} ${call.phase === 'called' ? 'fresh' : ''}">
      <tt-ticket-number number=${call.number}></tt-ticket-number>
      ${this.#way(counter?.direction ?? null)}
      <span class="place">${this.#words.name(place)}<small>${this.#words.otherName(place)}</small></span>
      <span class="phase">${call.phase === 'called' ? say.called : say.station.busy}<br />${call.phase === 'called' ? also.called : also.station.busy}</span>
    </li>`;
    // A recall is a new element, so that it pulses again.
    return keyed(`${call.calls}${newest}`, row);
  }

  /** Which way to go: an arrow and the word for it, where the branch says so. */
  #way(direction: StationDirection | null) {
    if (direction === null) return html`<span class="way"><tt-icon name="arrow"></tt-icon></span>`;
    const { say, also } = this.#words;
    return html`<span class="way"><tt-icon name=${direction}></tt-icon><span>${say.direction[direction]} ${also.direction[direction]}</span></span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-now-serving': NowServing;
  }
}
