import { isTheme } from './theme.ts';
import { wear } from './wear.ts';
import { currentLanguage, isLanguage, speak, whenSpoken } from './words/words.ts';

/** Dresses a page as its address asks: `?lang=en`, `?theme=contrast`. */
export function settle(address: URL): void {
  const language = address.searchParams.get('lang');
  const theme = address.searchParams.get('theme');
  whenSpoken(() => {
    document.documentElement.lang = currentLanguage();
  });
  if (isLanguage(language)) speak(language);
  if (isTheme(theme)) wear(theme);
}
