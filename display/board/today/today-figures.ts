import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Board } from '../../../simulator/lobby/board/board.ts';
import type { KpiId } from '../../../simulator/lobby/kpi/kpi.ts';
import type { Measured } from '../../../simulator/lobby/kpi/measure.ts';
import { kpis } from '../../../simulator/lobby/kpi/need/table.ts';
import type { Tally } from '../../../simulator/lobby/state.ts';
import { overMs } from '../../ui/floor/over.ts';
import { hostStyles } from '../../ui/styles/host.ts';
import { Words } from '../../ui/words/words.ts';
import { ask } from '../asked/subject.ts';
import { figureText } from './figure-text.ts';

/** Where the day's tickets are, in the order a day goes. */
const tallies: readonly (keyof Tally)[] = ['issued', 'waiting', 'called', 'serving', 'done', 'parked', 'noShow', 'abandoned'];
/** Told when there is something to tell, so that the others always sum up to those issued. */
const rare: readonly (keyof Tally)[] = ['void'];
const figures: readonly KpiId[] = ['waitMeanMs', 'waitP90Ms', 'withinTargetRate', 'abandonRate', 'utilisation'];

/** The day in figures; each is a button that says how it is counted. */
@customElement('tt-today-figures')
export class TodayFigures extends LitElement {
  @property({ attribute: false }) board: Board | null = null;
  @property({ attribute: false }) measured: Measured | null = null;
  @property({ type: Number }) now = 0;
  readonly #words = new Words(this);

  static override readonly styles = [
    hostStyles,
    css`
      dl { display: flex; flex-wrap: wrap; gap: var(--tt-space-1); background: var(--tt-surface); border: 1px solid var(--tt-line); border-radius: var(--tt-radius-card); padding: var(--tt-space-1); }
      dl > div { flex: 1 1 5rem; position: relative; padding: var(--tt-space-2) var(--tt-space-3); border-radius: 6px; min-block-size: 64px; }
      dl > .kpi { flex-basis: 7rem; }
      dl > div:hover { background: var(--tt-sunk); }
      dt { font-size: var(--tt-text-xs); color: var(--tt-ink-soft); white-space: nowrap; }
      dd { font-size: var(--tt-text-l); font-weight: var(--tt-weight-number); line-height: 1.2; white-space: nowrap; }
      button { font: inherit; color: inherit; padding: 0; border: 0; background: none; cursor: pointer; }
      /* The whole tile is the button. */
      button::after { content: ''; position: absolute; inset: 0; border-radius: 6px; }
      button:focus-visible { outline: none; }
      button:focus-visible::after { outline: 3px solid var(--tt-focus); outline-offset: -2px; }
      .late { font-size: var(--tt-text-xs); font-weight: var(--tt-weight-strong); color: var(--tt-breach); white-space: normal; }
      .none { color: var(--tt-ink-faint); font-weight: var(--tt-weight-normal); }
    `,
  ];

  override render() {
    const { board, measured } = this;
    if (board === null) return nothing;
    const say = this.#words.say.board;
    return html`<dl>
      ${[...tallies, ...rare.filter((id) => board.tally[id] > 0)].map((id) => html`<div data-figure=${id}><dt>${say.tally[id]}</dt><dd><button type="button" aria-label="${say.tally[id]} ${board.tally[id]}, ${say.why}" @click=${() => ask(this, { kind: 'tally', id })}>${board.tally[id]}</button></dd></div>`)}
      ${figures.map((id) => {
        const text = measured === null ? '—' : figureText(id, kpis[id].value(measured.perNeed), this.#words.language);
        const name = this.#words.name(kpis[id].names);
        return html`<div class="kpi" data-figure=${id}><dt>${name}</dt><dd><button type="button" class=${text === '—' ? 'none' : ''} aria-label="${name} ${text}, ${say.why}" @click=${() => ask(this, { kind: 'kpi', id })}>${text}</button></dd>${id === 'withinTargetRate' ? this.#late(board) : nothing}</div>`;
      })}
    </dl>`;
  }

  /** A share counts those whose wait has ended; who is late and still waits would be hidden by it. */
  #late(board: Board) {
    const late = (board.tickets ?? []).filter(
      (ticket) => ticket.status === 'waiting' && overMs(ticket.targetMs, ticket, this.now) > 0,
    ).length;
    return late === 0 ? nothing : html`<dd class="late">${this.#words.say.board.lateNow(late)}</dd>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-today-figures': TodayFigures;
  }
}
