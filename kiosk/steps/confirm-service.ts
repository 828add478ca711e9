import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { BoardService } from '../../simulator/lobby/board/board.ts';
import '../../display/ui/elements/icon.ts';
import '../../display/ui/elements/wait-band.ts';
import { buttonStyles } from '../../display/ui/styles/button.ts';
import { hostStyles } from '../../display/ui/styles/host.ts';
import { Words } from '../../display/ui/words/words.ts';
import type { Names } from '../../simulator/lobby/branch/names.ts';
import { kioskStyles } from '../kiosk-styles.ts';

type Courtesy = { readonly code: string; readonly names: Names };

/**
 * Second question: take a number, knowing the wait and what to have ready? Care for those who need it is one optional touch, one
 * more service another. Fires `take`, `care` with the traits chosen, `more`, `remove` with a service's id, and `back`.
 */
@customElement('tt-confirm-service')
export class ConfirmService extends LitElement {
  @property({ attribute: false }) services: readonly BoardService[] = [];
  @property({ attribute: false }) courtesies: readonly Courtesy[] = [];
  /** Queues and waits are known. */
  @property({ type: Boolean }) live = false;
  /** One more service may be added. */
  @property({ type: Boolean }) more = false;
  @property({ type: Boolean, reflect: true }) large = false;
  @property({ type: Boolean }) busy = false;
  /** Why the last try failed. */
  @property() failure = '';
  /** Care asked for, by code. */
  @property({ attribute: false }) traits: ReadonlySet<string> = new Set();
  readonly #words = new Words(this);

