import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { preferredTheme, type Theme, themes } from '../../../display/ui/theme.ts';

const folder = join(import.meta.dirname, '../../../display/ui/tokens');
const css = ['brand.css', 'themes.css'].map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');

/** The colours of a theme as the cascade leaves them: every block of `:root` and of the theme, the later over the earlier. */
function coloursOf(theme: Theme): Map<string, string> {
  const colours = new Map<string, string>();
  for (const [, selector = '', body = ''] of css.matchAll(/([^{}]*)\{([^}]*)\}/g)) {
    if (!selector.includes(`"${theme}"`) && !selector.includes(':root')) continue;
    for (const [, name = '', value = ''] of body.matchAll(/--tt-([a-z-]+):\s*(#[0-9a-f]{6})/g)) colours.set(name, value);
  }
  return colours;
}

const channel = (part: number): number => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => channel(Number.parseInt(colour.slice(at, at + 2), 16) / 255));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

/** Every text colour on every ground it may stand on. */
const pairs: readonly (readonly [text: string, grounds: readonly string[]])[] = [
  [
    'ink',
    ['paper', 'surface', 'sunk', 'brand-tint', 'called-tint', 'serving-tint', 'waiting-tint', 'at-risk-tint', 'offline-tint'],
  ],
  ['ink-soft', ['paper', 'surface', 'sunk', 'brand-tint', 'called-tint', 'serving-tint']],
  ['ink-faint', ['paper', 'surface']],
  ['on-brand', ['brand', 'brand-strong']],
  ['on-announce', ['announce']],
  ['brand', ['paper', 'surface']],
  ['called', ['paper', 'surface', 'called-tint']],
  ['serving', ['paper', 'surface', 'serving-tint']],
  ['waiting', ['paper', 'surface', 'waiting-tint']],
  ['at-risk', ['paper', 'surface', 'at-risk-tint']],
  ['breach', ['paper', 'surface', 'breach-tint']],
  ['offline', ['paper', 'offline-tint']],
];

function thin(theme: Theme, atLeast: number, from: typeof pairs = pairs): string[] {
  const colours = coloursOf(theme);
  return from.flatMap(([text, grounds]) =>
    grounds.flatMap((ground) => {
      const ratio = contrast(colours.get(text)!, colours.get(ground)!);
      return ratio >= atLeast ? [] : [`${text} on ${ground}: ${ratio.toFixed(2)}`];
    }),
  );
}

describe('the colours of every theme, the brand among them', () => {
  test.each(themes)('%s: every text stands out from its ground at least 4.5 : 1', (theme) => {
    expect(thin(theme, 4.5)).toEqual([]);
  });

  test('high contrast: at least 7 : 1', () => {
    expect(thin('contrast', 7)).toEqual([]);
  });

  test.each(['light', 'dark'] as const)('what the lobby display shows from afar is at least 7 : 1 (%s)', (theme) => {
    const afar = pairs.filter(([text]) => ['ink', 'ink-soft'].includes(text)).map(([text]) => [text, ['paper']] as const);
    expect(thin(theme, 7, afar)).toEqual([]);
    expect(thin(theme, 7, [['on-announce', ['announce']]])).toEqual([]);
  });
});

test("a machine's wish for contrast comes first; a dark page never turns light", () => {
  expect(preferredTheme('light', { contrast: false, dark: false })).toBe('light');
  expect(preferredTheme('light', { contrast: false, dark: true })).toBe('dark');
  expect(preferredTheme('dark', { contrast: false, dark: false })).toBe('dark');
  expect(preferredTheme('light', { contrast: true, dark: true })).toBe('contrast');
});
