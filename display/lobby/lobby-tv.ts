import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Board } from '../../simulator/lobby/board/board.ts';
import { brandMark } from '../ui/brand-mark.ts';
import '../ui/elements/blocked.ts';
import '../ui/elements/icon.ts';
import '../ui/elements/page-switches.ts';
import '../ui/elements/stale-mark.ts';
import { ageText } from '../ui/format/age.ts';
import { wallDate, wallTime } from '../ui/format/wall-time.ts';
import { Lobby } from '../ui/live/lobby.ts';
import type { LobbyNews } from '../ui/live/message.ts';
import { readPass } from '../ui/live/pass.ts';
import { Tick } from '../ui/live/tick.ts';
import { settle } from '../ui/settle.ts';
import { Announcer } from '../ui/sound/announcer.ts';
import { BrowserVoice } from '../ui/sound/browser-voice.ts';
import { callSentences } from '../ui/sound/call-text.ts';
import { hostStyles } from '../ui/styles/host.ts';
import { Words } from '../ui/words/words.ts';
import { callsToAnnounce } from './calls-to-announce.ts';
import { lobbyTvStyles } from './lobby-tv-styles.ts';
import './now-serving.ts';
import { gone, keep, type PastCall, recalled, remember } from './recent-calls.ts';
import './just-called.ts';
import { shownCalls } from './shown-calls.ts';
import './zones.ts';

/** The switches go again this long after the last touch. */
const tendedMs = 8_000;

const address = new URL(location.href);
settle(address);

/** 大厅叫号屏: read by everyone, three to ten metres away. It shows and speaks each call, and says so when it is not live. */
@customElement('tt-lobby-tv')
export class LobbyTv extends LitElement {
  readonly #words = new Words(this);
  readonly #pass = readPass(address);
  readonly #lobby =
    this.#pass &&
    new Lobby(
      this,
      this.#pass,
      (...told) => this.#happened(...told),
      () => this.#announcer.busy,
    );
  readonly #voice = new BrowserVoice(() => this.requestUpdate());
  readonly #announcer = new Announcer(this.#voice);
  #recent: readonly PastCall[] = recalled();
  /** Somebody is at the mouse: the switches and the pointer show themselves. */
  @property({ type: Boolean, reflect: true }) tended = false;
  #tendedTimer: ReturnType<typeof setTimeout> | undefined;

  static override readonly styles = [hostStyles, lobbyTvStyles];

  constructor() {
    super();
    new Tick(this, 1_000);
    addEventListener('pointerdown', () => void this.#voice.unlock());
    addEventListener('keydown', () => void this.#voice.unlock());
    for (const sign of ['pointermove', 'pointerdown', 'keydown', 'focusin']) addEventListener(sign, this.#tend);
    void navigator.wakeLock?.request('screen').catch(() => {});
  }

  override willUpdate(): void {
    const board = this.#lobby?.board;
    if (board) this.#recent = remember(this.#recent, [], board);
  }

  override render() {
    if (this.#lobby === null) return html`<tt-blocked why="no-pass"></tt-blocked>`;
    const { board, link, connection } = this.#lobby;
    if (link === 'refused')
      return html`<tt-blocked why="refused" code=${connection.refusal?.code ?? ''} @retry=${() => connection.start()}></tt-blocked>`;
    const { say, also } = this.#words;
    return html`
      <header>
        <h1>${brandMark}${board ? this.#words.name(board.names) : say.product}</h1>
        ${board ? html`<p class="clock"><span>${wallDate(this.#lobby.now(), board.zone, this.#words.language)}</span><time>${wallTime(this.#lobby.now(), board.zone, this.#words.language)}</time></p>` : nothing}
      </header>
      ${link === 'stale' ? this.#stale(board) : nothing}
      <main class=${link === 'stale' ? 'stopped' : ''}>
        <section class="calls" aria-live="polite">
          <h2>${say.tv.nowServing}<small>${also.tv.nowServing}</small></h2>
          <div>${board === null ? html`<div class="skeleton" aria-busy="true"></div>` : html`<tt-now-serving .board=${board}></tt-now-serving>`}</div>
        </section>
        <aside>
          <h2>${say.tv.nextUp}<small>${also.tv.nextUp}</small></h2>
          <div><tt-zones .board=${board}></tt-zones></div>
          ${board === null ? nothing : html`<tt-just-called .board=${board} .calls=${gone(this.#recent, shownCalls(board))}></tt-just-called>`}
        </aside>
      </main>
      <footer>${this.#sound()}<tt-page-switches></tt-page-switches><tt-stale-mark link=${link}></tt-stale-mark></footer>
    `;
  }

  #stale(board: Board | null) {
    const { say, also } = this.#words;
    const heardAt = this.#lobby?.connection.heardAt ?? null;
    const silentMs = heardAt === null ? null : (this.#lobby?.now() ?? 0) - heardAt;
    const when =
      board === null || heardAt === null
        ? say.live.stale
        : `${say.live.staleSince(wallTime(heardAt, board.zone, this.#words.language))}${silentMs !== null && silentMs >= 60_000 ? ` · ${ageText(silentMs, say)}` : ''}`;
    return html`<div class="stale" role="alert"><tt-icon name="not-live"></tt-icon><p><strong>${when}</strong> ${say.live.staleAdvice}<small>${also.live.stale} · ${also.live.staleAdvice}</small></p></div>`;
  }

  #sound() {
    const { tv } = this.#words.say;
    if (!this.#voice.audible)
      return html`<span class="mute" role="status"><tt-icon name="sound-off"></tt-icon>${tv.soundOff}</span>`;
    const [zh, en] = [this.#voice.speaks('zh-CN'), this.#voice.speaks('en')];
    const text = zh && en ? tv.soundOn : zh ? tv.onlyZh : en ? tv.onlyEn : tv.chimeOnly;
    return html`<span class=${zh && en ? '' : 'lacking'} role="status"><tt-icon name="sound-on"></tt-icon>${text}</span>`;
  }

  readonly #tend = (sign: Event): void => {
    // A browser tells of a move when the page moved under a pointer that lies still.
    if (sign instanceof MouseEvent && sign.type === 'pointermove' && sign.movementX === 0 && sign.movementY === 0) return;
    this.tended = true;
    clearTimeout(this.#tendedTimer);
    this.#tendedTimer = setTimeout(() => {
      this.tended = false;
    }, tendedMs);
  };

  #happened(news: readonly LobbyNews[], missed: boolean, before: Board | null): void {
    const board = this.#lobby?.board;
    if (!board) return;
    this.#recent = remember(this.#recent, news, board);
    keep(this.#recent);
    for (const { number, counter } of callsToAnnounce(news, missed, board, before)) {
      const place = board.counters.find(({ id }) => id === counter)?.names ?? { zh: counter, en: counter };
      void this.#announcer.announce(callSentences(number, place));
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-lobby-tv': LobbyTv;
  }
}
