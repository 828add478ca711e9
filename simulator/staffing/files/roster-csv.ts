import type { Shift } from '../../lobby/branch/plan.ts';
import type { WeekShift } from '../week/week-recommendation.ts';

/** The roster as a table: one line a shift. A text that a spreadsheet might take for a formula is kept from being one. */
export function rosterCsv(roster: readonly Shift[]): string {
  const header = ['role', 'person', 'people', 'from', 'to', 'breaks'];
  const rows = roster.map(({ role, person, count, from, to, breaks }) => [
    role,
    person ?? '',
    String(count),
    from,
    to,
    breaksText(breaks),
  ]);
  return csv([header, ...rows]);
}

/** A week by names as a table: one line a shift, with its date. */
export function weekCsv(roster: readonly WeekShift[], dateOf: (weekday: number) => string): string {
  const header = ['date', 'weekday', 'role', 'person', 'from', 'to', 'breaks'];
  const rows = roster.map(({ weekday, role, person, from, to, breaks }) => [
    dateOf(weekday),
    String(weekday),
    role,
    person,
    from,
    to,
    breaksText(breaks),
  ]);
  return csv([header, ...rows]);
}

const breaksText = (breaks: Shift['breaks']): string => breaks.map((one) => `${one.from}-${one.to}`).join(' ');

const csv = (rows: readonly (readonly string[])[]): string => `${rows.map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;

function field(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
