import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { paint } from '../../../simulator/report/theme/paint.ts';
import { darkTokens, lightTokens } from '../../../simulator/report/theme/tokens.ts';

const file = (name: string): string => readFileSync(new URL(`../../../display/ui/tokens/${name}`, import.meta.url), 'utf8');

/** Custom properties that a theme of the screens gives, the bank's own among them. */
function declared(theme: string): Record<string, string> {
  return Object.fromEntries(
    ['themes.css', 'brand.css'].flatMap((name) => {
      const css = file(name);
      const block = css.slice(css.indexOf(`[data-theme="${theme}"]`));
      const body = block.slice(block.indexOf('{') + 1, block.indexOf('}'));
      return [...body.matchAll(/--tt-([\w-]+):\s*([^;]+);/g)].map(([, token, value]) => [token!, value!]);
    }),
  );
}

const luminance = (hex: string): number => {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
};
const contrast = (a: string, b: string): number => {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light! + 0.05) / (dark! + 0.05);
};

describe('colours of charts', () => {
  it.each([
    ['light', lightTokens],
    ['dark', darkTokens],
  ] as const)('are those of the screens where no page gives its own: %s', (theme, tokens) => {
    expect(declared(theme)).toMatchObject(tokens);
  });

  it('have names in the contrast theme too', () => {
    expect(Object.keys(declared('contrast'))).toEqual(expect.arrayContaining(Object.keys(lightTokens)));
  });

  it.each([
    ['light', lightTokens],
    ['dark', darkTokens],
  ] as const)('can be read and told from the page: %s', (_, tokens) => {
    for (const name of ['ink', 'ink-soft', 'ink-faint', 'breach', 'brand'] as const)
      expect(contrast(tokens[name], tokens.surface), name).toBeGreaterThan(4.5);
    for (const name of ['chart-1', 'chart-2', 'chart-3', 'chart-4', 'chart-5'] as const)
      expect(contrast(tokens[name], tokens.surface), name).toBeGreaterThan(3);
    // Labels of lines have the hue of their line, and are read like text.
    for (const name of ['chart-1', 'chart-3', 'chart-5'] as const)
      expect(contrast(tokens[name], tokens.surface), name).toBeGreaterThan(4.5);
  });

  it('stand alone as literals, and follow the page', () => {
    expect(paint('breach')).toBe(`var(--tt-breach, ${lightTokens.breach})`);
  });
});
