import type { ChartTable } from '../chart.ts';
import type { Markup } from '../svg/markup.ts';
import { html } from './element.ts';

/** A text up to so long stays on one line. */
const shortText = 12;
/** So few rows are not parted by the end of a page. */
const wholeRows = 8;
/** A table to be looked at as one sheet, such as a roster: with many columns. */
const wholeSheetRows = 24;

/** From so many columns on, letters are smaller. */
const manyColumns = 8;

const classOf = ({ columns, rows }: ChartTable): string =>
  [
    'table',
    ...(rows.length <= (columns.length >= manyColumns ? wholeSheetRows : wholeRows) ? ['whole'] : []),
    ...(columns.length >= manyColumns ? ['many'] : []),
  ].join(' ');

/** A table with its caption; the first column names the rows. Wide ones scroll by themselves. */
export const tableHtml = (table: ChartTable, caption: string): Markup =>
  html(
    'div',
    { class: classOf(table), role: 'group', tabindex: 0, 'aria-label': caption },
    html(
      'table',
      {},
      html('caption', {}, caption),
      html(
        'thead',
        {},
        html(
          'tr',
          {},
          table.columns.map(({ label, numeric }) => html('th', { scope: 'col', class: numeric ? 'number' : null }, label)),
        ),
      ),
      html(
        'tbody',
        {},
        table.rows.map((cells) =>
          html(
            'tr',
            {},
            cells.map((cell, at) =>
              at === 0
                ? html('th', { scope: 'row' }, cell)
                : html('td', { class: table.columns[at]?.numeric ? 'number' : cell.length <= shortText ? 'short' : null }, cell),
            ),
          ),
        ),
      ),
    ),
  );
