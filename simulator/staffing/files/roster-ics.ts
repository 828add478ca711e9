import type { Shift } from '../../lobby/branch/plan.ts';
import type { WeekFile } from './roster-csv.ts';

export interface CalendarDay {
  /** yyyy-mm-dd. */
  readonly date: string;
  /** IANA zone of the branch. */
  readonly zone: string;
  readonly branch: string;
}

/** Octets of a line of a calendar file (RFC 5545, 3.1). */
const lineOctets = 75;

/** The roster as a calendar file (RFC 5545): one event for each person's shift, at local time of the branch. */
export const rosterIcs = (roster: readonly Shift[], day: CalendarDay): string => calendarOf(eventsOf(roster, day));

/** A week by names as a calendar file, each shift on its date; who stands by, and who is in the back office, under that name. */
export const weekIcs = (
  { backOffice = [], onCall, roster }: WeekFile,
  dateOf: (weekday: number) => string,
  branch: Omit<CalendarDay, 'date'>,
): string => {
  const all: readonly (Shift & { weekday: number })[] = [
    ...roster.map((shift) => ({ ...shift, count: 1 })),
    ...(onCall?.standingBy ?? []).map((shift) => ({ ...shift, count: 1, person: `${shift.person} 待命 on call` })),
    ...backOffice.map((one) => ({
      ...one,
      role: 'teller' as const,
      count: 1,
      breaks: [],
      person: `${one.person} 后台 back office`,
    })),
  ];
  return calendarOf(
    [...new Set(all.map(({ weekday }) => weekday))].flatMap((weekday) =>
      eventsOf(
        all.filter((shift) => shift.weekday === weekday),
        { ...branch, date: dateOf(weekday) },
      ),
    ),
  );
};

function calendarOf(events: readonly string[]): string {
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//tingtang//roster//EN', ...events, 'END:VCALENDAR'];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

function eventsOf(roster: readonly Shift[], { date, zone, branch }: CalendarDay): string[] {
  const day = date.replaceAll('-', '');
  const time = (clock: string): string => (clock === '24:00' ? `${day}T235959` : `${day}T${clock.replace(':', '')}00`);
  return roster.flatMap(({ role, person, count, from, to, breaks }, shift) =>
    Array.from({ length: count }, (_, one) => [
      'BEGIN:VEVENT',
      `UID:${day}-${shift}-${one}@${branch}.tingtang`,
      `DTSTAMP:${day}T000000Z`,
      `DTSTART;TZID=${zone}:${time(from)}`,
      `DTEND;TZID=${zone}:${time(to)}`,
      `SUMMARY:${escaped(person ?? `${role} ${one + 1}`)}`,
      ...(breaks.length === 0 ? [] : [`DESCRIPTION:${escaped(`休息 break ${breaks.map((b) => `${b.from}–${b.to}`).join(', ')}`)}`]),
      'END:VEVENT',
    ]).flat(),
  );
}

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');

/** Long lines go on after a line break and a blank; a character is never cut in two. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > lineOctets - (parts.length > 0 ? 1 : 0)) {
      parts.push(part);
      part = '';
      octets = 0;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
}
