import { plain } from '../../../report/format/quantity.ts';
import type { Block } from '../../../report/html/report.ts';
import { roleNames } from '../../../report/roster/role-names.ts';
import { type Column, tableOf } from '../../../report/table.ts';
import { type Language, labelIn } from '../../../report/words/words.ts';
import type { DayOfWeek, WeekRecommendation } from '../../../staffing/week/week-recommendation.ts';
import { inCell, shareWords, waitWords } from './estimate-words.ts';
import { whenMissed } from './tables.ts';
import { weekWords } from './week-words.ts';
import { reportWords } from './words.ts';

const table = <Row>(title: string, rows: readonly Row[], columns: readonly (Column<Row> | null)[]): Block => ({
  is: 'table',
  title,
  table: tableOf(rows, columns),
});

/** Everybody's week on one sheet, those of a role together: what hangs on the wall. */
export function namesTable({ days, people, roster }: WeekRecommendation, language: Language): Block {
  const words = weekWords[language];
  const roleOf = (id: string) => roster.find(({ person }) => person === id)?.role;
  const working = people.filter(({ id }) => roleOf(id) !== undefined);
  const cell = (id: string, weekday: number): string =>
    roster
      .filter((one) => one.person === id && one.weekday === weekday)
      .map(({ from, to, breaks }) =>
        [`${from}–${to}`, ...(breaks.length > 0 ? [`(${breaks.map((rest) => `${rest.from}–${rest.to}`).join(' ')})`] : [])].join(
          '\n',
        ),
      )
      .join('\n');
  return table(
    words.rosters,
    working.toSorted((a, b) => `${roleOf(b.id)}`.localeCompare(`${roleOf(a.id)}`)),
    [
      { label: words.person, words: true, cell: ({ id }) => id },
      { label: reportWords[language].role, words: true, cell: ({ id }) => labelIn(language, roleNames[roleOf(id)!].one) },
      ...days.map(({ weekday }) => ({
        label: words.dayNames[weekday]!,
        words: true,
        cell: ({ id }: { readonly id: string }) => cell(id, weekday),
      })),
      { label: words.total, cell: ({ hours }) => plain(hours) },
    ],
  );
}

/** What each day comes to. */
export function daysTable(days: readonly DayOfWeek[], language: Language): Block {
  const words = weekWords[language];
  const usual = reportWords[language];
  return table(words.daysTable, days, [
    { label: words.day, words: true, cell: ({ weekday }) => words.dayNames[weekday]! },
    { label: usual.p90, cell: ({ kpis }) => inCell(waitWords(kpis.waitP90Ms, language)) },
    { label: usual.left, cell: ({ kpis }) => inCell(shareWords(kpis.abandonRate)) },
    days.some(({ today }) => today)
      ? { label: words.missedToday, cell: ({ today }) => (today ? plain(today.missed.length) : '—') }
      : null,
    { label: words.holdsLabel, words: true, cell: ({ holds }) => (holds ? words.yes : words.no) },
    days.some(({ holds }) => !holds)
      ? { label: words.doubt, words: true, cell: ({ failing }) => whenMissed(failing, language) }
      : null,
  ]);
}

/** How each day differs from today's plan, and why. */
export function weekChangesTable(days: readonly DayOfWeek[], language: Language): Block {
  const words = reportWords[language];
  const rows = days.flatMap(({ weekday, changes }) => changes.map((change) => ({ weekday, ...change })));
  return table(words.changes, rows, [
    {
      label: weekWords[language].day,
      words: true,
      cell: ({ weekday }) => weekWords[language].dayNames[weekday]!,
    },
    { label: words.time, words: true, cell: ({ from, to }) => `${from}–${to}` },
    { label: words.role, words: true, cell: ({ role }) => labelIn(language, roleNames[role].all) },
    { label: words.change, cell: ({ today, recommended }) => `${today} → ${recommended}` },
    { label: words.reason, words: true, cell: ({ reason }) => labelIn(language, reason) },
  ]);
}

/** The week's days when they do not go as forecast. */
export function weekRisksTable(days: readonly DayOfWeek[], language: Language): Block {
  const words = reportWords[language];
  const rows = days.flatMap(({ weekday, risks }) => risks.map((risk) => ({ weekday, ...risk })));
  return table(words.risks, rows, [
    {
      label: weekWords[language].day,
      words: true,
      cell: ({ weekday }) => weekWords[language].dayNames[weekday]!,
    },
    { label: words.risk, words: true, cell: ({ name }) => labelIn(language, name) },
    { label: words.p90, cell: ({ kpis }) => inCell(waitWords(kpis.waitP90Ms, language)) },
    { label: words.missedWhen, words: true, cell: ({ missed }) => whenMissed(missed, language) },
  ]);
}

/** A time of somebody on a day of the week. */
interface PersonTime {
  readonly weekday: number;
  readonly person: string;
  readonly from: string;
  readonly to: string;
}

/** Who is where beside the roster, a line a person, their times by day: standing by, or in the back office. */
export function timesTable(title: string, times: readonly PersonTime[], language: Language): Block {
  const words = weekWords[language];
  const people = [...new Set(times.map(({ person }) => person))].sort();
  const weekdays = [...new Set(times.map(({ weekday }) => weekday))].sort();
  return table(title, people, [
    { label: words.person, words: true, cell: (id) => id },
    ...weekdays.map((weekday) => ({
      label: words.dayNames[weekday]!,
      words: true,
      cell: (id: string) =>
        times
          .filter((one) => one.person === id && one.weekday === weekday)
          .map(({ from, to }) => `${from}–${to}`)
          .join('\n'),
    })),
  ]);
}
