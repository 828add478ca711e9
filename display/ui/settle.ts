import { isLanguage } from '../../simulator/lobby/branch/language.ts';
import { keptSetting } from './setting.ts';
import { isTheme, preferredTheme } from './theme.ts';
import { wear, wornTheme } from './wear.ts';
import { currentLanguage, speak, whenSpoken } from './words/words.ts';

/**
 * Dresses a page: as its address asks (`?lang=en&theme=contrast`), else as it was last set on this screen, else as the
 * machine prefers (`prefers-contrast`, `prefers-color-scheme`), else as the page was made.
 */
export function settle(address: URL): void {
  const language = address.searchParams.get('lang') ?? keptSetting('lang');
  const theme = address.searchParams.get('theme') ?? keptSetting('theme');
  whenSpoken(() => {
    document.documentElement.lang = currentLanguage();
  });
  if (isLanguage(language)) speak(language);
  if (isTheme(theme)) wear(theme);
  else followMachine();
}

function followMachine(): void {
  const home = wornTheme();
  const contrast = matchMedia('(prefers-contrast: more)');
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const dress = (): void => {
    if (keptSetting('theme') === null) wear(preferredTheme(home, { contrast: contrast.matches, dark: dark.matches }));
  };
  dress();
  for (const wish of [contrast, dark]) wish.addEventListener('change', dress);
}
