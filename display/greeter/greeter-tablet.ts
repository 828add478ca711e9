import { html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Board, BoardTicket } from '../../simulator/lobby/board/board.ts';
import '../ui/elements/blocked.ts';
import '../ui/elements/empty.ts';
import '../ui/elements/page-switches.ts';
import '../ui/elements/stale-mark.ts';
import '../ui/elements/ticket-marks.ts';
import '../ui/elements/ticket-number.ts';
import '../ui/elements/toast.ts';
import { promisedMs } from '../../simulator/lobby/board/wait-band.ts';
import { ageText } from '../ui/format/age.ts';
import { CommandClient } from '../ui/live/command-client.ts';
import { failureText } from '../ui/live/failure-text.ts';
import { Lobby } from '../ui/live/lobby.ts';
import { readPass } from '../ui/live/pass.ts';
import { Tick } from '../ui/live/tick.ts';
import { settle } from '../ui/settle.ts';
import { buttonStyles } from '../ui/styles/button.ts';
import { hostStyles } from '../ui/styles/host.ts';
import { Words } from '../ui/words/words.ts';
import { greeterTabletStyles } from './greeter-tablet-styles.ts';

const address = new URL(location.href);
settle(address);

/** 大堂经理: who waits, the longest first, and where each can be sent in two taps. */
@customElement('tt-greeter-tablet')
export class GreeterTablet extends LitElement {
  /** Ticket being routed. */
  @state() private routing = '';
  @state() private said: { readonly text: string; readonly tone: 'done' | 'refused' } = { text: '', tone: 'done' };
  readonly #words = new Words(this);
  readonly #pass = readPass(address);
  readonly #lobby = this.#pass && new Lobby(this, this.#pass);
  readonly #client = this.#pass && new CommandClient(this.#pass);

  static override readonly styles = [hostStyles, buttonStyles, greeterTabletStyles];

  constructor() {
    super();
    new Tick(this, 5_000);
  }

  override render() {
    if (this.#lobby === null) return html`<tt-blocked why="no-pass"></tt-blocked>`;
    const { board, link, connection } = this.#lobby;
    if (link === 'refused')
      return html`<tt-blocked why="refused" code=${connection.refusal?.code ?? ''} @retry=${() => connection.start()}></tt-blocked>`;
    const { greeter } = this.#words.say;
    const waiting = (board?.tickets ?? []).filter(({ status }) => status === 'waiting').sort((a, b) => a.needSince - b.needSince);
    return html`
      <header>
        <h1>${greeter.title} <span>${board === null ? '' : waiting.length}</span></h1>
        <p>${greeter.hint}</p>
        <tt-stale-mark link=${link} .silentMs=${connection.heardAt === null ? null : this.#lobby.now() - connection.heardAt}></tt-stale-mark>
        <tt-page-switches></tt-page-switches>
      </header>
      <main>${
        board === null
          ? html`<div class="skeleton" aria-busy="true"></div>`
          : waiting.length === 0
            ? html`<tt-empty heading=${greeter.empty} next=${greeter.emptyNext}></tt-empty>`
            : html`<ul>${repeat(
                waiting,
                ({ id }) => id,
                (ticket) => this.#row(board, ticket),
              )}</ul>`
      }</main>
      ${this.said.text === '' ? nothing : html`<footer><tt-toast text=${this.said.text} tone=${this.said.tone}></tt-toast></footer>`}
    `;
  }

  #row(board: Board, ticket: BoardTicket) {
    const { say } = this.#words;
    const { greeter } = say;
    const now = this.#lobby!.now();
    const service = board.services.find(({ id }) => id === ticket.service);
    const line = board.lines.find(({ id }) => id === ticket.line);
    return html`<li data-ticket=${ticket.number}>
      <tt-ticket-number number=${ticket.number}></tt-ticket-number>
      <div class="what">
        <p class="service">${service === undefined ? ticket.service : this.#words.name(service.names)}<tt-ticket-marks .board=${board} .ticket=${ticket}></tt-ticket-marks></p>
        <p class="line">${line === undefined ? nothing : this.#words.name(line.names)}</p>
      </div>
      <p class="wait ${this.#urgency(ticket, now)}">${greeter.waited} ${ageText(now - ticket.needSince, say)}<small>${this.#reason(ticket, now)}</small></p>
      <div class="acts">
        ${ticket.present ? nothing : html`<button type="button" data-verb="arrive" @click=${() => this.#send(ticket, 'arrive', {}, greeter.arrived(ticket.number))}>${greeter.arrive}</button>`}
        <button type="button" data-verb="abandon" @click=${() => this.#send(ticket, 'abandon', {}, greeter.abandoned(ticket.number))}>${greeter.abandon}</button>
        <button type="button" data-verb="route" class="primary" aria-expanded=${this.routing === ticket.id} @click=${() => this.#route(ticket.id)}>${greeter.route}</button>
      </div>
      ${this.routing === ticket.id ? this.#lines(board, ticket) : nothing}
    </li>`;
  }

  #lines(board: Board, ticket: BoardTicket) {
    const { greeter } = this.#words.say;
    return html`<div class="lines" role="group" aria-label=${greeter.routeTo(ticket.number)}>
      <p>${greeter.routeTo(ticket.number)}</p>
      ${board.lines
        .filter(({ id }) => id !== ticket.line)
        .map((line) => {
          const name = this.#words.name(line.names);
          return html`<button type="button" data-line=${line.id} @click=${() => this.#send(ticket, 'route', { to: { line: line.id } }, greeter.routed(ticket.number, name))}>${name}<small>${this.#words.say.waitingPeople(line.waiting)}</small></button>`;
        })}
    </div>`;
  }

  #urgency(ticket: BoardTicket, now: number): 'over' | 'near' | '' {
    if (ticket.quote === null) return '';
    const waitedMs = now - ticket.needSince;
    const promised = promisedMs(ticket.quote);
    return waitedMs > promised ? 'over' : waitedMs > promised * 0.8 ? 'near' : '';
  }

  #reason(ticket: BoardTicket, now: number): string {
    const { greeter } = this.#words.say;
    return { over: greeter.overBand, near: greeter.nearBand, '': '' }[this.#urgency(ticket, now)];
  }

  #route(ticket: string): void {
    this.routing = this.routing === ticket ? '' : ticket;
  }

  async #send(ticket: BoardTicket, verb: string, body: Record<string, unknown>, done: string): Promise<void> {
    const answer = await this.#client?.atTicket(ticket.id, verb, body);
    if (answer === undefined) return;
    this.routing = '';
    this.said = answer.ok ? { text: done, tone: 'done' } : { text: failureText(answer, this.#words.language), tone: 'refused' };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-greeter-tablet': GreeterTablet;
  }
}
