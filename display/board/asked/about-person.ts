import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Board } from '../../../simulator/lobby/board/board.ts';
import { buttonStyles } from '../../ui/styles/button.ts';
import { hostStyles } from '../../ui/styles/host.ts';
import { Words } from '../../ui/words/words.ts';
import { placeOf } from '../now/person-state.ts';
import { aboutStyles } from './about-styles.ts';
import { askFor } from './subject.ts';

const inverse = { join: 'leave', leave: 'join', 'break-start': 'break-end', 'break-end': 'break-start' } as const;
type DutyVerb = keyof typeof inverse;

/** One of the staff: where they are, and whether they work. */
@customElement('tt-about-person')
export class AboutPerson extends LitElement {
  @property() person = '';
  @property({ attribute: false }) board: Board | null = null;
  readonly #words = new Words(this);

  static override readonly styles = [hostStyles, buttonStyles, aboutStyles];

  override render() {
    const { board } = this;
    const person = board?.staff?.find(({ id }) => id === this.person);
    if (board === null || person === undefined) return nothing;
    const say = this.#words.say.board;
    const verbs: readonly DutyVerb[] = person.present
      ? person.onBreak
        ? ['break-end', 'leave']
        : ['break-start', 'leave']
      : ['join'];
    return html`<p>${say.role[person.role] ?? person.role} · ${placeOf(board, person, this.#words)}</p>
      <div class="acts">${verbs.map((verb) => html`<button type="button" data-duty=${verb} @click=${() => this.#do(verb, person.label)}>${say.duty[verb]}</button>`)}</div>`;
  }

  #do(verb: DutyVerb, label: string): void {
    const { dutyDone } = this.#words.say.board;
    askFor(this, {
      say: dutyDone[verb](label),
      send: { to: 'person', id: this.person, verb },
      // Going home closes a station too, which coming back does not open again.
      ...(verb === 'leave' ? {} : { undo: { to: 'person', id: this.person, verb: inverse[verb] } }),
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-about-person': AboutPerson;
  }
}
