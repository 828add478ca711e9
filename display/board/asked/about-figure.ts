import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Board } from '../../../simulator/lobby/board/board.ts';
import type { JournalEntry } from '../../../simulator/lobby/journal/event.ts';
import { tallyNeeds } from '../../../simulator/lobby/kpi/fold-records.ts';
import type { KpiId } from '../../../simulator/lobby/kpi/kpi.ts';
import type { Measured } from '../../../simulator/lobby/kpi/measure.ts';
import { kpis } from '../../../simulator/lobby/kpi/need/table.ts';
import '../../ui/elements/ticket-number.ts';
import { ageText } from '../../ui/format/age.ts';
import { buttonStyles } from '../../ui/styles/button.ts';
import { hostStyles } from '../../ui/styles/host.ts';
import { Words } from '../../ui/words/words.ts';
import { figureText } from '../today/figure-text.ts';
import { numbersOf } from '../today/numbers-of.ts';
import { aboutStyles } from './about-styles.ts';
import { ask } from './subject.ts';

/** Longest waits named. */
const named = 5;

/** How a figure of the day is counted: its definition, whom it counts, each line's share, and the waits that made it. */
@customElement('tt-about-figure')
export class AboutFigure extends LitElement {
  @property() kpi: KpiId = 'waitMeanMs';
  @property({ attribute: false }) board: Board | null = null;
  @property({ attribute: false }) measured: Measured | null = null;
  @property({ attribute: false }) events: readonly JournalEntry[] | null = null;
  readonly #words = new Words(this);

  static override readonly styles = [hostStyles, buttonStyles, aboutStyles];

  override render() {
    const { board, measured } = this;
    if (board === null) return nothing;
    const { say } = this.#words;
    const kpi = kpis[this.kpi];
    if (measured === null) return html`<p>${this.#words.name(kpi.definition)}</p><p class="soft">${say.board.loadingDay}</p>`;
    const { perNeed, needs } = measured;
    const inLobby = needs.filter(({ outcome, startedAt }) => outcome === null && startedAt === null).length;
    const whom = [say.board.ofServed(perNeed.served), say.board.ofLeft(perNeed.left), say.board.ofNoShow(perNeed.noShow)];
    return html`<p class="big">${figureText(this.kpi, kpi.value(perNeed), this.#words.language)}</p>
      <p>${this.#words.name(kpi.definition)}</p>
      <p class="soft">${say.board.counted(whom.join(' · '))}<br>${say.board.inLobby(inLobby)}</p>
      ${this.kpi === 'utilisation' ? nothing : this.#perLine(board, measured)}
      ${kpi.unit === 'ms' ? this.#slowest(measured) : nothing}`;
  }

  #perLine(board: Board, { needs }: Measured) {
    const { say, language } = this.#words;
    return html`<div><h3>${say.board.perLine}</h3><table><tbody>${board.lines.map((line) => {
      const value = kpis[this.kpi].value(tallyNeeds(needs.filter((need) => need.line === line.id)));
      const missed = kpis[this.kpi].unit === 'ms' && line.targetMs !== null && value > line.targetMs;
      return html`<tr><th scope="row">${this.#words.name(line.names)}</th><td class=${missed ? 'bad' : ''}>${figureText(this.kpi, value, language)}</td><td class="soft">${line.targetMs === null ? '' : `${say.board.target} ${ageText(line.targetMs, say)}`}</td></tr>`;
    })}</tbody></table></div>`;
  }

  /** Why it was called when it was: the last call of the ticket. */
  #asked(ticket: string, number: string) {
    const call = this.events?.findLast(({ type, data }) => type === 'called' && (data as { ticket: string }).ticket === ticket);
    const figures = html`<tt-ticket-number number=${number}></tt-ticket-number>`;
    return call === undefined
      ? figures
      : html`<button type="button" class="link" aria-label="${number}, ${this.#words.say.board.why}" @click=${() => ask(this, { kind: 'call', seq: call.seq })}>${figures}</button>`;
  }

  #slowest({ needs }: Measured) {
    const { say } = this.#words;
    const served = needs
      .flatMap((need) => (need.startedAt === null ? [] : [{ ...need, waitMs: need.startedAt - need.waitFrom }]))
      .sort((a, b) => b.waitMs - a.waitMs)
      .slice(0, named);
    if (served.length === 0) return html`<p class="soft">${say.board.noFigure}</p>`;
    const numbers = numbersOf(this.events ?? []);
    const services = new Map(this.board?.services.map(({ id, names }) => [id, names]));
    return html`<div><h3>${say.board.slowest}</h3><table><tbody>${served.map(({ ticket, service, waitMs, targetMs }) => {
      const names = services.get(service);
      return html`<tr><td>${this.#asked(ticket, numbers.get(ticket) ?? '')}</td><td class="words">${names === undefined ? service : this.#words.name(names)}</td><td class=${targetMs !== null && waitMs > targetMs ? 'bad' : ''}>${ageText(waitMs, say)}</td></tr>`;
    })}</tbody></table></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-about-figure': AboutFigure;
  }
}
