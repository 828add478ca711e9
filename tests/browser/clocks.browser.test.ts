import { describe, expect, test } from 'vitest';
import { branchSchema } from '../../simulator/lobby/branch/branch.ts';
import { emptyLobby } from '../fixtures/lobby.ts';
import { busyScene, ticketIdOf } from './stage/scenes.ts';
import { stageBranchInput } from './stage/stage-branch.ts';
import { screens, theatre } from './theatre.ts';

const { show } = theatre();
const minute = 60_000;

/** Run before a page's scripts: its machine's wall clock is wrong by so much. */
const wrongBy = (ms: number): string => `
  const right = Date;
  const now = () => right.now() + (${ms});
  globalThis.Date = class extends right { constructor(...given) { given.length === 0 ? super(now()) : super(...given); } static now() { return now(); } };
`;

describe("a screen whose machine's clock is wrong", () => {
  test.each([-1, 1])('by %d h shows the time and the waits of the branch', async (hours) => {
    const before = wrongBy(hours * 60 * minute);
    const { page: tv } = await show(screens.lobby, { size: [1920, 1080], before });
    await expect.poll(() => tv.locator('time').innerText()).toMatch(/^10:3\d$/);
    await expect.poll(() => tv.locator('.stale').count()).toBe(0);
    const { page: counter } = await show(screens.counter, { scene: busyScene(), before });
    await expect.poll(() => counter.locator('tt-at-counter .state').innerText()).toMatch(/办理 ([789]|1\d) 分钟/);
  });
});

/** An hour more or less would show. */
const moments = /^等了 (不到 1|\d) 分钟$/;

/** A branch in New York, at an instant of its own. */
function newYorkAt(instant: number) {
  const scene = emptyLobby();
  scene.now = instant;
  scene.do({ type: 'configure', config: branchSchema.parse({ ...stageBranchInput, zone: 'America/New_York' }) });
  const [startsAt, endsAt] = [instant - 6 * 60 * minute, instant + 6 * 60 * minute];
  scene.do({ type: 'open-day', date: '2026-06-01', startsAt, endsAt, hours: [{ from: startsAt, to: endsAt }] });
  scene.do({ type: 'open', station: 'C1' });
  scene.issue(ticketIdOf(1));
  return scene;
}

test('midnight: the day turns over on the display, and a call stays where it is', async () => {
  const scene = newYorkAt(Date.UTC(2026, 5, 2, 3, 59, 57));
  scene.do({ type: 'call-next', station: 'C1' });
  const { page } = await show(screens.lobby, { scene, size: [1920, 1080] });
  await expect.poll(() => page.locator('.clock').innerText()).toContain('6月2日');
  await expect.poll(() => page.locator('time').innerText()).toBe('00:00');
  await expect.poll(() => page.locator('li.newest tt-ticket-number').getAttribute('number')).toBe('A001');
});

test.each([
  ['forward', Date.UTC(2026, 2, 8, 6, 59, 57), '03:00'],
  ['back', Date.UTC(2026, 10, 1, 5, 59, 57), '01:00'],
])('clocks go %s: the display follows, waits are what they were', async (_way, instant, after) => {
  const scene = newYorkAt(instant);
  const { page, stage } = await show(screens.counter, { scene });
  await page.locator('[data-ticket=A001] .wait').waitFor();
  await expect.poll(() => page.locator('[data-ticket=A001] .wait').innerText()).toMatch(moments);
  const { page: tv } = await show(screens.lobby, { scene, size: [1920, 1080] });
  await expect.poll(() => tv.locator('time').innerText()).toBe(after);
  stage.beat();
  await expect.poll(() => page.locator('[data-ticket=A001] .wait').innerText()).toMatch(moments);
});
