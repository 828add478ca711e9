import type { Shift } from '../lobby/branch/plan.ts';

/** The roster as a table: one line a shift. A text that a spreadsheet might take for a formula is kept from being one. */
export function rosterCsv(roster: readonly Shift[]): string {
  const header = ['role', 'person', 'people', 'from', 'to', 'breaks'];
  const rows = roster.map(({ role, person, count, from, to, breaks }) => [
    role,
    person ?? '',
    String(count),
    from,
    to,
    breaks.map((one) => `${one.from}-${one.to}`).join(' '),
  ]);
  return `${[header, ...rows].map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;
}

function field(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
