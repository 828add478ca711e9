import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Board } from '../../../simulator/lobby/board/board.ts';
import { strategies } from '../../../simulator/lobby/calling/table.ts';
import type { JournalEntry } from '../../../simulator/lobby/journal/event.ts';
import type { Measured } from '../../../simulator/lobby/kpi/measure.ts';
import { kpis } from '../../../simulator/lobby/kpi/need/table.ts';
import '../../ui/elements/icon.ts';
import type { BranchReader } from '../../ui/live/branch-reader.ts';
import { buttonStyles } from '../../ui/styles/button.ts';
import { hostStyles } from '../../ui/styles/host.ts';
import { Words } from '../../ui/words/words.ts';
import './about-call.ts';
import './about-figure.ts';
import './about-line.ts';
import './about-person.ts';
import './about-station.ts';
import './about-ticket.ts';
import './change-strategy.ts';
import { askedPanelStyles } from './asked-panel-styles.ts';
import type { Subject } from './subject.ts';

/** What was asked about, beside the board and never over it: how it is counted, and what can be done. Fires `close`. */
@customElement('tt-asked-panel')
export class AskedPanel extends LitElement {
  @property({ attribute: false }) subject: Subject | null = null;
  @property({ attribute: false }) board: Board | null = null;
  @property({ attribute: false }) measured: Measured | null = null;
  @property({ attribute: false }) events: readonly JournalEntry[] | null = null;
  @property({ attribute: false }) reader: BranchReader | null = null;
  @property({ type: Number }) now = 0;
  readonly #words = new Words(this);

  static override readonly styles = [hostStyles, buttonStyles, askedPanelStyles];

  override render() {
    const { subject, board } = this;
    if (subject === null || board === null) return nothing;
    const title = this.#title(subject, board);
    return html`<section aria-label=${title}>
      <header><h2 tabindex="-1">${title}</h2><button type="button" class="quiet" data-close @click=${() => this.dispatchEvent(new CustomEvent('close'))}>${this.#words.say.board.close}</button></header>
      <div class="body" tabindex="0" role="group" aria-label=${title}>${this.#body(subject, board)}</div>
    </section>`;
  }

  /** The heading takes the focus, so that a keyboard and a screen reader go where the eye goes. */
  override focus(): void {
    this.renderRoot.querySelector('h2')?.focus();
  }

  #title(subject: Subject, board: Board): string {
    const { say } = this.#words;
    const named = (things: readonly { readonly id: string; readonly names: { zh: string; en: string } }[], id: string): string => {
      const names = things.find((each) => each.id === id)?.names;
      return names === undefined ? id : this.#words.name(names);
    };
    switch (subject.kind) {
      case 'kpi':
        return say.board.whyOf(this.#words.name(kpis[subject.id].names));
      case 'tally':
        return say.board.whyOf(say.board.tally[subject.id]);
      case 'line':
        return named(board.lines, subject.id);
      case 'station':
        return named(board.counters, subject.id);
      case 'person':
        return board.staff?.find(({ id }) => id === subject.id)?.label ?? subject.id;
      case 'ticket':
        return say.board.whyTicket(board.tickets?.find(({ id }) => id === subject.id)?.number ?? '');
      case 'call':
        return say.board.why;
      case 'strategy':
        return `${say.board.rule} · ${this.#words.name(strategies[board.strategy.id]?.names ?? { zh: board.strategy.id, en: board.strategy.id })}`;
      case 'waits':
      case 'lengths':
        return say.board.why;
    }
  }

  #body(subject: Subject, board: Board) {
    const { board: say } = this.#words.say;
    switch (subject.kind) {
      case 'kpi':
        return html`<tt-about-figure kpi=${subject.id} .board=${board} .measured=${this.measured} .events=${this.events}></tt-about-figure>`;
      case 'tally':
        return html`<p class="big">${board.tally[subject.id]}</p><p>${say.tallyWhy[subject.id]}</p>`;
      case 'line':
        return html`<tt-about-line line=${subject.id} .board=${board} .measured=${this.measured} .events=${this.events} .now=${this.now}></tt-about-line>`;
      case 'station':
        return html`<tt-about-station station=${subject.id} .board=${board} .events=${this.events} .now=${this.now}></tt-about-station>`;
      case 'person':
        return html`<tt-about-person person=${subject.id} .board=${board}></tt-about-person>`;
      case 'ticket':
        return html`<tt-about-ticket ticket=${subject.id} .board=${board} .reader=${this.reader} .now=${this.now}></tt-about-ticket>`;
      case 'call':
        return html`<tt-about-call .seq=${subject.seq} .board=${board} .reader=${this.reader}></tt-about-call>`;
      case 'strategy':
        return html`<tt-change-strategy .board=${board}></tt-change-strategy>`;
      case 'waits':
        return html`<p>${say.chartWhy}</p><p>${this.#words.name(kpis.waitP90Ms.definition)}</p>`;
      case 'lengths':
        return html`<p>${say.linesWhy}</p>`;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-asked-panel': AskedPanel;
  }
}
