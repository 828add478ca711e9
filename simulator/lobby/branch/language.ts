import type { Names } from './names.ts';

/** Languages that customers are spoken to in; the first is the branch's own. A ticket remembers the one it was taken in. */
export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

export const isLanguage = (value: unknown): value is Language => languages.some((language) => language === value);

/** A name in a language: whoever reads neither of the two that a name is written in is given the one for strangers. */
export const nameIn = (language: Language, names: Names): string => (language === 'zh-CN' ? names.zh : names.en);

/** What stands beside a language where a thing is said twice: the branch's own, and beside that the next. */
export const secondLanguage = (language: Language): Language => languages.find((other) => other !== language)!;

/** Every language one could change to. */
export const otherLanguages = (language: Language): readonly Language[] => languages.filter((other) => other !== language);
