export const themes = ['light', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];

export const isTheme = (value: unknown): value is Theme => themes.some((theme) => theme === value);

export const nextTheme = (theme: Theme): Theme => themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'light';

/** What a page made in one theme wears on a machine with these wishes. A page made dark, as a wall display is, never turns light. */
export function preferredTheme(home: Theme, wishes: { readonly contrast: boolean; readonly dark: boolean }): Theme {
  if (wishes.contrast) return 'contrast';
  return wishes.dark ? 'dark' : home;
}
