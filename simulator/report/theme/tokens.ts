/**
 * Colours a drawing uses where no page gives its own: the light theme of the screens, and the dark one for reports on a dark
 * desktop. A test holds both to the screens' theme file.
 */
export const lightTokens = {
  paper: '#f5f5f2',
  surface: '#ffffff',
  sunk: '#ebebe6',
  ink: '#16212a',
  'ink-soft': '#48545e',
  'ink-faint': '#606b75',
  line: '#dcdbd4',
  'line-strong': '#8c959c',
  brand: '#0a5a72',
  serving: '#176840',
  breach: '#a8201a',
  'breach-tint': '#fce9e7',
  'chart-1': '#0a5a72',
  'chart-2': '#b87400',
  'chart-3': '#7c3f92',
  'chart-4': '#3188c4',
  'chart-5': '#66717a',
} as const;

export const darkTokens: Readonly<Record<keyof typeof lightTokens, string>> = {
  paper: '#0b141a',
  surface: '#14212a',
  sunk: '#0f1b23',
  ink: '#f3f6f7',
  'ink-soft': '#c0ccd3',
  'ink-faint': '#a3b1ba',
  line: '#263742',
  'line-strong': '#6c7f8b',
  brand: '#7dd0e6',
  serving: '#7ed9a8',
  breach: '#ffa49c',
  'breach-tint': '#421b18',
  'chart-1': '#7dd0e6',
  'chart-2': '#e8b04b',
  'chart-3': '#cf9ce0',
  'chart-4': '#5aa9e6',
  'chart-5': '#a3b1ba',
};
