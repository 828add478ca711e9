import { describe, expect, test } from 'vitest';
import { bells, faults, listening, spoken } from '../../browser/listening.ts';
import { busyScene, emptyScene, sceneNow, ticketIdOf } from '../../browser/stage/scenes.ts';
import { screens, theatre } from '../../browser/theatre.ts';

const { show } = theatre();
const wall = [1920, 1080] as const;

describe('the lobby TV', () => {
  test.each(['zh-CN', 'en'] as const)(
    '%s: a call appears on top and largest, pulses, chimes and is spoken in Chinese, then English',
    async (language) => {
      const { page, stage } = await show(screens.lobby, { scene: emptyScene(), language, size: wall, before: listening });
      await page.locator('tt-now-serving tt-empty').waitFor();
      stage.do({ type: 'open', station: 'C2' });
      stage.do({ type: 'issue', ticket: ticketIdOf(1), needs: [{ service: 'cash' }] });
      stage.do({ type: 'call-next', station: 'C2' });
      const newest = page.locator('li.newest');
      await expect.poll(() => newest.locator('tt-ticket-number').getAttribute('number')).toBe('A001');
      await expect.poll(() => newest.locator('.place').innerText()).toContain(language === 'en' ? 'Counter 2' : '2号窗口');
      await expect
        .poll(() => page.evaluate(spoken))
        .toEqual(['请 A 零 零 一 号，到二号窗口', 'Number A, zero, zero, one, please go to Counter 2']);
      await expect.poll(() => page.evaluate(bells)).toBeGreaterThanOrEqual(2);
    },
  );

  test('six calls at once are all announced whole and in order, though one sentence never says that it ended; a recall is announced again', async () => {
    const scene = emptyScene();
    for (let n = 1; n <= 6; n += 1) scene.do({ type: 'open', station: `C${n}` });
    for (let n = 1; n <= 6; n += 1) scene.issue(ticketIdOf(n));
    const { page, stage } = await show(screens.lobby, { scene, size: wall, before: listening });
    await page.locator('tt-now-serving tt-empty').waitFor();
    await page.evaluate("window.speechMs = 150; window.lost = '零 零 三'");
    for (let n = 1; n <= 6; n += 1) stage.do({ type: 'call-next', station: `C${n}` });
    stage.do({ type: 'recall', station: 'C1' });
    await expect
      .poll(async () => ((await page.evaluate(spoken)) as string[]).filter((text) => text.startsWith('请')))
      .toEqual([
        '请 A 零 零 一 号，到一号窗口',
        '请 A 零 零 二 号，到二号窗口',
        '请 A 零 零 三 号，到三号窗口',
        '请 A 零 零 四 号，到四号窗口',
        '请 A 零 零 五 号，到五号窗口',
        '请 A 零 零 六 号，到六号窗口',
        '请 A 零 零 一 号，到一号窗口',
      ]);
    await expect.poll(async () => ((await page.evaluate(spoken)) as string[]).length).toBe(14);
    const all = (await page.evaluate(spoken)) as string[];
    expect(all.map((text) => (text.startsWith('请') ? 'zh' : 'en'))).toEqual(Array.from({ length: 7 }, () => ['zh', 'en']).flat());
    await expect.poll(() => page.evaluate(bells)).toBe(7 * 4);
    await expect.poll(() => page.evaluate(faults)).toEqual([]);
    await expect.poll(() => page.locator('tt-now-serving li').count()).toBe(6);
  });

  test('nothing old is announced when it starts, and after a cut only who is still awaited', async () => {
    const { page, stage, line } = await show(screens.lobby, { size: wall, before: listening });
    await page.locator('li.newest').waitFor();
    stage.do({ type: 'start', station: 'C3' });
    line.cut();
    stage.do({ type: 'finish', station: 'C1' });
    stage.do({ type: 'call-next', station: 'C1' });
    stage.do({ type: 'start', station: 'C1' });
    stage.do({ type: 'finish', station: 'C4' });
    stage.do({ type: 'call-next', station: 'C4' });
    const awaited = stage.lobby.journal.findLast(({ type }) => type === 'called')!.data as { ticket: string };
    const { number } = stage.lobby.state.tickets.get(awaited.ticket)!;
    line.mend();
    const mendedMs = performance.now();
    await expect.poll(() => page.locator('li.newest tt-ticket-number').getAttribute('number'), { interval: 20 }).toBe(number);
    console.log(`TV right again ${Math.round(performance.now() - mendedMs)} ms after the line was mended`);
    await expect.poll(async () => ((await page.evaluate(spoken)) as string[]).length).toBe(2);
    expect(((await page.evaluate(spoken)) as string[])[0]).toContain('到四号窗口');
  });

  test('a picture that is not live says so, loses its colour, and recovers', async () => {
    const { page, stage, line } = await show(screens.lobby, { size: wall });
    await page.locator('tt-stale-mark[link=live]').waitFor();
    line.cut();
    await page.locator('.stale').waitFor();
    await expect.poll(() => page.locator('.stale').innerText()).toContain('画面停在 10:3');
    await expect.poll(() => page.locator('li.newest').isVisible()).toBe(true);
    line.mend();
    stage.do({ type: 'issue', ticket: ticketIdOf(90), needs: [{ service: 'cash' }] });
    await page.locator('tt-stale-mark[link=live]').waitFor();
    await expect.poll(() => page.locator('.stale').count()).toBe(0);
  });

  test('a browser that may not sound shows it, and a touch turns sound on', async () => {
    const { page } = await show(screens.lobby, {
      size: wall,
      before: `const State = Object.getOwnPropertyDescriptor(BaseAudioContext.prototype, 'state'); let allowed = false; Object.defineProperty(AudioContext.prototype, 'state', { get() { return allowed ? State.get.call(this) : 'suspended'; } }); AudioContext.prototype.resume = async function () { allowed = true; };`,
    });
    await expect.poll(() => page.locator('.mute').innerText()).toContain('声音未开启');
    await page.mouse.click(500, 500);
    await page.locator('.mute').waitFor({ state: 'detached' });
  });

  test('a wrong pass says so in both languages; so does a missing one', async () => {
    const { page } = await show('/display/lobby/?branch=demo#token=old', { size: wall });
    const text = await page
      .locator('tt-blocked')
      .innerText()
      .then(() => page.locator('tt-blocked section').innerText());
    expect(text).toContain('本屏幕的通行码已失效');
    expect(text).toContain("This screen's pass is no longer valid");
    const { page: bare } = await show('/display/lobby/?branch=demo', { size: wall });
    await expect.poll(() => bare.locator('tt-blocked section').innerText()).toContain('缺少通行码');
  });

  test.each([wall, [1080, 1920] as const])(
    'every number shown is at least a twelfth of the screen high, the newest more: %d × %d',
    async (...size) => {
      const { page } = await show(screens.lobby, { scene: busyScene(), size });
      await page.locator('li.newest').waitFor();
      // A figure of this font is 0.733 of its size high.
      const read = () =>
        page.evaluate<
          number[]
        >(`(() => { const walk = (root) => [...root.querySelectorAll('*')].flatMap((e) => [e, ...(e.shadowRoot ? walk(e.shadowRoot) : [])]);
      return walk(document).filter((e) => e.tagName === 'TT-TICKET-NUMBER' && e.getRootNode().host.tagName === 'TT-NOW-SERVING').map((e) => parseFloat(getComputedStyle(e).fontSize) * 0.733); })()`);
      await expect.poll(read).toHaveLength(6);
      const heights = await read();
      expect(heights).toHaveLength(6);
      expect(Math.min(...heights)).toBeGreaterThanOrEqual(size[1] / 12);
      expect(heights[0]).toBeGreaterThan(1.05 * heights[1]!);
    },
  );

  test('a call shows which way to go, by an arrow and by words in both languages', async () => {
    const { page } = await show(screens.lobby, { size: wall });
    await expect.poll(() => page.locator('li.newest .direction').innerText()).toBe('左侧 left');
    await expect.poll(() => page.locator('li.newest .way').getAttribute('name')).toBe('left');
    await expect.poll(() => page.locator('.direction').allInnerTexts()).toContain('楼上 upstairs');
  });

  test('who was called a moment ago is still told when the counter has gone on, also after the page was loaded anew', async () => {
    const { page, stage } = await show(screens.lobby, { size: wall });
    await page.locator('li.newest').waitFor();
    await expect.poll(() => page.locator('tt-just-called li').count()).toBe(0);
    const { number } = stage.lobby.state.tickets.get(stage.lobby.state.stations.get('C1')!.ticket!)!;
    stage.do({ type: 'finish', station: 'C1' });
    const past = page.locator('tt-just-called li').first();
    await expect.poll(() => past.locator('tt-ticket-number').getAttribute('number')).toBe(number);
    await expect.poll(() => past.innerText()).toContain('1号窗口');
    stage.do({ type: 'issue', ticket: ticketIdOf(91), needs: [{ service: 'cash' }] });
    await page.reload();
    await expect.poll(() => page.locator('tt-just-called li tt-ticket-number').first().getAttribute('number')).toBe(number);
  });

  test('when the server was upgraded it loads itself anew, after what it is saying and without losing a call', async () => {
    const scene = emptyScene();
    for (let n = 1; n <= 2; n += 1) scene.do({ type: 'open', station: `C${n}` });
    for (let n = 1; n <= 2; n += 1) scene.issue(ticketIdOf(n));
    const { page, stage } = await show(screens.lobby, { scene, size: wall, before: listening });
    await page.locator('tt-stale-mark[link=live]').waitFor();
    await page.evaluate(`
      window.speechMs = 2_500;
      window.old = true;
      addEventListener('pagehide', () => sessionStorage.setItem('spoken', JSON.stringify([...${spoken}, speechSynthesis.speaking])));
    `);
    stage.beat();
    stage.do({ type: 'call-next', station: 'C1' });
    await expect.poll(async () => ((await page.evaluate(spoken)) as string[]).length).toBe(1);
    stage.build = 'second';
    stage.beat();
    // The call of the moment in which the page is gone is announced by the page that takes over.
    page.once('framenavigated', () => stage.do({ type: 'call-next', station: 'C2' }));
    await expect.poll(() => page.evaluate('window.old === undefined').catch(() => false)).toBe(true);
    const left = await page.evaluate("JSON.parse(sessionStorage.getItem('spoken'))");
    expect(left).toEqual(['请 A 零 零 一 号，到一号窗口', 'Number A, zero, zero, one, please go to Counter 1', false]);
    await expect
      .poll(() => page.evaluate(spoken))
      .toEqual(['请 A 零 零 二 号，到二号窗口', 'Number A, zero, zero, two, please go to Counter 2']);
    await expect.poll(() => page.locator('li.newest tt-ticket-number').getAttribute('number')).toBe('A002');
  });

  test('theme and language can be set on it, and it keeps them; the switches show only while somebody is at the mouse', async () => {
    const { page } = await show(screens.lobby, { size: wall });
    const switches = page.locator('tt-page-switches');
    const opacity = () =>
      page.evaluate(
        "Number(getComputedStyle(document.querySelector('tt-lobby-tv').shadowRoot.querySelector('tt-page-switches')).opacity)",
      );
    await expect.poll(opacity).toBe(0);
    await page.mouse.move(500, 500);
    await expect.poll(opacity).toBe(1);
    await switches.locator('button').first().click();
    await expect.poll(() => page.evaluate('document.documentElement.dataset.theme')).toBe('contrast');
    await page.reload();
    await page.locator('li.newest').waitFor();
    await expect.poll(() => page.evaluate('document.documentElement.dataset.theme')).toBe('contrast');
  });

  test("its clock is the server's", async () => {
    const { page } = await show(screens.lobby, { size: wall });
    expect(new Date(sceneNow).toISOString()).toContain('02:32');
    await expect.poll(() => page.locator('time').innerText()).toMatch(/^10:3\d$/);
  });
});
