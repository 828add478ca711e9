import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { themes } from '../../display/ui/theme.ts';
import { barriers } from './barriers.ts';
import { doubleText } from './shots/shot.ts';
import { crowdedScene, troubleScene } from './stage/floor-scenes.ts';
import { emptyScene } from './stage/scenes.ts';
import { screens, theatre } from './theatre.ts';

const { show } = theatre();
const languages = ['zh-CN', 'en'] as const;
const tablet = [1280, 800] as const;
const desk = [1366, 768] as const;

/** Texts that are cut, or that reach out of what holds them, however deep. */
const cut = (page: Page): Promise<string[]> =>
  page.evaluate(`(function all(root) {
    return [...root.querySelectorAll('*')].flatMap((element) => [
      ...(element.matches('p, h1, h2, h3, h4, button, td, th, dt, dd, small, span, strong, label') && element.scrollWidth > element.clientWidth + 2 && getComputedStyle(element).display !== 'inline'
        ? [element.tagName + ' ' + element.textContent.trim().slice(0, 60)] : []),
      ...(element.shadowRoot ? all(element.shadowRoot) : []),
    ]);
  })(document)`);
const sideways = (page: Page): Promise<number> => page.evaluate('document.documentElement.scrollWidth - innerWidth');

describe.each(languages)('the floor, %s', (language) => {
  test('greeter: axe finds nothing in any theme, with a question open and with print twice as large', async () => {
    const { page } = await show(screens.greeter, { language, size: tablet, scene: troubleScene() });
    await page.locator('[data-verb=elsewhere]').first().click();
    await page.locator('[data-line]').first().waitFor();
    await page.locator('[data-device=D2] [data-act=begin]').click();
    for (const theme of themes) {
      await page.evaluate(`document.documentElement.dataset.theme = '${theme}'`);
      await expect.poll(() => barriers(page), { message: theme }).toEqual([]);
    }
    await doubleText(page);
    await expect.poll(() => barriers(page), { message: 'large print' }).toEqual([]);
  });

  test('greeter: asked who it is, and with nobody there', async () => {
    const { page } = await show(screens.greeter.replace('&person=g1', ''), { language, size: tablet, scene: emptyScene() });
    await page.locator('[data-person]').first().waitFor();
    await expect.poll(() => barriers(page)).toEqual([]);
    await page.locator('[data-person=g1]').click();
    await page.locator('tt-empty').waitFor();
    await expect.poll(() => barriers(page)).toEqual([]);
  });

  test('board: axe finds nothing in any theme, whatever is asked', async () => {
    const { page } = await show(screens.board, { language, size: desk, scene: troubleScene() });
    await page.locator('.charts svg').first().waitFor();
    for (const theme of themes) {
      await page.evaluate(`document.documentElement.dataset.theme = '${theme}'`);
      await expect.poll(() => barriers(page), { message: theme }).toEqual([]);
    }
    await page.evaluate("document.documentElement.dataset.theme = 'light'");
    for (const asked of [
      '[data-figure=waitP90Ms] button',
      '[data-line=personal] button',
      '[data-call]',
      '[data-station=C6]',
      '[data-person=t1]',
      '[data-strategy]',
    ]) {
      await page.locator(asked).first().click();
      await page.locator('tt-asked-panel').waitFor();
      await expect.poll(() => barriers(page), { message: asked }).toEqual([]);
    }
    await doubleText(page);
    await expect.poll(() => barriers(page), { message: 'large print' }).toEqual([]);
  });

  test('long names, numbers of four digits, a hundred waiting, print twice as large: nothing is cut', async () => {
    for (const [screen, size, ready] of [
      ['greeter', tablet, 'tt-need-card'],
      ['greeter', [800, 1280], 'tt-need-card'],
      ['board', desk, '.charts svg'],
    ] as const) {
      const { page } = await show(screens[screen], { language, size, scene: crowdedScene() });
      await page.locator(ready).first().waitFor();
      for (const print of ['normal', 'large']) {
        if (print === 'large') await doubleText(page);
        await expect.poll(() => cut(page), { message: `${screen} ${print}` }).toEqual([]);
        await expect.poll(() => sideways(page), { message: `${screen} ${print}` }).toBeLessThanOrEqual(0);
      }
    }
  });
});

test('and a cut text would be found', async () => {
  const { page } = await show(screens.greeter, { size: tablet, scene: troubleScene() });
  await page.locator('tt-need-card').first().waitFor();
  await page.evaluate("document.querySelector('tt-greeter-tablet').shadowRoot.querySelector('h1').style.inlineSize = '20px'");
  expect((await cut(page)).length).toBeGreaterThan(0);
});
