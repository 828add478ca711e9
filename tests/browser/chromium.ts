import { tmpdir } from 'node:os';
import { join } from 'node:path';
import packaged from '@sparticuz/chromium';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core';
import { oneAtATime } from './one-at-a-time.ts';

const asRoot = process.getuid?.() === 0;

/** A Chromium to test in: the one CHROMIUM_PATH names, or the one that comes inside an npm package. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? (await unpacked()),
    args: [
      '--headless=shell',
      '--font-render-hinting=none',
      '--use-gl=angle',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--autoplay-policy=no-user-gesture-required',
      ...(asRoot ? ['--no-sandbox'] : []),
    ],
  });
}

/** A window of its own, which waits for what it is told to find as long as a busy machine may take. */
export async function openWindow(browser: Browser, options: BrowserContextOptions): Promise<BrowserContext> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(120_000);
  return context;
}

/** The package unpacks itself on first use; two processes must not do so at once. */
const unpacked = (): Promise<string> => oneAtATime(join(tmpdir(), 'tingtang-chromium-turn'), () => packaged.executablePath());
