import type { Chart } from '../chart.ts';
import { Markup } from '../svg/markup.ts';
import { type Language, wordsIn } from '../words/words.ts';
import { html } from './element.ts';
import { tableHtml } from './table.ts';

/** A chart with what it says above it, how to read it below, and its figures behind a word. */
export function figureHtml(chart: Chart, language: Language, number: number | null = null): Markup {
  const { report } = wordsIn(language);
  const id = number === null ? null : `figure-${number}`;
  return html(
    'figure',
    { id, class: chart.kind },
    html('h3', {}, number === null ? null : html('span', { class: 'ordinal' }, `${report.figure(number)} `), chart.title),
    // The drawing is markup already: charts escape what they are given. On a phone it keeps its size and scrolls, by key too.
    html('div', { class: 'drawing', tabindex: 0 }, new Markup(chart.svg)),
    html('figcaption', {}, chart.caption),
    html('details', {}, html('summary', {}, report.showTable), tableHtml(chart.table, chart.title)),
  );
}
