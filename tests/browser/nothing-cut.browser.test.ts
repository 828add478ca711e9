import { expect, test } from 'vitest';
import { branchSchema } from '../../simulator/lobby/branch/branch.ts';
import type { TestLobby } from '../fixtures/lobby.ts';
import { busyScene } from './stage/scenes.ts';
import { stageBranchInput } from './stage/stage-branch.ts';
import { screens, theatre } from './theatre.ts';

const { show } = theatre();

/** A branch with services and lines of sixteen characters, and numbers of four figures. */
function wordyScene(): TestLobby {
  const long = { zh: '个人外汇买卖及境外汇款解付业务', en: 'Foreign exchange and remittance' };
  const wordy = <T extends { names: { zh: string; en: string } }>(things: T[]): T[] =>
    things.map((thing) => ({ ...thing, names: long }));
  return busyScene(
    branchSchema.parse({
      ...stageBranchInput,
      services: wordy(stageBranchInput.services as never),
      lines: wordy(stageBranchInput.lines as never),
      rules: { ...stageBranchInput.rules, numbers: { digits: 4, leaseFrom: 5_001, leaseSize: 50 } },
    }),
  );
}

/** Texts that stick out of a box that hides what sticks out. */
const cut = `(() => {
  const walk = (root) => [...root.querySelectorAll('*')].flatMap((e) => [e, ...(e.shadowRoot ? walk(e.shadowRoot) : [])]);
  // The box of a figure is higher than the figure: what spills over is empty.
  const spills = (e) => e.querySelector('tt-ticket-number') !== null && e.tagName === 'LI';
  return walk(document.body).filter((e) => {
    const style = getComputedStyle(e);
    const hides = style.overflowX !== 'visible' && style.overflowX !== 'auto' && style.clipPath === 'none';
    return hides && (e.scrollWidth > e.clientWidth + 2 || (style.overflowY === 'hidden' && !spills(e) && e.scrollHeight > e.clientHeight + 6)) && e.textContent.trim() !== '';
  }).map((e) => e.tagName + '.' + e.className + ': ' + e.textContent.trim().slice(0, 40));
})()`;

const shown = [
  ['lobby', [1920, 1080]],
  ['lobby', [1080, 1920]],
  ['lobby', [1366, 768]],
  ['counter', [1366, 768]],
] as const;

test.each(shown.flatMap(([screen, size]) => (['zh-CN', 'en'] as const).map((language) => ({ screen, size, language }))))(
  'nothing is cut, with services of sixteen characters and numbers of four figures: $screen $size $language',
  async ({ screen, size, language }) => {
    const { page } = await show(screens[screen], { scene: wordyScene(), size, language });
    await page.locator('tt-ticket-number').first().waitFor();
    await page.evaluate('document.fonts.ready');
    expect(await page.evaluate(cut)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  },
);

test('nor on a counter with text at 200 %', async () => {
  const { page } = await show(screens.counter, { scene: wordyScene(), size: [1920, 1080] });
  await page.locator('tt-verb-pad').waitFor();
  await page.evaluate("document.documentElement.style.fontSize = '200%'");
  expect(await page.evaluate(cut)).toEqual([]);
});
