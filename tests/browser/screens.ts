import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { TestLobby } from '../fixtures/lobby.ts';
import { launchChromium } from './chromium.ts';
import { ensureDist } from './dist.ts';
import { busyScene, emptyScene, ticketIdOf } from './stage/scenes.ts';
import { Stage, tokens } from './stage/stage.ts';

/** One picture: which page, how large, in which state. */
interface Shot {
  readonly name: string;
  readonly path: string;
  readonly size: readonly [width: number, height: number];
  readonly languages?: readonly ('zh-CN' | 'en')[];
  readonly scene?: () => TestLobby;
  /** What to do before the picture is taken. */
  readonly act?: (page: Page, stage: Stage) => Promise<unknown>;
}

const both = ['zh-CN', 'en'] as const;
const portrait = [1080, 1920] as const;
const landscape = [1024, 768] as const;
const wall = [1920, 1080] as const;
const desk = [1366, 768] as const;
const phone = [390, 844] as const;
const tablet = [1180, 820] as const;

const kiosk = `/kiosk/?branch=demo#token=${tokens.kiosk}`;
const tv = `/display/lobby/?branch=demo#token=${tokens.display}`;
const counter = (id: string): string => `/display/counter/?branch=demo&counter=${id}#token=${tokens.teller}`;
const greeter = `/display/greeter/?branch=demo#token=${tokens.greeter}`;
const board = `/display/board/?branch=demo#token=${tokens.manager}`;
const ticket = (n: number): string => `/t/${ticketIdOf(n)}?branch=demo`;

const large = (page: Page) => page.locator('button.print').click();
const chooseCash = (page: Page) => page.locator('[data-service=cash]').click();
const take = async (page: Page) => {
  await chooseCash(page);
  await page.locator('button.take').click();
  await page.locator('tt-show-ticket').waitFor();
};
const press =
  (...keys: string[]) =>
  async (page: Page) => {
    await page.locator('tt-verb-pad').waitFor();
    for (const key of keys) await page.keyboard.press(key);
  };
const goSilent = async (page: Page, stage: Stage) => {
  stage.silent = true;
  await page.locator('tt-stale-mark[link=stale], [role=alert]').first().waitFor({ timeout: 15_000 });
};

