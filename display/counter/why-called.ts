import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Board } from '../../simulator/lobby/board/board.ts';
import type { CallExplanation } from '../../simulator/lobby/explain.ts';
import '../ui/elements/ticket-number.ts';
import { ageText } from '../ui/format/age.ts';
import { scoreText } from '../ui/format/score.ts';
import { buttonStyles } from '../ui/styles/button.ts';
import { hostStyles } from '../ui/styles/host.ts';
import { Words } from '../ui/words/words.ts';
import { passedOver } from './ask-why.ts';

/** Why this ticket: the rule, the heads it compared, who was passed over. Stands in place of the verbs, which go on working by their keys. Fires `cancel`. */
@customElement('tt-why-called')
export class WhyCalled extends LitElement {
  @property({ attribute: false }) board: Board | null = null;
  @property() number = '';
  /** Undefined while it is being read. */
  @property({ attribute: false }) why: CallExplanation | null | undefined;
  readonly #words = new Words(this);

  static override readonly styles = [
    hostStyles,
    buttonStyles,
    css`
      section { display: grid; gap: var(--tt-space-2); align-content: start; }
      header { display: flex; justify-content: space-between; align-items: center; }
      h3 { font-size: var(--tt-text-m); }
      kbd { font: inherit; font-size: 0.8125rem; margin-inline-start: 0.5em; padding: 0 0.4em; border: 1px solid var(--tt-line-strong); border-radius: 4px; color: var(--tt-ink-soft); }
      [role='status'] { display: grid; gap: var(--tt-space-3); }
      table { border-collapse: collapse; inline-size: 100%; }
      th, td { padding: 5px var(--tt-space-3); text-align: end; border-block-end: 1px solid var(--tt-line); font-weight: var(--tt-weight-normal); white-space: nowrap; }
      th:first-child, td:first-child { text-align: start; white-space: normal; }
      thead th { color: var(--tt-ink-soft); font-size: var(--tt-text-xs); }
      tr.called { background: var(--tt-called-tint); }
      tr.called td:first-child { font-weight: var(--tt-weight-strong); }
      small { color: var(--tt-called); font-weight: var(--tt-weight-strong); margin-inline-start: 0.5em; }
    `,
  ];

  override render() {
    const { counter } = this.#words.say;
    return html`<section role="region" aria-label=${counter.whyTitle(this.number)} aria-busy=${this.why === undefined}>
      <header><h3>${counter.whyTitle(this.number)}</h3><button type="button" @click=${() => this.dispatchEvent(new CustomEvent('cancel'))}>${counter.back}<kbd>W</kbd></button></header>
      <div role="status">${this.why === undefined ? html`<p>${counter.whyLooking}</p>` : this.why === null ? html`<p>${counter.whyNone}</p>` : this.#told(this.why)}</div>
    </section>`;
  }

  #told(why: CallExplanation) {
    const { counter } = this.#words.say;
    const rule = this.#words.name(why.rule.names);
    const over = passedOver(why);
    return html`
      <p>${why.overrode ? counter.whyOverrode(rule, why.choice ?? counter.whyNobody) : counter.whyRule(rule)}
        ${over.length === 0 ? counter.whyNonePassed : counter.whyPassed(over.map(({ number }) => number).join(' · '))}</p>
      <table>
        <thead><tr>${Object.values(counter.whyColumns).map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
        <tbody>${why.heads.map((head) => this.#head(head))}</tbody>
      </table>
    `;
  }

  #head(head: CallExplanation['heads'][number]) {
    const { say } = this.#words;
    const names = this.board?.lines.find(({ id }) => id === head.line)?.names;
    return html`<tr class=${head.called ? 'called' : ''}>
      <td>${names === undefined ? head.line : this.#words.name(names)}${head.called ? html`<small>${say.counter.whyCalled}</small>` : ''}</td>
      <td><tt-ticket-number number=${head.number}></tt-ticket-number></td>
      <td>${ageText(head.waitMs, say)}</td>
      <td>${head.length}</td>
      <td>${head.callsSoFar}</td>
      <td>${scoreText(head.score)}</td>
    </tr>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-why-called': WhyCalled;
  }
}
