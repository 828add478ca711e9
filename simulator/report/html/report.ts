import type { Chart, ChartTable } from '../chart.ts';
import { type Child, Markup, markup } from '../svg/markup.ts';
import { type Language, wordsIn } from '../words/words.ts';
import { html } from './element.ts';
import { figureHtml } from './figure.ts';
import { reportStyle } from './style.ts';
import { tableHtml } from './table.ts';

/** A part of a section, in the order it is read. */
export type Block =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'list'; readonly items: readonly string[] }
  | { readonly is: 'facts'; readonly facts: readonly Fact[] }
  | { readonly is: 'chart'; readonly chart: Chart }
  /** Side by side where there is room: before and after. */
  | { readonly is: 'pair'; readonly charts: readonly [Chart, Chart] }
  | { readonly is: 'table'; readonly title: string; readonly table: ChartTable };

/** A figure that stands for itself, e.g. what a plan costs a day. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly note?: string | undefined;
}

export interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A study to be read and printed. All texts are in its language; none of them is markup. */
export interface Report {
  readonly language: Language;
  readonly title: string;
  /** Branch, period, version: one line. */
  readonly about: string;
  /** When it was made, as it is to be read. */
  readonly made: string;
  /** What comes of it, in one or two sentences; then what else must be said at once. */
  readonly finding: string;
  readonly details: readonly string[];
  readonly facts: readonly Fact[];
  readonly sections: readonly Section[];
  /** What it stands on: what was assumed, left out or doubtful. */
  readonly assumptions: readonly string[];
  /** Commands that give the same figures again, and what they need. */
  readonly reproduce: { readonly commands: readonly string[]; readonly notes: readonly string[] };
}

/** The report as one HTML file that needs nothing else: no script, no font, no network. */
export function reportHtml(report: Report): string {
  const { language } = report;
  const { report: words } = wordsIn(language);
  let figures = 0;
  let tables = 0;
  const figure = (chart: Chart): Markup => {
    figures += 1;
    return figureHtml(chart, language, figures);
  };
  const block = (part: Block): Child => {
    switch (part.is) {
      case 'text':
        return html('p', {}, part.text);
      case 'list':
        return list(part.items);
      case 'facts':
        return factsHtml(part.facts);
      case 'chart':
        return figure(part.chart);
      case 'pair':
        return html('div', { class: 'pair' }, part.charts.map(figure));
      case 'table':
        tables += 1;
        return tableHtml(part.table, `${words.table(tables)} ${part.title}`);
    }
  };
  const section = (title: string, ...parts: readonly Child[]): Markup => html('section', {}, html('h2', {}, title), ...parts);
  const body = html(
    'main',
    {},
    html(
      'header',
      {},
      html('h1', {}, report.title),
      html('p', { class: 'about' }, report.about),
      html('p', { class: 'made' }, `${words.product} · ${words.made(report.made)}`),
    ),
    html(
      'section',
      { 'aria-label': words.finding },
      html('p', { class: 'finding' }, report.finding),
      report.details.map((text) => html('p', {}, text)),
      report.facts.length === 0 ? null : factsHtml(report.facts),
    ),
    report.sections.map(({ title, blocks }) => section(title, blocks.map(block))),
    report.assumptions.length === 0 ? null : section(words.assumptions, list(report.assumptions)),
    section(
      words.reproduce,
      report.reproduce.notes.map((text) => html('p', {}, text)),
      report.reproduce.commands.length === 0 ? null : html('pre', {}, html('code', {}, report.reproduce.commands.join('\n'))),
    ),
  );
  return `<!doctype html>\n${documentOf(report, body).text}\n`;
}

/** The policy lets nothing run and nothing load, whatever a text may hold. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

const documentOf = ({ language, title }: Report, body: Markup): Markup =>
  html(
    'html',
    { lang: language },
    html(
      'head',
      {},
      html('meta', { charset: 'utf-8' }),
      html('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      html('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
      html('title', {}, title),
      // Ours and constant: no text of a report is in it.
      html('style', {}, new Markup(reportStyle)),
    ),
    html('body', {}, body),
  );

const list = (items: readonly string[]): Markup =>
  html(
    'ul',
    {},
    items.map((item) => html('li', {}, item)),
  );

const factsHtml = (facts: readonly Fact[]): Markup =>
  html(
    'dl',
    { class: 'facts' },
    facts.map(({ label, value, note }) =>
      html(
        'div',
        {},
        html('dt', {}, label),
        html('dd', {}, value, note === undefined ? null : markup(html('span', { class: 'note' }, note))),
      ),
    ),
  );
