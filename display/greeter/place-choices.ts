import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Board, BoardTicket } from '../../simulator/lobby/board/board.ts';
import { bandText, waitBand } from '../../simulator/lobby/board/wait-band.ts';
import type { PlaceChoice } from '../../simulator/lobby/places-for.ts';
import type { BranchReader, Reading } from '../ui/live/branch-reader.ts';
import { failureText } from '../ui/live/failure-text.ts';
import { buttonStyles } from '../ui/styles/button.ts';
import { hostStyles } from '../ui/styles/host.ts';
import { Words } from '../ui/words/words.ts';

/** Where else a customer could go: the wait there, and what it costs those already waiting. Fires `choose` with a line, and `cancel`. */
@customElement('tt-place-choices')
export class PlaceChoices extends LitElement {
  @property({ attribute: false }) board: Board | null = null;
  @property({ attribute: false }) ticket: BoardTicket | null = null;
  @property({ attribute: false }) reader: BranchReader | null = null;
  @state() private answer: Reading<{ readonly places: readonly PlaceChoice[] }> | null = null;
  readonly #words = new Words(this);

  static override readonly styles = [
    hostStyles,
    buttonStyles,
    css`
      section { display: grid; gap: var(--tt-space-3); padding-block-start: var(--tt-space-3); border-block-start: 1px solid var(--tt-line); }
      header { display: flex; justify-content: space-between; align-items: center; gap: var(--tt-space-4); }
      h4 { margin: 0; font-size: var(--tt-text-m); }
      ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr)); gap: var(--tt-space-3); }
      .place { inline-size: 100%; block-size: 100%; display: grid; align-content: start; text-align: start; gap: 2px; padding: var(--tt-space-3) var(--tt-space-4); min-block-size: 84px; }
      .place:disabled { color: var(--tt-ink-soft); background: var(--tt-sunk); }
      .advised { border: 2px solid var(--tt-brand); }
      strong { font-size: 1.125rem; display: flex; flex-wrap: wrap; gap: 0 var(--tt-space-2); align-items: baseline; }
      em { font-style: normal; font-size: var(--tt-text-xs); font-weight: var(--tt-weight-normal); color: var(--tt-brand); }
      .cost { color: var(--tt-at-risk); }
      small { font-size: var(--tt-text-xs); }
      .skeleton { block-size: 84px; border-radius: var(--tt-radius-card); background: var(--tt-sunk); animation: appear 0.2s 0.3s both; }
      .failed { display: flex; gap: var(--tt-space-4); align-items: center; color: var(--tt-at-risk); }
      @keyframes appear { from { opacity: 0; } }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.tabIndex = -1;
    void this.#ask();
  }

  override render() {
    const { greeter } = this.#words.say;
    const title = greeter.routeTo(this.ticket?.number ?? '');
    return html`<section role="group" aria-label=${title}>
      <header><h4>${title}</h4><button type="button" class="quiet" @click=${() => this.dispatchEvent(new CustomEvent('cancel'))}>${greeter.cancel}</button></header>
      ${this.answer === null ? html`<div class="skeleton" aria-busy="true"></div>` : this.answer.ok ? html`<ul>${this.answer.value.places.map((place) => html`<li>${this.#place(place)}</li>`)}</ul>` : html`<p class="failed"><span><strong>${greeter.placesFailed}</strong> ${failureText(this.answer, this.#words.language)}</span> <button type="button" @click=${this.#ask}>${greeter.retry}</button></p>`}
    </section>`;
  }

  #place({ line, advised, current, quote, behind }: PlaceChoice) {
    const { say } = this.#words;
    const { greeter } = say;
    const names = this.board?.lines.find(({ id }) => id === line)?.names;
    const minutes = Math.max(1, Math.round(behind.eachMs / 60_000));
    const mark = [current ? greeter.here : '', advised && quote !== null ? greeter.advised : '']
      .filter((text) => text !== '')
      .join(' · ');
    return html`<button type="button" class="place ${advised && quote !== null ? 'advised' : ''}" data-line=${line} ?disabled=${current} @click=${() => this.dispatchEvent(new CustomEvent('choose', { detail: line }))}>
      <strong>${names === undefined ? line : this.#words.name(names)}${mark === '' ? nothing : html`<em>${mark}</em>`}</strong>
      <span>${quote === null ? greeter.noWork : `${say.band.label} ${bandText(waitBand(quote), say.band)}`}</span>
      ${current || quote === null ? nothing : html`<small class=${behind.people > 0 ? 'cost' : ''}>${behind.people === 0 ? greeter.costNone : greeter.cost(behind.people, minutes)}</small>`}
    </button>`;
  }

  readonly #ask = async (): Promise<void> => {
    this.answer = null;
    if (this.reader !== null && this.ticket !== null)
      this.answer = await this.reader.json(`/tickets/${encodeURIComponent(this.ticket.id)}/places`);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-place-choices': PlaceChoices;
  }
}
