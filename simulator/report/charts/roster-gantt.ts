import { groups, max, min, range, sum } from 'd3';
import { hourMs } from '../../workload/clock.ts';
import { lineUpright } from '../axis/grid-line.ts';
import { timeAxis, timeAxisPx } from '../axis/time-axis.ts';
import { type Chart, type ChartOptions, type ChartTable, sizeOf } from '../chart.ts';
import { clock, span } from '../format/clock.ts';
import { plain } from '../format/quantity.ts';
import { runsOf } from '../format/runs.ts';
import { drawing } from '../svg/drawing.ts';
import { element, rectangle } from '../svg/element.ts';
import { emptyPlot } from '../svg/empty.ts';
import { hatch } from '../svg/hatch.ts';
import { header } from '../svg/key.ts';
import { type Markup, markup } from '../svg/markup.ts';
import { centred, drawText, smallPx } from '../svg/text.ts';
import { fitted, textWidth } from '../svg/text-width.ts';
import { tableOf } from '../table.ts';
import { hues, type Paint, paint } from '../theme/paint.ts';
import { type Label, type Language, labelIn, wordsIn } from '../words/words.ts';

export interface Piece {
  /** Ms after local midnight. */
  readonly fromMs: number;
  readonly toMs: number;
}

/** One person's day, or that of so many alike. */
export interface RosterRow {
  readonly name: Label;
  readonly role: Label;
  readonly count: number;
  /** Pieces of work, in order of time; a split shift has two. */
  readonly pieces: readonly Piece[];
  readonly breaks: readonly Piece[];
}

export interface RosterGantt {
  /** Rows of one role stand together. */
  readonly rows: readonly RosterRow[];
  /** The part of the day shown at least, so that two rosters stand on one scale. */
  readonly shown?: Piece | undefined;
}

const rowPx = 26;
const barPx = 18;

/** 班次: who works when, by role. As high as it has rows. */
export function rosterGantt({ rows: given, shown }: RosterGantt, options: ChartOptions): Chart {
  // Pieces that touch or overlap are one piece: nobody works twice at a time.
  const rows = given.map((row) => ({ ...row, pieces: runsOf(row.pieces), breaks: runsOf(row.breaks) }));
  const { language } = options;
  const words = wordsIn(language);
  const { roster } = words;
  const worked = rows.filter(({ pieces }) => pieces.some(({ fromMs, toMs }) => toMs > fromMs));
  const byRole = groups(worked, ({ role }) => labelIn(language, role));
  const long = worked.length > 12;
  const head = header(options.width ?? 680, roster.axis, [
    { text: roster.work, swatch: (x, y) => workBox(x, x + 18, y, y + 12, 'chart-1') },
    { text: roster.rest, swatch: (x, y) => breakBox(x, x + 18, y, y + 12) },
  ]);
  const top = head.heightPx + (long ? timeAxisPx : 4);
  const bottom = top + (worked.length + byRole.length) * rowPx + 4;
  const size = sizeOf({ ...options, height: undefined }, Math.max(180, bottom + timeAxisPx));
  const title = options.title ?? finding(worked, language);
  const chart = { kind: 'roster-gantt', title, caption: roster.caption, table: tableFor(worked, language) };
  if (worked.length === 0) return { ...chart, svg: drawing(chart.kind, size, title, roster.empty, emptyPlot(size, roster.empty)) };

  const texts = worked.map((row) => nameOf(row, language));
  const nameRoom = Math.min(size.width * 0.28, Math.max(...texts.map((text) => textWidth(text, smallPx)))) + 12;
  const totals = worked.map((row) => roster.hours(plain(hoursOf(row))));
  const totalRoom = Math.max(...totals.map((text) => textWidth(text, smallPx))) + 12;
  const plot = { left: Math.max(24, nameRoom), right: size.width - Math.max(24, totalRoom), top, bottom };
  const all = [...worked.flatMap(({ pieces }) => pieces), ...(shown ? [shown] : [])];
  const fromMs = Math.floor(min(all, (piece) => piece.fromMs)! / hourMs) * hourMs;
  const toMs = Math.ceil(max(all, (piece) => piece.toMs)! / hourMs) * hourMs;
  const time = timeAxis(plot, fromMs, toMs);
  const parts: Markup[] = range(fromMs, toMs + 1, hourMs).map((ms) => lineUpright(time.x(ms), plot.top, plot.bottom));
  let y = plot.top;
  byRole.forEach(([role, members], group) => {
    const people = sum(members, ({ count }) => count);
    parts.push(
      drawText({
        x: 0,
        y: y + 18,
        text: fitted(roster.group(role, people), smallPx, size.width),
        strong: true,
        paint: 'ink',
        halo: true,
      }),
    );
    y += rowPx;
    for (const row of members) {
      parts.push(
        drawText({ x: 0, y: centred(y + rowPx / 2), text: fitted(nameOf(row, language), smallPx, nameRoom - 12) }),
        rowBars(row, y + (rowPx - barPx) / 2, time.x, hues[Math.min(group, hues.length - 1)]!),
        drawText({
          x: size.width,
          y: centred(y + rowPx / 2),
          text: roster.hours(plain(hoursOf(row))),
          anchor: 'end',
          paint: 'ink-faint',
        }),
      );
      y += rowPx;
    }
  });
  const axes = long
    ? markup(time.markup, element('g', { transform: `translate(0 ${top - bottom - timeAxisPx})` }, time.markup))
    : time.markup;
  return { ...chart, svg: drawing(chart.kind, size, title, roster.caption, head.markup, axes, parts) };
}

