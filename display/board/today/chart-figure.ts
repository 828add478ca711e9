import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type Chart, leastHeightPx, leastWidthPx } from '../../../simulator/report/chart.ts';
import { buttonStyles } from '../../ui/styles/button.ts';
import { hostStyles } from '../../ui/styles/host.ts';
import { Words } from '../../ui/words/words.ts';
import { drawingFrom } from './drawing-from.ts';

/** Makes the chart for a width in px, and a height where the place has one. */
export type Draw = (widthPx: number, heightPx?: number) => Chart | null;

/** Draws a chart as wide as there is room; the figures are a table beside it. Fires `why`. */
@customElement('tt-chart-figure')
export class ChartFigure extends LitElement {
  @property({ attribute: false }) draw: Draw = () => null;
  /** Can be asked how it is counted. */
  @property({ type: Boolean }) asked = false;
  @state() private widthPx = 0;
  /** Room for the drawing where the place has a height of its own. */
  @state() private roomPx: number | undefined;
  @state() private asTable = false;
  readonly #words = new Words(this);
  #observer: ResizeObserver | null = null;
  #room: DOMRectReadOnly | null = null;
  #svg = '';
  #made: {
    readonly draw: Draw;
    readonly widthPx: number;
    readonly heightPx: number | undefined;
    readonly chart: Chart | null;
  } | null = null;

  static override readonly styles = [
    hostStyles,
    buttonStyles,
    css`
      :host { min-inline-size: 0; }
      figure { margin: 0; }
      header { display: flex; gap: var(--tt-space-2); align-items: start; justify-content: space-between; }
      h3 { font-size: var(--tt-text-s); padding-block: var(--tt-space-2); }
      header div { display: flex; }
      button { white-space: nowrap; font-size: var(--tt-text-xs); min-block-size: 44px; }
      .drawing svg { display: block; max-inline-size: 100%; block-size: auto; }
      .drawing.filled { block-size: var(--room); }
      .drawing.filled svg { inline-size: 100%; block-size: 100%; }
      .wide { overflow-x: auto; max-block-size: 16rem; }
      table { border-collapse: collapse; font-size: var(--tt-text-xs); inline-size: 100%; }
      th, td { text-align: start; padding: var(--tt-space-1) var(--tt-space-2); border-block-end: 1px solid var(--tt-line); white-space: nowrap; }
      .figure { text-align: end; }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer = new ResizeObserver(([entry]) => {
      this.#room = entry?.contentRect ?? null;
      this.#measure();
    });
    this.#observer.observe(this);
  }
  override disconnectedCallback(): void {
    this.#observer?.disconnect();
    super.disconnectedCallback();
  }

  /** Where `--chart-fill` is set the place has a height of its own: the chart takes what its heading leaves, drawn smaller if it must. */
  #measure(): void {
    this.widthPx = Math.floor(this.#room?.width ?? 0);
    const isFilled = getComputedStyle(this).getPropertyValue('--chart-fill') !== '';
    const leftPx = Math.floor((this.#room?.height ?? 0) - (this.renderRoot.querySelector('header')?.offsetHeight ?? 0));
    this.roomPx = isFilled && leftPx > 0 ? leftPx : undefined;
  }

  override render() {
    const chart = this.#chart();
    if (chart === null) return nothing;
    const { board } = this.#words.say;
    return html`<figure>
      <header><h3>${chart.title}</h3><div>
        <button type="button" class="quiet" aria-pressed=${this.asTable} @click=${this.#turn}>${this.asTable ? board.chart : board.table}</button>
        ${this.asked ? html`<button type="button" class="quiet" data-why @click=${() => this.dispatchEvent(new CustomEvent('why'))}>${board.why}</button>` : nothing}</div></header>
      <div class="drawing ${this.roomPx === undefined ? '' : 'filled'}" .style=${`--room: ${this.roomPx ?? 0}px`} ?hidden=${this.asTable}></div>
      ${this.asTable ? this.#table(chart) : nothing}
    </figure>`;
  }

  override updated(): void {
    this.#measure();
    const place = this.renderRoot.querySelector('.drawing');
    const svg = this.#chart()?.svg ?? '';
    if (place === null || (svg === this.#svg && place.hasChildNodes())) return;
    this.#svg = svg;
    place.replaceChildren(drawingFrom(svg));
  }

  #chart(): Chart | null {
    if (this.widthPx === 0) return null;
    const { draw, widthPx } = this;
    const heightPx = this.roomPx && Math.max(leastHeightPx, this.roomPx);
    if (this.#made?.draw !== draw || this.#made.widthPx !== widthPx || this.#made.heightPx !== heightPx)
      this.#made = { draw, widthPx, heightPx, chart: draw(Math.max(leastWidthPx, widthPx), heightPx) };
    return this.#made.chart;
  }

  readonly #turn = (): void => {
    this.asTable = !this.asTable;
  };

  #table({ table, caption }: Chart) {
    const kind = (at: number) => (table.columns[at]?.numeric ? 'figure' : '');
    return html`<div class="wide" tabindex="0" role="group" aria-label=${caption}><table>
      <thead><tr>${table.columns.map(({ label }, at) => html`<th scope="col" class=${kind(at)}>${label}</th>`)}</tr></thead>
      <tbody>${table.rows.map((row) => html`<tr>${row.map((cell, at) => html`<td class=${kind(at)}>${cell}</td>`)}</tr>`)}</tbody>
    </table></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tt-chart-figure': ChartFigure;
  }
}
