import { describe, expect, test } from 'vitest';
import { branchSchema } from '../../simulator/lobby/branch/branch.ts';
import { doubleText } from '../browser/shots/shot.ts';
import { emptyScene } from '../browser/stage/scenes.ts';
import type { Stage } from '../browser/stage/stage.ts';
import { screens, theatre } from '../browser/theatre.ts';
import { smallBranchInput } from '../fixtures/branch.ts';
import { openLobby } from '../fixtures/lobby.ts';

const { show } = theatre();
const portrait = [1080, 1920] as const;
const landscape = [1024, 768] as const;

/** Presses that reached the lobby; one that is sent again bears the same key. */
const pressed = ({ commands }: Stage): number => new Set(commands.map(({ key }) => key)).size;

/** Opening hours that begin a minute from now. */
function earlyScene() {
  const scene = emptyScene();
  scene.do({ type: 'close-day' });
  const { now } = scene;
  scene.do({
    type: 'open-day',
    date: '2026-03-03',
    startsAt: now,
    endsAt: now + 86_400_000,
    hours: [{ from: now + 60_000, to: now + 3_600_000 }],
  });
  return scene;
}

describe('a customer at the kiosk', () => {
  test.each([
    ['zh-CN', '请到柜台区等候叫号'],
    ['en', 'Please wait in: Counter area'],
  ] as const)('%s: two touches to a ticket that says where to wait', async (language, where) => {
    const { page, stage } = await show(screens.kiosk, { language, size: portrait });
    await page.locator('[data-service=cash]').click();
    await page.locator('button.take').click();
    await page.locator('tt-show-ticket').waitFor();
    const issued = stage.lobby.journal.findLast(({ type }) => type === 'ticket-issued')!;
    const { number, language: spoken, channel } = issued.data as { number: string; language: string; channel: string };
    await expect.poll(() => page.locator('tt-show-ticket tt-ticket-number').getAttribute('number')).toBe(number);
    await expect.poll(() => page.locator('tt-show-ticket .place').innerText()).toContain(where);
    await expect.poll(() => page.locator('tt-qr-code svg').count()).toBe(1);
    expect({ spoken, channel }).toEqual({ spoken: language, channel: 'kiosk' });
    expect(pressed(stage)).toBe(1);
  });

  test('care is one more touch, and reaches the ticket', async () => {
    const { page, stage } = await show(screens.kiosk, { size: portrait });
    await page.locator('[data-service=cash]').click();
    await expect.poll(() => page.locator('[data-trait=new]').count()).toBe(0);
    await page.locator('[data-trait=senior]').click();
    await page.locator('button.take').click();
    await page.locator('tt-show-ticket').waitFor();
    expect(stage.commands[0]?.body).toMatchObject({ traits: ['senior'] });
  });

  test('one press whose answer is lost again and again gives one ticket', async () => {
    // A kiosk with numbers of its own would give one of them after three seconds.
    const before = `const real = fetch; window.fetch = (...asked) => String(asked[0]).includes('/number-blocks') ? Promise.reject(new Error('cut')) : real(...asked);`;
    const { page, stage } = await show(screens.kiosk, { size: portrait, before });
    const { issued } = stage.lobby.state.tally;
    stage.losesAnswers = true;
    await page.locator('[data-service=cash]').click();
    await page.locator('button.take').click();
    await expect.poll(() => stage.commands.length).toBeGreaterThan(1);
    stage.losesAnswers = false;
    await page.locator('tt-show-ticket').waitFor();
    expect(stage.lobby.state.tally.issued).toBe(issued + 1);
    expect(pressed(stage)).toBe(1);
  });

  test('a refusal is told in words and the customer can go back', async () => {
    const { page, stage } = await show(screens.kiosk, { scene: emptyScene(), size: landscape });
    await page.locator('[data-service=cash]').click();
    stage.lobby.do({ type: 'close-day' });
    await page.locator('button.take').click();
    await expect.poll(() => page.locator('.failure').innerText()).toContain('未能完成');
    await page.locator('button.back').click();
    await page.locator('tt-choose-service').waitFor();
  });

  test('a closed branch says so, and opens at its minute though nothing has happened', async () => {
    const { page, stage } = await show(screens.kiosk, { scene: earlyScene(), size: portrait });
    await expect.poll(() => page.locator('.away.closed').innerText()).toContain('今天 10:33 开始取号');
    stage.lobby.now += 120_000;
    await page.locator('tt-choose-service').waitFor();
  });

  test('several needs under one number, in the order chosen; one is taken out again', async () => {
    const { page, stage } = await show(screens.kiosk, { size: portrait });
    for (const service of ['cash', 'card', 'wealth']) {
      if (service !== 'cash') await page.locator('button.more').click();
      await page.locator(`[data-service=${service}]`).click();
    }
    await expect.poll(() => page.locator('button.more').count()).toBe(0);
    await page.locator('button[aria-label=去掉开卡与换卡]').click();
    await expect.poll(() => page.locator('.papers').innerText()).toBe('身份证原件\n银行卡或存折');
    await page.locator('button.take').click();
    await page.locator('tt-show-ticket').waitFor();
    expect(stage.commands[0]?.body).toMatchObject({ needs: [{ service: 'cash' }, { service: 'wealth' }] });
  });

  test('it is honest about paper, and leaves a number up longer when there is none', async () => {
    const { page, stage } = await show(screens.kiosk, { size: portrait });
    stage.printer = 'ok';
    await page.locator('[data-service=cash]').click();
    await page.locator('button.take').click();
    await expect.poll(() => page.locator('p.paper').innerText()).toBe('正在打印，请取走号票');
    stage.printer = 'paper-out';
    await expect.poll(() => page.locator('p.paper.trouble').innerText()).toContain('请记住号码');
    const seconds = Number(/\d+/.exec(await page.locator('.done small').innerText())?.[0]);
    expect(seconds).toBeGreaterThan(30);
  });

  test('language and large print switch at once, on every step, and the next customer finds neither', async () => {
    const { page } = await show(screens.kiosk, { size: portrait });
    await page.locator('[data-service=cash]').click();
    await page.locator('button.language').click();
    await page.locator('button.print').click();
    await expect.poll(() => page.locator('button.take').innerText()).toBe('Take a number');
    await expect.poll(() => page.evaluate('document.documentElement.lang')).toBe('en');
    await expect.poll(() => page.evaluate('getComputedStyle(document.documentElement).fontSize')).toBe('36px');
    await page.locator('button.take').click();
    await page.locator('tt-show-ticket .done').click();
    await page.locator('tt-choose-service').waitFor();
    await expect.poll(() => page.locator('h1').innerText()).toContain('您好');
    await expect.poll(() => page.evaluate('getComputedStyle(document.documentElement).fontSize')).not.toBe('36px');
  });

  test('a customer who walks away is asked, and the kiosk starts anew', async () => {
    const { page } = await show(screens.kiosk, { size: portrait });
    await page.locator('tt-choose-service').waitFor();
    await page.clock.install();
    await page.locator('[data-service=cash]').click();
    await page.clock.runFor(31_000);
    await expect.poll(() => page.locator('tt-dialog h2').innerText()).toBe('您还在吗？');
    await page.locator('tt-dialog button').click();
    await page.locator('button.take').waitFor();
    await page.clock.runFor(46_000);
    await page.locator('tt-choose-service').waitFor();
  });

  test('when the lobby cannot be reached it says so, and comes back by itself', async () => {
    const { page, line } = await show(screens.kiosk, { size: portrait });
    await page.locator('tt-choose-service').waitFor();
    line.cut();
    await expect.poll(() => page.locator('.strip, .away').innerText()).toMatch(/仍可取号|联系不上/);
    line.mend();
    await expect.poll(() => page.locator('.strip, .away').count()).toBe(0);
  });

  test('when the line goes down while it keeps itself for an outage, it tries again', async () => {
    const cutOnce = `
      const register = ServiceWorkerContainer.prototype.register;
      ServiceWorkerContainer.prototype.register = function () {
        ServiceWorkerContainer.prototype.register = register;
        return Promise.reject(new TypeError('the line is cut'));
      };`;
    const { page } = await show(screens.kiosk, { size: portrait, before: cutOnce });
    await expect.poll(() => page.evaluate('caches.match("/kiosk/").then((kept) => kept?.status ?? null)')).toBe(200);
  });

  test.each([
    ['Tab', 'Shift+Tab'],
    ['ArrowDown', 'ArrowUp'],
  ])('the whole way by keyboard alone, with %s and %s and Enter', async (forward, back) => {
    const { page, stage } = await show(screens.kiosk, { size: landscape });
    await page.locator('tt-choose-service').waitFor();
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    /** Goes forward until a button says this, and presses it. */
    const reach = async (text: string) => {
      for (let presses = 0; presses < 20 && !((await page.evaluate(focused)) as string).startsWith(text); presses += 1)
        await press(forward);
      await expect.poll(() => page.evaluate(focused)).toContain(text);
      await press('Enter');
    };
    await reach('请人帮助');
    await expect.poll(() => page.locator('tt-dialog h2').innerText()).toBe('已通知大堂经理');
    await press(forward, back, 'Enter');
    await reach('English');
    await reach('Deposits');
    await page.locator('tt-confirm-service').waitFor();
    await expect.poll(() => page.evaluate(focused)).toBe('# Take a number for this?');
    await reach('Senior');
    await reach('Add another');
    await reach('Investment advice');
    await reach('Remove');
    await reach('Take a number');
    await page.locator('tt-show-ticket').waitFor();
    expect(stage.commands.at(-1)?.body).toMatchObject({ needs: [{ service: 'wealth' }], traits: ['senior'], language: 'en' });
    await reach('Done');
    await page.locator('tt-choose-service').waitFor();
  });
});

