import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../display/ui/elements/blocked.ts';
import '../display/ui/elements/dialog.ts';
import '../display/ui/elements/icon.ts';
import { brandMark } from '../display/ui/brand-mark.ts';
import { wallTime } from '../display/ui/format/wall-time.ts';
import { failureText } from '../display/ui/live/failure-text.ts';
import { Tick } from '../display/ui/live/tick.ts';
import { settle } from '../display/ui/settle.ts';
import { buttonStyles } from '../display/ui/styles/button.ts';
import { hostStyles } from '../display/ui/styles/host.ts';
import { speak, Words } from '../display/ui/words/words.ts';
import type { Board } from '../simulator/lobby/board/board.ts';
import { isLanguage, type Language, languages } from '../simulator/lobby/branch/language.ts';
import { ArrowKeys } from './arrow-keys.ts';
import { Idle } from './idle.ts';
import { type Issued, isRefusedIssue } from './issuing.ts';
import './kiosk-bar.ts';
import { Kiosk } from './kiosk.ts';
import { kioskScreenStyles } from './kiosk-screen-styles.ts';
import { kioskStyles } from './kiosk-styles.ts';
import { isOpen, opensAt } from './opening.ts';
import { PaperWatch } from './paper-watch.ts';
import { keepThisPage } from './shell.ts';
import './steps/choose-service.ts';
import './steps/confirm-service.ts';
import './steps/show-ticket.ts';

/** `choose` with services already chosen asks for one more. */
type Step =
  | { readonly at: 'choose'; readonly services: readonly string[] }
  | { readonly at: 'confirm'; readonly services: readonly string[] }
  | { readonly at: 'issued'; readonly issued: Issued };

const begin: Step = { at: 'choose', services: [] };
/** A customer at a question is asked after half a minute; a ticket stays up long enough to be scanned, longer where no paper comes. */
const patience = {
  question: { askAfterMs: 30_000, answerMs: 15_000 },
  issued: { askAfterMs: 0, answerMs: 30_000 },
  remember: { askAfterMs: 0, answerMs: 60_000 },
} as const;

const address = new URL(location.href);
settle(address);
keepThisPage();
const asked = address.searchParams.get('lang');
/** The language a new customer finds. */
const home = isLanguage(asked) ? asked : languages[0];

