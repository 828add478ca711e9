import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Board, BoardTicket } from '../../simulator/lobby/board/board.ts';
import { bandText, waitBand } from '../../simulator/lobby/board/wait-band.ts';
import { type RouteReason, routeReasons } from '../../simulator/lobby/greeting/reason.ts';
import '../ui/elements/icon.ts';
import type { IconName } from '../ui/elements/icon.ts';
import '../ui/elements/ticket-marks.ts';
import '../ui/elements/ticket-number.ts';
import { overMs, promiseOf } from '../ui/floor/over.ts';
import { ageText } from '../ui/format/age.ts';
import { wallTime } from '../ui/format/wall-time.ts';
import type { BranchReader } from '../ui/live/branch-reader.ts';
import { buttonStyles } from '../ui/styles/button.ts';
import { hostStyles } from '../ui/styles/host.ts';
import type { NeedReason } from '../ui/words/terms.ts';
import { Words } from '../ui/words/words.ts';
import { needCardStyles } from './need-card-styles.ts';
import './place-choices.ts';

/** What a card asks its tablet to do: a verb on its ticket, and what to say when it is done. */
export interface CardAct {
  readonly ticket: BoardTicket;
  readonly verb: 'route' | 'greet' | 'arrive' | 'abandon';
  readonly body: Record<string, unknown>;
  readonly said: string;
}

const icons: Readonly<Record<NeedReason, IconName>> = {
  help: 'hand',
  unservable: 'alert',
  'over-promise': 'alert',
  'over-target': 'clock',
  'device-failed': 'alert',
  printer: 'paper',
  'paper-low': 'paper',
  confirm: 'place',
  care: 'heart',
  new: 'people',
  'device-free': 'arrow',
  'near-promise': 'clock',
};
const graveness: Partial<Record<NeedReason, 'grave' | 'warn'>> = {
  unservable: 'grave',
  'over-promise': 'grave',
  'over-target': 'warn',
  'near-promise': 'warn',
};
/** Reasons that nothing on the card ends; the greeter says that they were seen. */
const lasting: ReadonlySet<NeedReason> = new Set(['unservable', 'over-promise', 'over-target', 'device-free', 'near-promise']);

/** A customer who waits: why they need a greeter, how long, where they should go and why, and what to do about it. Fires `act`. */
@customElement('tt-need-card')
export class NeedCard extends LitElement {
  @property({ attribute: false }) board: Board | null = null;
  @property({ attribute: false }) ticket: BoardTicket | null = null;
  @property({ attribute: false }) reasons: readonly NeedReason[] = [];
  @property({ attribute: false }) reader: BranchReader | null = null;
  @property({ type: Number }) now = 0;
  @state() private asking: 'place' | 'leave' | null = null;
  readonly #words = new Words(this);

  static override readonly styles = [hostStyles, buttonStyles, needCardStyles];

