import type { Language } from '../../simulator/lobby/branch/language.ts';
import '../ui/no-eval.ts';
import { html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Board } from '../../simulator/lobby/board/board.ts';
import { strategies } from '../../simulator/lobby/calling/table.ts';
import { linesOverTime } from '../../simulator/report/charts/lines-over-time.ts';
import { waitByHalfHour } from '../../simulator/report/charts/wait-by-half-hour.ts';
import type { DayCharts } from '../../simulator/report/live/day-charts.ts';
import '../ui/elements/blocked.ts';
import '../ui/elements/page-switches.ts';
import '../ui/elements/stale-mark.ts';
import '../ui/elements/station-card.ts';
import '../ui/elements/toast.ts';
import { wallTime } from '../ui/format/wall-time.ts';
import { BranchReader } from '../ui/live/branch-reader.ts';
import { type Answer, CommandClient } from '../ui/live/command-client.ts';
import { failureText } from '../ui/live/failure-text.ts';
import { Lobby } from '../ui/live/lobby.ts';
import { readPass } from '../ui/live/pass.ts';
import { Tick } from '../ui/live/tick.ts';
import { settle } from '../ui/settle.ts';
import { buttonStyles } from '../ui/styles/button.ts';
import { hostStyles } from '../ui/styles/host.ts';
import { Words } from '../ui/words/words.ts';
import type { Draw } from './today/chart-figure.ts';
import './today/chart-figure.ts';
import { chartsOf } from './today/charts-of.ts';
import { DayJournal } from './today/day-journal.ts';
import './now/line-table.ts';
import { managerBoardStyles } from './manager-board-styles.ts';
import './now/people-list.ts';
import './now/last-calls.ts';
import type { Deed, Sending, Subject } from './asked/subject.ts';
import './today/today-figures.ts';
import './now/trouble-list.ts';
import './asked/asked-panel.ts';

const address = new URL(location.href);
settle(address);

/** 网点总览: exceptions first, then the day in figures, lines, stations and people; everything can be asked why, and changed. */
@customElement('tt-manager-board')
export class ManagerBoard extends LitElement {
  @state() private subject: Subject | null = null;
  @state() private said: { readonly text: string; readonly tone: 'done' | 'refused'; readonly undo: Sending | null } = {
    text: '',
    tone: 'done',
    undo: null,
  };
  readonly #words = new Words(this);
  readonly #pass = readPass(address);
  readonly #reader = this.#pass && new BranchReader(this.#pass);
  readonly #day = this.#reader && new DayJournal(this, this.#reader);
  readonly #lobby = this.#pass && new Lobby(this, this.#pass, (news) => this.#day?.hear(news));
  readonly #client = this.#pass && new CommandClient(this.#pass);
  #drawn: { readonly charts: DayCharts; readonly language: Language; readonly waits: Draw; readonly lengths: Draw } | null = null;
  /** What had the focus when the panel opened. */
  #askedFrom: HTMLElement | null = null;

  static override readonly styles = [hostStyles, buttonStyles, managerBoardStyles];

  constructor() {
    super();
    new Tick(this, 5_000);
    this.addEventListener('ask', (event) => this.#open((event as CustomEvent<Subject>).detail, event));
    this.addEventListener('deed', (event) => void this.#do((event as CustomEvent<Deed>).detail));
    this.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.#close();
    });
  }

