import { isTheme, type Theme } from './theme.ts';

/** Colours change at once: they are custom properties of the root. */
export function wear(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
}

export function wornTheme(): Theme {
  const { theme } = document.documentElement.dataset;
  return isTheme(theme) ? theme : 'light';
}
