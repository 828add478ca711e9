import type { Language } from '../../../simulator/lobby/branch/language.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Made once each: the first of a page reads the zones of the world, which takes longer than drawing a screen. */
function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${locale} ${options.timeZone} ${Object.keys(options).join()}`;
  const known = formats.get(name);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  formats.set(name, made);
  return made;
}

/** An instant as the branch's wall clock shows it, e.g. 14:05. The branch's zone counts, not the screen's. */
export function wallTime(atMs: number, zone: string, language: Language): string {
  return formatOf(language, { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(atMs);
}

/** The day there, e.g. 3月2日 星期一 / Monday 2 March. */
export function wallDate(atMs: number, zone: string, language: Language): string {
  const locale = language === 'en' ? 'en-GB' : language;
  return formatOf(locale, { timeZone: zone, month: 'long', day: 'numeric', weekday: 'long' }).format(atMs);
}
