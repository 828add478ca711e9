import { expect, test } from 'vitest';
import { demoBranch } from '../../server/demo/branch.ts';
import { branchSchema } from '../../simulator/lobby/branch/branch.ts';
import { emptyLobby, type TestLobby } from '../fixtures/lobby.ts';
import { fontsReady } from './fonts.ts';
import { busyScene, emptyScene, ticketIdOf } from './stage/scenes.ts';
import { stageBranchInput } from './stage/stage-branch.ts';
import { screens, theatre } from './theatre.ts';

const { show, also } = theatre();

/** A branch with services and lines of sixteen characters, and numbers of four figures. */
function wordyScene(): TestLobby {
  const long = { zh: '个人外汇买卖及境外汇款解付业务', en: 'Foreign exchange and remittance' };
  const wordy = <T extends { names: { zh: string; en: string } }>(things: T[]): T[] =>
    things.map((thing) => ({ ...thing, names: long }));
  const scene = busyScene(
    branchSchema.parse({
      ...stageBranchInput,
      services: wordy(stageBranchInput.services as never),
      lines: wordy(stageBranchInput.lines as never),
      rules: { ...stageBranchInput.rules, numbers: { digits: 4, leaseFrom: 5_001, leaseSize: 50 } },
    }),
  );
  scene.issue(ticketIdOf(90), { traits: ['care', 'new'] });
  return scene;
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

/** Marks that reach into how long their customer has waited. */
const overlapping = `(() => {
  const walk = (root) => [...root.querySelectorAll('*')].flatMap((e) => [e, ...(e.shadowRoot ? walk(e.shadowRoot) : [])]);
  return walk(document.body).filter((e) => {
    const wait = e.tagName === 'TT-SEGMENT-MARK' && e.getRootNode().host?.closest('li')?.querySelector('.wait');
    return wait && e.getBoundingClientRect().right > wait.getBoundingClientRect().left;
  }).map((e) => e.shadowRoot.textContent.trim());
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
    await fontsReady(page);
    await expect.poll(() => page.evaluate(cut)).toEqual([]);
    await expect.poll(() => page.evaluate(overlapping)).toEqual([]);
    await expect.poll(() => page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  },
);

test('nor in the hall of the demo branch, with numbers in every line and calls just gone', async () => {
  const scene = emptyScene(demoBranch);
  for (const station of ['C1', 'A1', 'V1', 'D1']) scene.do({ type: 'open', station });
  const kinds = [['cash'], ['cash', 'gold'], ['cash', 'vip'], ['wealth'], ['wealth', 'vip'], ['corporate']] as const;
  for (let n = 0; n < 40; n += 1) {
    const [service, segment] = kinds[n % kinds.length]!;
    scene.issue(ticketIdOf(n), { needs: [{ service }], segment });
  }
  const [smart, ...called] = [40, 41, 42, 43, 44].map(ticketIdOf);
  scene.issue(smart!, { needs: [{ service: 'statement' }] });
  scene.do({ type: 'route', ticket: smart!, to: { line: 'smart', kind: 'device' } });
  const { page, stage } = await show(screens.lobby, { scene, size: [1920, 1080] });
  await page.locator('tt-stale-mark[link=live]').waitFor();
  for (const ticket of called) {
    stage.do({ type: 'issue', ticket, needs: [{ service: 'cash' }] });
    stage.do({ type: 'call', station: 'C1', ticket });
    stage.do({ type: 'no-show', station: 'C1' });
  }
  await expect.poll(() => page.locator('tt-just-called li').count()).toBe(4);
  await expect.poll(() => page.locator('tt-zones .next').count()).toBe(7);
  await fontsReady(page);
  for (const [width, height] of [
    [1920, 1080],
    [1080, 1920],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expect.poll(() => page.evaluate(cut), { message: `${width} × ${height}` }).toEqual([]);
  }
});

test('nor on a counter with text at 200 %', async () => {
  const { page } = await show(screens.counter, { scene: wordyScene(), size: [1920, 1080] });
  await page.locator('tt-verb-pad').waitFor();
  await page.evaluate("document.documentElement.style.fontSize = '200%'");
  await expect.poll(() => page.evaluate(cut)).toEqual([]);
});

test('nor on the phone ticket, with text at 200 % and at 100 %', async () => {
  const { page } = await show(`/t/${ticketIdOf(26)}?branch=demo`, { scene: wordyScene(), size: [360, 740], language: 'en' });
  await page.locator('.pass').waitFor();
  for (const size of ['100%', '200%']) {
    await page.evaluate(`document.documentElement.style.fontSize = '${size}'`);
    await expect.poll(() => page.evaluate(cut), { message: size }).toEqual([]);
    await expect
      .poll(() => page.evaluate('document.documentElement.scrollWidth - innerWidth'), { message: size })
      .toBeLessThanOrEqual(0);
  }
});

test('a branch with one service, one station and nobody, before its first day: every screen says something', async () => {
  const scene = emptyLobby();
  const { services, zones, lines, stations, rules, ...rest } = stageBranchInput;
  const [service, zone, line, station] = [services[0]!, zones[0]!, lines.find(({ id }) => id === 'personal')!, stations[0]!];
  const bare = {
    ...rest,
    services: [service],
    zones: [zone],
    lines: [{ ...line, services: [service.id] }],
    stations: [station],
    staff: [],
    traits: [],
    rules: { ...rules, calling: { id: 'fcfs', options: {} } },
  };
  scene.do({ type: 'configure', config: branchSchema.parse(bare) });
  const first = await show('/nowhere', { scene });
  for (const [screen, says] of [
    ['kiosk', '现在不在营业时间'],
    ['lobby', '暂无叫号'],
    ['counter', '窗口未开'],
    ['greeter', '现在没有人等候'],
    ['board', '没有异常'],
  ] as const) {
    const page = await also(first, screens[screen].replace('?', '?lang=zh-CN&'));
    await page.getByText(says).first().waitFor();
    await expect.poll(() => page.evaluate(cut), { message: screen }).toEqual([]);
  }
});
