import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../display/ui/elements/blocked.ts';
import '../display/ui/elements/empty.ts';
import '../display/ui/elements/icon.ts';
import { wallTime } from '../display/ui/format/wall-time.ts';
import { CommandClient } from '../display/ui/live/command-client.ts';
import { failureText } from '../display/ui/live/failure-text.ts';
import { Lobby } from '../display/ui/live/lobby.ts';
import { readPass } from '../display/ui/live/pass.ts';
import { Tick } from '../display/ui/live/tick.ts';
import { settle } from '../display/ui/settle.ts';
import { hostStyles } from '../display/ui/styles/host.ts';
import { isLanguage, languages, otherLanguage, speak, Words } from '../display/ui/words/words.ts';
import type { Board } from '../simulator/lobby/board/board.ts';
import { courtesyTraits } from './courtesy.ts';
import { Idle } from './idle.ts';
import { type Issued, type Issuer, isRefusedIssue, LobbyIssuer, ticketPage } from './issuing.ts';
import './kiosk-bar.ts';
import './kiosk-notice.ts';
import { brandMark } from '../display/ui/brand-mark.ts';
import { kioskStyles } from './kiosk-styles.ts';
import './steps/choose-service.ts';
import './steps/confirm-service.ts';
import './steps/show-ticket.ts';

type Step =
  | { readonly at: 'choose' }
  | { readonly at: 'confirm'; readonly service: string }
  | { readonly at: 'issued'; readonly issued: Issued };

const choose: Step = { at: 'choose' };
/** A customer at a question is asked after half a minute; a ticket stays up long enough to be scanned. */
const patience = {
  confirm: { askAfterMs: 30_000, answerMs: 15_000 },
  issued: { askAfterMs: 0, answerMs: 30_000 },
} as const;

const address = new URL(location.href);
settle(address);
const asked = address.searchParams.get('lang');
/** The language a new customer finds. */
const home = isLanguage(asked) ? asked : languages[0];

