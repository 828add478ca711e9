import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { BoardPerson } from '../../simulator/lobby/board/board.ts';
import { buttonStyles } from '../ui/styles/button.ts';
import { hostStyles } from '../ui/styles/host.ts';
import { Words } from '../ui/words/words.ts';

/** How present somebody is, in the words of the greeter's tablet. */
export const dutyOf = ({ present, onBreak }: BoardPerson): 'absent' | 'resting' | 'present' =>
  present ? (onBreak ? 'resting' : 'present') : 'absent';

/** A tablet that does not know its greeter asks once. Fires `choose` with the person's id, or `-` for nobody. */
@customElement('tt-choose-greeter')
export class ChooseGreeter extends LitElement {
  @property({ attribute: false }) people: readonly BoardPerson[] = [];
  readonly #words = new Words(this);

  static override readonly styles = [
    hostStyles,
    buttonStyles,
    css`
      :host { --tt-target: 72px; }
      section { max-inline-size: 44rem; margin: var(--tt-space-12) auto; padding: 0 var(--tt-space-8); display: grid; gap: var(--tt-space-6); }
      h1 { font-size: var(--tt-text-xl); }
      p, small { color: var(--tt-ink-soft); }
      ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(12rem, 1fr)); gap: var(--tt-space-4); }
      li button { inline-size: 100%; display: flex; justify-content: space-between; align-items: center; font-size: var(--tt-text-m); font-weight: var(--tt-weight-strong); }
      small { font-weight: var(--tt-weight-normal); }
      .nobody { justify-self: start; }
    `,
  ];

  override render() {
    const { greeter } = this.#words.say;
    return html`<section>
      <div><h1>${greeter.who}</h1><p>${greeter.whoHint}</p></div>
      <ul>${this.people.map((person) => html`<li><button type="button" data-person=${person.id} @click=${() => this.#choose(person.id)}>${person.label}<small>${greeter[dutyOf(person)]}</small></button></li>`)}</ul>
      <button type="button" class="quiet nobody" data-person="-" @click=${() => this.#choose('-')}>${greeter.whoNobody}</button>
    </section>`;
  }

  #choose(person: string): void {
    this.dispatchEvent(new CustomEvent('choose', { detail: person }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-choose-greeter': ChooseGreeter;
  }
}
