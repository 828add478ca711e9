import { html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Board, BoardTicket } from '../../simulator/lobby/board/board.ts';
import '../ui/elements/blocked.ts';
import '../ui/elements/empty.ts';
import '../ui/elements/icon.ts';
import '../ui/elements/page-switches.ts';
import '../ui/elements/stale-mark.ts';
import '../ui/elements/ticket-number.ts';
import '../ui/elements/toast.ts';
import { ageText } from '../ui/format/age.ts';
import { BranchReader } from '../ui/live/branch-reader.ts';
import { type Answer, CommandClient } from '../ui/live/command-client.ts';
import { failureText } from '../ui/live/failure-text.ts';
import { Lobby } from '../ui/live/lobby.ts';
import type { PrinterNews } from '../ui/live/message.ts';
import { readPass } from '../ui/live/pass.ts';
import { Tick } from '../ui/live/tick.ts';
import { settle } from '../ui/settle.ts';
import { buttonStyles } from '../ui/styles/button.ts';
import { hostStyles } from '../ui/styles/host.ts';
import type { NeedReason } from '../ui/words/terms.ts';
import { Words } from '../ui/words/words.ts';
import './choose-greeter.ts';
import './device-rail.ts';
import type { DeviceAct } from './device-rail.ts';
import { greeterTabletStyles } from './greeter-tablet-styles.ts';
import './my-duty.ts';
import type { DutyVerb } from './my-duty.ts';
import './need-card.ts';
import type { CardAct } from './need-card.ts';
import { type Floor, floorOf, type Need, seenForMs } from './needs-me.ts';

const saidForMs = 8_000;

const address = new URL(location.href);
settle(address);

