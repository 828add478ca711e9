import type { Language } from '../words/words.ts';

/** An instant as the branch's wall clock shows it, e.g. 14:05. The branch's zone counts, not the screen's. */
export function wallTime(atMs: number, zone: string, language: Language): string {
  return new Intl.DateTimeFormat(language, { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(atMs);
}

/** The day there, e.g. 3月2日 星期一 / Monday 2 March. */
export function wallDate(atMs: number, zone: string, language: Language): string {
  const locale = language === 'en' ? 'en-GB' : language;
  return new Intl.DateTimeFormat(locale, { timeZone: zone, month: 'long', day: 'numeric', weekday: 'long' }).format(atMs);
}
