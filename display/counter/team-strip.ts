import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Board, BoardCounter } from '../../simulator/lobby/board/board.ts';
import '../ui/elements/person-mark.ts';
import { buttonStyles } from '../ui/styles/button.ts';
import { hostStyles } from '../ui/styles/host.ts';
import { Words } from '../ui/words/words.ts';
import { teamVerbs } from './team-verbs.ts';

/** A need for more than one: who is held by it, whom it lacks, and the keys to join and leave. Fires `ask` with `join-team` or `leave-team`. */
@customElement('tt-team-strip')
export class TeamStrip extends LitElement {
  @property({ attribute: false }) board: Board | null = null;
  @property({ attribute: false }) counter: BoardCounter | null = null;
  readonly #words = new Words(this);

  static override readonly styles = [
    hostStyles,
    buttonStyles,
    css`
      section { display: flex; flex-wrap: wrap; align-items: center; gap: var(--tt-space-2) var(--tt-space-3); }
      h3 { font-size: var(--tt-text-s); }
      p { color: var(--tt-ink-soft); }
      button { min-block-size: 36px; padding-block: 0; }
      button:first-of-type { margin-inline-start: auto; }
      kbd { font: inherit; font-size: 0.8125rem; padding: 0 0.4em; border: 1px solid currentColor; border-radius: 4px; margin-inline-start: 0.5em; opacity: 0.75; }
    `,
  ];

  override render() {
    const { board, counter } = this;
    const team = counter?.team;
    if (board === null || counter === null || !team) return nothing;
    const { say } = this.#words;
    const can = teamVerbs(counter);
    const stuck = team.missing.length > 0 && !can.has('join-team');
    return html`<section aria-label=${say.counter.team}>
      <h3>${say.counter.team}</h3>
      ${team.held.map((id) => {
        const person = board.staff?.find((each) => each.id === id);
        return html`<tt-person-mark label=${person?.label ?? id} post=${person?.role ?? 'teller'}></tt-person-mark>`;
      })}
      ${team.missing.map(({ role }) => html`<tt-person-mark post=${role} standing="missing"></tt-person-mark>`)}
      ${stuck ? html`<p>${counter.phase === 'called' ? say.counter.afterStart : say.counter.nobodyFree}</p>` : nothing}
      ${can.has('join-team') ? this.#button('join-team', say.counter.joinTeam, 'J') : nothing}
      ${can.has('leave-team') ? this.#button('leave-team', say.counter.leaveTeam, 'L') : nothing}
    </section>`;
  }

  #button(verb: 'join-team' | 'leave-team', text: string, key: string) {
    return html`<button type="button" data-verb=${verb} aria-keyshortcuts=${key} @click=${() => this.dispatchEvent(new CustomEvent('ask', { detail: verb }))}>${text}<kbd>${key}</kbd></button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-team-strip': TeamStrip;
  }
}
