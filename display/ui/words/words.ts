import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Names } from '../../../simulator/lobby/branch/names.ts';
import { en } from './en.ts';
import { type Catalogue, zhCN } from './zh-CN.ts';

/** Languages a screen speaks; the first is the default. To add one: a catalogue beside `en.ts` and an entry here. */
export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

const catalogues: Record<Language, Catalogue> = { 'zh-CN': zhCN, en };

let current: Language = 'zh-CN';
const listeners = new Set<() => void>();

export const isLanguage = (value: unknown): value is Language => languages.some((language) => language === value);

/** Switches every text on the page at once. */
export function speak(language: Language): void {
  current = language;
  for (const listener of listeners) listener();
}

/** Tells of each change of language. */
export function whenSpoken(listener: () => void): void {
  listeners.add(listener);
}

export const currentLanguage = (): Language => current;

/** The text of a name in a language. */
export const nameIn = (language: Language, names: Names): string => (language === 'zh-CN' ? names.zh : names.en);

export const otherLanguage = (language: Language): Language => (language === 'zh-CN' ? 'en' : 'zh-CN');

/** A language's catalogue. */
export const catalogueOf = (language: Language): Catalogue => catalogues[language];

/** Gives an element the words of the current language, and draws it again when the language changes. */
export class Words implements ReactiveController {
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get language(): Language {
    return current;
  }
  get say(): Catalogue {
    return catalogues[current];
  }
  /** The words of the other language, for what is shown in both. */
  get also(): Catalogue {
    return catalogues[otherLanguage(current)];
  }
  name(names: Names): string {
    return nameIn(current, names);
  }
  otherName(names: Names): string {
    return nameIn(otherLanguage(current), names);
  }

  hostConnected(): void {
    listeners.add(this.#redraw);
  }
  hostDisconnected(): void {
    listeners.delete(this.#redraw);
  }

  readonly #redraw = (): void => this.#host.requestUpdate();
}
