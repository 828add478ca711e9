import type { Page } from 'playwright-core';
import { emptyScene, ticketIdOf } from '../stage/scenes.ts';
import { type Stage, tokens } from '../stage/stage.ts';
import { doubleText, goSilent, type Shot } from './shot.ts';

const portrait = [1080, 1920] as const;
const landscape = [1024, 768] as const;
const phone = [390, 844] as const;

const kiosk = `/kiosk/?branch=demo#token=${tokens.kiosk}`;
const ticket = (n: number): string => `/t/${ticketIdOf(n)}?branch=demo`;

const large = (page: Page) => page.locator('button.print').click();
const chooseCash = (page: Page) => page.locator('[data-service=cash]').click();
const take = async (page: Page) => {
  await chooseCash(page);
  await page.locator('button.take').click();
  await page.locator('tt-show-ticket').waitFor();
};

const largeAnd = (act: NonNullable<Shot['act']>) => async (page: Page, stage: Stage) => {
  await large(page);
  await act(page, stage);
};
const another = async (page: Page) => {
  await chooseCash(page);
  await page.locator('button.more').click();
};
const several = async (page: Page) => {
  await another(page);
  await page.locator('[data-service=card]').click();
};
const withPrinter = (code: string) => async (page: Page, stage: Stage) => {
  stage.printer = code;
  await take(page);
  await page.locator('p.paper').waitFor();
};
/** Leases are there, then the lobby falls silent. */
const cutOff = async (page: Page, stage: Stage) => {
  await page.locator('tt-choose-service').waitFor();
  while (stage.lobby.state.blocks.size < 5) await page.waitForTimeout(100);
  await page.waitForTimeout(500);
  await page.route('**/api/**', (route) => route.abort());
  stage.silent = true;
  await page.locator('.strip').waitFor({ timeout: 15_000 });
};
const offlineConfirm = async (page: Page, stage: Stage) => {
  await cutOff(page, stage);
  await chooseCash(page);
};
const offlineTicket = async (page: Page, stage: Stage) => {
  await offlineConfirm(page, stage);
  await page.locator('button.take').click();
  await page.locator('tt-show-ticket').waitFor();
};
/** A kiosk whose numbers never came. */
const neverLeased = async (page: Page, stage: Stage) => {
  await page.route('**/number-blocks', (route) => route.abort());
  await page.evaluate("indexedDB.deleteDatabase('tingtang-kiosk')");
  await page.reload();
  await goSilent(page, stage);
};
const idle = async (page: Page, stage: Stage) => {
  await page.clock.install();
  await chooseCash(page);
  for (let seconds = 0; seconds < 33; seconds += 3) {
    stage.beat();
    await page.waitForTimeout(50);
    await page.clock.runFor(3_000);
  }
};
function closedScene() {
  const scene = emptyScene();
  scene.do({ type: 'close-day' });
  return scene;
}

/** The kiosk and the phone ticket. */
export const kioskShots: readonly Shot[] = [
  { name: 'kiosk-1-choose', path: kiosk, size: portrait },
  { name: 'kiosk-1-choose-large', path: kiosk, size: portrait, act: large },
  { name: 'kiosk-2-confirm', path: kiosk, size: portrait, act: chooseCash },
  {
    name: 'kiosk-2-confirm-large',
    path: kiosk,
    size: portrait,
    act: async (page) => {
      await large(page);
      await chooseCash(page);
      await page.locator('[data-trait=senior]').click();
    },
  },
  { name: 'kiosk-3-ticket', path: kiosk, size: portrait, act: take },
  {
    name: 'kiosk-3-ticket-large',
    path: kiosk,
    size: portrait,
    act: async (page) => {
      await large(page);
      await take(page);
    },
  },
  { name: 'kiosk-help', path: kiosk, size: portrait, act: (page) => page.locator('button.help').click() },
  { name: 'kiosk-1-more', path: kiosk, size: portrait, act: another },
  { name: 'kiosk-2-several', path: kiosk, size: portrait, act: several },
  { name: 'kiosk-2-several-large', path: kiosk, size: portrait, act: largeAnd(several) },
  { name: 'kiosk-wide-2-several', path: kiosk, size: landscape, act: several },
  { name: 'kiosk-wide-2-several-large', path: kiosk, size: landscape, act: largeAnd(several) },
  { name: 'kiosk-closed', path: kiosk, size: portrait, scene: closedScene },
  { name: 'kiosk-idle', path: kiosk, size: portrait, act: idle },
  { name: 'kiosk-offline-1-choose', path: kiosk, size: portrait, act: cutOff },
  { name: 'kiosk-offline-1-choose-large', path: kiosk, size: landscape, act: largeAnd(cutOff) },
  { name: 'kiosk-offline-2-confirm', path: kiosk, size: portrait, act: offlineConfirm },
  { name: 'kiosk-offline-3-ticket', path: kiosk, size: portrait, act: offlineTicket },
  { name: 'kiosk-wide-offline-3-ticket', path: kiosk, size: landscape, act: offlineTicket },
  { name: 'kiosk-3-printing', path: kiosk, size: portrait, act: withPrinter('ok') },
  { name: 'kiosk-3-no-paper', path: kiosk, size: portrait, act: withPrinter('paper-out') },
  { name: 'kiosk-wide-3-no-paper', path: kiosk, size: landscape, act: withPrinter('paper-out') },
  { name: 'kiosk-wide-3-no-paper-large', path: kiosk, size: landscape, act: largeAnd(withPrinter('paper-out')) },
  { name: 'kiosk-away', path: kiosk, size: portrait, act: neverLeased },
  { name: 'kiosk-empty', path: kiosk, size: portrait, scene: emptyScene },
  { name: 'kiosk-double', path: kiosk, size: portrait, act: doubleText },
  { name: 'kiosk-wide-double', path: kiosk, size: landscape, act: doubleText },
  { name: 'kiosk-wide-1-choose', path: kiosk, size: landscape },
  { name: 'kiosk-wide-1-choose-large', path: kiosk, size: landscape, act: large },
  { name: 'kiosk-wide-2-confirm', path: kiosk, size: landscape, act: chooseCash },
  {
    name: 'kiosk-wide-2-confirm-large',
    path: kiosk,
    size: landscape,
    act: async (page) => {
      await large(page);
      await chooseCash(page);
    },
  },
  { name: 'kiosk-wide-3-ticket', path: kiosk, size: landscape, act: take },
  {
    name: 'kiosk-wide-3-ticket-large',
    path: kiosk,
    size: landscape,
    act: async (page) => {
      await large(page);
      await take(page);
    },
  },
  { name: 'ticket-waiting', path: ticket(26), size: phone },
  { name: 'ticket-large', path: ticket(26), size: phone, act: doubleText },
  { name: 'ticket-dark', path: ticket(26).replace('?', '?theme=dark&'), size: phone },
  { name: 'ticket-called', path: ticket(23), size: phone },
  { name: 'ticket-serving', path: ticket(20), size: phone },
  { name: 'ticket-leave', path: ticket(26), size: phone, act: (page) => page.locator('button.leave').click() },
  { name: 'ticket-unknown', path: '/t/nobody-has-this-one?branch=demo', size: phone },
];