  override willUpdate(): void {
    if (this.#lobby?.board) this.#day?.look(this.#lobby.board);
  }

  override render() {
    if (this.#lobby === null) return html`<tt-blocked why="no-pass"></tt-blocked>`;
    const { board, link, connection } = this.#lobby;
    if (link === 'refused')
      return html`<tt-blocked why="refused" code=${connection.refusal?.code ?? ''} @retry=${() => connection.start()}></tt-blocked>`;
    const now = this.#lobby.now();
    const say = this.#words.say.board;
    return html`<div class="page ${this.subject === null ? '' : 'asked'}">
      <header>
        <h1>${board === null ? say.title : this.#words.name(board.names)}</h1>
        <p>${board === null ? '' : wallTime(now, board.zone, this.#words.language)}</p>
        <tt-stale-mark link=${link} .silentMs=${connection.heardAt === null ? null : now - connection.heardAt}></tt-stale-mark>
        ${board === null ? nothing : html`<button type="button" class="quiet rule" data-strategy @click=${(event: Event) => this.#open({ kind: 'strategy' }, event)}>${say.rule} <strong>${this.#words.name(strategies[board.strategy.id]?.names ?? { zh: board.strategy.id, en: board.strategy.id })}</strong></button>`}
        <tt-page-switches></tt-page-switches>
      </header>
      <main>${board === null ? html`<div class="skeleton" aria-busy="true"></div>` : this.#board(board, now)}</main>
      ${
        this.subject === null
          ? nothing
          : html`<tt-asked-panel .subject=${this.subject} .board=${board} .measured=${this.#day?.measured() ?? null} .events=${this.#day?.events ?? null} .reader=${this.#reader} .now=${now} @close=${() => this.#close()}></tt-asked-panel>`
      }
      <footer class=${this.said.text === '' ? 'silent' : ''}><tt-toast text=${this.said.text} tone=${this.said.tone} action=${this.said.undo === null ? '' : say.undo} @act=${() => void this.#undo()}></tt-toast></footer>
    </div>`;
  }

  #board(board: Board, now: number) {
    const say = this.#words.say.board;
    const measured = this.#day?.measured() ?? null;
    const open = board.counters.filter(({ status }) => status !== 'closed').length;
    const staff = board.staff ?? [];
    return html`<div class="grid">
      <tt-trouble-list class="troubles" .board=${board} .printers=${this.#lobby?.troubledPrinters ?? []} .now=${now}></tt-trouble-list>
      <section class="figures"><h2>${say.today} ${this.#dayState()}</h2><tt-today-figures .board=${board} .measured=${measured} .now=${now}></tt-today-figures></section>
      <div class="lines">
        <section><h2>${say.lines}</h2><tt-line-table .board=${board} .measured=${measured} .now=${now}></tt-line-table></section>
        <section><h2>${say.calls}</h2><tt-last-calls .board=${board} .events=${this.#day?.events ?? null}></tt-last-calls></section>
      </div>
      <div class="charts">${this.#charts(board, now)}</div>
      <div class="floor">
        <section><h2>${say.stations} <span>${say.openStations(open, board.counters.length)}</span></h2>
          <ul>${board.counters.map((station) => html`<li><button type="button" class="tile" data-station=${station.id} @click=${(event: Event) => this.#open({ kind: 'station', id: station.id }, event)}><tt-station-card .station=${station} .now=${now}></tt-station-card></button></li>`)}</ul></section>
        <section><h2>${say.people} <span>${say.presentPeople(staff.filter(({ present }) => present).length, staff.length)}</span></h2><tt-people-list .board=${board}></tt-people-list></section>
      </div>
    </div>`;
  }

  /** The journal of the day is there, on its way, or could not be had. */
  #dayState() {
    const say = this.#words.say.board;
    if (this.#day?.failure)
      return html`<span class="failed">${say.dayFailed} <button type="button" @click=${() => void this.#day?.load()}>${say.retry}</button></span>`;
    return this.#day?.events === null && this.#lobby?.board?.day ? html`<span class="late">${say.loadingDay}</span>` : nothing;
  }

  #charts(board: Board, now: number) {
    const [events, measured] = [this.#day?.events ?? null, this.#day?.measured() ?? null];
    const charts = events === null || measured === null ? null : chartsOf(events, measured, board, now);
    if (charts === null) return nothing;
    const { waits, lengths } = this.#drawing(charts);
    return html`<tt-chart-figure asked .draw=${waits} @why=${(event: Event) => this.#open({ kind: 'waits' }, event)}></tt-chart-figure>
      <tt-chart-figure asked .draw=${lengths} @why=${(event: Event) => this.#open({ kind: 'lengths' }, event)}></tt-chart-figure>`;
  }

  /** The same while figures and language are, so that nothing is drawn anew for nothing. */
  #drawing(charts: DayCharts) {
    const { language } = this.#words;
    if (this.#drawn?.charts === charts && this.#drawn.language === language) return this.#drawn;
    this.#drawn = {
      charts,
      language,
      waits: (width, height = 230) => waitByHalfHour(charts.waits, { language, width, height }),
      lengths: (width, height = lengthsPx(charts.lines.lines.length)) => linesOverTime(charts.lines, { language, width, height }),
    };
    return this.#drawn;
  }

  async #open(subject: Subject, event: Event): Promise<void> {
    if (this.subject === null) this.#askedFrom = (event.composedPath()[0] as HTMLElement | undefined) ?? null;
    const from = deepFocus(this.shadowRoot);
    if (this.subject === null && from !== null) this.#askedFrom = from;
    this.subject = subject;
    await this.updateComplete;
    const panel = this.renderRoot.querySelector('tt-asked-panel');
    await panel?.updateComplete;
    panel?.focus();
  }

  #close(): void {
    if (this.subject === null) return;
    this.subject = null;
    this.#askedFrom?.focus();
    this.#askedFrom = null;
  }

  async #do({ say, send, undo }: Deed): Promise<void> {
    const answer = await this.#send(send);
    if (answer === undefined) return;
    this.said = answer.ok
      ? { text: say, tone: 'done', undo: undo ?? null }
      : { text: failureText(answer, this.#words.language), tone: 'refused', undo: null };
  }

  async #undo(): Promise<void> {
    const { undo } = this.said;
    if (undo === null) return;
    this.said = { text: '', tone: 'done', undo: null };
    await this.#do({ say: this.#words.say.board.undone, send: undo });
  }

  #send(send: Sending): Promise<Answer> | undefined {
    switch (send.to) {
      case 'counter':
        return this.#client?.atCounter(send.id, send.verb, send.body);
      case 'person':
        return this.#client?.forPerson(send.id, send.verb);
      case 'proposal':
        return this.#client?.answerProposal(send.id, send.verb);
      case 'help':
        return this.#client?.answerHelp(send.id);
      case 'strategy':
        return this.#client?.changeStrategy(send.rule);
    }
  }
}

/** Each line is drawn above the next, so many lines take more room. */
const lengthsPx = (lines: number): number => Math.min(480, 90 + 46 * Math.max(3, Math.min(lines, 8)));

/** What has the focus, however deep. */
function deepFocus(root: ShadowRoot | null): HTMLElement | null {
  const at = root?.activeElement ?? null;
  return at?.shadowRoot?.activeElement ? deepFocus(at.shadowRoot) : (at as HTMLElement | null);
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-manager-board': ManagerBoard;
  }
}