const shots: readonly Shot[] = [
  { name: 'kiosk-1-choose', path: kiosk, size: portrait, languages: both },
  { name: 'kiosk-1-choose-large', path: kiosk, size: portrait, languages: both, act: large },
  { name: 'kiosk-2-confirm', path: kiosk, size: portrait, languages: both, act: chooseCash },
  {
    name: 'kiosk-2-confirm-large',
    path: kiosk,
    size: portrait,
    languages: both,
    act: async (page) => {
      await large(page);
      await chooseCash(page);
      await page.locator('[data-trait=senior]').click();
    },
  },
  { name: 'kiosk-3-ticket', path: kiosk, size: portrait, languages: both, act: take },
  {
    name: 'kiosk-3-ticket-large',
    path: kiosk,
    size: portrait,
    languages: both,
    act: async (page) => {
      await large(page);
      await take(page);
    },
  },
  { name: 'kiosk-help', path: kiosk, size: portrait, act: (page) => page.locator('button.help').click() },
  { name: 'kiosk-away', path: kiosk, size: portrait, act: goSilent },
  { name: 'kiosk-empty', path: kiosk, size: portrait, scene: emptyScene },
  { name: 'kiosk-wide-1-choose', path: kiosk, size: landscape, languages: both },
  { name: 'kiosk-wide-1-choose-large', path: kiosk, size: landscape, languages: both, act: large },
  { name: 'kiosk-wide-2-confirm', path: kiosk, size: landscape, languages: both, act: chooseCash },
  {
    name: 'kiosk-wide-2-confirm-large',
    path: kiosk,
    size: landscape,
    act: async (page) => {
      await large(page);
      await chooseCash(page);
    },
  },
  { name: 'kiosk-wide-3-ticket', path: kiosk, size: landscape, languages: both, act: take },
  {
    name: 'kiosk-wide-3-ticket-large',
    path: kiosk,
    size: landscape,
    act: async (page) => {
      await large(page);
      await take(page);
    },
  },
  { name: 'ticket-waiting', path: ticket(26), size: phone, languages: both },
  { name: 'ticket-called', path: ticket(23), size: phone, languages: both },
  { name: 'ticket-serving', path: ticket(20), size: phone },
  { name: 'ticket-leave', path: ticket(26), size: phone, act: (page) => page.locator('button.leave').click() },
  { name: 'ticket-unknown', path: '/t/nobody-has-this-one?branch=demo', size: phone },
  { name: 'lobby', path: tv, size: wall, languages: both },
  { name: 'lobby-light', path: tv.replace('?', '?theme=light&'), size: wall },
  { name: 'lobby-portrait', path: tv, size: portrait },
  { name: 'lobby-empty', path: tv, size: wall, scene: emptyScene },
  { name: 'lobby-stale', path: tv, size: wall, act: goSilent },
  { name: 'lobby-refused', path: '/display/lobby/?branch=demo#token=old', size: wall },
  { name: 'counter-called', path: counter('C3'), size: desk, languages: both },
  { name: 'counter-serving', path: counter('C1'), size: desk, languages: both },
  { name: 'counter-ready', path: counter('C4'), size: desk, act: press('f', 'ArrowDown', 'ArrowDown') },
  { name: 'counter-closed', path: counter('C6'), size: desk },
  { name: 'counter-paused-dark', path: counter('C5').replace('?', '?theme=dark&'), size: desk },
  { name: 'counter-transfer', path: counter('C1'), size: desk, languages: both, act: press('t') },
  { name: 'counter-contrast', path: counter('C1').replace('?', '?theme=contrast&'), size: desk },
  { name: 'counter-stale', path: counter('C1'), size: desk, act: goSilent },
  { name: 'counter-choose', path: `/display/counter/?branch=demo#token=${tokens.teller}`, size: desk },
  { name: 'counter-empty', path: counter('C1'), size: desk, scene: emptyScene },
  { name: 'greeter', path: greeter, size: tablet, languages: both },
  { name: 'greeter-route', path: greeter, size: tablet, act: (page) => page.locator('[data-verb=route]').first().click() },
  { name: 'greeter-empty', path: greeter, size: tablet, scene: emptyScene },
  { name: 'board', path: board, size: [1440, 900], languages: both },
  { name: 'board-dark', path: board.replace('?', '?theme=dark&'), size: [1440, 900] },
];

/** `npm run screens [FOLDER [WORD]]`: pictures of every screen whose name holds WORD, at its real size, into docs/screens. */
async function takeAll(folder: string, word: string): Promise<void> {
  await ensureDist();
  mkdirSync(folder, { recursive: true });
  const browser = await launchChromium();
  try {
    for (const shot of shots.filter(({ name }) => name.includes(word))) await takeOne(browser, shot, folder);
  } finally {
    await browser.close();
  }
}

async function takeOne(browser: Browser, shot: Shot, folder: string): Promise<void> {
  for (const language of shot.languages ?? ['zh-CN']) {
    const stage = await Stage.open((shot.scene ?? busyScene)());
    const [width, height] = shot.size;
    const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
    const page = await context.newPage();
    const address = new URL(shot.path, `http://127.0.0.1:${stage.port}`);
    address.searchParams.set('lang', language);
    await page.goto(address.href);
    await page.waitForFunction('document.readyState === "complete"');
    await page.waitForTimeout(300);
    await shot.act?.(page, stage);
    // Chunks of the font are fetched as their characters appear, so being ready must hold twice.
    for (let times = 0; times < 2; times += 1) {
      await page.waitForTimeout(250);
      await page.evaluate('document.fonts.ready');
    }
    writeFileSync(resolve(folder, `${shot.name}.${language}.png`), await page.screenshot());
    await context.close();
    await stage.close();
  }
}

const [, , folder = resolve(import.meta.dirname, '../../docs/screens'), word = ''] = process.argv;
await takeAll(folder, word);
