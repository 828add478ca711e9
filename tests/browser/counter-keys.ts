import type { Page } from 'playwright-core';

/** Keys at the counter: each once the last one has been answered, a digit once a question is asked. */
export async function pressKeys(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.locator('tt-counter-console:not([aria-busy])').waitFor({ state: 'attached' });
    if (/^\d$/.test(key)) await page.locator('tt-choice-row').waitFor();
    await page.keyboard.press(key);
  }
}
