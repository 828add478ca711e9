import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { fontsReady } from './fonts.ts';

/** Problems of a page that keep somebody out: what axe calls serious or critical. */
export async function barriers(page: Page): Promise<string[]> {
  await fontsReady(page);
  await page.evaluate(`${axe.source}; undefined`);
  const found = (await page.evaluate('axe.run({ resultTypes: ["violations"] })')) as axe.AxeResults;
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${JSON.stringify(target)} ${failureSummary}`));
}