  override render() {
    const { board, ticket } = this;
    if (board === null || ticket === null) return nothing;
    const service = board.services.find(({ id }) => id === ticket.service);
    const lead = this.reasons[0];
    return html`<article class=${lead === undefined ? '' : (graveness[lead] ?? '')} aria-label=${ticket.number}>
      <tt-ticket-number number=${ticket.number}></tt-ticket-number>
      <div class="who">
        ${lead === undefined ? nothing : html`<p class="reason"><tt-icon name=${icons[lead]}></tt-icon> ${this.#words.say.greeter.reason[lead]}${this.#over(lead, ticket)}</p>`}
        <h3>${service === undefined ? ticket.service : this.#words.name(service.names)}<tt-ticket-marks .board=${board} .ticket=${ticket}></tt-ticket-marks></h3>
        ${this.#also()}
      </div>
      <div class="wait">${this.#wait(board, ticket)}</div>
      ${this.asking === null ? this.#acts(ticket) : nothing}
      ${this.asking === 'leave' ? this.#sure(ticket) : nothing}
      ${this.asking === 'place' ? html`<tt-place-choices .board=${board} .ticket=${ticket} .reader=${this.reader} @cancel=${this.#close} @choose=${(event: CustomEvent<string>) => this.#send(event.detail)}></tt-place-choices>` : nothing}
    </article>`;
  }

  #over(reason: NeedReason, ticket: BoardTicket) {
    const limit = reason === 'over-promise' ? promiseOf(ticket) : reason === 'over-target' ? ticket.targetMs : null;
    const over = overMs(limit, ticket, this.now);
    return over < 60_000 ? nothing : html` <span>${this.#words.say.greeter.overBy(ageText(over, this.#words.say))}</span>`;
  }

  /** Reasons beside the first, in small. */
  #also() {
    const also = this.reasons.slice(1);
    return also.length === 0
      ? nothing
      : html`<p class="also">${also.map((reason) => this.#words.say.greeter.reason[reason]).join(' · ')}</p>`;
  }

  #wait(board: Board, ticket: BoardTicket) {
    const { say, language } = this.#words;
    const { greeter } = say;
    if (!ticket.present) {
      const when = ticket.slotAt === null ? greeter.remote : greeter.slotAt(wallTime(ticket.slotAt, board.zone, language));
      return html`<strong>${when}</strong>`;
    }
    const promised = promiseOf(ticket) === null ? null : greeter.promised(bandText(waitBand(ticket.quote), say.band));
    const target = ticket.targetMs === null ? null : greeter.target(ageText(ticket.targetMs, say));
    return html`<strong>${greeter.waited} ${ageText(this.now - ticket.needSince, say)}</strong>
      ${promised === null ? nothing : html`<span>${promised}</span>`}
      <span>${[target, ticket.ahead === null ? null : greeter.ahead(ticket.ahead)].filter((text) => text !== null).join(' · ')}</span>`;
  }

  /** What the policy advises, and why. */
  #advice(ticket: BoardTicket) {
    if (ticket.advice === null || !this.#isHelpful(ticket)) return html`<p></p>`;
    const why = routeReasons[ticket.advice.reason as RouteReason];
    const { advice } = this.#words.say.greeter;
    // Where a button says the place, the reason is enough.
    const place = this.#usual(ticket)?.verb === 'route' ? nothing : html` <strong>${this.#agree(ticket)}</strong>`;
    return html`<p>${advice}${place}${why === undefined ? nothing : html` · ${this.#words.name(why)}`}</p>`;
  }

  /** To stay where nobody serves is no advice. */
  #isHelpful({ advice, line, servable }: BoardTicket): boolean {
    return advice !== null && (servable || advice.line !== line);
  }

  #lineName(id: string | undefined): string {
    const line = this.board?.lines.find((each) => each.id === id);
    return line === undefined ? (id ?? '') : this.#words.name(line.names);
  }

  /** "Stay in …" or "To …". */
  #agree({ advice, line }: BoardTicket): string {
    const { greeter } = this.#words.say;
    const name = this.#lineName(advice?.line);
    return advice?.line === line ? greeter.stay(name) : greeter.go(name);
  }

  #acts(ticket: BoardTicket) {
    const { greeter } = this.#words.say;
    const usual = this.#usual(ticket);
    const lead = this.reasons[0];
    return html`<div class="acts">
      ${this.#advice(ticket)}
      ${usual === null ? nothing : html`<button type="button" class="primary" data-verb=${usual.verb} @click=${() => this.#fire(usual)}>${usual.verb === 'arrive' ? greeter.arrive : this.#agree(ticket)}</button>`}
      <button type="button" data-verb="elsewhere" @click=${() => this.#ask('place')}>${greeter.elsewhere}</button>
      <button type="button" data-verb="leave" @click=${() => this.#ask('leave')}>${greeter.leave}</button>
      ${lead !== undefined && lasting.has(lead) && usual === null ? html`<button type="button" data-verb="greet" @click=${() => this.#fire({ ticket, verb: 'greet', body: {}, said: greeter.seen(ticket.number) })}>${greeter.later}</button>` : nothing}
    </div>`;
  }

  /** The one thing usually done: note the arrival, greet, or follow the advice. Null when it is done already. */
  #usual(ticket: BoardTicket): CardAct | null {
    const { greeter } = this.#words.say;
    const { number, advice, line, greeted, present } = ticket;
    if (!present) return { ticket, verb: 'arrive', body: {}, said: greeter.arrived(number) };
    if (advice === null || !this.#isHelpful(ticket) || (greeted && advice.line === line)) return null;
    const name = this.#lineName(advice.line);
    return {
      ticket,
      verb: 'route',
      body: {},
      said: advice.line === line ? greeter.kept(number, name) : greeter.routed(number, name),
    };
  }

  /** Asked in place, so that a thumb in a hurry does not send somebody home. */
  #sure(ticket: BoardTicket) {
    const { greeter } = this.#words.say;
    return html`<div class="acts sure" role="group" aria-label=${greeter.leaveSure(ticket.number)}>
      <p>${greeter.leaveSure(ticket.number)}</p>
      <button type="button" class="grave" data-verb="abandon" @click=${() => this.#fire({ ticket, verb: 'abandon', body: {}, said: greeter.abandoned(ticket.number) })}>${greeter.leaveYes}</button>
      <button type="button" data-verb="stay" @click=${this.#close}>${greeter.leaveNo}</button>
    </div>`;
  }

  async #ask(asking: 'place' | 'leave'): Promise<void> {
    this.asking = asking;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.sure button:last-of-type, tt-place-choices')?.focus();
  }

  async #close(): Promise<void> {
    const came = this.asking === 'place' ? 'elsewhere' : 'leave';
    this.asking = null;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-verb=${came}]`)?.focus();
  }

  #send(line: string): void {
    const { ticket } = this;
    if (ticket !== null)
      this.#fire({
        ticket,
        verb: 'route',
        body: { to: { line } },
        said: this.#words.say.greeter.routed(ticket.number, this.#lineName(line)),
      });
  }

  #fire(act: CardAct): void {
    this.asking = null;
    this.dispatchEvent(new CustomEvent('act', { detail: act }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-need-card': NeedCard;
  }
}
