import { html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Board, BoardCounter, BoardTicket } from '../../simulator/lobby/board/board.ts';
import '../ui/elements/blocked.ts';
import '../ui/elements/page-switches.ts';
import '../ui/elements/stale-mark.ts';
import '../ui/elements/toast.ts';
import type { CallExplanation } from '../../simulator/lobby/explain.ts';
import { CommandClient } from '../ui/live/command-client.ts';
import { failureText } from '../ui/live/failure-text.ts';
import { Lobby } from '../ui/live/lobby.ts';
import { readPass } from '../ui/live/pass.ts';
import { Tick } from '../ui/live/tick.ts';
import { settle } from '../ui/settle.ts';
import { hostStyles } from '../ui/styles/host.ts';
import type { ConsoleVerbName } from '../ui/words/terms.ts';
import { Words } from '../ui/words/words.ts';
import { askWhy } from './ask-why.ts';
import './at-counter.ts';
import type { ChoiceRow } from './choice-row.ts';
import './choice-row.ts';
import './choose-counter.ts';
import { type Asking, asks, choicesFor, commandOf, questionOf } from './choices.ts';
import { usualVerb, verbOfKey, verbsNow } from './console-verbs.ts';
import { counterConsoleStyles } from './counter-console-styles.ts';
import { inReach } from './in-reach.ts';
import './reach-list.ts';
import { type TeamVerb, teamVerbs } from './team-verbs.ts';
import './verb-pad.ts';
import './why-called.ts';

/** How long a key pressed during another waits for its turn. */
const patienceMs = 1_000;

const address = new URL(location.href);
settle(address);

/** 柜台: a teller's day by the keyboard alone, eyes on the customer. */
@customElement('tt-counter-console')
export class CounterConsole extends LitElement {
  @state() private counter = address.searchParams.get('counter') ?? '';
  @state() private chosen = '';
  @state() private asking: Asking | null = null;
  @state() private said: { readonly text: string; readonly tone: 'done' | 'refused' } = { text: '', tone: 'done' };
  /** The call whose reason is shown; null: none. */
  @state() private explained: { readonly ticket: string; readonly why: CallExplanation | null | undefined } | null = null;
  readonly #words = new Words(this);
  readonly #pass = readPass(address);
  readonly #lobby = this.#pass && new Lobby(this, this.#pass);
  readonly #client = this.#pass && new CommandClient(this.#pass);
  /** The verb under way. */
  #sending: ConsoleVerbName | TeamVerb | null = null;
  /** A key pressed meanwhile: fast hands lose nothing, and one press too many does nothing. */
  #next: { readonly verb: ConsoleVerbName; readonly untilMs: number } | null = null;

  static override readonly styles = [hostStyles, counterConsoleStyles];

  constructor() {
    super();
    new Tick(this, 1_000);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.#press);
  }
  override disconnectedCallback(): void {
    removeEventListener('keydown', this.#press);
    super.disconnectedCallback();
  }

  /** The board has moved: what was pressed meanwhile may be possible now. */
  override updated(): void {
    if (this.#next === null || this.#sending !== null) return;
    const { verb, untilMs } = this.#next;
    if (performance.now() > untilMs) this.#next = null;
    else if (this.#can(verb)) {
      this.#next = null;
      this.#verb(verb);
    }
  }

  override render() {
    if (this.#lobby === null) return html`<tt-blocked why="no-pass"></tt-blocked>`;
    const { board, link, connection } = this.#lobby;
    if (link === 'refused')
      return html`<tt-blocked why="refused" code=${connection.refusal?.code ?? ''} @retry=${() => connection.start()}></tt-blocked>`;
    if (board === null) return html`<div class="skeleton" aria-busy="true"></div>`;
    const counter = this.#counter();
    if (counter === null)
      return html`<tt-choose-counter .counters=${board.counters.filter(({ kind }) => kind !== 'device')} @choose=${(event: CustomEvent<string>) => this.#sitDown(event.detail)}></tt-choose-counter>`;
    return this.#console(board, counter);
  }

  #console(board: Board, counter: BoardCounter) {
    const { say } = this.#words;
    const { link, connection } = this.#lobby!;
    const now = this.#lobby!.now();
    const reach = inReach(board, counter);
    const can = verbsNow(counter, this.#chosenTicket(), now);
    const people = (counter.staff ?? []).map((id) => board.staff?.find((person) => person.id === id)?.label ?? id);
    return html`
      <header>
        <h1>${this.#words.name(counter.names)}</h1>
        <p class="status ${counter.phase ?? counter.status}">${counter.phase === 'called' ? say.called : say.station[counter.status]}</p>
        ${people.length === 0 ? nothing : html`<p>${say.counter.staff} ${people.join(' · ')}</p>`}
        <p class="tally">${say.counter.today} ${say.counter.dayDone} <strong>${board.tally.done}</strong> · ${say.counter.dayWaiting} <strong>${board.tally.waiting}</strong></p>
        <tt-stale-mark link=${link} .silentMs=${connection.heardAt === null ? null : now - connection.heardAt}></tt-stale-mark>
        <tt-page-switches></tt-page-switches>
      </header>
      <main>
        <tt-at-counter .board=${board} .counter=${counter} .now=${now} @why=${() => this.#why()} @ask=${(event: CustomEvent<TeamVerb>) => this.#ask(event.detail)}></tt-at-counter>
        ${this.#below(board, counter, can, now)}
        <tt-toast tone=${this.said.tone} text=${this.said.text}></tt-toast>
      </main>
      <aside><tt-reach-list .board=${board} .reach=${reach} .now=${now} chosen=${this.chosen} @choose=${(event: CustomEvent<string>) => this.#choose(event.detail)}></tt-reach-list></aside>
    `;
  }

  /** Under the customer: the verbs, or the question that one of them asks, or why this one was called. */
  #below(board: Board, counter: BoardCounter, can: ReadonlySet<ConsoleVerbName>, now: number) {
    if (this.asking !== null)
      return html`<tt-choice-row question=${questionOf(this.asking, this.#words.say)} .groups=${choicesFor(this.asking, board, counter, this.#words)} @cancel=${this.#cancel} @choose=${(event: CustomEvent<{ group: number; value: string; text: string }>) => this.#answered(event.detail)}></tt-choice-row>`;
    if (this.explained !== null && this.explained.ticket === counter.ticketId)
      return html`<tt-why-called .board=${board} number=${counter.number ?? ''} .why=${this.explained.why} @cancel=${this.#cancel}></tt-why-called>`;
    return html`<tt-verb-pad .can=${can} usual=${usualVerb(counter)} .undo=${counter.undo ?? null} .now=${now} @verb=${(event: CustomEvent<ConsoleVerbName>) => this.#verb(event.detail)}></tt-verb-pad>`;
  }

  #counter(): BoardCounter | null {
    return this.#lobby?.board?.counters.find(({ id }) => id === this.counter) ?? null;
  }

  #chosenTicket(): BoardTicket | null {
    return this.#lobby?.board?.tickets?.find(({ id }) => id === this.chosen) ?? null;
  }

