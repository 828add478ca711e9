import { describe, expect, test } from 'vitest';
import { themes } from '../../display/ui/theme.ts';
import { barriers } from './barriers.ts';
import { doubleText } from './shots/shot.ts';
import { busyScene, emptyScene, ticketIdOf } from './stage/scenes.ts';
import { screens, theatre } from './theatre.ts';

const { show } = theatre();
const languages = ['zh-CN', 'en'] as const;
const sizes = { kiosk: [1080, 1920], lobby: [1920, 1080], counter: [1366, 768], greeter: [1180, 820], board: [1440, 900] } as const;

describe('axe finds nothing serious or critical', () => {
  const cases = languages.flatMap((language) =>
    (Object.keys(sizes) as (keyof typeof sizes)[]).map((screen) => ({ language, screen })),
  );

  test.each(cases)('$screen $language, in every theme', async ({ language, screen }) => {
    const { page } = await show(screens[screen], { language, size: sizes[screen] });
    await page.locator('tt-ticket-number, tt-choose-service').first().waitFor();
    for (const theme of themes) {
      await page.evaluate(`document.documentElement.dataset.theme = '${theme}'`);
      await expect.poll(() => barriers(page), { message: theme }).toEqual([]);
    }
    if (screen === 'lobby' || screen === 'counter') {
      await doubleText(page);
      await expect.poll(() => barriers(page), { message: 'text at 200 %' }).toEqual([]);
    }
  });

  test('and it would find one', async () => {
    const { page } = await show(screens.board);
    await page.locator('tt-ticket-number').first().waitFor();
    await page.evaluate("document.documentElement.style.setProperty('--tt-ink-soft', '#ccc')");
    expect((await barriers(page)).some((barrier) => barrier.startsWith('color-contrast'))).toBe(true);
  });

  test.each(languages)('every step of the kiosk, in large print: %s', async (language) => {
    const { page } = await show(screens.kiosk, { language, size: sizes.kiosk });
    await page.locator('button.print').click();
    await page.locator('[data-service=cash]').click();
    await page.locator('[data-trait=senior]').click();
    await expect.poll(() => barriers(page)).toEqual([]);
    await page.locator('button.take').click();
    await page.locator('tt-show-ticket').waitFor();
    await expect.poll(() => barriers(page)).toEqual([]);
    await page.locator('button.help').click();
    await expect.poll(() => barriers(page)).toEqual([]);
  });

  test.each(languages)('the phone ticket, waiting and leaving; empty screens; a refused pass: %s', async (language) => {
    const { page } = await show(`/t/${ticketIdOf(26)}?branch=demo`, { language, size: [390, 844] });
    await page.locator('button.leave').click();
    await expect.poll(() => barriers(page)).toEqual([]);
    await doubleText(page);
    await expect.poll(() => barriers(page), { message: 'text at 200 %' }).toEqual([]);
    for (const screen of ['lobby', 'counter', 'greeter'] as const) {
      const { page: empty } = await show(screens[screen], { language, size: sizes[screen], scene: emptyScene() });
      await empty.locator('tt-empty').first().waitFor();
      await expect.poll(() => barriers(empty), { message: screen }).toEqual([]);
    }
    const { page: refused } = await show('/display/board/?branch=demo#token=old', { language });
    await refused.locator('tt-blocked').waitFor();
    await expect.poll(() => barriers(refused)).toEqual([]);
  });

  test.each(languages)('a counter that asks, and a picture that is not live: %s', async (language) => {
    const { page, line } = await show(screens.counter, { language, scene: busyScene() });
    await page.locator('tt-verb-pad').waitFor();
    await page.keyboard.press('t');
    await page.locator('tt-choice-row').waitFor();
    await expect.poll(() => barriers(page)).toEqual([]);
    line.cut();
    await page.locator('tt-stale-mark[link=stale]').waitFor();
    await expect.poll(() => barriers(page)).toEqual([]);
  });
});
