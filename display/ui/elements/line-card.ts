import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { BoardLine } from '../../../simulator/lobby/board/board.ts';
import { ageText } from '../format/age.ts';
import { hostStyles } from '../styles/host.ts';
import { Words } from '../words/words.ts';
import './ticket-number.ts';

/** A line at a glance: how many wait, how long the longest has, who is next. */
@customElement('tt-line-card')
export class LineCard extends LitElement {
  @property({ attribute: false }) line: BoardLine | null = null;
  @property({ type: Number }) now = 0;
  readonly #words = new Words(this);

  static override readonly styles = [
    hostStyles,
    css`
      article { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 var(--tt-space-4); padding: var(--tt-space-4); background: var(--tt-surface); border: 1px solid var(--tt-line); border-radius: var(--tt-radius-card); block-size: 100%; align-content: space-between; }
      h3 { font-size: var(--tt-text-s); align-self: center; }
      .count { font-size: var(--tt-text-xl); font-weight: var(--tt-weight-number); line-height: 1.1; }
      p { grid-column: 1 / -1; font-size: var(--tt-text-xs); color: var(--tt-ink-soft); }
      .next { display: flex; flex-wrap: wrap; gap: 0 var(--tt-space-3); margin-block-start: var(--tt-space-1); }
      .next tt-ticket-number { color: var(--tt-ink); }
    `,
  ];

  override render() {
    const { line } = this;
    if (line === null) return nothing;
    const { say } = this.#words;
    return html`<article>
      <h3>${this.#words.name(line.names)}</h3>
      <span class="count" aria-label=${say.waitingPeople(line.waiting)}>${line.waiting}</span>
      <p>${line.longestSince === null ? say.waitingPeople(0) : `${say.board.longest} ${ageText(this.now - line.longestSince, say)}`}</p>
      ${line.next.length === 0 ? nothing : html`<p class="next"><span>${say.board.next}</span>${line.next.slice(0, 4).map((number) => html`<tt-ticket-number number=${number}></tt-ticket-number>`)}</p>`}
    </article>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-line-card': LineCard;
  }
}
