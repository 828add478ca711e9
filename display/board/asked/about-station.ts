import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Board, BoardCounter, BoardPerson } from '../../../simulator/lobby/board/board.ts';
import type { JournalEntry } from '../../../simulator/lobby/journal/event.ts';
import '../../ui/elements/station-card.ts';
import { buttonStyles } from '../../ui/styles/button.ts';
import { hostStyles } from '../../ui/styles/host.ts';
import type { PauseReason } from '../../ui/words/terms.ts';
import { Words } from '../../ui/words/words.ts';
import { placeOf } from '../now/person-state.ts';
import { aboutStyles } from './about-styles.ts';
import '../now/last-calls.ts';
import { askFor } from './subject.ts';

/** One station: its state, who works it, its last calls; opened, paused and closed from here, with the way back. */
@customElement('tt-about-station')
export class AboutStation extends LitElement {
  @property() station = '';
  @property({ attribute: false }) board: Board | null = null;
  @property({ attribute: false }) events: readonly JournalEntry[] | null = null;
  @property({ type: Number }) now = 0;
  readonly #words = new Words(this);

  static override readonly styles = [hostStyles, buttonStyles, aboutStyles];

  override render() {
    const { board } = this;
    const station = board?.counters.find(({ id }) => id === this.station);
    if (board === null || station === undefined) return nothing;
    const { say } = this.#words;
    const people = (station.staff ?? []).map((id) => board.staff?.find((person) => person.id === id)?.label ?? id);
    return html`<tt-station-card .station=${station} .now=${this.now}></tt-station-card>
      <p class="soft">${say.board.staff} ${people.length === 0 ? say.board.nobody : people.join(' · ')}</p>
      ${this.#acts(board, station)}
      ${station.kind === 'device' ? nothing : html`<div><h3>${say.board.calls}</h3><tt-last-calls .board=${board} .events=${this.events} station=${station.id} .most=${4}></tt-last-calls></div>`}`;
  }

  #acts(board: Board, station: BoardCounter) {
    const { say } = this.#words;
    const { board: words } = say;
    const name = this.#words.name(station.names);
    const undo =
      station.undo && station.undo.until > this.now
        ? html`<button type="button" data-act="undo" @click=${() => this.#do(words.undone, 'undo')}>${words.undoLast}</button>`
        : nothing;
    if (station.status === 'busy') return html`<p class="soft">${words.busyHint}</p><div class="acts">${undo}</div>`;
    if (station.status === 'closed') return this.#openers(board, station, name);
    const staff = station.staff ?? [];
    return html`<div class="acts">
        ${station.status === 'paused' ? html`<button type="button" class="primary" data-act="unpause" @click=${() => this.#do(words.unpaused(name), 'unpause', {}, { verb: 'pause', body: { reason: station.pauseReason ?? 'other' } })}>${words.unpause}</button>` : nothing}
        <button type="button" data-act="close" @click=${() => this.#do(words.closed(name), 'close', {}, { verb: 'open', body: { staff } })}>${words.closeStation}</button>
        ${undo}
      </div>
      ${station.status === 'paused' ? nothing : html`<div><h3>${words.pauseFor}</h3><div class="acts">${(Object.keys(say.pauseReason) as PauseReason[]).map((reason) => html`<button type="button" data-pause=${reason} @click=${() => this.#do(words.paused(name), 'pause', { reason }, { verb: 'unpause' })}>${say.pauseReason[reason]}</button>`)}</div></div>`}`;
  }

  /** Who could work it: those at work without a station first, then who is not here yet. */
  #openers(board: Board, station: BoardCounter, name: string) {
    const say = this.#words.say.board;
    const roles = station.kind === 'counter' ? ['teller'] : station.kind === 'device' ? [] : ['advisor'];
    const able = (board.staff ?? [])
      .filter(({ role, station: at, onBreak }) => roles.includes(role) && at === null && !onBreak)
      .sort((a, b) => Number(b.present) - Number(a.present));
    const open = (staff: readonly string[]) => this.#do(say.opened(name), 'open', { staff }, { verb: 'close' });
    const button = (person: BoardPerson) =>
      html`<button type="button" data-with=${person.id} @click=${() => open([person.id])}>${person.label} <small class="soft">${placeOf(board, person, this.#words)}</small></button>`;
    return html`<div><h3>${say.openWith}</h3><div class="acts">${able.map(button)}<button type="button" data-with="" @click=${() => open([])}>${say.withoutStaff}</button></div></div>`;
  }

  #do(
    said: string,
    verb: string,
    body: Record<string, unknown> = {},
    back?: { readonly verb: string; readonly body?: Record<string, unknown> },
  ): void {
    askFor(this, {
      say: said,
      send: { to: 'counter', id: this.station, verb, body },
      ...(back === undefined ? {} : { undo: { to: 'counter', id: this.station, ...back } }),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-about-station': AboutStation;
  }
}
