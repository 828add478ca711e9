import { describe, expect, test } from 'vitest';
import { floorBranch } from '../../browser/stage/floor-branch.ts';
import { troubleScene } from '../../browser/stage/floor-scenes.ts';
import { emptyScene, ticketIdOf } from '../../browser/stage/scenes.ts';
import { screens, theatre } from '../../browser/theatre.ts';

const { show, also } = theatre();
const tablet = [1280, 800] as const;
const said = 'footer tt-toast p';

/** A counter and a desk at work, three cash customers of whom nobody was greeted. */
function morning() {
  const scene = emptyScene(floorBranch);
  scene.do({ type: 'staff-join', person: 'g1' });
  scene.do({ type: 'open', station: 'C1', staff: ['t1'] });
  for (let n = 1; n <= 3; n += 1) scene.issue(ticketIdOf(n), { needs: [{ service: n === 2 ? 'transfer' : 'cash' }] });
  return scene;
}

describe('a greeter, one hand free', () => {
  test('one touch follows the advice and notes who greeted', async () => {
    const { page, stage } = await show(screens.greeter, { scene: morning(), size: tablet });
    await page.locator('[data-ticket=A001] [data-verb=route]').click();
    await expect.poll(() => page.locator(said).innerText()).toBe('A001 已接待，留在个人业务');
    expect(stage.lobby.journal.findLast(({ type }) => type === 'greeted')?.data).toEqual({ ticket: ticketIdOf(1), greeter: 'g1' });
    // Greeted and within its promise: no longer among those who need somebody.
    await page.locator('.others [data-ticket=A001]').waitFor();
  });

  test('two touches send a customer elsewhere, with the cost to others said before', async () => {
    const { page, stage } = await show(screens.greeter, { scene: morning(), size: tablet });
    await page.locator('[data-ticket=A003] [data-verb=elsewhere]').click();
    const vip = page.locator('[data-ticket=A003] [data-line=vip]');
    await expect.poll(() => vip.innerText()).toContain('2 位要各多等约 5 分钟');
    await expect.poll(() => page.locator('[data-ticket=A003] [data-line=personal]').isDisabled()).toBe(true);
    await vip.click();
    await expect.poll(() => stage.lobby.state.tickets.get(ticketIdOf(3))?.place?.line).toBe('vip');
    expect(stage.lobby.journal.findLast(({ type }) => type === 'need-routed')?.data).toMatchObject({
      reason: 'greeter-choice',
      overrode: { line: 'personal' },
    });
    await expect.poll(() => page.locator(said).innerText()).toBe('A003 已引导到贵宾优先');
  });

  test('what one greeter has seen to is off every list, with who and when', async () => {
    const scene = morning();
    scene.do({ type: 'close', station: 'C1' });
    const one = await show(screens.greeter, { scene, size: tablet });
    const other = await also(one, screens.greeter.replace('person=g1', 'person=g2').replace('?', '?lang=zh-CN&'));
    await other.locator('.needs [data-ticket=A001]').waitFor();
    await one.page.locator('[data-ticket=A001] [data-verb=greet]').click();
    await other.locator('.others [data-ticket=A001]').waitFor();
    await expect.poll(() => other.locator('.others [data-ticket=A001] small').innerText()).toBe('D01 不到 1 分钟前看过');
    await expect.poll(() => other.locator('.needs [data-ticket=A001]').count()).toBe(0);
  });

  test('leaving is asked once more, in place, and can be taken back', async () => {
    const { page, stage } = await show(screens.greeter, { scene: morning(), size: tablet });
    const card = page.locator('[data-ticket=A002]');
    await card.locator('[data-verb=leave]').click();
    await card.locator('[data-verb=stay]').click();
    expect(stage.commands).toEqual([]);
    await card.locator('[data-verb=leave]').click();
    await card.locator('[data-verb=abandon]').click();
    await expect.poll(() => stage.lobby.state.tally.abandoned).toBe(1);
  });

  test('by keyboard: the focus stays with what is asked and comes back', async () => {
    const { page } = await show(screens.greeter, { scene: morning(), size: tablet });
    await page.locator('[data-ticket=A002] [data-verb=leave]').focus();
    await page.keyboard.press('Enter');
    const focused = () =>
      page.evaluate(
        '(function deep(root) { const at = root.activeElement; return at?.shadowRoot?.activeElement ? deep(at.shadowRoot) : at?.dataset.verb })(document)',
      );
    await expect.poll(focused).toBe('stay');
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('leave');
  });

  test('a device is used and left in two touches each, within the capacity to assist', async () => {
    const scene = morning();
    scene.do({ type: 'open', station: 'D1' });
    const { page, stage } = await show(screens.greeter, { scene, size: tablet });
    await page.locator('[data-device=D1] [data-act=begin]').click();
    // Cash is not done at devices, so only the transfer is offered.
    await expect.poll(() => page.locator('[data-device=D1] .taker').count()).toBe(1);
    await page.locator('[data-device=D1] [data-ticket=A002]').click();
    await expect
      .poll(() => stage.lobby.journal.findLast(({ type }) => type === 'device-use-started')?.data)
      .toMatchObject({ station: 'D1', assistedBy: 'g1' });
    await expect.poll(() => page.locator('tt-my-duty button').innerText()).toContain('协助 1 / 2');
    await page.locator('[data-device=D1] [data-act=end]').click();
    await page.locator('[data-device=D1] [data-outcome=device-failed]').click();
    await expect.poll(() => stage.lobby.state.tickets.get(ticketIdOf(2))?.place?.kind).toBe('counter');
  });

  test('help is answered, a remote customer noted; both leave the list', async () => {
    const { page, stage } = await show(screens.greeter, { scene: troubleScene(), size: tablet });
    await page.locator('[data-verb=answer]').click();
    await expect.poll(() => stage.lobby.state.help.size).toBe(0);
    await page.locator('[data-verb=arrive]').click();
    await expect.poll(() => stage.lobby.state.tickets.get(ticketIdOf(90))?.present).toBe(true);
    await expect.poll(() => page.locator('[data-help]').count()).toBe(0);
  });

  test('who I am is asked once and stays in the address; duty is said from there', async () => {
    const { page, stage } = await show(screens.greeter.replace('&person=g1', ''), { scene: morning(), size: tablet });
    await page.locator('[data-person=g2]').click();
    await page.locator('tt-my-duty button').first().click();
    await page.locator('[data-duty=join]').click();
    await expect.poll(() => stage.lobby.state.staff.has('g2')).toBe(true);
    expect(page.url()).toContain('person=g2');
  });

  test('a refusal is told in words, a dead line says how old the picture is', async () => {
    const { page, stage } = await show(screens.greeter, { scene: morning(), size: tablet });
    await page.locator('[data-ticket=A001] [data-verb=route]').waitFor();
    stage.silent = true;
    stage.do({ type: 'call-next', station: 'C1' });
    await page.locator('[data-ticket=A001] [data-verb=route]').click();
    await expect.poll(() => page.locator(said).innerText()).toContain('未能完成');
    await page.locator('tt-stale-mark[link=stale]').waitFor();
    await expect.poll(() => page.locator('tt-stale-mark span').last().innerText()).toContain('画面已停更 不到 1 分钟');
  });

  test('what a thumb must hit is at least 60 px high', async () => {
    const { page } = await show(screens.greeter, { scene: troubleScene(), size: tablet });
    await page.locator('[data-verb=elsewhere]').first().click();
    await page.locator('[data-line]').first().waitFor();
    const small = await page
      .locator('main button, aside button')
      .evaluateAll((buttons) =>
        buttons
          .map((button) => [button.innerText, button.getBoundingClientRect().height] as const)
          .filter(([, height]) => height < 60),
      );
    expect(small).toEqual([]);
  });
});