describe('made for hands and eyes', () => {
  /** What is pressed for the next step, and what it shows. */
  const steps = [
    [null, 'tt-choose-service'],
    ['[data-service=wealth]', '.papers'],
    ['button.more', '.chosen'],
    ['[data-service=card]', '.several'],
    ['button.take', 'tt-show-ticket'],
  ] as const;
  const prints = ['normal', 'large'] as const;

  test.each([portrait, landscape])(
    '%s, in both languages and prints: targets of 60 px and more, texts of 24 px and more, nothing cut',
    async (...size) => {
      const { page } = await show(screens.kiosk, { size: size as [number, number] });
      for (const [language, print] of (['zh-CN', 'en'] as const).flatMap((each) => prints.map((of) => [each, of] as const))) {
        await page.locator('tt-choose-service').waitFor();
        if (language === 'en') await page.locator('button.language').click();
        if (print === 'large') await page.locator('button.print').click();
        for (const [act, shown] of steps) {
          if (act !== null) await page.locator(act).click();
          await page.locator(shown).waitFor();
          const where = `${language} ${print} ${shown}`;
          await expect.poll(() => page.evaluate(smallTargets), { message: where }).toEqual([]);
          await expect.poll(() => page.evaluate(smallTexts(print === 'large' ? 36 : 24)), { message: where }).toEqual([]);
          await expect.poll(() => page.evaluate(cut), { message: where }).toEqual([]);
        }
        await page.locator('button.done').click();
      }
    },
  );

  test.each([portrait, landscape])('%s with text twice as large: all of it can be read and pressed', async (...size) => {
    const { page } = await show(screens.kiosk, { size: size as [number, number], language: 'en' });
    await page.locator('tt-choose-service').waitFor();
    await doubleText(page);
    for (const act of ['[data-service=wealth]', 'button.more', '[data-service=card]', 'button.take', 'button.help']) {
      await expect.poll(() => page.evaluate(lost), { message: `before ${act}` }).toEqual([]);
      await page.locator(act).click();
    }
    await page.locator('tt-dialog h2').waitFor();
    await expect.poll(() => page.evaluate(lost)).toEqual([]);
  });

  test('names of sixteen characters and a four-digit queue fit', async () => {
    const name = { zh: '个人外汇业务及跨境汇款综合办理', en: 'Personal foreign exchange and cross-border remittance' };
    const [first, ...rest] = smallBranchInput.services;
    const scene = openLobby(
      branchSchema.parse({
        ...smallBranchInput,
        services: [{ ...first!, names: name }, ...rest],
        rules: { ...smallBranchInput.rules, numbers: { digits: 4, leaseFrom: 5000, leaseSize: 10 } },
      }),
    );
    for (let n = 0; n < 1_200; n += 1) scene.issue(`many-${n}`);
    const { page } = await show(screens.kiosk, { scene, size: landscape });
    await page.locator('[data-service=cash]').click();
    await page.locator('button.take').click();
    await expect.poll(() => page.locator('tt-show-ticket tt-ticket-number').getAttribute('number')).toBe('A1201');
    await expect.poll(() => page.evaluate(cut)).toEqual([]);
  });
});

