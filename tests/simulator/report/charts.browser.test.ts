import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '../../../simulator/lobby/branch/language.ts';
import { figureHtml } from '../../../simulator/report/html/figure.ts';
import { reportHtml } from '../../../simulator/report/html/report.ts';
import { reportStyle } from '../../../simulator/report/html/style.ts';
import { darkTokens, lightTokens } from '../../../simulator/report/theme/tokens.ts';
import { launchChromium, openWindow } from '../../browser/chromium.ts';
import { fontsReady } from '../../browser/fonts.ts';
import { sampleReport } from './sample-report.ts';
import { samples } from './samples.ts';

const require = createRequire(import.meta.url);
const fontCss = require.resolve('@fontsource-variable/noto-sans-sc/index.css');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
/** `TINGTANG_CHART_SHOTS=folder`: keeps a picture of every page below, to be looked at. */
const shots = process.env.TINGTANG_CHART_SHOTS;

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** Opens a page in the shipped font, with nothing else to load. */
async function open(html: string, width: number, dark = false): Promise<Page> {
  const page = await (
    await openWindow(browser, { viewport: { width, height: 900 }, colorScheme: dark ? 'dark' : 'light' })
  ).newPage();
  await page.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
    return route.fulfill({ path: join(dirname(fontCss), pathname) });
  });
  await page.goto('http://charts.test/');
  await fontsReady(page);
  return page;
}

const sheet = (language: 'zh-CN' | 'en', width: number): string =>
  `<!doctype html><html lang="${language}"><title>charts</title><link rel="stylesheet" href="/index.css"><style>${reportStyle}main{max-width:none}</style><main>${Object.values(
    samples,
  )
    .map((draw) => figureHtml(draw({ language, width }), language).text)
    .join('')}</main></html>`;

async function keep(page: Page, name: string): Promise<void> {
  if (shots === undefined) return;
  mkdirSync(shots, { recursive: true });
  writeFileSync(join(shots, `${name}.png`), await page.screenshot({ fullPage: true }));
}

/** Texts of every drawing with the boxes the browser gives them; a trifle smaller, since boxes are higher than glyphs. */
const textBoxes = `[...document.querySelectorAll('svg.tt-chart')].map((svg) => ({
  kind: svg.getAttribute('class'),
  frame: svg.getBoundingClientRect().toJSON(),
  texts: [...svg.querySelectorAll('text')].map((text) => {
    const { left, right, top, bottom } = text.getBoundingClientRect();
    const size = Number(text.getAttribute('font-size'));
    const slack = (bottom - top - 1.1 * size) / 2;
    return { text: text.textContent, left, right, top: top + slack, bottom: bottom - slack, size };
  }),
}))`;

interface Drawn {
  readonly kind: string;
  readonly frame: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  readonly texts: readonly {
    readonly text: string;
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  }[];
}

describe.each(languages)('charts in a real browser, %s', (language) => {
  it.each([680, 320])('no text lies on another or leaves its drawing, %i px wide', async (width) => {
    const page = await open(sheet(language, width), width + 120);
    await keep(page, `charts.${language}.${width}`);
    const drawings = await page.evaluate<Drawn[]>(textBoxes);
    expect(drawings).toHaveLength(Object.keys(samples).length);
    expect(drawings.flatMap(({ texts }) => texts).length).toBeGreaterThan(300);
    for (const { kind, frame, texts } of drawings) {
      texts.forEach((one, at) => {
        expect(
          one.left >= frame.left - 1 && one.right <= frame.right + 1 && one.top >= frame.top - 1 && one.bottom <= frame.bottom + 1,
          `${kind}: ${one.text}`,
        ).toBe(true);
        const other = texts
          .slice(at + 1)
          .find((two) => one.left < two.right && two.left < one.right && one.top < two.bottom && two.top < one.bottom);
        expect(other && `${kind}: "${one.text}" on "${other.text}"`).toBeUndefined();
      });
    }
    await page.context().close();
  });

  it('a report has no accessibility fault, in light and in dark', async () => {
    for (const dark of [false, true]) {
      const page = await open(reportHtml(sampleReport(language)), 900, dark);
      await page.evaluate('document.querySelectorAll("details").forEach((one) => { one.open = true; })');
      await keep(page, `report.${language}${dark ? '.dark' : ''}`);
      await page.evaluate(axe);
      const found = await page.evaluate<{ id: string; nodes: { html: string }[] }[]>(
        'axe.run().then(({ violations }) => violations)',
      );
      expect(found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
      await page.context().close();
    }
  });
});

it('follows the page it is put into, and stands alone', async () => {
  const { svg } = samples.staffing!({ language: 'en' });
  const ink = `getComputedStyle(document.querySelector('svg text')).fill`;
  const rgb = (hex: string): string => `rgb(${[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(', ')})`;
  const alone = await open(svg, 800);
  await expect.poll(() => alone.evaluate(ink)).toBe(rgb(lightTokens['ink-soft']));
  const inDark = await open(`<style>${reportStyle}</style>${svg}`, 800, true);
  await expect.poll(() => inDark.evaluate(ink)).toBe(rgb(darkTokens['ink-soft']));
  await expect
    .poll(() => inDark.evaluate(`getComputedStyle(document.querySelector('svg text')).fontVariantNumeric`))
    .toBe('tabular-nums');
});

it('a report prints on A4 without a cut figure, its closed tables left out', async () => {
  const page = await open(reportHtml(sampleReport('en')), 900);
  await page.emulateMedia({ media: 'print' });
  await expect.poll(() => page.locator('details').first().isVisible()).toBe(false);
  const wide = await page.evaluate<number>(
    `Math.max(...[...document.querySelectorAll('figure svg')].map((svg) => svg.getBoundingClientRect().width))`,
  );
  // 182 mm between the margins.
  expect(wide).toBeLessThanOrEqual(688);
  await page.context().close();
});
