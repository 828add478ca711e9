import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Language, languages, nameIn, secondLanguage } from '../../../simulator/lobby/branch/language.ts';
import type { Names } from '../../../simulator/lobby/branch/names.ts';
import { en } from './en.ts';
import { type Catalogue, zhCN } from './zh-CN.ts';

/** What a screen says in each language. */
const catalogues: Record<Language, Catalogue> = { 'zh-CN': zhCN, en };

let current: Language = languages[0];
const listeners = new Set<() => void>();

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
  /** The words of the second language, for what is shown in two. */
  get also(): Catalogue {
    return catalogues[secondLanguage(current)];
  }
  name(names: Names): string {
    return nameIn(current, names);
  }
  otherName(names: Names): string {
    return nameIn(secondLanguage(current), names);
  }

  hostConnected(): void {
    listeners.add(this.#redraw);
  }
  hostDisconnected(): void {
    listeners.delete(this.#redraw);
  }

  readonly #redraw = (): void => this.#host.requestUpdate();
}