  static override readonly styles = [
    hostStyles,
    buttonStyles,
    kioskStyles,
    css`
      :host { block-size: 100%; }
      article { block-size: 100%; display: grid; grid-template-rows: minmax(0, auto) auto; align-content: start; gap: var(--tt-space-8); min-block-size: 0; }
      .sheet { min-block-size: 0; overflow-y: auto; background: var(--tt-surface); border: 1px solid var(--tt-line); border-radius: var(--tt-radius-touch); box-shadow: var(--tt-elevation); display: grid; }
      .sheet > * { padding: var(--tt-space-12); }
      :host([large]) .sheet > * { padding: var(--tt-space-8) var(--tt-space-12); }
      .sheet > * + * { border-block-start: 1px solid var(--tt-line); }
      h2 { font-size: min(2.8rem, 76px); line-height: 1.25; text-wrap: balance; }
      dl { display: flex; flex-wrap: wrap; gap: var(--tt-space-4) var(--tt-space-16); margin-block-start: var(--tt-space-8); }
      dd { font-size: min(2.5rem, 66px); font-weight: var(--tt-weight-strong); line-height: 1.25; white-space: nowrap; }
      dt { color: var(--tt-ink-soft); }
      h3 { font-size: var(--tt-text-m); display: flex; gap: var(--tt-space-3); align-items: center; margin-block-end: var(--tt-space-4); }
      h3 tt-icon { color: var(--tt-brand); }
      .papers { display: flex; flex-wrap: wrap; gap: var(--tt-space-1) var(--tt-space-12); font-size: var(--tt-text-l); }
      .courtesies { display: grid; gap: var(--tt-space-4); }
      .courtesies button { min-block-size: 96px; font-size: var(--tt-text-m); display: flex; align-items: center; gap: var(--tt-space-4); background: var(--tt-surface); text-align: start; line-height: 1.25; text-wrap: balance; word-break: keep-all; overflow-wrap: anywhere; }
      .courtesies button[aria-pressed='true'] { border-color: var(--tt-brand); box-shadow: inset 0 0 0 1px var(--tt-brand); background: var(--tt-brand-tint); color: var(--tt-brand); font-weight: var(--tt-weight-strong); }
      .box { flex: none; inline-size: 1.3em; block-size: 1.3em; border: 2px solid currentColor; border-radius: 6px; display: grid; place-content: center; font-size: 0.9em; }
      .several li { display: flex; justify-content: space-between; align-items: center; gap: var(--tt-space-6); padding-block: var(--tt-space-2); border-block-end: 1px solid var(--tt-line); }
      .several h2 { font-size: min(1.9rem, 56px); }
      .several button { flex: none; font-size: var(--tt-text-s); }
      .several button tt-icon { display: none; }
      .offline { display: flex; gap: var(--tt-space-3); align-items: center; margin-block-start: var(--tt-space-8); color: var(--tt-at-risk); font-size: var(--tt-text-m); line-height: 1.3; }
      .offline tt-icon { flex: none; }
      .go { display: flex; flex-wrap: wrap; gap: var(--tt-space-4) var(--tt-space-6); }
      .go button { min-block-size: 120px; font-size: var(--tt-text-l); white-space: nowrap; }
      .go .take { flex: 1; font-size: var(--tt-text-xl); }
      .go :is(.back, .more) { display: flex; align-items: center; gap: var(--tt-space-3); padding-inline: var(--tt-space-6); }
      :host([large]) .go button { font-size: var(--tt-text-m); padding-inline: var(--tt-space-4); }
      :host([large]) .several h2 { font-size: 1.3rem; }
      .failure { display: flex; gap: var(--tt-space-3); padding: var(--tt-space-4) var(--tt-space-6); border-radius: var(--tt-radius-touch); background: var(--tt-at-risk-tint); color: var(--tt-at-risk); font-weight: var(--tt-weight-strong); align-items: center; flex: 1 0 100%; }
      @media (orientation: landscape) {
        article { grid-template-rows: minmax(0, 1fr) auto; gap: var(--tt-space-4); }
        .sheet { grid-template: auto 1fr / 1fr 1.1fr; }
        .sheet > *, :host([large]) .sheet > * { padding: var(--tt-space-4) var(--tt-space-6); }
        :host([large]) .sheet > * + * { padding-block: var(--tt-space-1); }
        :host([large]) :is(.papers, .courtesies button) { line-height: 1.15; }
        :host([large]) h3 { margin-block-end: 0; }
        :host([large]) .soft { display: none; }
        .what { grid-row: 1 / -1; display: grid; align-content: space-evenly; }
        .sheet > * + * { border-block-start: 0; border-inline-start: 1px solid var(--tt-line); grid-column: 2; }
        .sheet > * + * + * { border-block-start: 1px solid var(--tt-line); }
        h2 { font-size: min(1.7rem, 56px); }
        dl { gap: var(--tt-space-3) var(--tt-space-12); margin: 0; }
        dd { font-size: min(1.35rem, 46px); }
        h3 { margin-block-end: var(--tt-space-2); font-size: var(--tt-text-s); }
        .papers { display: block; font-size: var(--tt-text-s); line-height: 1.35; }
        .courtesies { gap: var(--tt-space-3); }
        .courtesies button { padding: var(--tt-space-2) var(--tt-space-4); min-block-size: 72px; font-size: var(--tt-text-s); }
        .go { gap: var(--tt-space-4); }
        .go button { min-block-size: 84px; }
        .go .take { font-size: var(--tt-text-l); }
        .several h2 { font-size: min(1.25rem, 40px); }
        .several li { padding-block: var(--tt-space-1); }
        :host([large]) .several + dl div:first-child { display: none; }
        :host([large]) .several h2 { font-size: 1rem; line-height: 1.15; }
        :host([large]) .several button { padding: 0; inline-size: 64px; min-block-size: 64px; }
        :host([large]) .several button span { display: none; }
        :host([large]) .several button tt-icon { display: inline-block; }
        :host([large]) .go button { min-block-size: 72px; }
      }
    `,
  ];

