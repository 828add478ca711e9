import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Board, BoardPerson } from '../../../simulator/lobby/board/board.ts';
import '../../ui/elements/empty.ts';
import { hostStyles } from '../../ui/styles/host.ts';
import { Words } from '../../ui/words/words.ts';
import { ask } from '../asked/subject.ts';
import { placeOf } from './person-state.ts';

/** Everybody on the staff, those at work first: what they do now. */
@customElement('tt-people-list')
export class PeopleList extends LitElement {
  @property({ attribute: false }) board: Board | null = null;
  readonly #words = new Words(this);

  static override readonly styles = [
    hostStyles,
    css`
      ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(10.5rem, 100%), 1fr)); gap: var(--tt-space-2); }
      button { font: inherit; color: inherit; inline-size: 100%; min-block-size: 52px; display: grid; text-align: start; padding: var(--tt-space-1) var(--tt-space-3); border: 1px solid var(--tt-line); border-radius: var(--tt-radius-card); background: var(--tt-surface); cursor: pointer; line-height: 1.35; }
      button:hover { border-color: var(--tt-brand); }
      .absent { background: transparent; border-style: dashed; color: var(--tt-ink-soft); }
      .resting small { color: var(--tt-at-risk); }
      small { font-size: var(--tt-text-xs); color: var(--tt-ink-soft); }
      /* On a wall, who is not at work is a number in the heading. */
      @container (min-width: 96rem) and (min-height: 56rem) { li:has(.absent) { display: none; } }
    `,
  ];

  override render() {
    const { board } = this;
    if (board === null) return nothing;
    const { say } = this.#words;
    const people = [...(board.staff ?? [])].sort((a, b) => Number(b.present) - Number(a.present));
    if (people.length === 0) return html`<tt-empty heading=${say.board.noPeople}></tt-empty>`;
    return html`<ul>${people.map(
      (
        person,
      ) => html`<li><button type="button" data-person=${person.id} class=${this.#class(person)} @click=${() => ask(this, { kind: 'person', id: person.id })}>
      <strong>${person.label}</strong><small>${say.board.role[person.role] ?? person.role} · ${placeOf(board, person, this.#words)}</small></button></li>`,
    )}</ul>`;
  }

  #class({ present, onBreak }: BoardPerson): string {
    return present ? (onBreak ? 'resting' : '') : 'absent';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-people-list': PeopleList;
  }
}
