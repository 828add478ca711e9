import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { ensureDist } from './dist.ts';
import { floorShots } from './floor-shots.ts';
import { hallShots } from './hall-shots.ts';
import { goSilent, type Shot } from './shot.ts';
import { busyScene, emptyScene, ticketIdOf } from './stage/scenes.ts';
import { Stage, tokens } from './stage/stage.ts';

const both = ['zh-CN', 'en'] as const;
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
  ...hallShots,
  ...floorShots,
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