  override render() {
    const { say } = this.#words;
    const [first] = this.services;
    if (first === undefined) return nothing;
    const documents = eachOnce(this.services.flatMap((service) => service.documents));
    return html`<article>
      <div class="sheet">
        <div class="what">
          ${this.services.length === 1 ? this.#one(first) : this.#several()}
          ${
            this.live
              ? html`<dl>
                  <div><dt>${say.ahead}</dt><dd>${first.ahead === 0 ? say.nobody : say.people(first.ahead)}</dd></div>
                  <div><dt>${say.band.label}</dt><dd><tt-wait-band .quote=${first.quote}></tt-wait-band></dd></div>
                </dl>`
              : html`<p class="offline"><tt-icon name="not-live"></tt-icon>${say.kiosk.offlineNext}</p>`
          }
        </div>
        ${
          documents.length === 0
            ? nothing
            : html`<section>
                <h3><tt-icon name="paper"></tt-icon>${say.kiosk.bring}</h3>
                <ul class="papers">${documents.map((document) => html`<li>${this.#words.name(document)}</li>`)}</ul>
              </section>`
        }
        ${this.courtesies.length === 0 ? nothing : this.#courtesies()}
      </div>
      <div class="go">
        ${this.failure === '' ? nothing : html`<p class="failure" role="alert"><tt-icon name="alert"></tt-icon>${this.failure}</p>`}
        <button type="button" class="back" @click=${() => this.dispatchEvent(new CustomEvent('back'))}><tt-icon name="back"></tt-icon>${say.kiosk.back}</button>
        ${this.more ? html`<button type="button" class="more" @click=${() => this.dispatchEvent(new CustomEvent('more'))}><tt-icon name="plus"></tt-icon>${say.kiosk.another}</button>` : nothing}
        <button type="button" class="primary take" ?disabled=${this.busy} @click=${() => this.dispatchEvent(new CustomEvent('take'))}>${this.busy ? say.kiosk.taking : say.kiosk.take}</button>
      </div>
    </article>`;
  }

  #one(service: BoardService) {
    return html`<div>
      <h2>${this.#words.name(service.names)}</h2>
      <p class="soft">${this.#words.otherName(service.names)}</p>
    </div>`;
  }

  #several() {
    const { say } = this.#words;
    return html`<div class="several">
      <p class="soft">${say.kiosk.oneNumber}</p>
      <ol>${this.services.map(({ id, names }) => {
        const name = this.#words.name(names);
        return html`<li><h2>${name}</h2><button type="button" aria-label=${say.kiosk.removeNamed(name)} @click=${() => this.dispatchEvent(new CustomEvent('remove', { detail: id }))}><tt-icon name="close"></tt-icon><span>${say.kiosk.remove}</span></button></li>`;
      })}</ol>
    </div>`;
  }

  #courtesies() {
    const { say } = this.#words;
    return html`<section>
      <h3><tt-icon name="heart"></tt-icon>${say.kiosk.courtesy}</h3>
      <div class="courtesies" role="group" aria-label=${say.kiosk.courtesy}>${this.courtesies.map(
        ({ code, names }) =>
          html`<button type="button" data-trait=${code} aria-pressed=${this.traits.has(code)} @click=${() => this.#toggle(code)}>
            <span class="box" aria-hidden="true">${this.traits.has(code) ? html`<tt-icon name="check"></tt-icon>` : nothing}</span>${this.#words.name(names)}
          </button>`,
      )}</div>
    </section>`;
  }

  #toggle(code: string): void {
    const traits = new Set(this.traits);
    if (!traits.delete(code)) traits.add(code);
    this.dispatchEvent(new CustomEvent('care', { detail: traits }));
  }
}

/** Two services often ask for the same paper. */
const eachOnce = (documents: readonly Names[]): readonly Names[] => [
  ...new Map(documents.map((each) => [`${each.zh}\n${each.en}`, each])).values(),
];

declare global {
  interface HTMLElementTagNameMap {
    'tt-confirm-service': ConfirmService;
  }
}
