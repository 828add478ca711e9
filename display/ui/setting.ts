/** What was set by hand on this screen, kept in its browser: each page has its own, so one machine may show two. */
export type Setting = 'theme' | 'lang';

const nameOf = (setting: Setting): string => `tingtang ${location.pathname} ${setting}`;

export function keptSetting(setting: Setting): string | null {
  try {
    return localStorage.getItem(nameOf(setting));
  } catch {
    // A browser that keeps nothing (a locked-down profile) still shows the screen.
    return null;
  }
}

export function keepSetting(setting: Setting, value: string): void {
  try {
    localStorage.setItem(nameOf(setting), value);
  } catch {
    // As above: the choice then lasts until the page is closed.
  }
}
