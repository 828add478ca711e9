import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Board } from '../../../simulator/lobby/board/board.ts';
import type { CallExplanation } from '../../../simulator/lobby/explain.ts';
import { scoreText } from '../../ui/format/score.ts';
import '../../ui/elements/ticket-number.ts';
import { ageText } from '../../ui/format/age.ts';
import { wallTime } from '../../ui/format/wall-time.ts';
import type { BranchReader, Reading } from '../../ui/live/branch-reader.ts';
import { failureText } from '../../ui/live/failure-text.ts';
import { buttonStyles } from '../../ui/styles/button.ts';
import { hostStyles } from '../../ui/styles/host.ts';
import { Words } from '../../ui/words/words.ts';
import { aboutStyles } from './about-styles.ts';

interface Explained {
  readonly at: number;
  readonly explanation: CallExplanation | null;
}

/** Why this customer was called and not another: the rule, the heads it compared with their scores, and who was passed over. */
@customElement('tt-about-call')
export class AboutCall extends LitElement {
  @property({ type: Number }) seq = 0;
  @property({ attribute: false }) board: Board | null = null;
  @property({ attribute: false }) reader: BranchReader | null = null;
  @state() private answer: Reading<Explained> | null = null;
  #asked = 0;
  readonly #words = new Words(this);

  static override readonly styles = [hostStyles, buttonStyles, aboutStyles];

  override render() {
    const { board } = this.#words.say;
    if (this.answer === null) return html`<p class="soft" aria-busy="true">${board.loadingDay}</p>`;
    if (!this.answer.ok)
      return html`<p class="bad">${failureText(this.answer, this.#words.language)}</p><div class="acts"><button type="button" @click=${() => this.#ask()}>${board.retry}</button></div>`;
    const { at, explanation } = this.answer.value;
    return explanation?.kind === 'call' ? this.#explained(at, explanation) : nothing;
  }

  override willUpdate(): void {
    if (this.seq !== this.#asked) void this.#ask();
  }

  #explained(at: number, { rule, station, heads, called, choice, overrode }: CallExplanation) {
    const { say, language } = this.#words;
    const names = this.board?.counters.find(({ id }) => id === station)?.names;
    const lines = new Map(this.board?.lines.map(({ id, names: of }) => [id, this.#words.name(of)]));
    return html`<p><tt-ticket-number number=${called}></tt-ticket-number> ${wallTime(at, this.board?.zone ?? 'UTC', language)} · ${names === undefined ? station : this.#words.name(names)}</p>
      ${overrode ? html`<p class="bad">${say.board.callOverrode}${choice === null ? nothing : html` · ${say.board.callRule} ${choice}`}</p>` : nothing}
      <p>${say.board.callWhy(this.#words.name(rule.names))} <span class="soft">${say.board.strategySays[rule.id] ?? ''}</span></p>
      <table><thead><tr><th scope="col">${say.board.head}</th><th scope="col">${say.board.waited}</th><th scope="col">${say.board.length}</th><th scope="col">${say.board.callsSoFar}</th><th scope="col">${say.board.score}</th></tr></thead>
      <tbody>${byScore(heads).map((head) => html`<tr data-head=${head.number}><th scope="row"><strong>${head.number}</strong>${head.called ? html` · ${say.board.callChosen}` : nothing}<br><small class="soft">${lines.get(head.line) ?? head.line}</small></th><td>${ageText(head.waitMs, say)}</td><td>${head.length}</td><td>${head.callsSoFar}</td><td>${scoreText(head.score)}</td></tr>`)}</tbody></table>`;
  }

  async #ask(): Promise<void> {
    const { seq } = this;
    this.#asked = seq;
    this.answer = null;
    const answer = (await this.reader?.json<Explained>(`/events/${seq}/explain`)) ?? null;
    if (seq === this.seq) this.answer = answer;
  }
}

const byScore = (heads: CallExplanation['heads']): CallExplanation['heads'] =>
  heads.toSorted((a, b) => (b.score ?? Number.POSITIVE_INFINITY) - (a.score ?? Number.POSITIVE_INFINITY));

declare global {
  interface HTMLElementTagNameMap {
    'tt-about-call': AboutCall;
  }
}