/** 取号机: one question a step, two touches to a ticket. */
@customElement('tt-kiosk-screen')
export class KioskScreen extends LitElement {
  @state() private step: Step = choose;
  @state() private busy = false;
  @state() private failure = '';
  @state() private helping = false;
  /** Large print. */
  @property({ type: Boolean, reflect: true }) large = false;
  readonly #words = new Words(this);
  readonly #pass = readPass(address);
  readonly #lobby = this.#pass && new Lobby(this, this.#pass);
  readonly #issuer: Issuer | null =
    this.#pass && new LobbyIssuer(new CommandClient(this.#pass), ticketPage(location.origin, this.#pass.branch));
  readonly #idle = new Idle(
    this,
    () => this.#patience(),
    () => this.#leave(),
  );

  static override readonly styles = [
    hostStyles,
    kioskStyles,
    css`
      :host { block-size: 100dvh; display: grid; grid-template-rows: auto minmax(0, 1fr) auto; background: var(--tt-paper); --pad: var(--tt-space-12); }
      header { display: grid; align-content: end; gap: 3vh; padding: var(--pad); min-block-size: 19vh; background: var(--tt-brand); color: var(--tt-on-brand); }
      .branch { display: flex; justify-content: space-between; gap: var(--tt-space-6); }
      .branch span:first-child { display: flex; align-items: center; gap: 0.5em; font-weight: var(--tt-weight-strong); }
      h1 { font-size: min(2.8rem, 7.6vw); }
      :host([large]) header { min-block-size: 15vh; gap: 2vh; padding-block: var(--tt-space-8); }
      main { min-block-size: 0; padding: var(--tt-space-8) var(--pad); }
      footer { margin-inline: var(--pad); border-block-start: 1px solid var(--tt-line); padding-block: var(--tt-space-6) var(--tt-space-8); }
      .away { display: grid; place-content: center; justify-items: center; text-align: center; gap: var(--tt-space-4); block-size: 100%; font-size: var(--tt-text-l); text-wrap: balance; }
      .away tt-icon { font-size: 5rem; color: var(--tt-at-risk); }
      .away h2 { font-size: var(--tt-text-2xl); }
      .skeleton { display: grid; grid-template-columns: 1fr 1fr; gap: var(--tt-space-6); block-size: 100%; animation: appear 0.2s 0.3s both; }
      .skeleton i { background: var(--tt-sunk); border-radius: var(--tt-radius-touch); }
      @keyframes appear { from { opacity: 0; } }
      @media (orientation: landscape) {
        :host { --pad: var(--tt-space-8); }
        header { min-block-size: 0; grid-template-columns: minmax(0, 1fr) auto; align-items: center; padding-block: var(--tt-space-3); }
        .branch { order: 1; display: grid; gap: 0; justify-items: end; line-height: 1.3; }
        h1 { font-size: min(1.7rem, 44px); }
        :host([large]) header { min-block-size: 0; padding-block: var(--tt-space-3); }
        :host([large]) .branch span + span { display: none; }
        main { padding-block: var(--tt-space-4); }
        footer { padding-block: var(--tt-space-3) var(--tt-space-4); }
      }
    `,
  ];

  constructor() {
    super();
    new Tick(this, 10_000);
  }

  override render() {
    if (this.#lobby === null) return html`<tt-blocked why="no-pass"></tt-blocked>`;
    const { board, link, connection } = this.#lobby;
    if (link === 'refused')
      return html`<tt-blocked why="refused" code=${connection.refusal?.code ?? ''} @retry=${() => connection.start()}></tt-blocked>`;
    const { say } = this.#words;
    return html`
      <header>
        <p class="branch"><span>${brandMark}${board ? this.#words.name(board.names) : say.product}</span><span>${board ? wallTime(this.#lobby.now(), board.zone, this.#words.language) : nothing}</span></p>
        <h1>${this.#title()}</h1>
      </header>
      <main>${link === 'stale' && this.step.at === 'choose' ? this.#away() : board === null ? this.#skeleton() : this.#step(board)}</main>
      <footer><tt-kiosk-bar ?large=${this.large} @help=${() => this.#help(true)} @print=${this.#print} @language=${() => speak(otherLanguage(this.#words.language))}></tt-kiosk-bar></footer>
      ${this.#notice()}
    `;
  }

  #title(): string {
    const { kiosk } = this.#words.say;
    return this.step.at === 'choose' ? kiosk.title : this.step.at === 'confirm' ? kiosk.confirm : kiosk.yourNumber;
  }

  #step(board: Board) {
    const { step } = this;
    switch (step.at) {
      case 'choose':
        return html`<tt-choose-service ?large=${this.large} .services=${board.services} @choose=${(event: CustomEvent<string>) => this.#choose(event.detail)}></tt-choose-service>`;
      case 'confirm':
        return html`<tt-confirm-service ?large=${this.large} .service=${board.services.find(({ id }) => id === step.service) ?? null} .courtesies=${board.traits.filter(({ code }) => courtesyTraits.has(code))}
          ?busy=${this.busy} failure=${this.failure} @back=${this.#begin} @take=${(event: CustomEvent<string[]>) => this.#take(step.service, event.detail)}></tt-confirm-service>`;
      case 'issued':
        return html`<tt-show-ticket ?large=${this.large} .issued=${step.issued} .zone=${board.zones.find(({ id }) => id === step.issued.zone)?.names ?? null} .secondsLeft=${this.#idle.secondsLeft} @done=${this.#leave}></tt-show-ticket>`;
    }
  }

  #away() {
    const { say } = this.#words;
    return html`<div class="away" role="alert"><tt-icon name="not-live"></tt-icon><h2>${say.kiosk.away}</h2><p class="soft">${say.kiosk.awayNext}</p></div>`;
  }

  #skeleton() {
    return html`<div class="skeleton" aria-busy="true">${Array.from({ length: 6 }, () => html`<i></i>`)}</div>`;
  }

  #notice() {
    const { kiosk } = this.#words.say;
    if (this.helping)
      return html`<tt-kiosk-notice heading=${kiosk.helpTitle} text=${kiosk.helpNext} button=${kiosk.close} @close=${() => this.#help(false)}></tt-kiosk-notice>`;
    const left = this.step.at === 'issued' ? null : this.#idle.secondsLeft;
    if (left === null) return nothing;
    return html`<tt-kiosk-notice heading=${kiosk.stillThere} text=${kiosk.stillThereNext(left)} button=${kiosk.stay} @close=${this.#idle.touched}></tt-kiosk-notice>`;
  }

  #patience() {
    if (this.step.at === 'issued') return patience.issued;
    // At the first question somebody who changed language or print may have left it so.
    return this.step.at === 'confirm' || this.helping || this.large || this.#words.language !== home ? patience.confirm : null;
  }

  #choose(service: string): void {
    this.failure = '';
    this.step = { at: 'confirm', service };
  }

  async #take(service: string, traits: readonly string[]): Promise<void> {
    if (this.#issuer === null || this.busy) return;
    this.busy = true;
    const issue = await this.#issuer.issue({ service, traits, language: this.#words.language });
    this.busy = false;
    this.#idle.touched();
    if (isRefusedIssue(issue)) this.failure = failureText(issue.refused, this.#words.language);
    else this.step = { at: 'issued', issued: issue };
  }

  #help(helping: boolean): void {
    this.helping = helping;
  }

  readonly #print = (): void => {
    this.large = !this.large;
    document.documentElement.dataset.print = this.large ? 'large' : 'normal';
  };

  readonly #begin = (): void => {
    this.step = choose;
    this.failure = '';
  };

  /** The next customer finds the kiosk as it was. */
  readonly #leave = (): void => {
    this.#begin();
    this.helping = false;
    if (this.large) this.#print();
    speak(home);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-kiosk-screen': KioskScreen;
  }
}