const nameOf = ({ name, count }: RosterRow, language: Language): string =>
  `${labelIn(language, name)}${count > 1 ? ` ×${count}` : ''}`;

/** Working hours of one person of the row: breaks are not worked. */
const hoursOf = ({ pieces, breaks }: RosterRow): number => {
  const length = ({ fromMs, toMs }: Piece): number => Math.max(0, toMs - fromMs);
  const rests = breaks.flatMap((rest) =>
    pieces.map((piece) => length({ fromMs: Math.max(rest.fromMs, piece.fromMs), toMs: Math.min(rest.toMs, piece.toMs) })),
  );
  return (sum(pieces, length) - sum(rests)) / hourMs;
};

const workBox = (x0: number, x1: number, y0: number, y1: number, hue: Paint): Markup =>
  markup(
    rectangle(x0, y0, x1, y1, { fill: paint('surface') }),
    rectangle(x0, y0, x1, y1, { fill: paint(hue), 'fill-opacity': 0.22 }),
    rectangle(x0, y0, Math.min(x1, x0 + 3), y1, { fill: paint(hue) }),
  );

const breakBox = (x0: number, x1: number, y0: number, y1: number): Markup =>
  markup(rectangle(x0, y0, x1, y1, { fill: paint('surface') }), hatch({ x0, y0, x1, y1 }, 'line-strong'));

/** Bars of a row, breaks cut out, with the clock written in where it fits. */
function rowBars({ pieces, breaks }: RosterRow, y: number, x: (ms: number) => number, hue: Paint): Markup {
  return markup(
    pieces.map((piece) => {
      const rests = breaks
        .map(({ fromMs, toMs }) => ({ fromMs: Math.max(fromMs, piece.fromMs), toMs: Math.min(toMs, piece.toMs) }))
        .filter(({ fromMs, toMs }) => toMs > fromMs);
      const firstEnd = x(min(rests, ({ fromMs }) => fromMs) ?? piece.toMs);
      const lastStart = x(max(rests, ({ toMs }) => toMs) ?? piece.fromMs);
      const [x0, x1] = [x(piece.fromMs), x(piece.toMs)];
      const label = (at: number, anchor: 'start' | 'end', text: string) =>
        drawText({ x: at, y: centred(y + barPx / 2), text, anchor, paint: 'ink' });
      const whole = span(piece.fromMs, piece.toMs);
      const clockPx = textWidth('00:00', smallPx) + 12;
      return [
        workBox(x0, x1, y, y + barPx, hue),
        rests.map(({ fromMs, toMs }) => breakBox(x(fromMs), x(toMs), y, y + barPx)),
        rests.length === 0 && x1 - x0 >= textWidth(whole, smallPx) + 14
          ? label(x0 + 8, 'start', whole)
          : [
              firstEnd - x0 >= clockPx && (rests.length > 0 || x1 - x0 >= 2 * clockPx)
                ? label(x0 + 8, 'start', clock(piece.fromMs))
                : null,
              x1 - lastStart >= clockPx && (rests.length > 0 || x1 - x0 >= 2 * clockPx)
                ? label(x1 - 5, 'end', clock(piece.toMs))
                : null,
            ],
      ];
    }),
  );
}

function finding(rows: readonly RosterRow[], language: Language): string {
  const { roster } = wordsIn(language);
  if (rows.length === 0) return roster.question;
  return roster.total(
    sum(rows, ({ count }) => count),
    plain(sum(rows, (row) => row.count * hoursOf(row))),
  );
}

function tableFor(rows: readonly RosterRow[], language: Language): ChartTable {
  const { roster, columns } = wordsIn(language);
  const list = (pieces: readonly Piece[]): string => pieces.map(({ fromMs, toMs }) => span(fromMs, toMs)).join(', ') || '—';
  return tableOf(rows, [
    { label: columns.role, words: true, cell: ({ role }) => labelIn(language, role) },
    { label: columns.person, words: true, cell: ({ name }) => labelIn(language, name) },
    { label: columns.people, cell: ({ count }) => String(count) },
    { label: roster.work, words: true, cell: ({ pieces }) => list(pieces) },
    { label: roster.rest, words: true, cell: ({ breaks }) => list(breaks) },
    { label: roster.hoursEach, cell: (row) => plain(hoursOf(row), 2) },
  ]);
}
