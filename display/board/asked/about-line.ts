import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Board, BoardLine } from '../../../simulator/lobby/board/board.ts';
import type { JournalEntry } from '../../../simulator/lobby/journal/event.ts';
import type { Measured } from '../../../simulator/lobby/kpi/measure.ts';
import { waitByHalfHour } from '../../../simulator/report/charts/wait-by-half-hour.ts';
import '../../ui/elements/ticket-marks.ts';
import '../../ui/elements/ticket-number.ts';
import { overMs } from '../../ui/floor/over.ts';
import { ageText } from '../../ui/format/age.ts';
import { buttonStyles } from '../../ui/styles/button.ts';
import { hostStyles } from '../../ui/styles/host.ts';
import { Words } from '../../ui/words/words.ts';
import { aboutStyles } from './about-styles.ts';
import '../today/chart-figure.ts';
import { chartsOf } from '../today/charts-of.ts';
import { ask } from './subject.ts';

/** Listed at most; the rest are counted. */
const most = 12;

/** One line: how it is counted, who waits in it, and how its waits went through the day against its target. */
@customElement('tt-about-line')
export class AboutLine extends LitElement {
  @property() line = '';
  @property({ attribute: false }) board: Board | null = null;
  @property({ attribute: false }) measured: Measured | null = null;
  @property({ attribute: false }) events: readonly JournalEntry[] | null = null;
  @property({ type: Number }) now = 0;
  readonly #words = new Words(this);

  static override readonly styles = [hostStyles, buttonStyles, aboutStyles];

  override render() {
    const line = this.board?.lines.find(({ id }) => id === this.line);
    if (this.board === null || line === undefined) return nothing;
    const { say } = this.#words;
    return html`<p class="big">${line.waiting}</p>
      <p>${say.board.lineWhy}</p>
      ${line.targetMs === null ? nothing : html`<p><strong>${say.board.target} ${ageText(line.targetMs, say)}</strong> <span class="soft">${say.board.targetWhy}</span></p>`}
      ${this.#waiting(this.board)}
      ${this.#chart(line)}`;
  }

  #waiting(board: Board) {
    const { say } = this.#words;
    const here = (board.tickets ?? [])
      .filter(({ status, line }) => status === 'waiting' && line === this.line)
      .sort((a, b) => (a.ahead ?? 0) - (b.ahead ?? 0));
    if (here.length === 0) return nothing;
    return html`<div><h3>${say.board.waitingHere}</h3><table><tbody>${here.slice(0, most).map((ticket) => {
      const names = board.services.find(({ id }) => id === ticket.service)?.names;
      return html`<tr data-ticket=${ticket.number}><td><button type="button" class="link" aria-label="${ticket.number}, ${say.board.why}" @click=${() => ask(this, { kind: 'ticket', id: ticket.id })}><tt-ticket-number number=${ticket.number}></tt-ticket-number></button></td><td class="words">${names === undefined ? ticket.service : this.#words.name(names)} <tt-ticket-marks .board=${board} .ticket=${ticket}></tt-ticket-marks></td><td class=${overMs(ticket.targetMs, ticket, this.now) > 0 ? 'bad' : ''}>${ageText(this.now - ticket.needSince, say)}</td></tr>`;
    })}</tbody></table>${here.length > most ? html`<p class="soft">${say.board.moreWaiting(here.length - most)}</p>` : nothing}</div>`;
  }

  #chart(line: BoardLine) {
    const { board, events, measured } = this;
    if (board === null || events === null || measured === null) return nothing;
    const charts = chartsOf(events, measured, board, this.now, {
      needs: measured.needs.filter((need) => need.line === line.id),
      targetMs: line.targetMs,
    });
    if (charts === null) return nothing;
    return html`<tt-chart-figure .draw=${(width: number) => waitByHalfHour(charts.waits, { language: this.#words.language, width, height: 240 })}></tt-chart-figure>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-about-line': AboutLine;
  }
}
