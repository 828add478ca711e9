import { html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../../display/ui/elements/empty.ts';
import '../../display/ui/elements/icon.ts';
import '../../display/ui/elements/page-switches.ts';
import '../../display/ui/elements/stale-mark.ts';
import '../../display/ui/elements/ticket-number.ts';
import '../../display/ui/elements/wait-band.ts';
import { bringFont } from '../../display/ui/late-font.ts';
import type { TicketAnswer } from '../../display/ui/live/command-client.ts';
import { Tick } from '../../display/ui/live/tick.ts';
import { settle } from '../../display/ui/settle.ts';
import { buttonStyles } from '../../display/ui/styles/button.ts';
import { hostStyles } from '../../display/ui/styles/host.ts';
import { Words } from '../../display/ui/words/words.ts';
import { FollowedTicket } from './followed-ticket.ts';
import { ticketPageStyles } from './ticket-page-styles.ts';

const address = new URL(location.href);
settle(address);
bringFont();
const id = decodeURIComponent(address.pathname.split('/').at(-1) ?? '');

/** How long leaving can be taken back. */
const undoMs = 5_000;

/** 我的号票: a customer's own ticket on the phone. One look says where one stands; one button leaves. */
@customElement('tt-ticket-page')
export class TicketPage extends LitElement {
  /** `asking` whether it is meant; `leaving` in a moment, unless it is taken back. */
  @state() private leave: 'no' | 'asking' | 'leaving' = 'no';
  #leaving: ReturnType<typeof setTimeout> | null = null;
  readonly #words = new Words(this);
  readonly #followed = new FollowedTicket(this, id, address.searchParams.get('branch') ?? 'demo');
  #status = '';

  static override readonly styles = [hostStyles, buttonStyles, ticketPageStyles];

  constructor() {
    super();
    new Tick(this, 10_000);
  }

  override updated(): void {
    const { ticket } = this.#followed;
    if (ticket === null || ticket.status === this.#status) return;
    document.title = `${ticket.number} · ${this.#words.say.ticket.status[ticket.status]}`;
    if (ticket.status === 'called' && this.#status !== '' && navigator.userActivation?.hasBeenActive)
      navigator.vibrate?.([200, 100, 200]);
    this.#status = ticket.status;
  }

  override render() {
    const { say } = this.#words;
    const { ticket, unknown, lobby } = this.#followed;
    return html`
      <header><span>${lobby.board ? this.#words.name(lobby.board.names) : say.product}</span><tt-page-switches></tt-page-switches></header>
      <main>${unknown ? html`<tt-empty heading=${say.ticket.unknown} next=${say.ticket.unknownNext}></tt-empty>` : ticket === null ? html`<div class="skeleton" aria-busy="true"></div>` : this.#ticket(ticket)}</main>
      ${
        unknown || this.#followed.over
          ? nothing
          : html`<footer><tt-stale-mark link=${lobby.link} .silentMs=${lobby.connection.heardAt === null ? null : lobby.now() - lobby.connection.heardAt}></tt-stale-mark></footer>`
      }
    `;
  }

  #ticket(ticket: TicketAnswer) {
    const { say } = this.#words;
    const service = this.#followed.lobby.board?.services.find((each) => each.id === ticket.service);
    return html`
      <section class="pass ${ticket.status}" role="status">
        <p class="status">${say.ticket.status[ticket.status]}</p>
        <h1><tt-ticket-number number=${ticket.number}></tt-ticket-number></h1>
        <p class="say">${this.#saying(ticket)}</p>
      </section>
      ${ticket.status === 'waiting' ? this.#facts(ticket) : nothing}
      ${service === undefined ? nothing : html`<p class="service"><span>${say.ticket.service}</span>${this.#words.name(service.names)}</p>`}
      ${ticket.status === 'waiting' ? this.#leave() : nothing}
    `;
  }

  #saying(ticket: TicketAnswer) {
    const { ticket: say } = this.#words.say;
    const counter = this.#followed.lobby.board?.counters.find((each) => each.id === ticket.counter);
    const place = counter === undefined ? (ticket.counter ?? '') : this.#words.name(counter.names);
    switch (ticket.status) {
      case 'waiting':
        return ticket.ahead === 0 ? `${say.next} · ${say.nextHint}` : html`<tt-wait-band .quote=${ticket.quote}></tt-wait-band>`;
      case 'called':
        return say.comeTo(place);
      case 'serving':
        return say.servingAt(place);
      case 'parked':
        return say.parkedHint;
      case 'no-show':
        return say.noShowHint;
      case 'done':
        return say.doneHint;
      case 'abandoned':
      case 'void':
        return say.abandonedHint;
    }
  }

  #facts(ticket: TicketAnswer) {
    const { say } = this.#words;
    const zone = this.#followed.lobby.board?.zones.find((each) => each.id === ticket.zone);
    return html`<dl>
      <div><dt><tt-icon name="people"></tt-icon>${say.ahead}</dt><dd>${ticket.ahead === null ? '–' : ticket.ahead === 0 ? say.nobody : say.people(ticket.ahead)}</dd></div>
      ${zone === undefined ? nothing : html`<div><dt><tt-icon name="place"></tt-icon>${say.ticket.waitIn}</dt><dd>${this.#words.name(zone.names)}</dd></div>`}
    </dl>`;
  }

  #leave() {
    const { ticket: say } = this.#words.say;
    if (this.leave === 'no')
      return html`<button type="button" class="leave" @click=${() => this.#change('asking')}>${say.leave}</button>`;
    if (this.leave === 'leaving')
      return html`<div class="sure" role="status">
        <p>${say.leaving}</p>
        <button type="button" class="primary undo" @click=${this.#stay}>${say.leaveUndo}</button>
      </div>`;
    return html`<div class="sure" role="group" aria-label=${say.leaveSure}>
      <p>${say.leaveSure}</p>
      <button type="button" class="primary" @click=${() => this.#change('no')}>${say.leaveNo}</button>
      <button type="button" class="grave" @click=${this.#goSoon}>${say.leaveYes}</button>
    </div>`;
  }

  #change(leave: 'no' | 'asking' | 'leaving'): void {
    this.leave = leave;
  }

  /** A slip of the thumb costs nobody their place: for a moment it can be taken back. Who closes the page meanwhile has meant it. */
  readonly #goSoon = (): void => {
    this.#change('leaving');
    this.#leaving = setTimeout(this.#go, undoMs);
    addEventListener('pagehide', this.#go, { once: true });
  };

  readonly #stay = (): void => {
    this.#cancel();
    this.#change('no');
  };

  readonly #go = async (): Promise<void> => {
    this.#cancel();
    await this.#followed.leave();
    this.#change('no');
  };

  #cancel(): void {
    if (this.#leaving !== null) clearTimeout(this.#leaving);
    this.#leaving = null;
    removeEventListener('pagehide', this.#go);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-ticket-page': TicketPage;
  }
}
