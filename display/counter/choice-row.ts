import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { buttonStyles } from '../ui/styles/button.ts';
import { hostStyles } from '../ui/styles/host.ts';
import { Words } from '../ui/words/words.ts';

export interface Choice {
  readonly value: string;
  readonly text: string;
}
export interface ChoiceGroup {
  readonly heading: string;
  readonly choices: readonly Choice[];
}

const keys = [...'123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const codeOf = (key: string): string => (/\d/.test(key) ? `Digit${key}` : `Key${key}`);

/** A second question in place of the verbs, never over the work: one key a choice, Esc goes back. Fires `choose` with `group`, `value` and `text`, and `cancel`. */
@customElement('tt-choice-row')
export class ChoiceRow extends LitElement {
  @property() question = '';
  @property({ attribute: false }) groups: readonly ChoiceGroup[] = [];
  readonly #words = new Words(this);

  static override readonly styles = [
    hostStyles,
    buttonStyles,
    css`
      section { display: grid; gap: var(--tt-space-3); align-content: start; }
      header { display: flex; justify-content: space-between; align-items: center; }
      h3 { font-size: var(--tt-text-m); }
      h4 { margin: 0; font-size: var(--tt-text-xs); font-weight: var(--tt-weight-normal); color: var(--tt-ink-soft); }
      .choices { display: grid; grid-template-columns: repeat(auto-fill, minmax(11.5rem, 1fr)); gap: var(--tt-space-2); }
      button { display: flex; justify-content: space-between; align-items: center; gap: var(--tt-space-2); text-align: start; }
      kbd { font: inherit; font-size: 0.8125rem; min-inline-size: 1.6em; text-align: center; border: 1px solid var(--tt-line-strong); border-radius: 4px; color: var(--tt-ink-soft); }
    `,
  ];

  /** Takes a pressed key; true when it was one of its own. */
  press(code: string): boolean {
    if (code === 'Escape') {
      this.dispatchEvent(new CustomEvent('cancel'));
      return true;
    }
    const at = keys.findIndex((key) => codeOf(key) === code || (/\d/.test(key) && code === `Numpad${key}`));
    let index = at;
    for (const [group, { choices }] of this.groups.entries()) {
      const choice = index >= 0 ? choices[index] : undefined;
      if (choice !== undefined) {
        this.#choose(group, choice);
        return true;
      }
      index -= choices.length;
    }
    return false;
  }

  override render() {
    let next = 0;
    return html`<section role="group" aria-label=${this.question}>
      <header><h3>${this.question}</h3><button type="button" @click=${() => this.dispatchEvent(new CustomEvent('cancel'))}>${this.#words.say.counter.cancel}<kbd>Esc</kbd></button></header>
      ${this.groups.map(
        ({ heading, choices }, group) => html`
          ${heading === '' || choices.length === 0 ? nothing : html`<h4>${heading}</h4>`}
          <div class="choices">${choices.map((choice) => html`<button type="button" data-value=${choice.value} @click=${() => this.#choose(group, choice)}>${choice.text}<kbd>${keys[next++] ?? ''}</kbd></button>`)}</div>
        `,
      )}
    </section>`;
  }

  #choose(group: number, choice: Choice): void {
    this.dispatchEvent(new CustomEvent('choose', { detail: { group, ...choice } }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-choice-row': ChoiceRow;
  }
}
