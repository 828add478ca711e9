import type { Language } from '../../report/words/words.ts';

/** Chinese or English, as a report is written. */
export const inLanguage =
  (language: Language) =>
  (zh: string, en: string): string =>
    language === 'zh-CN' ? zh : en;
