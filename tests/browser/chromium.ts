import { mkdirSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import packaged from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

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

/** The package unpacks itself on first use; two processes must not do so at once. */
async function unpacked(): Promise<string> {
  const lock = join(tmpdir(), 'tingtang-chromium-lock');
  for (let tries = 0; ; tries += 1) {
    try {
      mkdirSync(lock);
      break;
    } catch {
      // A lock left behind by a killed run must not stop the tests for good.
      if (tries > 300) break;
      await new Promise((done) => setTimeout(done, 100));
    }
  }
  try {
    return await packaged.executablePath();
  } finally {
    rmdirSync(lock);
  }
}