/** The text of what has the focus, however deep; a heading begins with #, a button of no text goes by its label. */
const focused = `(function deep(root) {
  const at = root.activeElement;
  return at?.shadowRoot?.activeElement ? deep(at.shadowRoot) : (at?.localName === 'h1' ? '# ' : '') + (at?.innerText?.trim() || at?.ariaLabel || '');
})(document)`;
/** Walks shadow trees; strings, because a page's own content policy lets no function in. */
const walk = `const all = (root) => [...root.querySelectorAll('*')].flatMap((e) => [e, ...(e.shadowRoot ? all(e.shadowRoot) : [])]);`;
const smallTargets = `(() => { ${walk}
  return all(document).filter((e) => e.localName === 'button' && e.checkVisibility()).map((e) => [e.innerText, e.offsetWidth, e.offsetHeight]).filter(([, width, height]) => Math.min(width, height) < 60);
})()`;
const smallTexts = (px: number): string => `(() => { ${walk}
  return all(document).filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()) && e.checkVisibility() && !['SCRIPT', 'STYLE', 'TITLE'].includes(e.tagName) && parseFloat(getComputedStyle(e).fontSize) < ${px}).map((e) => e.textContent.trim());
})()`;
const cut = `(() => { ${walk}
  return all(document).filter((e) => e.checkVisibility() && e.clientWidth > 0 && getComputedStyle(e).display !== 'inline' && !e.closest('.sr') && (e.scrollWidth > e.clientWidth + 1 || (getComputedStyle(e).overflowY !== 'visible' && e.scrollHeight > e.clientHeight + 1))).map((e) => e.tagName + '.' + e.className + ' ' + [e.scrollWidth, e.clientWidth, e.scrollHeight, e.clientHeight]);
})()`;
/** What sticks out sideways, is hidden where nobody can scroll to it, or is seen through a slit. */
const lost = `(() => { ${walk}
  return all(document).filter((e) => e.checkVisibility() && e.clientWidth > 0 && getComputedStyle(e).display !== 'inline' && !e.closest('.sr') && (e.scrollWidth > e.clientWidth + 1 || (['hidden', 'clip'].includes(getComputedStyle(e).overflowY) && e.scrollHeight > e.clientHeight + 1) || (getComputedStyle(e).overflowY === 'auto' && e.scrollHeight > e.clientHeight + 1 && e.clientHeight < 400))).map((e) => e.tagName + '.' + e.className + ' ' + [e.scrollWidth, e.clientWidth, e.scrollHeight, e.clientHeight]);
})()`;
