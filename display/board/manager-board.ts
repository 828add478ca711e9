import { html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Board } from '../../simulator/lobby/board/board.ts';
import '../ui/elements/blocked.ts';
import '../ui/elements/empty.ts';
import '../ui/elements/line-card.ts';
import '../ui/elements/page-switches.ts';
import '../ui/elements/stale-mark.ts';
import '../ui/elements/station-card.ts';
import { wallTime } from '../ui/format/wall-time.ts';
import { Lobby } from '../ui/live/lobby.ts';
import { readPass } from '../ui/live/pass.ts';
import { Tick } from '../ui/live/tick.ts';
import { settle } from '../ui/settle.ts';
import { hostStyles } from '../ui/styles/host.ts';
import { Words } from '../ui/words/words.ts';
import { managerBoardStyles } from './manager-board-styles.ts';

const address = new URL(location.href);
settle(address);

/** Figures of the day, in the order a day goes. */
const figures = ['issued', 'waiting', 'serving', 'done', 'parked', 'noShow', 'abandoned'] as const;

/** 网点总览: lines, stations and the day's tallies on one page. */
@customElement('tt-manager-board')
export class ManagerBoard extends LitElement {
  readonly #words = new Words(this);
  readonly #pass = readPass(address);
  readonly #lobby = this.#pass && new Lobby(this, this.#pass);

  static override readonly styles = [hostStyles, managerBoardStyles];

  constructor() {
    super();
    new Tick(this, 5_000);
  }

  override render() {
    if (this.#lobby === null) return html`<tt-blocked why="no-pass"></tt-blocked>`;
    const { board, link, connection } = this.#lobby;
    if (link === 'refused')
      return html`<tt-blocked why="refused" code=${connection.refusal?.code ?? ''} @retry=${() => connection.start()}></tt-blocked>`;
    const now = this.#lobby.now();
    return html`
      <header>
        <h1>${board === null ? this.#words.say.board.title : this.#words.name(board.names)}</h1>
        <p>${board === null ? '' : wallTime(now, board.zone, this.#words.language)}</p>
        <tt-stale-mark link=${link} .silentMs=${connection.heardAt === null ? null : now - connection.heardAt}></tt-stale-mark>
        <tt-page-switches></tt-page-switches>
      </header>
      <main>${board === null ? html`<div class="skeleton" aria-busy="true"></div>` : this.#board(board, now)}</main>
    `;
  }

  #board(board: Board, now: number) {
    const { board: say } = this.#words.say;
    const open = board.counters.filter(({ status }) => status !== 'closed').length;
    return html`
      <dl>${figures.map((figure) => html`<div><dt>${say.tally[figure]}</dt><dd>${board.tally[figure]}</dd></div>`)}
        <div class="rule"><dt>${say.rule}</dt><dd>${say.rules[board.strategy.id] ?? board.strategy.id}</dd></div></dl>
      <section>
        <h2>${say.lines}</h2>
        ${board.lines.length === 0 ? html`<tt-empty heading=${say.noLines}></tt-empty>` : html`<ul>${board.lines.map((line) => html`<li><tt-line-card .line=${line} .now=${now}></tt-line-card></li>`)}</ul>`}
      </section>
      <section>
        <h2>${say.stations} <span>${say.openStations(open, board.counters.length)}</span></h2>
        <ul>${board.counters.map((station) => html`<li><tt-station-card .station=${station} .now=${now}></tt-station-card></li>`)}</ul>
      </section>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-manager-board': ManagerBoard;
  }
}