/** 大堂经理: who needs me now, in order, why, and what to do about it in two taps. */
@customElement('tt-greeter-tablet')
export class GreeterTablet extends LitElement {
  @state() private me = address.searchParams.get('person') ?? '';
  @state() private opened = '';
  @state() private said: { readonly text: string; readonly tone: 'done' | 'refused' } = { text: '', tone: 'done' };
  readonly #words = new Words(this);
  readonly #pass = readPass(address);
  readonly #lobby = this.#pass && new Lobby(this, this.#pass);
  readonly #client = this.#pass && new CommandClient(this.#pass);
  readonly #reader = this.#pass && new BranchReader(this.#pass);
  #fade: ReturnType<typeof setTimeout> | null = null;
  /** What somebody who gave no name has seen to on this tablet: the journal takes greetings only from persons. */
  readonly #seenHere = new Map<string, number>();

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
    if (board !== null && this.#mustChoose(board))
      return html`<tt-choose-greeter .people=${(board.staff ?? []).filter(({ role }) => role === 'greeter')} @choose=${(event: CustomEvent<string>) => this.#be(event.detail)}></tt-choose-greeter>`;
    const now = this.#lobby.now();
    const floor = board === null ? null : floorOf(board, now, this.#seenHere, this.#lobby.troubledPrinters);
    const { greeter } = this.#words.say;
    return html`<div class="page">
      <header>
        <h1>${greeter.title} <span>${floor === null ? '' : floor.needs.length}</span></h1>
        <tt-stale-mark link=${link} .silentMs=${connection.heardAt === null ? null : now - connection.heardAt}></tt-stale-mark>
        ${board === null ? nothing : html`<tt-my-duty .person=${board.staff?.find(({ id }) => id === this.me) ?? null} @duty=${(event: CustomEvent<DutyVerb>) => this.#duty(event.detail)} @change=${() => this.#be('')}></tt-my-duty>`}
        <tt-page-switches></tt-page-switches>
      </header>
      <main>${board === null || floor === null ? html`<div class="skeleton" aria-busy="true"></div>` : this.#floor(board, floor, now)}</main>
      ${board === null ? nothing : html`<aside>${this.#rail(board, now)}</aside>`}
      <footer class=${this.said.text === '' ? 'silent' : ''}><tt-toast text=${this.said.text} tone=${this.said.tone}></tt-toast></footer>
    </div>`;
  }

  /** Only a branch that declares greeters can ask which of them this is. */
  #mustChoose({ staff = [] }: Board): boolean {
    return this.me === '' && staff.some(({ role }) => role === 'greeter');
  }

  #floor(board: Board, { needs, others }: Floor, now: number) {
    const { greeter } = this.#words.say;
    if (needs.length + others.length === 0) return html`<tt-empty heading=${greeter.empty} next=${greeter.emptyNext}></tt-empty>`;
    return html`
      ${needs.length === 0 ? html`<tt-empty heading=${greeter.calm} next=${greeter.calmNext}></tt-empty>` : nothing}
      <ol class="needs" aria-label=${greeter.title}>${repeat(
        needs,
        ({ id }) => id,
        (need) => this.#need(board, need, now),
      )}</ol>
      ${
        others.length === 0
          ? nothing
          : html`<section><h2>${greeter.others} <span>${others.length}</span></h2><p class="hint">${greeter.othersHint}</p>
        <ul class="others">${repeat(
          others,
          ({ id }) => id,
          (ticket) => this.#other(board, ticket, now),
        )}</ul></section>`
      }
    `;
  }

  #need(board: Board, need: Need, now: number) {
    if (need.kind === 'ticket')
      return html`<li data-ticket=${need.ticket.number}>${this.#card(board, need.ticket, need.reasons, now)}</li>`;
    const { say } = this.#words;
    const { greeter } = say;
    const age = ageText(now - need.since, say);
    if (need.kind === 'help') {
      const zone = board.zones.find(({ id }) => id === need.zone)?.names;
      return html`<li data-help=${need.id}><article class="call"><tt-icon name="hand"></tt-icon><div><h3>${greeter.helpAt}</h3><p>${[...(zone === undefined ? [] : [this.#words.name(zone)]), need.device, greeter.calledFor(age)].join(' · ')}</p></div>
        <button type="button" class="primary" data-verb="answer" @click=${() => this.#answer(this.#client?.answerHelp(need.id), greeter.helped)}>${greeter.answerHelp}</button></article></li>`;
    }
    if (need.kind === 'printer') return this.#printer(need.printer, now);
    const reason = say.pauseReason.technical;
    return html`<li data-device=${need.id}><article class="failed"><tt-icon name="alert"></tt-icon><div><h3>${this.#words.name(need.station.names)} · ${reason}</h3><p>${greeter.failedFor(age)}</p></div></article></li>`;
  }

  #printer(printer: PrinterNews, now: number) {
    const { say } = this.#words;
    const { names, kiosk, message, code, since, withoutPaper } = printer;
    const place = say.printer.at(names === null ? (kiosk ?? '') : this.#words.name(names));
    const text =
      code === 'ok'
        ? [say.greeter.reason['paper-low']]
        : [this.#words.name(message), say.greeter.failedFor(ageText(now - since, say))];
    const numbers = withoutPaper.length === 0 ? [] : [say.printer.without(withoutPaper.join(' '))];
    return html`<li data-printer=${kiosk ?? ''}><article class="failed"><tt-icon name="paper"></tt-icon><div><h3>${place}</h3><p>${[...text, ...numbers].join(' · ')}</p></div></article></li>`;
  }

  #card(board: Board, ticket: BoardTicket, reasons: readonly NeedReason[], now: number) {
    return html`<tt-need-card .board=${board} .ticket=${ticket} .reasons=${reasons} .reader=${this.#reader} .now=${now} @act=${(event: CustomEvent<CardAct>) => this.#act(event.detail)}></tt-need-card>`;
  }

  /** One line each; a touch opens the card. */
  #other(board: Board, ticket: BoardTicket, now: number) {
    if (this.opened === ticket.id) return html`<li data-ticket=${ticket.number}>${this.#card(board, ticket, [], now)}</li>`;
    const { say } = this.#words;
    const service = board.services.find(({ id }) => id === ticket.service)?.names;
    const line = board.lines.find(({ id }) => id === ticket.line)?.names;
    return html`<li data-ticket=${ticket.number}><button type="button" class="row" @click=${() => this.#open(ticket.id)}>
      <tt-ticket-number number=${ticket.number}></tt-ticket-number>
      <span class="service">${service === undefined ? ticket.service : this.#words.name(service)}</span>
      <span class="line">${line === undefined ? '' : this.#words.name(line)}${this.#seenBy(board, ticket, now)}</span>
      <span class="age">${ageText(now - ticket.needSince, say)}</span>
    </button></li>`;
  }

  /** Who has just been with a customer: a second greeter need not walk. */
  #seenBy(board: Board, { greetedAt, greetedBy }: BoardTicket, now: number) {
    if (greetedAt === null || now >= greetedAt + seenForMs) return nothing;
    const { say } = this.#words;
    const who = board.staff?.find(({ id }) => id === greetedBy)?.label ?? greetedBy ?? '';
    return html`<small>${say.greeter.seenBy(who, ageText(now - greetedAt, say))}</small>`;
  }

  #rail(board: Board, now: number) {
    const { say } = this.#words;
    return html`
      <section><h2>${say.greeter.devices}</h2><tt-device-rail .board=${board} .now=${now} me=${this.me} @act=${(event: CustomEvent<DeviceAct>) => this.#device(event.detail)}></tt-device-rail></section>
      <section><h2>${say.greeter.lines}</h2><dl>${board.lines.map((line) => {
        const over = line.targetMs !== null && line.longestSince !== null && now - line.longestSince > line.targetMs;
        return html`<div><dt>${this.#words.name(line.names)}</dt><dd>${line.waiting}<small class=${over ? 'over' : ''}>${line.longestSince === null ? '' : ageText(now - line.longestSince, say)}</small></dd></div>`;
      })}</dl></section>
    `;
  }

  #open(ticket: string): void {
    this.opened = ticket;
  }

  #be(person: string): void {
    this.me = person;
    if (person === '') address.searchParams.delete('person');
    else address.searchParams.set('person', person);
    history.replaceState(null, '', address);
  }

  #act({ ticket, verb, body, said }: CardAct): void {
    if (verb === 'greet' && !this.#knowsMe()) {
      this.#seenHere.set(ticket.id, this.#lobby!.now());
      this.requestUpdate();
      return;
    }
    if (verb === 'greet') {
      void this.#answer(this.#client?.atTicket(ticket.id, verb, { greeter: this.me }), said);
      return;
    }
    const greeter = verb === 'route' && this.#knowsMe() ? { greeter: this.me } : {};
    void this.#answer(this.#client?.atTicket(ticket.id, verb, { ...body, ...greeter }), said);
  }

  #knowsMe(): boolean {
    return this.#lobby?.board?.staff?.some(({ id }) => id === this.me) ?? false;
  }

  #device({ station, verb, body, said }: DeviceAct): void {
    void this.#answer(this.#client?.atCounter(station, verb, body), said);
  }

  #duty(verb: DutyVerb): void {
    void this.#answer(this.#client?.forPerson(this.me, verb), this.#words.say.greeter.dutyDone[verb]);
  }

  async #answer(asked: Promise<Answer> | undefined, said: string): Promise<void> {
    const answer = await asked;
    if (answer === undefined) return;
    if (answer.ok) this.opened = '';
    this.said = answer.ok ? { text: said, tone: 'done' } : { text: failureText(answer, this.#words.language), tone: 'refused' };
    if (this.#fade !== null) clearTimeout(this.#fade);
    // What was done is read at a glance; why something was not stays until the next press.
    this.#fade = answer.ok ? setTimeout(() => (this.said = { text: '', tone: 'done' }), saidForMs) : null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-greeter-tablet': GreeterTablet;
  }
}
