import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { type Branch, branchSchema } from '../../simulator/lobby/branch/branch.ts';
import { payloads } from './payloads.ts';
import { busyScene, ticketIdOf } from './stage/scenes.ts';
import { stageBranchInput } from './stage/stage-branch.ts';
import { screens, theatre } from './theatre.ts';

const { show, also } = theatre();
const dialogs: string[] = [];
afterEach(() => void dialogs.splice(0));

test('there are sixty payloads, each as long as a name may be, no two alike', () => {
  expect(payloads).toHaveLength(60);
  expect(new Set(payloads).size).toBe(60);
  expect(payloads.filter((payload) => payload.length > 60)).toEqual([]);
});

/** The stage branch with a payload in place of every name, in both languages, and of every label that is long enough for some of it. */
function poisoned(payload: string): Branch {
  const input = JSON.parse(JSON.stringify(stageBranchInput), (key, value: unknown) => {
    if (key === 'zh' || key === 'en') return payload;
    return key === 'label' && typeof value === 'string' && value.length < 3 ? '<b>' : value;
  }) as typeof stageBranchInput;
  return branchSchema.parse(input);
}

/**
 * Waits until a page shows a text as it is written, whatever shadow it stands in; then tells what stands there that no screen has,
 * and whether anything ran.
 */
const whenShown = (payload: string): string => `new Promise((done) => {
  const textOf = (node) => node.nodeType === 3 ? node.data : ['STYLE', 'SCRIPT'].includes(node.tagName) ? '' :
    [...(node.shadowRoot ? node.shadowRoot.childNodes : []), ...node.childNodes].map(textOf).join('\\n');
  const all = (root) => [...root.querySelectorAll('*')].flatMap((e) => [e, ...(e.shadowRoot ? all(e.shadowRoot) : [])]);
  const never = ['IMG', 'IMAGE', 'SCRIPT', 'STYLE', 'LINK', 'META', 'BASE', 'IFRAME', 'OBJECT', 'EMBED', 'FORM', 'VIDEO', 'AUDIO',
    'MARQUEE', 'B', 'X', 'MATH', 'NOSCRIPT', 'TEMPLATE', 'ANIMATE', 'MATH', 'BODY'];
  const look = () => {
    if (!textOf(document.body).includes(${JSON.stringify(payload)})) return setTimeout(look, 10);
    const strangers = all(document.body).filter((e) => never.includes(e.tagName.toUpperCase()) || e.getAttributeNames().some((name) => name.startsWith('on'))
      || (e.getAttribute('href') ?? '').startsWith('javascript:'));
    done([...strangers.map((e) => e.outerHTML.slice(0, 80)), ...(window.ran === undefined ? [] : ['it ran'])]);
  };
  look();
})`;

/** Where names stand on each screen, and how to get there. */
const places: readonly { readonly place: string; readonly path: string; readonly reach?: (page: Page) => Promise<unknown> }[] = [
  { place: 'kiosk', path: screens.kiosk },
  { place: 'kiosk, confirming', path: screens.kiosk, reach: (page) => page.locator('[data-service=cash]').click() },
  { place: 'phone ticket', path: `/t/${ticketIdOf(26)}?branch=demo` },
  { place: 'lobby display', path: screens.lobby },
  { place: 'counter', path: screens.counter },
  { place: 'counter, transferring', path: screens.counter, reach: (page) => page.keyboard.press('t') },
  { place: 'counter, why', path: screens.counter, reach: (page) => page.keyboard.press('w') },
  { place: 'greeter', path: screens.greeter },
  { place: 'board', path: screens.board },
  { place: 'board, a line', path: screens.board, reach: (page) => page.locator('[data-line=personal] button').click() },
];

test('every name is shown as it is written on every screen, and nothing in it runs', { timeout: 600_000 }, async () => {
  const first = await show('/nowhere', { scene: busyScene() });
  const pages: { readonly place: string; readonly page: Page; readonly url: string }[] = [];
  for (const { place, path, reach } of places) {
    const page = await also(first, path);
    page.on('dialog', (dialog) => void dialogs.push(`${place}: ${dialog.message()}`));
    await page.locator('tt-ticket-number, tt-choose-service').first().waitFor();
    await reach?.(page);
    pages.push({ place, page, url: page.url() });
  }
  for (const payload of payloads) {
    // Sixty payloads take their time, and a kiosk asks whether anybody is still there.
    for (const { page } of pages) await page.keyboard.press('Shift');
    first.stage.do({ type: 'configure', config: poisoned(payload) });
    const found = await Promise.all(pages.map(async ({ place, page }) => [place, await page.evaluate(whenShown(payload))]));
    expect(found, payload).toEqual(places.map(({ place }) => [place, []]));
  }
  for (const { place, page, url } of pages) expect(page.url(), place).toBe(url);
  expect(dialogs).toEqual([]);
});
