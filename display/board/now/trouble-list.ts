import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Board, BoardCounter } from '../../../simulator/lobby/board/board.ts';
import '../../ui/elements/empty.ts';
import '../../ui/elements/icon.ts';
import { ageText } from '../../ui/format/age.ts';
import type { PrinterNews } from '../../ui/live/message.ts';
import { buttonStyles } from '../../ui/styles/button.ts';
import { hostStyles } from '../../ui/styles/host.ts';
import type { Trouble } from '../../ui/words/terms.ts';
import { Words } from '../../ui/words/words.ts';
import { ask, askFor } from '../asked/subject.ts';
import { type TroubleNow, troublesOf } from './troubles.ts';

const graveness: Readonly<Record<Trouble, 'grave' | 'warn' | 'question'>> = {
  unservable: 'grave',
  late: 'grave',
  'promise-broken': 'warn',
  'closed-while-waiting': 'warn',
  'paused-long': 'warn',
  'called-long': 'warn',
  'help-long': 'grave',
  printer: 'warn',
  'paper-low': 'warn',
  'proposal-open': 'question',
  'proposal-close': 'question',
};
const icons = { grave: 'alert', warn: 'clock', question: 'hand' } as const;

/** What a manager should act on now, each with the act; or that there is nothing. */
@customElement('tt-trouble-list')
export class TroubleList extends LitElement {
  @property({ attribute: false }) board: Board | null = null;
  @property({ attribute: false }) printers: readonly PrinterNews[] = [];
  @property({ type: Number }) now = 0;
  readonly #words = new Words(this);

  static override readonly styles = [
    hostStyles,
    buttonStyles,
    css`
      :host { --tt-target: 44px; container-type: inline-size; }
      h2 { font-size: var(--tt-text-m); margin-block-end: var(--tt-space-2); }
      h2 span { color: var(--tt-ink-soft); font-weight: var(--tt-weight-normal); }
      ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(26rem, 100%), 1fr)); gap: var(--tt-space-2) var(--tt-space-3); }
      li { display: flex; flex-wrap: wrap; align-items: center; gap: var(--tt-space-1) var(--tt-space-3); padding: var(--tt-space-2) var(--tt-space-2) var(--tt-space-2) var(--tt-space-4); min-block-size: 60px; background: var(--tt-surface); border: 1px solid var(--tt-line); border-inline-start: 6px solid var(--tt-line-strong); border-radius: var(--tt-radius-card); }
      .grave { border-inline-start-color: var(--tt-breach); }
      .grave tt-icon, .grave strong { color: var(--tt-breach); }
      .warn { border-inline-start-color: var(--tt-at-risk); }
      .warn tt-icon { color: var(--tt-at-risk); }
      .question { border-inline-start-color: var(--tt-called); }
      .question tt-icon { color: var(--tt-called); }
      tt-icon { font-size: 1.25rem; }
      p { flex: 1 1 10.5rem; line-height: 1.4; }
      strong { display: block; text-wrap: balance; word-break: keep-all; overflow-wrap: anywhere; }
      small { display: block; text-wrap: balance; font-size: var(--tt-text-xs); color: var(--tt-ink-soft); }
      .acts { display: flex; flex-wrap: wrap; gap: var(--tt-space-2); }
      .calm { display: flex; gap: var(--tt-space-3); align-items: center; padding: var(--tt-space-3) var(--tt-space-4); color: var(--tt-ink-soft); background: var(--tt-surface); border: 1px solid var(--tt-line); border-radius: var(--tt-radius-card); }
      .calm tt-icon { color: var(--tt-serving); font-size: 1.25rem; }
      .calm strong { color: var(--tt-ink); display: block; }
    `,
  ];

  override render() {
    const { board } = this;
    if (board === null) return nothing;
    const say = this.#words.say.board;
    const troubles = troublesOf(board, this.now, this.printers);
    return html`<h2>${say.now} <span>${troubles.length === 0 ? '' : troubles.length}</span></h2>
      ${
        troubles.length === 0
          ? html`<div class="calm"><tt-icon name="check"></tt-icon><p><strong>${say.calm}</strong>${say.calmNext}</p></div>`
          : html`<ul>${repeat(
              troubles,
              ({ id }) => id,
              (trouble) => this.#row(board, trouble),
            )}</ul>`
      }`;
  }

