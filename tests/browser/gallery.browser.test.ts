import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { themes } from '../../display/ui/theme.ts';
import { barriers } from './barriers.ts';
import { launchChromium, openWindow } from './chromium.ts';
import { distFolder, ensureDist } from './dist.ts';
import { type Gallery, serveGallery } from './gallery-server.ts';

let gallery: Gallery;
let browser: Browser;

beforeAll(async () => {
  [gallery, browser] = await Promise.all([serveGallery(), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await gallery.close();
});

const elements = resolve(import.meta.dirname, '../../display/ui/elements');
/** Every shared element, by the tag its file defines. */
const tags = readdirSync(elements).map(
  (file) => /@customElement\('([a-z-]+)'\)/.exec(readFileSync(join(elements, file), 'utf8'))?.[1] ?? file,
);

test.each(['zh-CN', 'en'])(
  'the gallery shows every shared element in every theme, and none keeps anybody out: %s',
  async (language) => {
    const page = await (await openWindow(browser, { viewport: { width: 1440, height: 900 } })).newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(`${gallery.url}?lang=${language}`);
    await page.locator('tt-blocked').last().waitFor();
    for (const theme of themes) {
      for (const tag of tags)
        await expect
          .poll(() => page.locator(`[data-theme=${theme}] ${tag}`).count(), { message: `${tag} in ${theme}` })
          .toBeGreaterThan(0);
    }
    await expect.poll(() => barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  },
);

test('no branch loads the gallery: it is in no build', async () => {
  await ensureDist();
  const built = readdirSync(distFolder, { recursive: true }).map(String);
  expect(built.filter((name) => name.includes('gallery'))).toEqual([]);
  expect(built).toContain(join('display', 'lobby', 'index.html'));
});
