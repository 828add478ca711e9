import { describe, expect, test } from 'vitest';
import { screens, theatre } from './theatre.ts';

const { show } = theatre();
const all = Object.entries(screens);

describe('a pass that is no good', () => {
  test.each(all)('%s: a wrong one is told in both languages, and the screen stops', async (_name, path) => {
    const { page, stage } = await show(path.replace(/#token=.*/, '#token=wrong'));
    await page.locator('tt-blocked h2').waitFor();
    await expect
      .poll(() => page.locator('tt-blocked h1, tt-blocked h2').allInnerTexts())
      .toEqual(['本屏幕的通行码已失效', "This screen's pass is no longer valid"]);
    expect(stage.commands).toEqual([]);
    await expect.poll(() => page.locator('tt-ticket-number').count()).toBe(0);
  });

  test.each(all)('%s: one revoked in use blanks the screen at once, and nothing more can be done with it', async (name, path) => {
    const { page, stage } = await show(path);
    await page.locator('tt-ticket-number, tt-choose-service, tt-need-card, main *').first().waitFor();
    const sockets = stage.joined;
    stage.revoke();
    const revokedMs = performance.now();
    await page.locator('tt-blocked h1').waitFor();
    console.log(`${name}: stopped ${Math.round(performance.now() - revokedMs)} ms after its pass was revoked`);
    await expect.poll(() => page.locator('tt-ticket-number').count()).toBe(0);
    for (const key of ['n', 'o', 'Enter']) await page.keyboard.press(key);
    expect(stage.commands).toEqual([]);
    expect(stage.joined).toBe(sockets);
  });
});
