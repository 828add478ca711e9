import type { Page } from 'playwright-core';
import type { TestLobby } from '../../fixtures/lobby.ts';
import type { Stage } from '../stage/stage.ts';

/** One picture: which page, how large, in which state. */
export interface Shot {
  readonly name: string;
  readonly path: string;
  readonly size: readonly [width: number, height: number];
  /** Both by default. */
  readonly languages?: readonly ('zh-CN' | 'en')[];
  readonly scene?: () => TestLobby;
  /** Of the picture, 1 by default: a screen as it looks from afar. */
  readonly scale?: number;
  /** Runs in the page before its own scripts. */
  readonly before?: string;
  /** What to do before the picture is taken. */
  readonly act?: (page: Page, stage: Stage) => Promise<unknown>;
}

export const goSilent = async (page: Page, stage: Stage): Promise<void> => {
  stage.silent = true;
  await page.locator('tt-stale-mark[link=stale], [role=alert]').first().waitFor({ timeout: 60_000 });
};

/** What a browser's own text size does: twice as large. */
export const doubleText = (page: Page): Promise<unknown> =>
  page.evaluate(
    "document.documentElement.style.fontSize = 2 * parseFloat(getComputedStyle(document.documentElement).fontSize) + 'px'",
  );
