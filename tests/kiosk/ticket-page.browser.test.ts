import { describe, expect, test } from 'vitest';
import { emptyScene, ticketIdOf } from '../browser/stage/scenes.ts';
import { theatre } from '../browser/theatre.ts';

const { show } = theatre();
const phone = [390, 844] as const;
const page1 = `/t/${ticketIdOf(1)}?branch=demo`;

function oneWaiting() {
  const scene = emptyScene();
  scene.issue(ticketIdOf(0));
  scene.issue(ticketIdOf(1));
  return scene;
}

describe("a customer's own ticket on the phone", () => {
  test('it follows the visit: waiting, next, called to a counter, served, done', async () => {
    const { page, stage } = await show(page1, { scene: oneWaiting(), size: phone });
    const status = () => expect.poll(() => page.locator('.status').innerText());
    await status().toBe('等候中');
    await expect.poll(() => page.locator('dd').first().innerText()).toBe('1 人');
    stage.do({ type: 'open', station: 'C2' });
    stage.do({ type: 'call-next', station: 'C2' });
    await expect.poll(() => page.locator('.say').innerText()).toContain('下一位就是您');
    stage.do({ type: 'start', station: 'C2' });
    stage.do({ type: 'finish', station: 'C2' });
    stage.do({ type: 'call-next', station: 'C2' });
    await status().toBe('请您办理');
    await expect.poll(() => page.locator('.say').innerText()).toBe('请到2号窗口');
    await expect.poll(() => page.title()).toBe('A002 · 请您办理');
    stage.do({ type: 'start', station: 'C2' });
    await status().toBe('办理中');
  });

  test('leaving takes two touches and can be taken back for a moment; then the lobby knows', async () => {
    const { page, stage } = await show(page1, { scene: oneWaiting(), size: phone, language: 'en' });
    await page.locator('button.leave').click();
    expect(stage.commands).toEqual([]);
    await page.locator('.sure button.grave').click();
    await page.locator('.sure button.undo').click();
    await page.locator('button.leave').click();
    expect(stage.commands).toEqual([]);
    await page.locator('.sure button.grave').click();
    await expect.poll(() => stage.lobby.state.tally.abandoned).toBe(1);
    expect(new Set(stage.commands.map(({ key }) => key)).size).toBe(1);
  });

  test('an unknown ticket is told plainly, and nothing is asked again and again', async () => {
    const { page } = await show('/t/nobody?branch=demo', { size: phone });
    await page.locator('tt-empty').waitFor();
    await expect.poll(() => page.locator('tt-empty p').first().innerText()).toBe('没有找到这张号票');
  });

  test.each([360, 390, 430])('nothing overflows at %d px', async (width) => {
    const { page } = await show(page1, { scene: oneWaiting(), size: [width, 740], language: 'en' });
    await page.locator('.pass').waitFor();
    await expect.poll(() => page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  });
});
