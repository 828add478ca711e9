import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Board } from '../../../simulator/lobby/board/board.ts';
import { strategies } from '../../../simulator/lobby/calling/table.ts';
import { buttonStyles } from '../../ui/styles/button.ts';
import { hostStyles } from '../../ui/styles/host.ts';
import { Words } from '../../ui/words/words.ts';
import { aboutStyles } from './about-styles.ts';
import { byLineOption, ruleFrom, typedOf } from './strategy-options.ts';
import { askFor } from './subject.ts';

/** The calling strategy: each rule in a sentence, its one table of numbers, and the change, journaled and with a way back. */
@customElement('tt-change-strategy')
export class ChangeStrategy extends LitElement {
  @property({ attribute: false }) board: Board | null = null;
  @state() private chosen = '';
  @state() private typed: ReadonlyMap<string, string> = new Map();
  @state() private base = '';
  readonly #words = new Words(this);

  static override readonly styles = [
    hostStyles,
    buttonStyles,
    aboutStyles,
    css`
      fieldset { margin: 0; padding: 0; border: 0; display: grid; gap: var(--tt-space-2); min-inline-size: 0; }
      legend { padding: 0; margin-block-end: var(--tt-space-2); font-weight: var(--tt-weight-strong); }
      .rule { display: grid; grid-template-columns: auto 1fr; gap: 0 var(--tt-space-3); align-items: baseline; padding: var(--tt-space-2) var(--tt-space-3); border: 1px solid var(--tt-line); border-radius: var(--tt-radius-card); min-block-size: 44px; cursor: pointer; }
      .rule:has(:checked) { border-color: var(--tt-brand); background: var(--tt-brand-tint); }
      .rule small { grid-column: 2; color: var(--tt-ink-soft); font-size: var(--tt-text-xs); }
      input[type='radio'] { accent-color: var(--tt-brand); inline-size: 1.1rem; block-size: 1.1rem; margin: 0; align-self: center; }
      em { font-style: normal; font-size: var(--tt-text-xs); color: var(--tt-brand); }
      .line { display: grid; grid-template-columns: 1fr 6.5rem; gap: var(--tt-space-3); align-items: center; }
      input[type='number'], select { font: inherit; color: inherit; background: var(--tt-surface); border: 1px solid var(--tt-line-strong); border-radius: var(--tt-radius-card); min-block-size: 44px; padding: 0 var(--tt-space-3); inline-size: 100%; }
    `,
  ];

  override render() {
    const { board } = this;
    if (board === null) return nothing;
    const say = this.#words.say.board;
    const chosen = this.chosen === '' ? board.strategy.id : this.chosen;
    return html`<p>${say.strategyWhy}</p>
      <fieldset><legend>${say.rule}</legend>${Object.values(strategies).map(
        ({
          id,
          names,
        }) => html`<label class="rule"><input type="radio" name="rule" value=${id} .checked=${id === chosen} @change=${() => this.#choose(id)}>
          <span>${this.#words.name(names)} ${id === board.strategy.id ? html`<em>${say.strategyNow}</em>` : nothing}</span><small>${say.strategySays[id] ?? ''}</small></label>`,
      )}</fieldset>
      ${this.#options(board, chosen)}
      <button type="button" class="primary" data-change @click=${() => this.#change(board, chosen)}>${say.strategyUse}</button>`;
  }

  #options(board: Board, chosen: string) {
    const option = byLineOption[chosen];
    if (option === undefined) return nothing;
    const say = this.#words.say.board;
    const typed = this.chosen === '' ? typedOf(chosen, board.strategy) : this.typed;
    return html`<fieldset><legend>${say.option[option.key]}</legend>
      ${board.lines.map(
        ({ id, names }) =>
          html`<label class="line"><span>${this.#words.name(names)}</span><input type="number" data-line=${id} inputmode="decimal" min=${option.least} step=${option.step} .value=${typed.get(id) ?? ''} @input=${(event: InputEvent) => this.#type(board, chosen, id, (event.target as HTMLInputElement).value)}></label>`,
      )}
      ${
        chosen === 'threshold'
          ? html`<label class="line"><span>${say.base}</span><select data-base @change=${(event: Event) => this.#under((event.target as HTMLSelectElement).value)}>${Object.values(
              strategies,
            )
              .filter(({ id }) => id !== 'threshold')
              .map(
                ({ id, names }) =>
                  html`<option value=${id} ?selected=${id === this.#base(board)}>${this.#words.name(names)}</option>`,
              )}</select></label>`
          : nothing
      }
    </fieldset>`;
  }

  #base({ strategy }: Board): string {
    if (this.base !== '') return this.base;
    return strategy.id === 'threshold' ? ((strategy.options.base as { id?: string } | undefined)?.id ?? 'fcfs') : strategy.id;
  }

  #choose(id: string): void {
    this.chosen = id;
    this.typed = this.board === null ? new Map() : typedOf(id, this.board.strategy);
  }

  #under(base: string): void {
    this.base = base;
  }

  #type(board: Board, chosen: string, line: string, text: string): void {
    this.typed = new Map(this.chosen === '' ? typedOf(chosen, board.strategy) : this.typed).set(line, text);
    this.chosen = chosen;
  }

  #change(board: Board, chosen: string): void {
    const typed = this.chosen === '' ? typedOf(chosen, board.strategy) : this.typed;
    const name = strategies[chosen]?.names;
    askFor(this, {
      say: this.#words.say.board.strategyDone(name === undefined ? chosen : this.#words.name(name)),
      send: { to: 'strategy', rule: ruleFrom(chosen, typed, this.#base(board), board.strategy) },
      undo: { to: 'strategy', rule: board.strategy },
    });
    this.chosen = '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-change-strategy': ChangeStrategy;
  }
}
