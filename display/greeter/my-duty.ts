import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { BoardPerson } from '../../simulator/lobby/board/board.ts';
import { buttonStyles } from '../ui/styles/button.ts';
import { hostStyles } from '../ui/styles/host.ts';
import { Words } from '../ui/words/words.ts';
import { dutyOf } from './choose-greeter.ts';

export type DutyVerb = 'join' | 'leave' | 'break-start' | 'break-end';

/** Who uses the tablet, whether on duty, and how many they assist. Fires `duty` with a verb, and `change`. */
@customElement('tt-my-duty')
export class MyDuty extends LitElement {
  @property({ attribute: false }) person: BoardPerson | null = null;
  @state() private open = false;
  readonly #words = new Words(this);

  static override readonly styles = [
    hostStyles,
    buttonStyles,
    css`
      :host { --tt-target: 60px; position: relative; }
      button { white-space: nowrap; }
      .off { color: var(--tt-at-risk); }
      small { font-weight: var(--tt-weight-normal); color: var(--tt-ink-soft); margin-inline-start: var(--tt-space-2); }
      .off small { color: inherit; }
      div { position: absolute; inset-block-start: 100%; inset-inline-end: 0; z-index: 2; display: grid; gap: var(--tt-space-2); padding: var(--tt-space-3); min-inline-size: 12rem; background: var(--tt-surface); border: 1px solid var(--tt-line-strong); border-radius: var(--tt-radius-card); box-shadow: var(--tt-elevation); }
    `,
  ];

  override render() {
    const { greeter } = this.#words.say;
    const { person } = this;
    if (person === null)
      return html`<button type="button" class="quiet" data-duty="change" @click=${() => this.dispatchEvent(new CustomEvent('change'))}>${greeter.change}</button>`;
    const duty = dutyOf(person);
    const state =
      duty === 'present' && person.assistCapacity > 0 ? greeter.assisting(person.assisting, person.assistCapacity) : greeter[duty];
    return html`<button type="button" class="quiet ${duty === 'present' ? '' : 'off'}" aria-expanded=${this.open} @click=${this.#toggle}>${greeter.me(person.label)}<small>${state}</small></button>
      ${this.open ? html`<div>${verbs[duty].map((verb) => html`<button type="button" data-duty=${verb} @click=${() => this.#fire(verb)}>${greeter.duty[verb]}</button>`)}<button type="button" class="quiet" data-duty="change" @click=${this.#change}>${greeter.change}</button></div>` : nothing}`;
  }

  readonly #toggle = (): void => {
    this.open = !this.open;
  };

  readonly #change = (): void => {
    this.open = false;
    this.dispatchEvent(new CustomEvent('change'));
  };

  #fire(verb: DutyVerb): void {
    this.open = false;
    this.dispatchEvent(new CustomEvent('duty', { detail: verb }));
  }
}

const verbs = { absent: ['join'], present: ['break-start', 'leave'], resting: ['break-end', 'leave'] } as const satisfies Record<
  string,
  readonly DutyVerb[]
>;

declare global {
  interface HTMLElementTagNameMap {
    'tt-my-duty': MyDuty;
  }
}
