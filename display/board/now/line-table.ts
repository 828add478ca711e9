import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Board, BoardLine } from '../../../simulator/lobby/board/board.ts';
import { tallyNeeds } from '../../../simulator/lobby/kpi/fold-records.ts';
import type { Measured } from '../../../simulator/lobby/kpi/measure.ts';
import { kpis } from '../../../simulator/lobby/kpi/need/table.ts';
import type { KpiTally } from '../../../simulator/lobby/kpi/tally.ts';
import '../../ui/elements/empty.ts';
import { ageText } from '../../ui/format/age.ts';
import { hostStyles } from '../../ui/styles/host.ts';
import { Words } from '../../ui/words/words.ts';
import { ask } from '../asked/subject.ts';
import { figureText } from '../today/figure-text.ts';

/** Every line: how many wait and how long, against its target, and how the day went so far. A row is asked about by its name. */
@customElement('tt-line-table')
export class LineTable extends LitElement {
  @property({ attribute: false }) board: Board | null = null;
  @property({ attribute: false }) measured: Measured | null = null;
  @property({ type: Number }) now = 0;
  readonly #words = new Words(this);

  static override readonly styles = [
    hostStyles,
    css`
      :host { container-type: inline-size; }
      table { inline-size: 100%; border-collapse: collapse; background: var(--tt-surface); border-radius: var(--tt-radius-card); }
      th, td { padding: 0 var(--tt-space-3); block-size: 48px; text-align: end; border-block-end: 1px solid var(--tt-line); white-space: nowrap; }
      thead th { block-size: 36px; font-size: var(--tt-text-xs); font-weight: var(--tt-weight-normal); color: var(--tt-ink-soft); }
      th:first-child { text-align: start; white-space: normal; min-inline-size: 8.5em; }
      tr:last-child > * { border-block-end: 0; }
      tbody tr { position: relative; }
      tbody tr:hover { background: var(--tt-sunk); }
      button { font: inherit; font-weight: var(--tt-weight-strong); text-align: start; color: inherit; padding: 0; border: 0; background: none; cursor: pointer; min-block-size: 44px; line-height: 1.25; }
      button::after { content: ''; position: absolute; inset: 0; }
      button:focus-visible { outline: none; }
      button:focus-visible::after { outline: 3px solid var(--tt-focus); outline-offset: -3px; }
      .count { font-size: var(--tt-text-m); font-weight: var(--tt-weight-number); }
      .over { color: var(--tt-breach); font-weight: var(--tt-weight-strong); }
      .near { color: var(--tt-at-risk); font-weight: var(--tt-weight-strong); }
      .soft { color: var(--tt-ink-soft); }
      @container (max-width: 40rem) { th, td { padding-inline: var(--tt-space-2); } }
      @container (max-width: 34rem) { .day { display: none; } }
    `,
  ];

  override render() {
    const { board } = this;
    if (board === null) return nothing;
    const say = this.#words.say.board;
    if (board.lines.length === 0) return html`<tt-empty heading=${say.noLines}></tt-empty>`;
    return html`<table>
      <thead><tr><th scope="col">${say.line}</th><th scope="col">${say.waiting}</th><th scope="col">${say.longest}</th><th scope="col">${say.target}</th><th scope="col" class="day">${say.p90}</th><th scope="col" class="day">${say.within}</th></tr></thead>
      <tbody>${board.lines.map((line) => this.#row(line))}</tbody>
    </table>`;
  }

  #row(line: BoardLine) {
    const { say, language } = this.#words;
    const longestMs = line.longestSince === null ? null : this.now - line.longestSince;
    const near = line.targetMs !== null && longestMs !== null && longestMs > line.targetMs * 0.8;
    const over = near && longestMs! > line.targetMs!;
    const tally = this.measured === null ? null : tallyOf(this.measured, line.id);
    const figure = (id: 'waitP90Ms' | 'withinTargetRate'): string =>
      tally === null ? '—' : figureText(id, kpis[id].value(tally), language);
    const missed = tally !== null && line.targetMs !== null && kpis.waitP90Ms.value(tally) > line.targetMs;
    return html`<tr data-line=${line.id}>
      <th scope="row"><button type="button" @click=${() => ask(this, { kind: 'line', id: line.id })}>${this.#words.name(line.names)}</button></th>
      <td class="count">${line.waiting}</td>
      <td class=${over ? 'over' : near ? 'near' : ''}>${longestMs === null ? '—' : ageText(longestMs, say)}</td>
      <td class="soft">${line.targetMs === null ? '—' : ageText(line.targetMs, say)}</td>
      <td class="day ${missed ? 'over' : ''}">${figure('waitP90Ms')}</td>
      <td class="day">${figure('withinTargetRate')}</td>
    </tr>`;
  }
}

const tallies = new WeakMap<Measured, Map<string, KpiTally>>();

/** The tally of a line's needs, made once for the figures of a moment. */
function tallyOf(measured: Measured, line: string): KpiTally {
  const known = tallies.get(measured) ?? new Map<string, KpiTally>();
  tallies.set(measured, known);
  const tally = known.get(line) ?? tallyNeeds(measured.needs.filter((need) => need.line === line));
  known.set(line, tally);
  return tally;
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-line-table': LineTable;
  }
}
