import { type languages, nameIn } from '../../lobby/branch/language.ts';
import type { Names } from '../../lobby/branch/names.ts';
import { readable } from '../svg/markup.ts';
import { en } from './en.ts';
import { type Catalogue, zhCN } from './zh-CN.ts';

/** Languages that charts and reports speak: those of tickets. To add one: a catalogue beside `en.ts` and an entry here. */
export type Language = (typeof languages)[number];

const catalogues: Record<Language, Catalogue> = { 'zh-CN': zhCN, en };

/** Everything charts and reports say in a language. */
export const wordsIn = (language: Language): Catalogue => catalogues[language];

/** A text that comes with the data: in each language, or a code that is the same in all. */
export type Label = string | Names;

/** The label in a language, as it can be drawn: what is measured is what is shown. */
export const labelIn = (language: Language, label: Label): string =>
  readable(typeof label === 'string' ? label : nameIn(language, label));
