import { html, type TemplateResult } from 'lit';
import '../elements/blocked.ts';
import '../elements/brand-mark.ts';
import '../elements/dialog.ts';
import '../elements/empty.ts';
import '../elements/icon.ts';
import '../elements/line-card.ts';
import '../elements/page-switches.ts';
import '../elements/person-mark.ts';
import '../elements/qr-code.ts';
import '../elements/segment-mark.ts';
import '../elements/stale-mark.ts';
import '../elements/station-card.ts';
import '../elements/ticket-marks.ts';
import '../elements/ticket-number.ts';
import '../elements/toast.ts';
import '../elements/wait-band.ts';
import { stationDirections } from '../../../simulator/lobby/branch/place.ts';
import { icons } from '../elements/icon.ts';
import type { Catalogue } from '../words/zh-CN.ts';
import { board, line, now, quote, station, ticket } from './fakes.ts';

/** One shared element: its tag, what it is for, and every state it can be in. */
export interface Piece {
  readonly tag: string;
  readonly title: string;
  /** `wide`: one state a row. */
  readonly wide?: boolean;
  readonly states: (say: Catalogue) => readonly TemplateResult[];
}

const names = { zh: '银发', en: 'Senior' };
const vip = { zh: '贵宾', en: 'VIP' };

/** The whole family, from the smallest to the largest. */
export const pieces: readonly Piece[] = [
  {
    tag: 'tt-brand-mark',
    title: '标志 Mark',
    states: () => [
      html`<span class="large"><tt-brand-mark></tt-brand-mark></span>`,
      html`<span class="brand"><tt-brand-mark></tt-brand-mark></span>`,
    ],
  },
  {
    tag: 'tt-ticket-number',
    title: '号码 Ticket number',
    states: () =>
      ['A012', 'B1001', 'V003'].map(
        (number) => html`<span class="large"><tt-ticket-number number=${number}></tt-ticket-number></span>`,
      ),
  },
  {
    tag: 'tt-wait-band',
    title: '预计等候 Wait band',
    states: () =>
      [quote(8, 14), quote(0, 0.5), quote(0, 4), quote(5, 5), quote(23, 41), null].map(
        (each) => html`<tt-wait-band .quote=${each}></tt-wait-band>`,
      ),
  },
  {
    tag: 'tt-segment-mark',
    title: '客层与标签 Segment and trait',
    states: () => [
      html`<tt-segment-mark kind="segment" .names=${vip}></tt-segment-mark>`,
      html`<tt-segment-mark kind="trait" .names=${names}></tt-segment-mark>`,
    ],
  },
  {
    tag: 'tt-ticket-marks',
    title: '号票的标记 Marks of a ticket',
    states: () => [
      html`<tt-ticket-marks .board=${board} .ticket=${ticket({ segment: 'vip', traits: ['senior', 'care'] })}></tt-ticket-marks>`,
      html`<tt-ticket-marks .board=${board} .ticket=${ticket({ prepared: true, present: false })}></tt-ticket-marks>`,
    ],
  },
  {
    tag: 'tt-person-mark',
    title: '人员 Person',
    states: () => [
      html`<tt-person-mark label="T01" post="teller"></tt-person-mark>`,
      html`<tt-person-mark label="F01" post="advisor"></tt-person-mark>`,
      html`<tt-person-mark post="advisor" standing="missing"></tt-person-mark>`,
    ],
  },
  {
    tag: 'tt-stale-mark',
    title: '实时与否 Live or not',
    states: () => [
      html`<tt-stale-mark link="connecting"></tt-stale-mark>`,
      html`<tt-stale-mark link="live"></tt-stale-mark>`,
      html`<tt-stale-mark link="stale" .silentMs=${8_000}></tt-stale-mark>`,
      html`<tt-stale-mark link="stale" .silentMs=${190_000}></tt-stale-mark>`,
    ],
  },
  {
    tag: 'button',
    title: '按钮 Buttons',
    states: ({ verb }) => [
      html`<button type="button" class="primary">${verb['call-next']}</button>`,
      html`<button type="button">${verb.transfer}</button>`,
      html`<button type="button" class="quiet">${verb.park}</button>`,
      html`<button type="button" class="grave">${verb.close}</button>`,
      html`<button type="button" disabled>${verb.ready}</button>`,
    ],
  },
  {
    tag: 'tt-page-switches',
    title: '明暗与语言 Theme and language',
    states: () => [html`<tt-page-switches></tt-page-switches>`],
  },
  {
    tag: 'tt-line-card',
    title: '队列 Line',
    wide: true,
    states: () => [
      html`<tt-line-card .line=${line({})} .now=${now}></tt-line-card>`,
      html`<tt-line-card .line=${line({ waiting: 0, longestSince: null, next: [] })} .now=${now}></tt-line-card>`,
    ],
  },
  {
    tag: 'tt-station-card',
    title: '服务点 Station',
    wide: true,
    states: () =>
      [
        station({ status: 'closed' }),
        station({ status: 'ready' }),
        station({ status: 'busy', phase: 'called', number: 'A012' }),
        station({ status: 'busy', phase: 'serving', number: 'B1001' }),
        station({ status: 'wrap-up' }),
        station({ status: 'paused', pauseReason: 'break' }),
      ].map((each) => html`<tt-station-card .station=${each} .now=${now}></tt-station-card>`),
  },
  {
    tag: 'tt-dialog',
    title: '对话 Dialog',
    wide: true,
    states: ({ kiosk }) => [
      html`<tt-dialog inline heading=${kiosk.stillThere} text=${kiosk.stillThereNext(12)} button=${kiosk.stay}></tt-dialog>`,
      html`<tt-dialog inline heading=${kiosk.helpState.asked} text=${kiosk.helpNext.asked} button=${kiosk.close}></tt-dialog>`,
    ],
  },
  {
    tag: 'tt-toast',
    title: '回执 Toast',
    wide: true,
    states: ({ done, failure, verb }) => [
      html`<tt-toast text=${done.finish('A012')} action=${verb.undo} keycap="Z"></tt-toast>`,
      html`<tt-toast text=${failure.away} tone="refused"></tt-toast>`,
    ],
  },
  {
    tag: 'tt-empty',
    title: '空 Empty',
    wide: true,
    states: ({ counter }) => [html`<tt-empty heading=${counter.empty} next=${counter.emptyNext}></tt-empty>`],
  },
  {
    tag: 'tt-blocked',
    title: '不可用 Blocked',
    wide: true,
    states: () => [html`<tt-blocked why="no-pass"></tt-blocked>`, html`<tt-blocked why="refused" code="bad-token"></tt-blocked>`],
  },
  {
    tag: 'tt-qr-code',
    title: '二维码 QR code',
    states: ({ ticket: words }) => [
      html`<tt-qr-code text="https://lobby.example/t/0123456789abcdef" label=${words.title}></tt-qr-code>`,
    ],
  },
  {
    tag: 'tt-icon',
    title: '图标与方向 Icons and directions',
    states: ({ direction }) => [
      ...icons.map((name) => html`<tt-icon name=${name} title=${name}></tt-icon>`),
      ...stationDirections.map((way) => html`<span><tt-icon name=${way}></tt-icon> ${direction[way]}</span>`),
    ],
  },
];
