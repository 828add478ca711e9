import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { BoardService } from '../../simulator/lobby/board/board.ts';
import '../../display/ui/elements/icon.ts';
import '../../display/ui/elements/wait-band.ts';
import { buttonStyles } from '../../display/ui/styles/button.ts';
import { hostStyles } from '../../display/ui/styles/host.ts';
import { Words } from '../../display/ui/words/words.ts';
import type { Trait } from '../issuing.ts';
import { kioskStyles } from '../kiosk-styles.ts';

/** Second question: take a number, knowing the wait and what to have ready? Care for those who need it is one optional touch. Fires `take` with the chosen traits, and `back`. */
@customElement('tt-confirm-service')
export class ConfirmService extends LitElement {
  @property({ attribute: false }) service: BoardService | null = null;
  @property({ attribute: false }) courtesies: readonly Trait[] = [];
  @property({ type: Boolean }) busy = false;
  /** Why the last try failed. */
  @property() failure = '';
  @state() private chosen: ReadonlySet<string> = new Set();
  readonly #words = new Words(this);

  static override readonly styles = [
    hostStyles,
    buttonStyles,
    kioskStyles,
    css`
      :host { block-size: 100%; }
      article { block-size: 100%; display: grid; grid-template-rows: 1fr auto; gap: var(--tt-space-6); min-block-size: 0; }
      .sheet { min-block-size: 0; overflow-y: auto; background: var(--tt-surface); border: 1px solid var(--tt-line); border-radius: var(--tt-radius-touch); box-shadow: var(--tt-elevation); padding: var(--tt-space-12); display: grid; align-content: space-evenly; gap: var(--tt-space-8); }
      .name h2 { font-size: var(--tt-text-2xl); }
      dl { display: grid; grid-template-columns: repeat(2, auto); justify-content: start; gap: var(--tt-space-2) var(--tt-space-16); }
      dl div { display: grid; }
      dd { font-size: var(--tt-text-xl); font-weight: var(--tt-weight-strong); white-space: nowrap; }
      dt { color: var(--tt-ink-soft); }
      h3 { font-size: var(--tt-text-m); display: flex; gap: var(--tt-space-2); align-items: center; margin-block-end: var(--tt-space-3); }
      h3 tt-icon { color: var(--tt-brand); }
      .papers { display: flex; flex-wrap: wrap; gap: var(--tt-space-2) var(--tt-space-8); }
      .papers li::before { content: '·'; margin-inline-end: 0.5em; font-weight: 900; color: var(--tt-brand); }
      .courtesies { display: flex; flex-wrap: wrap; gap: var(--tt-space-4); }
      .courtesies button { display: inline-flex; align-items: center; gap: var(--tt-space-3); background: var(--tt-surface); }
      .courtesies button[aria-pressed='true'] { border: 2px solid var(--tt-brand); background: var(--tt-brand-tint); color: var(--tt-brand); font-weight: var(--tt-weight-strong); }
      .box { inline-size: 1.1em; block-size: 1.1em; border: 2px solid currentColor; border-radius: 5px; display: inline-grid; place-content: center; font-size: 0.9em; }
      .go { display: grid; grid-template-columns: auto 1fr; gap: var(--tt-space-6); }
      .go button { min-block-size: 112px; font-size: var(--tt-text-xl); }
      .go .back { font-size: var(--tt-text-l); display: flex; align-items: center; gap: var(--tt-space-3); padding-inline: var(--tt-space-8); }
      .failure { display: flex; gap: var(--tt-space-3); padding: var(--tt-space-4) var(--tt-space-6); border-radius: var(--tt-radius-touch); background: var(--tt-at-risk-tint); color: var(--tt-at-risk); font-weight: var(--tt-weight-strong); align-items: center; grid-column: 1 / -1; }
      @media (orientation: landscape) {
        article { gap: var(--tt-space-4); }
        .sheet { padding: var(--tt-space-4) var(--tt-space-8); gap: var(--tt-space-3); }
        .name h2 { font-size: var(--tt-text-xl); }
        dl { gap: 0 var(--tt-space-12); }
        dd { font-size: var(--tt-text-l); }
        h3 { margin-block-end: var(--tt-space-1); }
        .go { gap: var(--tt-space-4); }
        .go button { min-block-size: 84px; }
      }
    `,
  ];

  override render() {
    const { say } = this.#words;
    const { service } = this;
    if (service === null) return nothing;
    return html`<article>
      <div class="sheet">
        <div class="name">
          <h2>${this.#words.name(service.names)}</h2>
          <p class="soft">${this.#words.otherName(service.names)}</p>
        </div>
        <dl>
          <div><dt>${say.ahead}</dt><dd>${say.people(service.waiting)}</dd></div>
          <div><dt>${say.band.label}</dt><dd><tt-wait-band .quote=${service.quote}></tt-wait-band></dd></div>
        </dl>
        ${
          service.documents.length === 0
            ? nothing
            : html`<section>
                <h3><tt-icon name="paper"></tt-icon>${say.kiosk.bring}</h3>
                <ul class="papers">${service.documents.map((document) => html`<li>${this.#words.name(document)}</li>`)}</ul>
              </section>`
        }
        ${this.courtesies.length === 0 ? nothing : this.#courtesies()}
      </div>
      <div class="go">
        ${this.failure === '' ? nothing : html`<p class="failure" role="alert"><tt-icon name="alert"></tt-icon>${this.failure}</p>`}
        <button type="button" class="back" @click=${() => this.dispatchEvent(new CustomEvent('back'))}><tt-icon name="back"></tt-icon>${say.kiosk.back}</button>
        <button type="button" class="primary take" ?disabled=${this.busy} @click=${() => this.dispatchEvent(new CustomEvent('take', { detail: [...this.chosen] }))}>${this.busy ? say.kiosk.taking : say.kiosk.take}</button>
      </div>
    </article>`;
  }

  #courtesies() {
    const { say } = this.#words;
    return html`<section>
      <h3><tt-icon name="heart"></tt-icon>${say.kiosk.courtesy}</h3>
      <div class="courtesies" role="group" aria-label=${say.kiosk.courtesy}>${this.courtesies.map(
        ({ code, names }) =>
          html`<button type="button" data-trait=${code} aria-pressed=${this.chosen.has(code)} @click=${() => this.#toggle(code)}>
            <span class="box" aria-hidden="true">${this.chosen.has(code) ? html`<tt-icon name="check"></tt-icon>` : nothing}</span>${this.#words.name(names)}
          </button>`,
      )}</div>
    </section>`;
  }

  #toggle(code: string): void {
    const chosen = new Set(this.chosen);
    if (!chosen.delete(code)) chosen.add(code);
    this.chosen = chosen;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-confirm-service': ConfirmService;
  }
}