  #sitDown(counter: string): void {
    this.counter = counter;
    address.searchParams.set('counter', counter);
    history.replaceState(null, '', address);
  }

  #choose(ticket: string): void {
    this.chosen = ticket;
  }

  readonly #cancel = (): void => {
    this.asking = null;
    this.explained = null;
  };

  /** One key shows why the customer at the counter was called; the same key puts it away. */
  async #why(): Promise<void> {
    const ticket = this.#counter()?.ticketId ?? null;
    if (ticket === null || this.#pass === null) return;
    if (this.explained?.ticket === ticket) return this.#cancel();
    this.explained = { ticket, why: undefined };
    const why = await askWhy(this.#pass, ticket);
    if (this.explained?.ticket === ticket) this.explained = { ticket, why };
  }

  #ask(verb: TeamVerb): void {
    const counter = this.#counter();
    if (counter !== null && teamVerbs(counter).has(verb)) this.asking = verb;
  }

  #answered({ group, value, text }: { readonly group: number; readonly value: string; readonly text: string }): void {
    const { asking } = this;
    this.asking = null;
    if (asking === null) return;
    const { verb, body } = commandOf(asking, group, value);
    const { counter } = this.#words.say;
    const done = asking === 'join-team' ? counter.joined(text) : asking === 'leave-team' ? counter.left(text) : undefined;
    void this.#send(asking, verb, body, done);
  }

  #verb(verb: ConsoleVerbName): void {
    if (this.#sending !== null) {
      if (verb !== this.#sending) this.#next = { verb, untilMs: performance.now() + patienceMs };
      return;
    }
    if (!this.#can(verb)) return;
    this.explained = null;
    const board = this.#lobby?.board;
    const counter = this.#counter();
    if (asks(verb) && board && counter !== null && choicesFor(verb, board, counter, this.#words).length > 0) this.asking = verb;
    else void this.#send(verb, verb, verb === 'call' || verb === 'resume' ? { ticket: this.chosen } : {});
  }

  #can(verb: ConsoleVerbName): boolean {
    const counter = this.#counter();
    return counter !== null && this.#lobby !== null && verbsNow(counter, this.#chosenTicket(), this.#lobby.now()).has(verb);
  }

  async #send(verb: ConsoleVerbName | TeamVerb, path: string, body: Record<string, unknown>, done?: string): Promise<void> {
    if (this.#client === null) return;
    const at = this.#counter()?.number ?? '';
    this.#sending = verb;
    this.ariaBusy = 'true';
    const answer = await this.#client.atCounter(this.counter, path, body);
    this.#sending = null;
    this.ariaBusy = null;
    if (answer.ok) {
      const number = verb === 'call-next' || at === '' ? (answer.ticket?.number ?? '') : at;
      this.said = { text: done ?? this.#words.say.done[verb as ConsoleVerbName](number), tone: 'done' };
    } else this.said = { text: failureText(answer, this.#words.language), tone: 'refused' };
  }

  readonly #press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (this.#key(event.code)) event.preventDefault();
  };

  #key(code: string): boolean {
    if (this.asking !== null) return this.renderRoot.querySelector<ChoiceRow>('tt-choice-row')?.press(code) ?? false;
    if (code === 'ArrowDown' || code === 'ArrowUp') return this.#move(code === 'ArrowDown' ? 1 : -1);
    if (code === 'KeyW' || (code === 'Escape' && this.explained !== null)) {
      void this.#why();
      return true;
    }
    if (code === 'KeyJ' || code === 'KeyL') {
      this.#ask(code === 'KeyJ' ? 'join-team' : 'leave-team');
      return true;
    }
    const verb = verbOfKey(code);
    if (verb === undefined) return false;
    this.#verb(verb);
    return true;
  }

  #move(by: 1 | -1): boolean {
    const board = this.#lobby?.board;
    const counter = this.#counter();
    if (!board || counter === null) return false;
    const { waiting, away } = inReach(board, counter);
    const all = [...waiting, ...away];
    const at = all.findIndex(({ id }) => id === this.chosen);
    const to = at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by));
    this.chosen = all[to]?.id ?? '';
    return true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-counter-console': CounterConsole;
  }
}
