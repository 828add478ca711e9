import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Board, BoardCounter, BoardTicket } from '../../simulator/lobby/board/board.ts';
import '../ui/elements/ticket-number.ts';
import { ageText } from '../ui/format/age.ts';
import { buttonStyles } from '../ui/styles/button.ts';
import { hostStyles } from '../ui/styles/host.ts';
import type { OutcomeAtDevice } from '../ui/words/terms.ts';
import { Words } from '../ui/words/words.ts';
import { deviceRailStyles } from './device-rail-styles.ts';

/** A press at a device: what to send there, and what to say when it is done. */
export interface DeviceAct {
  readonly station: string;
  readonly verb: 'start' | 'finish';
  readonly body: Record<string, unknown>;
  readonly said: string;
}

const outcomes: readonly OutcomeAtDevice[] = ['done', 'device-failed', 'documents-missing'];
/** Offered for a free device; the first are those who were sent to devices. */
const offered = 6;

/** The devices of the floor: which are free, who is at them and with whom; use begins and ends here in two taps. Fires `act`. */
@customElement('tt-device-rail')
export class DeviceRail extends LitElement {
  @property({ attribute: false }) board: Board | null = null;
  @property({ type: Number }) now = 0;
  /** The greeter who uses the tablet, and assists where there is capacity. */
  @property() me = '';
  @state() private open = '';
  readonly #words = new Words(this);

  static override readonly styles = [hostStyles, buttonStyles, deviceRailStyles];

  override render() {
    const { board } = this;
    if (board === null) return nothing;
    const devices = board.counters.filter(({ kind }) => kind === 'device');
    const { greeter } = this.#words.say;
    if (devices.length === 0) return html`<p class="none">${greeter.noDevices}</p>`;
    return html`<ul>${devices.map((device) => html`<li data-device=${device.id} class="${device.status} ${this.open === device.id ? 'open' : ''}">${this.#device(board, device)}</li>`)}</ul>`;
  }

  #device(board: Board, device: BoardCounter) {
    const { say } = this.#words;
    const { greeter } = say;
    const user = board.tickets?.find(({ id }) => id === device.ticketId);
    const assistant = board.staff?.find(({ id }) => id === user?.assistedBy)?.label;
    const state =
      device.status === 'paused'
        ? (say.pauseReason[device.pauseReason as keyof typeof say.pauseReason] ?? greeter.device.paused)
        : greeter.device[device.status];
    const age = device.status === 'closed' ? '' : ` · ${ageText(this.now - device.since, say)}`;
    return html`<div class="head">
        <h3>${this.#words.name(device.names)}${device.number === null ? nothing : html`<tt-ticket-number number=${device.number}></tt-ticket-number>`}</h3>
        <p>${state}${age}${assistant === undefined ? nothing : html`<br>${greeter.deviceWith(assistant)}`}</p>
      </div>
      ${this.open === device.id ? this.#ask(board, device, user) : this.#button(device)}`;
  }

  #button(device: BoardCounter) {
    const { greeter } = this.#words.say;
    const text =
      device.phase === 'serving' ? greeter.end : device.status === 'ready' || device.phase === 'called' ? greeter.assist : '';
    if (text === '') return nothing;
    const act = device.phase === 'called' ? () => this.#start(device, null) : () => this.#toggle(device.id);
    return html`<button type="button" data-act=${device.phase === 'serving' ? 'end' : 'begin'} @click=${act}>${text}</button>`;
  }

  #ask(board: Board, device: BoardCounter, user: BoardTicket | undefined) {
    const { greeter } = this.#words.say;
    const title = user === undefined ? greeter.assistWho(this.#words.name(device.names)) : greeter.endHow(user.number);
    return html`<div class="ask" role="group" aria-label=${title}>
      <p>${title}</p>
      ${user === undefined ? this.#takers(board, device) : outcomes.map((outcome) => html`<button type="button" data-outcome=${outcome} @click=${() => this.#fire({ station: device.id, verb: 'finish', body: { outcome }, said: greeter.ended(user.number) })}>${greeter.outcome[outcome]}</button>`)}
      <button type="button" class="quiet" @click=${() => this.#toggle(device.id)}>${greeter.cancel}</button>
    </div>`;
  }

  #takers(board: Board, device: BoardCounter) {
    const able = (board.tickets ?? [])
      .filter(
        ({ status, present, ways, service }) =>
          status === 'waiting' && present && ways.includes('device') && device.serves?.includes(service),
      )
      .sort((a, b) => Number(b.kind === 'device') - Number(a.kind === 'device') || a.needSince - b.needSince);
    if (able.length === 0) return html`<p class="none">${this.#words.say.greeter.assistNobody}</p>`;
    return able.slice(0, offered).map((ticket) => {
      const names = board.services.find(({ id }) => id === ticket.service)?.names;
      return html`<button type="button" class="taker" data-ticket=${ticket.number} @click=${() => this.#start(device, ticket)}><tt-ticket-number number=${ticket.number}></tt-ticket-number><span>${names === undefined ? '' : this.#words.name(names)}</span></button>`;
    });
  }

  #start(device: BoardCounter, ticket: BoardTicket | null): void {
    const me = this.board?.staff?.find(({ id }) => id === this.me);
    const assisted = me?.present && !me.onBreak && me.assisting < me.assistCapacity ? { assistedBy: me.id } : {};
    const number = ticket?.number ?? device.number ?? '';
    this.#fire({
      station: device.id,
      verb: 'start',
      body: { ...(ticket === null ? {} : { ticket: ticket.id }), ...assisted },
      said: this.#words.say.greeter.started(number, this.#words.name(device.names)),
    });
  }

  #toggle(device: string): void {
    this.open = this.open === device ? '' : device;
  }

  #fire(act: DeviceAct): void {
    this.open = '';
    this.dispatchEvent(new CustomEvent('act', { detail: act }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-device-rail': DeviceRail;
  }
}