/** 取号机: one question a step, two touches to a ticket. */
@customElement('tt-kiosk-screen')
export class KioskScreen extends LitElement {
  @state() private step: Step = begin;
  /** Care asked for: it stays while one more service is chosen. */
  @state() private traits: ReadonlySet<string> = new Set();
  @state() private busy = false;
  @state() private failure = '';
  /** The services have been drawn; what can wait comes after them. */
  @state() private settled = false;
  /** Large print. */
  @property({ type: Boolean, reflect: true }) large = false;
  readonly #words = new Words(this);
  readonly #kiosk = Kiosk.at(this, address);
  readonly #paper = new PaperWatch(this, this.#kiosk?.client ?? null);
  readonly #idle = new Idle(
    this,
    () => this.#patience(),
    () => this.#leave(),
  );

  static override readonly styles = [hostStyles, buttonStyles, kioskStyles, kioskScreenStyles];

  constructor() {
    super();
    new ArrowKeys(this);
    new Tick(this, 10_000);
  }

  /**
   * A new question takes the focus, so that it is read out and the next key goes to its first answer. The clock comes after the
   * services, since the first use of a time zone costs as much as drawing them.
   */
  override updated(changed: PropertyValues): void {
    if (changed.get('step') !== undefined) this.renderRoot.querySelector('h1')?.focus({ preventScroll: true });
    if (this.settled || !this.#kiosk?.board) return;
    requestAnimationFrame(() =>
      setTimeout(() => {
        this.settled = true;
      }),
    );
  }

  override render() {
    if (this.#kiosk === null) return html`<tt-blocked why="no-pass"></tt-blocked>`;
    const { lobby, board } = this.#kiosk;
    const { connection } = lobby;
    if (lobby.link === 'refused')
      return html`<tt-blocked why="refused" code=${connection.refusal?.code ?? ''} @retry=${() => connection.start()}></tt-blocked>`;
    const { say } = this.#words;
    return html`
      <header>
        <p class="branch"><span>${brandMark}${board ? this.#words.name(board.names) : say.product}</span><span>${board && this.settled ? wallTime(this.#kiosk.now(), board.zone, this.#words.language) : '\u00a0'}</span></p>
        <h1 tabindex="-1">${this.#title()}</h1>
      </header>
      <main>${board === null ? (lobby.link === 'stale' ? this.#away() : this.#skeleton()) : this.#step(board)}</main>
      <footer><tt-kiosk-bar ?large=${this.large} @help=${() => this.#kiosk?.help.ask()} @print=${this.#print} @language=${(event: CustomEvent<Language>) => speak(event.detail)}></tt-kiosk-bar></footer>
      ${this.#notice()}
    `;
  }

  #title(): string {
    const { kiosk } = this.#words.say;
    // Nothing is asked while nothing could be given.
    if (this.step.at === 'choose' && this.#kiosk?.isGiving === false) return kiosk.welcome;
    if (this.step.at === 'choose') return this.step.services.length === 0 ? kiosk.title : kiosk.anotherTitle;
    return this.step.at === 'confirm' ? kiosk.confirm : kiosk.yourNumber;
  }

  #step(board: Board) {
    const { step } = this;
    switch (step.at) {
      case 'choose':
        return this.#choose(board, step.services);
      case 'confirm':
        return html`<tt-confirm-service ?large=${this.large} ?live=${this.#kiosk?.isLive} .services=${this.#named(board, step.services)} .courtesies=${board.traits.filter(({ claimable }) => claimable)}
          ?more=${step.services.length < 3 && board.services.length > step.services.length} ?busy=${this.busy} failure=${this.failure}
          @back=${this.#begin} @more=${() => this.#ask(step.services)} @remove=${(event: CustomEvent<string>) => this.#confirm(step.services.filter((id) => id !== event.detail))}
          .traits=${this.traits} @care=${(event: CustomEvent<ReadonlySet<string>>) => this.#care(event.detail)} @take=${() => this.#take(board, step.services, [...this.traits])}></tt-confirm-service>`;
      case 'issued':
        return html`<tt-show-ticket ?large=${this.large} .issued=${step.issued} .zone=${board.zones.find(({ id }) => id === step.issued.zone)?.names ?? null} .paper=${this.#paper.paper} .secondsLeft=${this.#idle.secondsLeft} @done=${this.#leave}></tt-show-ticket>`;
    }
  }

  #choose(board: Board, chosen: readonly string[]) {
    const kiosk = this.#kiosk!;
    if (!isOpen(board, kiosk.now())) return this.#closed(board);
    if (kiosk.isAlone && !kiosk.canGive) return this.#away();
    const offer = board.services
      .filter(({ id }) => !chosen.includes(id))
      .map((service) => ({ service, can: !kiosk.isAlone || chosen.length > 0 || kiosk.left(service.id) > 0 }));
    return html`${this.#strip(board, chosen)}
      <tt-choose-service ?large=${this.large} ?live=${kiosk.isLive} .offer=${offer} @choose=${(event: CustomEvent<string>) => this.#confirm([...chosen, event.detail])}></tt-choose-service>`;
  }

  /** What stands above the services: what was chosen already, or that the lobby is away, or numbers for staff to see to. */
  #strip(board: Board, chosen: readonly string[]) {
    const { say } = this.#words;
    const stranded = this.#kiosk?.stranded ?? [];
    if (chosen.length > 0) {
      const names = this.#named(board, chosen).map(({ names }) => this.#words.name(names));
      return html`<div class="chosen"><p>${say.kiosk.chosen(names.join(say.kiosk.between))}</p><button type="button" class="back" @click=${() => this.#confirm(chosen)}><tt-icon name="back"></tt-icon>${say.kiosk.back}</button></div>`;
    }
    if (this.#kiosk?.isAlone)
      return html`<p class="strip" role="status"><tt-icon name="not-live"></tt-icon><span><b>${say.kiosk.offlineTitle}</b><span class="more">${say.kiosk.offlineNext}</span></span></p>`;
    if (stranded.length > 0)
      return html`<p class="strip" role="status"><tt-icon name="alert"></tt-icon><span>${say.kiosk.stranded(stranded.join(' '))}</span></p>`;
    return nothing;
  }

  #closed(board: Board) {
    const { say, language } = this.#words;
    const from = opensAt(board, this.#kiosk!.now());
    return html`<div class="away closed" role="status"><tt-icon name="clock"></tt-icon><h2>${say.kiosk.closed}</h2><p class="soft">${from === null ? say.kiosk.closedToday : say.kiosk.opensAt(wallTime(from, board.zone, language))}</p></div>`;
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
    const help = this.#kiosk?.help;
    if (help !== undefined && help.state !== 'none')
      return html`<tt-dialog heading=${kiosk.helpState[help.state]} text=${kiosk.helpNext[help.state]} button=${kiosk.close} @close=${() => help.dismiss()}></tt-dialog>`;
    const left = this.step.at === 'issued' ? null : this.#idle.secondsLeft;
    if (left === null) return nothing;
    return html`<tt-dialog heading=${kiosk.stillThere} text=${kiosk.stillThereNext(left)} button=${kiosk.stay} @close=${this.#idle.touched}></tt-dialog>`;
  }

  #patience() {
    const { step } = this;
    if (step.at === 'issued') return step.issued.offline || this.#paper.paper === 'trouble' ? patience.remember : patience.issued;
    // At the first question somebody who changed language or print may have left it so.
    const isBegun = step.at === 'confirm' || step.services.length > 0 || this.large || this.#words.language !== home;
    return isBegun || (this.#kiosk !== null && this.#kiosk.help.state !== 'none') ? patience.question : null;
  }

  #named = (board: Board, ids: readonly string[]) => ids.flatMap((id) => board.services.find((service) => service.id === id) ?? []);

  #ask(services: readonly string[]): void {
    this.failure = '';
    if (services.length === 0) this.traits = new Set();
    this.step = { at: 'choose', services };
  }

  #confirm(services: readonly string[]): void {
    this.failure = '';
    if (services.length === 0) this.#begin();
    else this.step = { at: 'confirm', services };
  }

  #care(traits: ReadonlySet<string>): void {
    this.traits = traits;
  }

  async #take(board: Board, services: readonly string[], traits: readonly string[]): Promise<void> {
    if (this.#kiosk === null || this.busy) return;
    this.busy = true;
    const segment = board.traits.find(({ code, segment }) => segment !== undefined && traits.includes(code))?.segment ?? null;
    const issue = await this.#kiosk.issuer.issue({ services, traits, segment, language: this.#words.language });
    this.busy = false;
    this.#idle.touched();
    if (isRefusedIssue(issue)) {
      this.failure = failureText(issue.refused, this.#words.language);
      return;
    }
    if (!issue.offline) this.#paper.start();
    this.step = { at: 'issued', issued: issue };
  }

  readonly #print = (): void => {
    this.large = !this.large;
    document.documentElement.dataset.print = this.large ? 'large' : 'normal';
  };

  readonly #begin = (): void => this.#ask([]);

  /** The next customer finds the kiosk as it was. */
  readonly #leave = (): void => {
    this.#begin();
    this.#paper.stop();
    this.#kiosk?.help.dismiss();
    if (this.large) this.#print();
    speak(home);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-kiosk-screen': KioskScreen;
  }
}
