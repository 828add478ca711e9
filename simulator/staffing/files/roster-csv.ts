import type { Shift } from '../../lobby/branch/plan.ts';
import { roleWords } from '../changes.ts';
import type { WeekRecommendation } from '../week/week-recommendation.ts';
import { weekdayNames } from '../week/weekday-names.ts';

/** What of a week goes into files for people's calendars and tables. */
export type WeekFile = Pick<WeekRecommendation, 'roster' | 'onCall' | 'backOffice'>;

const dayHeaders = {
  en: ['role', 'person', 'people', 'from', 'to', 'breaks'],
  zh: ['岗位', '员工', '人数', '开始', '结束', '休息'],
} as const;
/** Letters by which a spreadsheet knows that a file is UTF-8. */
const mark = { en: '', zh: '\uFEFF' } as const;

/** The roster as a table: one line a shift. A text that a spreadsheet might take for a formula is kept from being one. */
export function rosterCsv(roster: readonly Shift[], language: 'zh' | 'en' = 'en'): string {
  const rows = roster.map(({ role, person, count, from, to, breaks }) => [
    language === 'zh' ? roleWords[role].zh : role,
    person ?? '',
    String(count),
    from,
    to,
    breaksText(breaks),
  ]);
  return `${mark[language]}${csv([[...dayHeaders[language]], ...rows])}`;
}

/** What somebody does in a line of a week's table. */
const kinds = {
  work: { zh: '上班', en: 'work' },
  'on-call': { zh: '待命', en: 'on-call' },
  'back-office': { zh: '后台', en: 'back-office' },
} as const;
const headers = {
  en: ['date', 'weekday', 'role', 'person', 'from', 'to', 'breaks', 'kind'],
  zh: ['日期', '星期', '岗位', '员工', '开始', '结束', '休息', '类别'],
} as const;

/**
 * A week by names as a table: one line a shift with its date, whoever stands by, and who is in the back office when. In English it is for
 * machines; in Chinese it is to be read, and begins with a mark by which a spreadsheet knows its letters.
 */
export function weekCsv(week: WeekFile, dateOf: (weekday: number) => string, language: 'zh' | 'en' = 'en'): string {
  const role = (person: string): Shift['role'] => week.roster.find((one) => one.person === person)?.role ?? 'teller';
  const zh = language === 'zh';
  const rows = [
    ...week.roster.map((one) => ({ ...one, kind: kinds.work })),
    ...(week.onCall?.standingBy ?? []).map((one) => ({ ...one, kind: kinds['on-call'] })),
    ...(week.backOffice ?? []).map((one) => ({ ...one, role: role(one.person), breaks: [], kind: kinds['back-office'] })),
  ].map((one) => [
    dateOf(one.weekday),
    zh ? weekdayNames.zh[one.weekday]! : String(one.weekday),
    zh ? roleWords[one.role].zh : one.role,
    one.person,
    one.from,
    one.to,
    breaksText(one.breaks),
    one.kind[language],
  ]);
  return `${mark[language]}${csv([[...headers[language]], ...rows])}`;
}

const breaksText = (breaks: Shift['breaks']): string => breaks.map((one) => `${one.from}-${one.to}`).join(' ');

const csv = (rows: readonly (readonly string[])[]): string => `${rows.map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;

function field(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
