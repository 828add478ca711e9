import { describe, expect, test } from 'vitest';
import { pressKeys } from '../../browser/counter-keys.ts';
import { emptyScene, ticketIdOf } from '../../browser/stage/scenes.ts';
import { screens, theatre } from '../../browser/theatre.ts';

const { show, also } = theatre();

describe('a teller, hands on the keyboard', () => {
  test('a whole customer: open, call, recall, start, finish, all on the board', async () => {
    const scene = emptyScene();
    scene.issue(ticketIdOf(1));
    const { page, stage } = await show(screens.counter, { scene });
    const status = page.locator('header .status');
    const press = async (key: string, then: string) => {
      await pressKeys(page, key);
      await expect.poll(() => status.innerText()).toBe(then);
    };
    await expect.poll(() => status.innerText()).toBe('未开');
    await press('o', '空闲');
    await press('n', '已呼叫');
    await expect.poll(() => page.locator('tt-at-counter tt-ticket-number').getAttribute('number')).toBe('A001');
    await pressKeys(page, 'r');
    await expect.poll(() => stage.lobby.journal.at(-1)?.type).toBe('recalled');
    await press('s', '办理中');
    await press('f', '空闲');
    await expect.poll(() => page.locator('tt-toast p').innerText()).toBe('A001 已办结');
    expect(stage.lobby.state.tally.done).toBe(1);
    await press('z', '办理中');
    expect(stage.lobby.state.tally.done).toBe(0);
  });

  test('fast hands lose no key, and a key pressed twice acts once', async () => {
    const scene = emptyScene();
    scene.issue(ticketIdOf(1));
    scene.issue(ticketIdOf(2));
    scene.do({ type: 'open', station: 'C1' });
    const { page, stage } = await show(screens.counter, { scene });
    await page.locator('tt-verb-pad').waitFor();
    await page.evaluate(`for (const code of ['KeyN', 'KeyN', 'KeyS']) dispatchEvent(new KeyboardEvent('keydown', { code }));`);
    await expect.poll(() => page.locator('header .status').innerText()).toBe('办理中');
    // A press whose answer was slow is sent again with its key.
    const presses = new Map(stage.commands.map(({ key, path }) => [key, path.split('/').at(-1)]));
    expect([...presses.values()]).toEqual(['call-next', 'start']);
  });

  test('pause with a reason, other outcome, transfer: each one key and one more', async () => {
    const scene = emptyScene();
    scene.issue(ticketIdOf(1));
    scene.issue(ticketIdOf(2));
    const { page, stage } = await show(screens.counter, { scene });
    const last = () => expect.poll(() => stage.lobby.journal.at(-1));
    await page.locator('tt-verb-pad').waitFor();
    const keys = (...pressed: string[]) => pressKeys(page, ...pressed);
    await keys('o');
    await last().toMatchObject({ type: 'station-opened' });
    await expect.poll(() => page.locator('header .status').innerText()).toBe('空闲');
    await keys('p', '1');
    await last().toMatchObject({ type: 'station-paused', data: { reason: 'break' } });
    await expect.poll(() => page.locator('header .status').innerText()).toBe('暂停');
    await keys('u');
    await expect.poll(() => page.locator('header .status').innerText()).toBe('空闲');
    await keys('n');
    await expect.poll(() => page.locator('header .status').innerText()).toBe('已呼叫');
    await keys('s');
    await expect.poll(() => page.locator('header .status').innerText()).toBe('办理中');
    await keys('t', 'Escape', 't', '3');
    await expect
      .poll(() => stage.lobby.journal.findLast(({ type }) => type === 'transferred')?.data)
      .toMatchObject({ ticket: ticketIdOf(1), service: 'wealth' });
    await expect.poll(() => page.locator('header .status').innerText()).toBe('空闲');
    await keys('n');
    await expect.poll(() => page.locator('header .status').innerText()).toBe('已呼叫');
    await keys('s');
    await expect.poll(() => page.locator('header .status').innerText()).toBe('办理中');
    await keys('g', '1');
    await expect
      .poll(() => stage.lobby.journal.findLast(({ type }) => type === 'service-finished')?.data)
      .toMatchObject({ outcome: 'documents-missing' });
  });

  test('W shows why this one was called: the rule, the heads compared, who was passed over; a verb goes on from there', async () => {
    const scene = emptyScene();
    scene.issue(ticketIdOf(1), { needs: [{ service: 'corporate' }] });
    scene.now += 9 * 60_000;
    scene.issue(ticketIdOf(2));
    scene.do({ type: 'staff-join', person: 't1' });
    scene.do({ type: 'open', station: 'C1', staff: ['t1'] });
    const { page, stage } = await show(screens.counter, { scene });
    await page.locator('tt-verb-pad').waitFor();
    await pressKeys(page, 'w');
    await expect.poll(() => page.locator('tt-why-called').count()).toBe(0);
    await pressKeys(page, 'ArrowDown', 'c');
    await expect.poll(() => page.locator('header .status').innerText()).toBe('已呼叫');
    await pressKeys(page, 'w');
    const panel = page.locator('tt-why-called');
    await panel.locator('tbody tr').first().waitFor();
    const called = stage.lobby.journal.findLast(({ type }) => type === 'called')!;
    const { number } = stage.lobby.state.tickets.get((called.data as { ticket: string }).ticket)!;
    await expect.poll(() => panel.locator('h3').innerText()).toBe(`为什么叫 ${number}`);
    await expect.poll(() => panel.locator('tr.called tt-ticket-number').getAttribute('number')).toBe(number);
    await expect.poll(() => panel.locator('p').innerText()).toContain('按比例');
    await pressKeys(page, 's');
    await expect.poll(() => page.locator('header .status').innerText()).toBe('办理中');
    await page.locator('tt-verb-pad').waitFor();
  });

  test('a need for two: who is held, who is missing; leaving and joining by one key and one more', async () => {
    const scene = emptyScene();
    for (const person of ['t1', 'a1']) scene.do({ type: 'staff-join', person });
    scene.do({ type: 'open', station: 'C1', staff: ['t1'] });
    scene.issue(ticketIdOf(1), { needs: [{ service: 'corporate' }] });
    const { page, stage } = await show(screens.counter, { scene });
    const status = page.locator('header .status');
    await page.locator('tt-verb-pad').waitFor();
    await pressKeys(page, 'n');
    await expect.poll(() => status.innerText()).toBe('已呼叫');
    /** Badge, or role and standing of whoever is missing. */
    const people = async () =>
      Promise.all(
        (await page.locator('tt-team-strip tt-person-mark').all()).map(
          async (mark) =>
            (await mark.getAttribute('label')) ?? `${await mark.getAttribute('post')} ${await mark.getAttribute('standing')}`,
        ),
      );
    await expect.poll(people).toEqual(['T01', 'F01']);
    await pressKeys(page, 's');
    await expect.poll(() => status.innerText()).toBe('办理中');
    await pressKeys(page, 'l', '1');
    await expect.poll(people).toEqual(['T01', 'advisor missing']);
    await expect.poll(() => page.locator('tt-toast p').innerText()).toBe('F01 已离开协办');
    await pressKeys(page, 'j', '1');
    await expect.poll(people).toEqual(['T01', 'F01']);
    expect(stage.lobby.journal.slice(-2).map(({ type }) => type)).toEqual(['team-left', 'team-joined']);
  });

  test('opening asks who works the counter once somebody has signed on', async () => {
    const scene = emptyScene();
    for (const person of ['t1', 't2']) scene.do({ type: 'staff-join', person });
    scene.do({ type: 'open', station: 'C2', staff: ['t2'] });
    const { page, stage } = await show(screens.counter, { scene });
    await page.locator('tt-verb-pad').waitFor();
    await pressKeys(page, 'o');
    await expect.poll(() => page.locator('tt-choice-row [data-value]').allInnerTexts()).toEqual(['T01\n1', '不登记人员\n2']);
    await pressKeys(page, '1');
    await expect.poll(() => stage.lobby.state.stations.get('C1')!.staff).toEqual(['t1']);
  });

  test('what can be taken back is named, with the time left, counting down', async () => {
    const scene = emptyScene();
    scene.issue(ticketIdOf(1));
    scene.do({ type: 'open', station: 'C1' });
    scene.do({ type: 'call-next', station: 'C1' });
    scene.now += 600_000 - 59_000;
    const { page } = await show(screens.counter, { scene });
    const undo = page.locator('[data-verb=undo]');
    await undo.waitFor();
    await expect.poll(() => undo.innerText()).toMatch(/^撤销呼叫\n还可撤销 \d+ 秒/);
    const left = async () => Number(/(\d+) 秒/.exec(await undo.innerText())?.[1]);
    const first = await left();
    await expect.poll(left).toBeLessThan(first);
  });

  test('the chosen one is called, the missed one brought back', async () => {
    const scene = emptyScene();
    for (let n = 1; n <= 3; n += 1) scene.issue(ticketIdOf(n));
    scene.do({ type: 'open', station: 'C1' });
    const { page, stage } = await show(screens.counter, { scene });
    const status = page.locator('header .status');
    await page.locator('[data-ticket=A003]').waitFor();
    await pressKeys(page, 'ArrowDown', 'ArrowDown', 'ArrowDown', 'c');
    await expect.poll(() => status.innerText()).toBe('已呼叫');
    await expect.poll(() => page.locator('tt-at-counter tt-ticket-number').getAttribute('number')).toBe('A003');
    await pressKeys(page, 'm');
    await expect.poll(() => status.innerText()).toBe('空闲');
    await pressKeys(page, 'ArrowDown', 'ArrowDown', 'ArrowDown', 'b');
    await expect.poll(() => status.innerText()).toBe('已呼叫');
    expect(stage.lobby.journal.findLast(({ type }) => type === 'resumed')?.data).toMatchObject({ ticket: ticketIdOf(3) });
  });

  test('nobody to call is an answer, not an error; a refusal is told in words', async () => {
    const scene = emptyScene();
    scene.do({ type: 'open', station: 'C1' });
    const { page, stage } = await show(screens.counter, { scene });
    await page.locator('tt-verb-pad').waitFor();
    await pressKeys(page, 'n');
    await expect.poll(() => page.locator('tt-toast p').innerText()).toBe('现在没有可叫的号');
    // The counter is closed elsewhere at the same moment, unseen here.
    stage.silent = true;
    stage.do({ type: 'close', station: 'C1' });
    await pressKeys(page, 'n');
    await expect.poll(() => page.locator('tt-toast p').innerText()).toContain('未能完成');
  });

  test("keys with Ctrl are the browser's, a held key is one press", async () => {
    const { page, stage } = await show(screens.counter);
    await page.locator('tt-verb-pad').waitFor();
    await pressKeys(page, 'Control+f');
    await page.keyboard.down('g');
    await page.keyboard.down('g');
    await page.locator('tt-choice-row').waitFor();
    expect(stage.commands).toEqual([]);
  });

  test('a console that knows no counter asks once and remembers it in its address', async () => {
    const { page } = await show(screens.counter.replace('&counter=C1', ''));
    await page.locator('[data-counter=C4]').click();
    await page.locator('tt-at-counter').waitFor();
    expect(page.url()).toContain('counter=C4');
    expect(page.url()).toContain('#token=');
    await page.reload();
    await expect.poll(() => page.locator('h1').innerText()).toBe('4号窗口');
  });

  test('language and theme switch at run time', async () => {
    const { page } = await show(screens.counter);
    await page.locator('tt-page-switches button').last().click();
    await expect.poll(() => page.locator('h1').innerText()).toBe('Counter 1');
    await expect.poll(() => page.locator('[data-verb=call-next]').innerText()).toContain('Call next');
    await page.locator('tt-page-switches button').first().click();
    await expect.poll(() => page.evaluate('document.documentElement.dataset.theme')).toBe('dark');
  });
});

test('one lobby, every screen: what the kiosk issues and the counter calls, the TV, the greeter and the board show', async () => {
  const scene = emptyScene();
  scene.do({ type: 'open', station: 'C1' });
  const shown = await show(screens.kiosk, { scene });
  const counter = await also(shown, screens.counter);
  const tv = await also(shown, screens.lobby);
  const greeter = await also(shown, screens.greeter);
  const board = await also(shown, screens.board);
  await shown.page.bringToFront();
  await shown.page.locator('[data-service=cash]').click();
  await shown.page.locator('button.take').click();
  await greeter.locator('[data-ticket=A001]').waitFor();
  await counter.locator('[data-ticket=A001]').waitFor();
  await pressKeys(counter, 'n');
  await expect.poll(() => tv.locator('li.newest tt-ticket-number').getAttribute('number')).toBe('A001');
  await greeter.locator('tt-empty').waitFor();
  await expect.poll(() => board.locator('dd').first().innerText()).toBe('1');
});