  #row(board: Board, trouble: TroubleNow) {
    const grave = graveness[trouble.kind];
    const [text, more] = this.#text(board, trouble);
    return html`<li class=${grave} data-trouble=${trouble.id}><tt-icon name=${icons[grave]}></tt-icon>
      <p><strong>${text}</strong>${more === '' ? nothing : html`<small>${more}</small>`}</p>
      <div class="acts">${this.#acts(board, trouble)}</div></li>`;
  }

  #text(board: Board, trouble: TroubleNow): readonly [text: string, more: string] {
    const { say } = this.#words;
    const { board: words } = say;
    const age = (ms: number): string => ageText(ms, say);
    const since = age(this.now - trouble.since);
    switch (trouble.kind) {
      case 'unservable': {
        const names = trouble.services.map((id) => this.#name(board.services.find((each) => each.id === id)?.names, id));
        return [words.trouble.unservable(names.join(' · '), trouble.people), words.longestNow(since)];
      }
      case 'late': {
        const { line } = trouble;
        return [
          words.trouble.late(this.#words.name(line.names), trouble.people, line.targetMs === null ? '' : age(line.targetMs)),
          words.longestNow(since),
        ];
      }
      case 'promise-broken':
        return [words.trouble['promise-broken'](this.#words.name(trouble.line.names), trouble.people), words.longestNow(since)];
      case 'closed-while-waiting': {
        const all = (things: readonly { readonly names: { zh: string; en: string } }[]) =>
          things.map(({ names }) => this.#words.name(names)).join(' · ');
        return [
          words.trouble['closed-while-waiting'](all(trouble.lines), trouble.people, all(trouble.closed)),
          words.longestNow(since),
        ];
      }
      case 'paused-long': {
        const reason = say.pauseReason[trouble.station.pauseReason as keyof typeof say.pauseReason] ?? say.pauseReason.other;
        return [words.trouble['paused-long'](this.#words.name(trouble.station.names), since, reason), ''];
      }
      case 'called-long':
        return [words.trouble['called-long'](this.#words.name(trouble.station.names), trouble.station.number ?? '', since), ''];
      case 'help-long':
        return [
          words.trouble['help-long'](
            this.#name(board.zones.find(({ id }) => id === trouble.zone)?.names, words.atReception),
            since,
          ),
          '',
        ];
      case 'printer':
      case 'paper-low': {
        const { names, kiosk, message, withoutPaper } = trouble.printer;
        const place = say.printer.at(names === null ? (kiosk ?? '') : this.#words.name(names));
        const text = trouble.kind === 'printer' ? this.#words.name(message) : say.greeter.reason['paper-low'];
        const without = withoutPaper.length === 0 ? [] : [say.printer.without(withoutPaper.join(' '))];
        return [
          words.trouble[trouble.kind](place, text),
          trouble.kind === 'printer' ? [words.since(since), ...without].join(' · ') : '',
        ];
      }
      case 'proposal-open':
      case 'proposal-close': {
        const { proposal } = trouble;
        const rule =
          proposal.action === 'open'
            ? words.ruleOpen(proposal.openAtWaiting, age(proposal.holdMs))
            : words.ruleClose(proposal.closeAtWaiting, age(proposal.holdMs));
        return [
          words.trouble[trouble.kind](this.#station(board, proposal.station), proposal.waiting),
          `${rule} · ${words.expiresIn(age(proposal.expiresAt - this.now))}`,
        ];
      }
    }
  }

  #acts(board: Board, trouble: TroubleNow) {
    const say = this.#words.say.board;
    switch (trouble.kind) {
      case 'help-long':
        return html`<button type="button" data-help=${trouble.id} @click=${() => askFor(this, { say: say.sent, send: { to: 'help', id: trouble.id } })}>${say.sendSomebody}</button>`;
      case 'printer':
      case 'paper-low':
        return nothing;
      case 'late':
      case 'promise-broken':
        return html`<button type="button" @click=${() => ask(this, { kind: 'line', id: trouble.line.id })}>${say.see}</button>`;
      case 'unservable':
      case 'closed-while-waiting':
        return trouble.closed
          .slice(0, 2)
          .map(
            (station) =>
              html`<button type="button" data-open=${station.id} @click=${() => ask(this, { kind: 'station', id: station.id })}>${say.openIt(this.#words.name(station.names))}</button>`,
          );
      case 'paused-long':
      case 'called-long':
        return html`<button type="button" @click=${() => ask(this, { kind: 'station', id: trouble.station.id })}>${say.see}</button>`;
      case 'proposal-open':
      case 'proposal-close':
        return html`<button type="button" class="primary" data-answer="accept" @click=${() => this.#answer(board, trouble.proposal, 'accept')}>${say.accept}</button>
          <button type="button" data-answer="decline" @click=${() => this.#answer(board, trouble.proposal, 'decline')}>${say.decline}</button>`;
    }
  }

  /** Accepting is written down; the station is then opened or closed beside, with who. */
  #answer(board: Board, { id, station }: NonNullable<Board['proposals']>[number], verb: 'accept' | 'decline'): void {
    const say = this.#words.say.board;
    askFor(this, {
      say: verb === 'accept' ? say.accepted(this.#station(board, station)) : say.declined,
      send: { to: 'proposal', id, verb },
    });
    if (verb === 'accept') ask(this, { kind: 'station', id: station });
  }

  #station(board: Board, id: string): string {
    return this.#name(board.counters.find((each: BoardCounter) => each.id === id)?.names, id);
  }

  #name(names: { readonly zh: string; readonly en: string } | undefined, otherwise: string): string {
    return names === undefined ? otherwise : this.#words.name(names);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-trouble-list': TroubleList;
  }
}
