import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Board, BoardLine } from '../../simulator/lobby/board/board.ts';
import '../ui/elements/icon.ts';
import '../ui/elements/ticket-number.ts';
import { hostStyles } from '../ui/styles/host.ts';
import { Words } from '../ui/words/words.ts';

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
      ul.zones { block-size: 100%; display: flex; flex-direction: column; gap: 2.4cqh; overflow: hidden; }
      .zone { display: grid; gap: 0.8cqh; padding-block-end: 2.4cqh; border-block-end: 1px solid var(--tt-line); }
      .zone:last-child { border: 0; }
      h3 { font-size: min(3.6cqh, 5.6cqw); display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 0.6em; }
      h3 small { font-size: 0.62em; font-weight: var(--tt-weight-normal); color: var(--tt-ink-soft); }
      .line { display: grid; grid-template-columns: 1fr auto; align-items: baseline; gap: 0 1em; font-size: min(2.8cqh, 4.4cqw); }
      .line .count { color: var(--tt-ink-soft); white-space: nowrap; }
      .next { grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: 0 0.8em; align-items: baseline; font-size: 1.25em; }
      .next span { font-size: 0.75em; color: var(--tt-ink-soft); }
    `,
  ];

  override render() {
    const { board } = this;
    if (board === null) return nothing;
    const zones = board.zones.flatMap((zone) => {
      const lines = board.lines.filter((line) => line.zone === zone.id);
      return lines.length === 0 ? [] : [{ zone, lines }];
    });
    return html`<ul class="zones">${zones.map(
      ({ zone, lines }) => html`<li class="zone">
        <h3>${this.#words.name(zone.names)}<small>${this.#words.otherName(zone.names)}</small></h3>
        ${lines.map((line) => this.#line(line))}
      </li>`,
    )}</ul>`;
  }

  #line(line: BoardLine) {
    const { say } = this.#words;
    return html`<div class="line">
      <span>${this.#words.name(line.names)}</span>
      <span class="count">${say.waitingPeople(line.waiting)}</span>
      ${line.next.length === 0 ? nothing : html`<p class="next"><span>${say.tv.nextUp}</span>${line.next.slice(0, nextShown).map((number) => html`<tt-ticket-number number=${number}></tt-ticket-number>`)}</p>`}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-zones': Zones;
  }
}
