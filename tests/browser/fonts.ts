import type { Page } from 'playwright-core';

/** Once the font is there for every character on the page. Chunks of it are fetched as their characters are laid out, so that must hold twice. */
export async function fontsReady(page: Page): Promise<void> {
  await page.evaluate(`(async () => {
    for (let ready = 0; ready < 2; ready += 1) {
      await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
      if (document.fonts.status !== 'loaded') ready = -1;
      await document.fonts.ready;
    }
  })()`);
}
