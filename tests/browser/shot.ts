import type { Page } from 'playwright-core';
import type { TestLobby } from '../fixtures/lobby.ts';
import type { Stage } from './stage/stage.ts';

/** One picture: which page, how large, in which state. */
export interface Shot {
  readonly name: string;
  readonly path: string;
  readonly size: readonly [width: number, height: number];
  readonly languages?: readonly ('zh-CN' | 'en')[];
  readonly scene?: () => TestLobby;
  /** Of the picture, 1 by default: a screen as it looks from afar. */
  readonly scale?: number;
  /** What to do before the picture is taken. */
  readonly act?: (page: Page, stage: Stage) => Promise<unknown>;
}

export const goSilent = async (page: Page, stage: Stage): Promise<void> => {
  stage.silent = true;
  await page.locator('tt-stale-mark[link=stale], [role=alert]').first().waitFor({ timeout: 60_000 });
};
