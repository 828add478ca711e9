import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { type Branch, branchSchema } from '../../simulator/lobby/branch/branch.ts';
import { payloads } from './payloads.ts';
import { busyScene, ticketIdOf } from './stage/scenes.ts';
import { stageBranchInput } from './stage/stage-branch.ts';
import { screens, theatre } from './theatre.ts';

const { show } = theatre();
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

/** Everything a page shows, whatever shadow it stands in. */
const shownText = `(() => {
  const walk = (node) => node.nodeType === 3 ? node.data : ['STYLE', 'SCRIPT'].includes(node.tagName) ? '' :
    [...(node.shadowRoot ? node.shadowRoot.childNodes : []), ...node.childNodes].map(walk).join('\\n');
  return walk(document.body);
})()`;

/** Elements that no screen has, and no attribute that runs. */
const strangers = `(() => {
  const walk = (root) => [...root.querySelectorAll('*')].flatMap((e) => [e, ...(e.shadowRoot ? walk(e.shadowRoot) : [])]);
  const never = ['IMG', 'IMAGE', 'SCRIPT', 'STYLE', 'LINK', 'META', 'BASE', 'IFRAME', 'OBJECT', 'EMBED', 'FORM', 'VIDEO', 'AUDIO',
    'MARQUEE', 'B', 'X', 'MATH', 'NOSCRIPT', 'TEMPLATE', 'ANIMATE', 'MATH', 'BODY'];
  return walk(document.body).filter((e) => never.includes(e.tagName.toUpperCase()) || e.getAttributeNames().some((name) => name.startsWith('on'))
    || (e.getAttribute('href') ?? '').startsWith('javascript:')).map((e) => e.outerHTML.slice(0, 80));
})()`;

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
];

test.each(places)('$place: a name is shown as it is written, and nothing in it runs', async ({ path, reach }) => {
  const { page, stage } = await show(path, { scene: busyScene() });
  page.on('dialog', (dialog) => void dialogs.push(dialog.message()));
  await page.locator('tt-ticket-number, tt-choose-service').first().waitFor();
  await reach?.(page);
  const url = page.url();
  for (const payload of payloads) {
    stage.do({ type: 'configure', config: poisoned(payload) });
    await expect.poll(() => page.evaluate(shownText), { message: payload, interval: 10 }).toContain(payload);
    expect(await page.evaluate(strangers), payload).toEqual([]);
    expect(await page.evaluate('window.ran'), payload).toBeUndefined();
  }
  expect(page.url()).toBe(url);
  expect(dialogs).toEqual([]);
});
