import { expect, test } from 'vitest';
import { busyScene, emptyScene, ticketIdOf } from '../../browser/stage/scenes.ts';
import { screens, theatre } from '../../browser/theatre.ts';

const { show } = theatre();
const tablet = [1180, 820] as const;

test('the longest wait is first', async () => {
  const scene = busyScene();
  const { page } = await show(screens.greeter, { scene, size: tablet });
  await page.locator('li').first().waitFor();
  const shown = await page.locator('li').evaluateAll((rows) => rows.map((row) => row.dataset.ticket));
  const waiting = [...scene.state.tickets.values()].filter(({ status }) => status === 'waiting');
  const oldestFirst = waiting.toSorted((a, b) => a.needSince - b.needSince || a.seq - b.seq).map(({ number }) => number);
  expect(shown).toEqual(oldestFirst);
});

test('two touches route a customer; one says who has left', async () => {
  const scene = emptyScene();
  scene.issue(ticketIdOf(1));
  scene.issue(ticketIdOf(2));
  const { page, stage } = await show(screens.greeter, { scene, size: tablet });
  await page.locator('[data-ticket=A001] [data-verb=route]').click();
  await page.locator('[data-line=vip]').click();
  await expect.poll(() => stage.lobby.state.tickets.get(ticketIdOf(1))?.place?.line).toBe('vip');
  expect(await page.locator('tt-toast p').innerText()).toBe('A001 已引导到贵宾优先');
  await page.locator('[data-ticket=A002] [data-verb=abandon]').click();
  await expect.poll(() => stage.lobby.state.tally.abandoned).toBe(1);
});
