import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { TestLobby } from '../fixtures/lobby.ts';
import { launchChromium, openWindow } from './chromium.ts';
import { CuttableLine } from './cuttable-line.ts';
import { ensureDist } from './dist.ts';
import { busyScene } from './stage/scenes.ts';
import { Stage, tokens } from './stage/stage.ts';

export const screens = {
  kiosk: `/kiosk/?branch=demo#token=${tokens.kiosk}`,
  lobby: `/display/lobby/?branch=demo#token=${tokens.display}`,
  counter: `/display/counter/?branch=demo&counter=C1#token=${tokens.teller}`,
  greeter: `/display/greeter/?branch=demo&person=g1#token=${tokens.greeter}`,
  board: `/display/board/?branch=demo#token=${tokens.manager}`,
} as const;

export interface Show {
  readonly scene?: TestLobby;
  readonly language?: 'zh-CN' | 'en';
  readonly size?: readonly [width: number, height: number];
  /** Runs in the page before its own scripts. */
  readonly before?: string;
}

export interface Shown {
  readonly page: Page;
  readonly stage: Stage;
  readonly line: CuttableLine;
  /** Whatever the page complained of: errors, refused content. */
  readonly complaints: string[];
}

/** How the browser itself reports a line that a test cuts; no fault of the page, which has to live with it. */
const cutLine = /WebSocket connection|Failed to load resource|error occurred when fetching the script/;

/** A browser for a test file, and pages in it; each test ends with no complaint from any page, unless it takes them. */
export function theatre(): { show(path: string, options?: Show): Promise<Shown>; also(shown: Shown, path: string): Promise<Page> } {
  let browser: Browser;
  const closing: (() => Promise<unknown>)[] = [];
  let complaints: string[] = [];

  beforeAll(async () => {
    await ensureDist();
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
    const heard = complaints;
    complaints = [];
    expect(heard).toEqual([]);
  });

  const visit = async (context: BrowserContext, port: number, path: string): Promise<Page> => {
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' && !cutLine.test(message.text())) complaints.push(message.text());
    });
    await page.goto(`http://127.0.0.1:${port}${path}`);
    return page;
  };

  return {
    async show(path, { scene = busyScene(), language = 'zh-CN', size = [1366, 768], before } = {}) {
      const stage = await Stage.open(scene);
      const line = await CuttableLine.to(stage.port);
      const context = await openWindow(browser, { viewport: { width: size[0], height: size[1] } });
      if (before !== undefined) await context.addInitScript(before);
      closing.push(
        () => stage.close(),
        () => line.close(),
        () => context.close(),
      );
      const page = await visit(context, line.port, path.replace('?', `?lang=${language}&`));
      return { page, stage, line, complaints };
    },
    async also({ page, line }, path) {
      return visit(page.context(), line.port, path);
    },
  };
}
