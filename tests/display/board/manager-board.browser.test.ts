import { describe, expect, test } from 'vitest';
import { floorBranch } from '../../browser/stage/floor-branch.ts';
import { quietScene, troubleScene } from '../../browser/stage/floor-scenes.ts';
import { noPaper } from '../../browser/stage/printers.ts';
import { emptyScene, ticketIdOf } from '../../browser/stage/scenes.ts';
import { screens, theatre } from '../../browser/theatre.ts';

const { show, also } = theatre();
const desk = [1366, 768] as const;
const said = 'footer tt-toast p';

describe('a manager', () => {
  test('accepts a proposal, opens the window with somebody, and takes it back', async () => {
    const { page, stage } = await show(screens.board, { scene: troubleScene(), size: desk });
    await page.locator('[data-answer=accept]').click();
    await expect.poll(() => stage.lobby.state.proposals.size).toBe(0);
    // The window it was about stands beside, to be opened with somebody.
    await page.locator('tt-about-station [data-with=t6]').click();
    await expect.poll(() => stage.lobby.state.stations.get('C6')).toMatchObject({ status: 'ready', staff: ['t6'] });
    await expect.poll(() => page.locator(said).innerText()).toBe('6号窗口已开放');
    await page.locator('tt-toast button').click();
    await expect.poll(() => stage.lobby.state.stations.get('C6')?.status).toBe('closed');
    await expect.poll(() => page.locator(said).innerText()).toBe('已撤销');
  });

  test('sees a printer without paper, how long already and who holds none; so does the greeter; until it prints again', async () => {
    const shown = await show(screens.board, { scene: quietScene(), size: desk });
    const greeter = await also(shown, screens.greeter.replace('?', '?lang=zh-CN&'));
    await greeter.locator('tt-my-duty').waitFor();
    // Half a minute past, so that no minute turns while the test reads.
    shown.stage.tellOfPrinters([noPaper(shown.stage.lobby.now - 4.5 * 60_000)]);
    const row = shown.page.locator('[data-trouble="printer k1"]');
    await expect.poll(() => row.innerText()).toContain('东门取号机打印：打印机缺纸，请换纸');
    await expect.poll(() => row.locator('small').innerText()).toBe('已 4 分钟 · 没有拿到纸票：A018 A019');
    const need = greeter.locator('[data-printer=k1]');
    await expect.poll(() => need.innerText()).toContain('打印机缺纸，请换纸 · 已停用 4 分钟 · 没有拿到纸票：A018 A019');
    shown.stage.tellOfPrinters([{ ...noPaper(shown.stage.lobby.now), code: 'ok' }]);
    await expect.poll(async () => (await row.count()) + (await need.count())).toBe(0);
  });

  test('asks a figure why: its definition, whom it counts, and the waits that made it', async () => {
    const { page } = await show(screens.board, { scene: troubleScene(), size: desk });
    await page.locator('[data-figure=waitP90Ms] button').click();
    const panel = page.locator('tt-asked-panel');
    await expect.poll(() => panel.locator('h2').innerText()).toBe('等候 P90：怎么算的？');
    const text = await panel.locator('tt-about-figure').evaluate((element) => element.shadowRoot!.textContent);
    expect(text).toContain('九成');
    expect(text).toContain('项已受理');
    await expect.poll(() => panel.locator('tt-about-figure tt-ticket-number').count()).toBe(5);
  });

  test('asks a call why: the rule, the heads compared, their scores, who was called', async () => {
    const { page, stage } = await show(screens.board, { scene: troubleScene(), size: desk });
    const seq = stage.lobby.journal.findLast(({ type }) => type === 'called')!.seq;
    await page.locator(`[data-call="${seq}"]`).first().click();
    const heads = page.locator('tt-about-call [data-head]');
    await heads.first().waitFor();
    await expect.poll(() => heads.allInnerTexts()).toEqual([expect.stringContaining('A012'), expect.stringContaining('V003')]);
    await expect.poll(() => heads.first().innerText()).toContain('叫到');
  });

  test('asks who waits why here: the policy, its reason, and who chose otherwise', async () => {
    const scene = quietScene();
    scene.do({ type: 'route', ticket: ticketIdOf(7), to: { line: 'vip' }, greeter: 'g1', reason: 'customer-wish' });
    const { page } = await show(screens.board, { scene, size: desk });
    await page.locator('[data-line=vip] button').click();
    await page.locator('tt-about-line [data-ticket=L003] button').click();
    const why = page.locator('tt-about-ticket [data-reason]');
    await why.waitFor();
    await expect.poll(() => why.innerText()).toBe('客户要求');
    const text = await page
      .locator('tt-about-ticket')
      .evaluate((element) => element.shadowRoot!.textContent!.replaceAll(/\s+/g, ' '));
    expect(text).toContain('为什么在贵宾优先');
    expect(text).toContain('由人选择，策略建议去理财与贷款');
    expect(text).toMatch(/大堂经理看过 ?D01 10:2\d/);
  });

  test('asks a long wait why it was called when it was', async () => {
    const { page } = await show(screens.board, { scene: troubleScene(), size: desk });
    await page.locator('[data-figure=waitP90Ms] button').click();
    await page.locator('tt-about-figure button').first().click();
    await page.locator('tt-about-call [data-head]').first().waitFor();
  });

  test.each(['zh-CN', 'en'] as const)('on a wall all of a busy branch is seen at once: %s', async (language) => {
    const { page } = await show(screens.board, { scene: troubleScene(), size: [1920, 1080], language });
    await page.locator('.charts svg').nth(1).waitFor();
    const hidden = await page.evaluate(`(() => {
      const { shadowRoot } = document.querySelector('tt-manager-board');
      return [...shadowRoot.querySelectorAll('main, .lines, .charts, .floor, tt-chart-figure')]
        .filter((e) => e.scrollHeight > e.clientHeight + 1).map((e) => [e.className || e.localName, e.scrollHeight, e.clientHeight]);
    })()`);
    expect(hidden).toEqual([]);
  });

  test('changes the calling rule with its numbers, journaled; undo brings the old one back', async () => {
    const { page, stage } = await show(screens.board, { scene: quietScene(), size: desk });
    const rule = () => stage.lobby.state.strategies.at(-1)?.rule;
    const before = rule();
    await page.locator('[data-strategy]').click();
    await page.locator('tt-change-strategy input[value=threshold]').check();
    await page.locator('tt-change-strategy [data-line=personal]').fill('20');
    await page.locator('[data-change]').click();
    await expect.poll(rule).toEqual({ id: 'threshold', options: { lines: { personal: 1_200_000 }, base: before } });
    expect(stage.lobby.journal.at(-1)?.type).toBe('strategy-changed');
    await page.locator('tt-toast button').click();
    await expect.poll(rule).toEqual(before);
  });

  test('a rule that cannot be is refused in words and changes nothing', async () => {
    const { page, stage } = await show(screens.board, { scene: quietScene(), size: desk });
    await page.locator('[data-strategy]').click();
    await page.locator('tt-change-strategy input[value=threshold]').check();
    await page.locator('[data-change]').click();
    await expect.poll(() => page.locator('tt-toast').getAttribute('tone')).toBe('refused');
    expect(stage.lobby.state.strategies.at(-1)?.rule.id).toBe('ratio');
  });

  test('staff come, rest and go from here', async () => {
    const { page, stage } = await show(screens.board, { scene: quietScene(), size: desk });
    await page.locator('[data-person=t3]').click();
    await page.locator('tt-about-person [data-duty=join]').click();
    await expect.poll(() => stage.lobby.state.staff.has('t3')).toBe(true);
    await page.locator('tt-about-person [data-duty=break-start]').click();
    await expect.poll(() => stage.lobby.state.staff.get('t3')?.onBreak).toBe(true);
    await page.locator('tt-toast button').click();
    await expect.poll(() => stage.lobby.state.staff.get('t3')?.onBreak).toBe(false);
  });

  test('the charts of the day are drawn and kept up, with their figures as a table', async () => {
    const scene = emptyScene(floorBranch);
    scene.do({ type: 'open', station: 'C1', staff: ['t1'] });
    const { page, stage } = await show(screens.board, { scene, size: [1920, 1080] });
    const charts = page.locator('.charts tt-chart-figure');
    await charts.first().locator('svg').waitFor();
    stage.do({ type: 'issue', ticket: ticketIdOf(1), needs: [{ service: 'cash' }] });
    stage.do({ type: 'issue', ticket: ticketIdOf(2), needs: [{ service: 'cash' }] });
    // Figures rest for two seconds, so that a busy minute does not keep the page at work.
    await expect.poll(() => charts.nth(1).locator('h3').innerText()).toContain('2 人');
    await charts.nth(1).locator('button').first().click();
    await expect.poll(() => charts.nth(1).locator('tbody tr').count()).toBeGreaterThan(0);
    await expect.poll(() => charts.nth(1).locator('svg').isVisible()).toBe(false);
  });

  test('by keyboard: what is asked takes the focus, Escape gives it back', async () => {
    const { page } = await show(screens.board, { scene: troubleScene(), size: desk });
    await page.locator('[data-figure=done] button').focus();
    await page.keyboard.press('Enter');
    const focused = () =>
      page.evaluate(
        '(function deep(root) { const at = root.activeElement; return at?.shadowRoot?.activeElement ? deep(at.shadowRoot) : at?.tagName + " " + (at?.closest("[data-figure]")?.dataset.figure ?? "") })(document)',
      );
    await expect.poll(focused).toBe('H2 ');
    await page.keyboard.press('Escape');
    await expect.poll(focused).toBe('BUTTON done');
    await expect.poll(() => page.locator('tt-asked-panel').count()).toBe(0);
  });

  test('nothing unusual says so; a journal that cannot be read says so and is asked again', async () => {
    const { page } = await show(screens.board, { scene: quietScene(), size: desk });
    await expect.poll(() => page.locator('tt-trouble-list .calm strong').innerText()).toBe('没有异常');
    const cut = await show(screens.board, {
      scene: quietScene(),
      size: desk,
      before:
        'const real = fetch; let n = 0; window.fetch = (...asked) => String(asked[0]).includes("/export") && n++ === 0 ? Promise.reject(new Error("cut")) : real(...asked);',
    });
    await cut.page.locator('h2 .failed button').click();
    await cut.page.locator('.charts svg').first().waitFor();
    await expect.poll(() => cut.page.locator('h2 .failed').count()).toBe(0);
  });

  test('what a finger must hit is at least 44 px high', async () => {
    const { page } = await show(screens.board, { scene: troubleScene(), size: desk });
    await page.locator('.charts svg').first().waitFor();
    await page.locator('[data-station=C4]').click();
    await page.locator('tt-about-station').waitFor();
    const small = await page.evaluate(`(function all(root) {
      return [...root.querySelectorAll('*')].flatMap((element) => [
        ...(element.matches('button, input, select, label') && !element.closest('dl, tr') ? [element] : []),
        ...(element.shadowRoot ? all(element.shadowRoot) : []),
      ]);
    })(document).filter((element) => element.getClientRects().length > 0 && element.getBoundingClientRect().height < 44).map((element) => element.outerHTML)`);
    expect(small).toEqual([]);
  });
});
