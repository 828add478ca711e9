import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Board } from '../../../simulator/lobby/board/board.ts';
import type { JournalEntry } from '../../../simulator/lobby/journal/event.ts';
import '../../ui/elements/ticket-number.ts';
import { wallTime } from '../../ui/format/wall-time.ts';
import { hostStyles } from '../../ui/styles/host.ts';
import { Words } from '../../ui/words/words.ts';
import { ask } from '../asked/subject.ts';
import { numbersOf } from '../today/numbers-of.ts';

type Called = Extract<JournalEntry, { type: 'called' }>;

/** The last calls, newest first; each can be asked why this customer and not another. */
@customElement('tt-last-calls')
export class LastCalls extends LitElement {
  @property({ attribute: false }) board: Board | null = null;
  @property({ attribute: false }) events: readonly JournalEntry[] | null = null;
  /** Only calls of this station. */
  @property() station = '';
  @property({ type: Number }) most = 8;
  readonly #words = new Words(this);

  static override readonly styles = [
    hostStyles,
    css`
      ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(16.5rem, 100%), 1fr)); gap: var(--tt-space-2); }
      button { font: inherit; color: inherit; inline-size: 100%; min-block-size: 48px; display: flex; align-items: center; gap: var(--tt-space-3); text-align: start; padding: 0 var(--tt-space-3); border: 1px solid var(--tt-line); border-radius: var(--tt-radius-card); background: var(--tt-surface); cursor: pointer; }
      button:hover { border-color: var(--tt-brand); }
      tt-ticket-number { font-size: 1.25rem; }
      small { font-size: var(--tt-text-xs); color: var(--tt-ink-soft); flex: 1; }
      em { font-style: normal; color: var(--tt-at-risk); }
      .why { color: var(--tt-brand); font-size: var(--tt-text-xs); white-space: nowrap; }
      p { color: var(--tt-ink-soft); }
    `,
  ];

  override render() {
    const { board, events } = this;
    if (board === null || events === null) return nothing;
    const say = this.#words.say.board;
    const calls = lastCalls(events, this.station, this.most);
    if (calls.length === 0) return html`<p>${say.noCalls}</p>`;
    const numbers = numbersOf(events);
    return html`<ul>${calls.map(({ seq, at, data }) => {
      const names = board.counters.find(({ id }) => id === data.station)?.names;
      const station = names === undefined ? data.station : this.#words.name(names);
      return html`<li><button type="button" data-call=${seq} @click=${() => ask(this, { kind: 'call', seq })}><tt-ticket-number number=${numbers.get(data.ticket) ?? ''}></tt-ticket-number>
          <small>${wallTime(at, board.zone, this.#words.language)} · ${station}${data.overrode === undefined ? nothing : html` · <em>${say.byHand}</em>`}</small><span class="why">${say.why}</span></button></li>`;
    })}</ul>`;
  }
}

/** The last calls, of one station where one is named, newest first. */
function lastCalls(events: readonly JournalEntry[], station: string, most: number): readonly Called[] {
  const calls: Called[] = [];
  for (let at = events.length - 1; at >= 0 && calls.length < most; at -= 1) {
    const event = events[at]!;
    if (event.type === 'called' && (station === '' || event.data.station === station)) calls.push(event);
  }
  return calls;
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-last-calls': LastCalls;
  }
}
