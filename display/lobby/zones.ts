import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Board, BoardLine } from '../../simulator/lobby/board/board.ts';
import '../ui/elements/icon.ts';
import '../ui/elements/ticket-number.ts';
import { hostStyles } from '../ui/styles/host.ts';
import { Words } from '../ui/words/words.ts';
import { breadth } from './breadth.ts';

/** Numbers told ahead for each line. */
const nextShown = 3;

/** Who waits in which zone, and which numbers come next there. */
@customElement('tt-zones')
export class Zones extends LitElement {
  @property({ attribute: false }) board: Board | null = null;
  readonly #words = new Words(this);

  static override readonly styles = [
    hostStyles,
    css`
      :host { block-size: 100%; container-type: size; }
      /* Everything is set in units that shrink with the number of lines, so a branch with many lines is shown whole. */
      ul.zones { block-size: 100%; --unit: min(1.95cqw, 100cqh / var(--rows)); font-size: calc(2.7 * var(--unit)); display: flex; flex-direction: column; gap: calc(1.4 * var(--unit)); overflow: hidden; }
      .zone { display: grid; align-content: start; gap: calc(1 * var(--unit)); padding-block-end: calc(1.4 * var(--unit)); border-block-end: 1px solid var(--tt-line); }
      .zone:last-child { border: 0; }
      h3 { font-size: 1.3em; display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 0.6em; line-height: 1.2; }
      h3 small { font-size: 0.7em; font-weight: var(--tt-weight-normal); color: var(--tt-ink-soft); }
      @media (orientation: portrait) {
        ul.zones { --unit: min(0.95cqw, 100cqh / var(--pairs)); display: grid; grid-template-columns: 1fr 1fr; gap: calc(2.2 * var(--unit)) 5cqw; align-content: start; }
      }
      .line { display: grid; grid-template-columns: 1fr auto; align-items: baseline; gap: 0 1em; line-height: 1.3; }
      .count { color: var(--tt-ink-soft); white-space: nowrap; }
      .next { grid-column: 1 / -1; display: flex; gap: 0.75em; align-items: baseline; font-size: 1.7em; line-height: 1.2; overflow: hidden; }
    `,
  ];

  override render() {
    const { board } = this;
    if (board === null) return nothing;
    const zones = board.zones.flatMap((zone) => {
      const lines = board.lines.filter((line) => line.zone === zone.id);
      return lines.length === 0 ? [] : [{ zone, lines }];
    });
    const heights = zones.map(({ lines }) => lines.reduce((high, line) => high + this.#height(line), 7.2));
    const rows = heights.reduce((sum, high) => sum + high, 0);
    const pairs = heights.reduce((sum, high, at) => sum + (at % 2 === 1 ? 0 : Math.max(high, heights[at + 1] ?? 0)), 0);
    return html`<ul class="zones" .style=${`--rows: ${rows}; --pairs: ${pairs}`}>${zones.map(
      ({ zone, lines }) => html`<li class="zone">
        <h3>${this.#words.name(zone.names)}<small>${this.#words.otherName(zone.names)}</small></h3>
        ${lines.map((line) => this.#line(line))}
      </li>`,
    )}</ul>`;
  }

  /** Of a line with its numbers, in units; a name that takes two rows needs more. */
  #height({ names }: BoardLine): number {
    return breadth(this.#words.name(names)) > 20 ? 13.5 : 10;
  }

  #line(line: BoardLine) {
    const { say } = this.#words;
    return html`<div class="line">
      <span>${this.#words.name(line.names)}</span>
      <span class="count">${say.waitingPeople(line.waiting)}</span>
      ${line.next.length === 0 ? nothing : html`<p class="next">${line.next.slice(0, nextShown).map((number) => html`<tt-ticket-number number=${number}></tt-ticket-number>`)}</p>`}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-zones': Zones;
  }
}
