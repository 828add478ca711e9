import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchChromium, openWindow } from '../chromium.ts';
import { ensureDist } from '../dist.ts';
import { fontsReady } from '../fonts.ts';
import { busyScene } from '../stage/scenes.ts';
import { Stage } from '../stage/stage.ts';
import { floorShots } from './floor.ts';
import { hallShots } from './hall.ts';
import { kioskShots } from './kiosk.ts';
import type { Shot } from './shot.ts';

const shots: readonly Shot[] = [...kioskShots, ...hallShots, ...floorShots];

/** `npm run screens [FOLDER [WORD]]`: pictures of every screen whose name holds WORD, at its real size, into docs/screens. */
async function takeAll(folder: string, word: string): Promise<void> {
  await ensureDist();
  mkdirSync(folder, { recursive: true });
  const browser = await launchChromium();
  try {
    for (const shot of shots.filter(({ name }) => name.includes(word))) {
      try {
        await takeOne(browser, shot, folder);
      } catch (error) {
        // One picture that fails does not cost the others.
        console.error(`${shot.name}: ${String(error)}`);
        process.exitCode = 1;
      }
    }
  } finally {
    await browser.close();
  }
}

async function takeOne(browser: Browser, shot: Shot, folder: string): Promise<void> {
  for (const language of shot.languages ?? (['zh-CN', 'en'] as const)) {
    const stage = await Stage.open((shot.scene ?? busyScene)());
    const [width, height] = shot.size;
    const context = await openWindow(browser, { viewport: { width, height } });
    if (shot.before !== undefined) await context.addInitScript(shot.before);
    const page = await context.newPage();
    const address = new URL(shot.path, `http://127.0.0.1:${stage.port}`);
    address.searchParams.set('lang', language);
    await page.goto(address.href);
    await page.waitForFunction('document.readyState === "complete"');
    await page.waitForTimeout(300);
    await shot.act?.(page, stage);
    // A kiosk is touched: nothing is under a pointer. (On a display the pointer would bring out the switches.)
    if (shot.act !== undefined && !shot.path.startsWith('/display/lobby')) await page.mouse.move(2, 2);
    await page.waitForTimeout(250);
    await fontsReady(page);
    writeFileSync(resolve(folder, `${shot.name}.${language}.webp`), await picture(page, shot));
    await context.close();
    await stage.close();
  }
}

/** As WebP: a third of the size of PNG, so that the whole set can stay in the repository. */
async function picture(page: Page, { size: [width, height], scale = 1 }: Shot): Promise<Buffer> {
  const session = await page.context().newCDPSession(page);
  const clip = { x: 0, y: 0, width, height, scale };
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 88, clip });
  return Buffer.from(data, 'base64');
}

const [, , folder = resolve(import.meta.dirname, '../../../docs/screens'), word = ''] = process.argv;
await takeAll(folder, word);
